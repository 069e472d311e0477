package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of weibo-crawler and of pages of weibo.cn; every record is invented. */
class WeiboMappingsTest {
  @TempDir Path folder;

  @Test
  void weiboCrawlerAsJson() {
    Dataset<Row> rows =
        new CrawlCase(folder, "weibo-crawler")
            .file(
                "示例博主/1000000001.json",
                """
                {"user":{"id":"1000000001","screen_name":"示例博主","followers_count":1203000,"follow_count":200,"statuses_count":5120,"registration_time":"2010-07-02","location":"","ip_location":"IP属地：上海","description":"吃","verified":true,"verified_reason":"美食博主"},\
                "weibo":[{"user_id":1000000001,"screen_name":"示例博主","id":4400000000000001,"bid":"Iabc","text":"今天的#探店#","pics":"http://p/1","video_url":"","article_url":"","created_at":"2024-01-02T10:00:00","full_created_at":"2024-01-02 10:00:01","attitudes_count":512,"comments_count":40,"reposts_count":1000000,"topics":"探店","at_users":""},\
                {"user_id":"","screen_name":"","id":4400000000000002,"bid":"Iabd","text":"转发微博","pics":"","video_url":"","article_url":"","created_at":"2019-12-28","attitudes_count":12000,"comments_count":0,"reposts_count":3,"topics":"","retweet":{"user_id":2000000002,"screen_name":"别人","id":4300000000000009,"text":"原文"}},\
                {"user_id":1000000001,"screen_name":"示例博主","text":"无号","created_at":"2024-01-02T10:00:00"}]}""")
            .file(
                "坏/1000000002.json", "{\"user\":{\"id\":\"1000000002\",\"screen_name\":\"坏\"},\"we")
            .read();
    assertEquals(
        List.of(
            "4400000000000001 | 1000000001 | 2024-01-02 02:00:01 | images | [\"探店\"] | false | 512 | 40 | 1000000 | [] | [\"shares\"]",
            "4400000000000002 | 1000000001 | 2019-12-27 16:00:00 | text | - | true | 12000 | 0 | 3 | [\"likes\"] | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "kind",
            "to_json(tags)",
            "repost",
            "likes",
            "comments",
            "shares",
            "to_json(rounded)",
            "to_json(censored)"));
    assertEquals(
        List.of(
            // the profile that lies whole before the cut
            "1000000002 | 坏 | - | - | - | - | - | [] | - | -",
            "1000000001 | 示例博主 | 吃 | true | 美食博主 | 上海 | 1203000 | [\"followers\"] | 5120 | 2010-07-01",
            "1000000001 | 示例博主 | - | - | - | - | - | [] | - | -",
            "1000000001 | - | - | - | - | - | - | [] | - | -",
            "1000000001 | 示例博主 | - | - | - | - | - | [] | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "name",
            "bio",
            "verified",
            "category",
            "region",
            "followers",
            "to_json(rounded)",
            "posts",
            "to_date(created_at)"));
    assertEquals(
        List.of(
            "post | post_id is missing or damaged",
            "record | a bracket never closes",
            "record | not JSON"),
        show(rows, "reject", "part", "split(reason, ':')[0]").stream()
            .map(r -> r.replaceFirst("not JSON.*", "not JSON"))
            .sorted()
            .toList());
  }

  @Test
  void weiboCrawlerAsCsv() {
    Dataset<Row> rows =
        new CrawlCase(folder, "weibo-crawler")
            .file(
                "示例博主/1000000001.csv",
                """
                \uFEFFid,bid,正文,头条文章url,原始图片url,视频url,位置,日期,工具,点赞数,评论数,转发数,话题,@用户,完整日期,是否原创,源用户id,源用户昵称,源微博id
                "4400000000000001\t",Iabc,"今天
                的#探店#",,,http://v/1,,2024-01-02T10:00:00,,512,40,20000,探店,,2024-01-02 10:00:01,True
                "4400000000000002\t",Iabd,转发微博,,,,,2024-01-02T10:00:00,,5,4,1000000,,,,False,2000000002,别人,4300000000000009
                "4400000000000003\t",Iabe
                """)
            .file(
                "1000000003.csv",
                """
                id,bid,正文,头条文章url,原始图片url,视频url,位置,日期,工具,点赞数,评论数,转发数,话题,@用户
                "4400000000000004\t",Iabf,早,,,,,2019-12-28,,1,2,3,,
                """)
            .file(
                "posts.csv",
                """
                id,bid,正文,点赞数
                4400000000000005,Iabg,谁,1
                """)
            .file(
                "users.csv",
                """
                用户id,昵称,性别,所在地,IP属地,注册时间,微博数,粉丝数,关注数,简介,是否认证,认证信息
                1000000001,示例博主,f,上海,,2010-07-02,5120,1203344,200,吃,True,美食博主
                """)
            .read();
    assertEquals(
        List.of(
            "4400000000000004 | 1000000003 | 2019-12-27 16:00:00 | text | - | - | 1 | 2 | 3 | [] | -",
            "4400000000000001 | 1000000001 | 2024-01-02 02:00:01 | video | [\"探店\"] | false | 512 | 40 | 20000 | [\"shares\"] | -",
            "4400000000000002 | 1000000001 | 2024-01-02 02:00:00 | text | - | true | 5 | 4 | 1000000 | [] | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "kind",
            "to_json(tags)",
            "repost",
            "likes",
            "comments",
            "shares",
            "to_json(rounded)",
            "get_json_object(extra, '$.源用户昵称')"));
    assertEquals(
        List.of(
            "1000000003 | - | - | - | -",
            "1000000001 | 示例博主 | 1203344 | 美食博主 | true",
            "1000000001 | 示例博主 | - | - | -",
            "1000000001 | 示例博主 | - | - | -"),
        show(rows, "account", "account_id", "name", "followers", "category", "verified"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "post | account_id is missing or damaged",
            "record | the row has 2 fields where the header has 19"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
  }

  @Test
  void anOlderHeaderAboveNewerRows() {
    Dataset<Row> rows =
        new CrawlCase(folder, "weibo-crawler")
            .file(
                "1000000007.csv",
                """
                id,bid,正文,头条文章url,原始图片url,视频url,位置,日期,工具,点赞数,评论数,转发数,话题,@用户,完整日期,是否原创,源用户id,源用户昵称
                4400000000000007,Iabh,汤,,,,,北京,2024-01-02T10:00:00,手机,31,4,2,,,2024-01-02 10:00:01,False,0,True
                4400000000000008,Iabi,面,,,,,上海,2024-01-03T10:00:00,手机,32,5,3,,,2024-01-03 10:00:01,True
                """)
            .read();
    assertEquals(
        List.of(
            "4400000000000007 | 31 | 4 | 2 | 2024-01-02 02:00:01 | false",
            "4400000000000008 | 32 | 5 | 3 | 2024-01-03 02:00:01 | false"),
        show(rows, "post", "post_id", "likes", "comments", "shares", "published_at", "repost"));
  }

  @Test
  void weiboCn() {
    String text =
        """
        name,influence,weibo_count,following_count,follower_count,id,text,pictures,videos,likes_count,reposts_count,comments_count
        示例博主,,,,,M_ImTGkcdDn,探店😀,http://p/1,,赞[512],转发[1000000],评论[1000000]
        示例博主,,,,,M_z0JH2lOMb,转,,http://v/1,赞,转发[7],原文评论[32602]
        示例博主,影响力\u00A01242,微博[2721],关注[583],粉丝[6402344],,,,,,,
        示例博主,,,,,,丢了号,,,赞[1],转发[2],评论[3]
        示例博主,,,,,M_ImFwIjaTF,#赞得福#,,,#赞得福#,转发[2],评论配图
        ,影响力 1,微博[1],关注[1],粉丝[1],,,,,,,
        示例博主,,断
        """;
    Dataset<Row> rows =
        new CrawlCase(folder, "weibo-cn")
            .file("weibo.csv", text.getBytes(Charset.forName("GB18030")))
            .read();
    assertEquals(
        List.of(
            "4454572602912349 | ~示例博主 | 2019-12-28 12:32:13 | 探店😀 | images | false | 512 | 1000000 | 1000000 | [\"comments\",\"shares\"] | []",
            "3501756485200075 | ~示例博主 | 2012-10-16 06:01:08 | 转 | video | true | 0 | - | 7 | [] | []",
            "4454028484570123 | ~示例博主 | 2019-12-27 00:30:05 | #赞得福# | text | false | - | - | 2 | [] | [\"likes\",\"comments\"]"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "text",
            "kind",
            "repost",
            "likes",
            "comments",
            "shares",
            "to_json(sort_array(censored))",
            "to_json(unreadable)"));
    assertEquals(
        List.of("示例博主 | 6402344 | 583 | 2721"),
        show(
            rows.where("account.followers > 0"),
            "account",
            "name",
            "followers",
            "following",
            "posts"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "post | post_id is missing or damaged",
            "record | the row has 3 fields where the header has 12"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
  }
}
