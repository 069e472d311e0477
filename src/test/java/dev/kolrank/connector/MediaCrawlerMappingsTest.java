package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MediaCrawler's files of both generations; every record is invented. */
class MediaCrawlerMappingsTest {
  @TempDir Path folder;

  @Test
  void douyin() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-douyin")
            .file(
                "detail_contents.jsonl",
                """
                {"aweme_id":"7300000000000000001","aweme_type":"0","title":"红烧肉 #家常菜","desc":"红烧肉 #家常菜","create_time":1699999999,"user_id":"101","short_user_id":"0","user_unique_id":"laowang_food","user_signature":"合作V: abc","nickname":"老王做饭","liked_count":"25013","share_count":"None","ip_location":"IP属地：广东","last_modify_ts":1700001234567}
                {"aweme_id":"7300000000000000002","aweme_type":"68","desc":"图","create_time":1699999999,"creator_hash":"ab12","nickname":"老***饭","liked_count":"5","last_modify_ts":1700001234567}
                """)
            .file(
                "creator_creators.csv",
                """
                user_id,nickname,desc,ip_location,follows,fans,interaction,videos_count
                MS4wAB,老王做饭,饭,IP属地：广东,10,2000,30000,40
                """)
            .file(
                "detail_comments.jsonl",
                """
                {"comment_id":"1","create_time":1699999999,"aweme_id":"7300000000000000001","content":"香","user_id":"7","parent_comment_id":"0","like_count":2}
                """)
            .read();
    assertEquals(
        List.of(
            "7300000000000000001 | 101 | video | [\"家常菜\"] | 25013 | - | []",
            "7300000000000000002 | #ab12 | images | - | 5 | - | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "to_json(tags)",
            "likes",
            "shares",
            "to_json(unreadable)"));
    assertEquals(
        List.of(
            "~老王做饭 | - | 老王做饭 | 饭 | 广东 | 2000 | 30000 | 40",
            "101 | laowang_food | 老王做饭 | 合作V: abc | 广东 | - | - | -",
            "#ab12 | - | - | - | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "region",
            "followers",
            "likes_received",
            "posts"));
    assertEquals(
        List.of("1 | 7300000000000000001 | - | 香 | 2"),
        show(rows, "comment", "comment_id", "post_id", "parent_id", "text", "likes"));
  }

  @Test
  void weibo() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-weibo")
            .file(
                "wb/jsonl/1_search_contents_2025-07-02.jsonl",
                """
                {"note_id":"4400000000000001","content":"今天的#探店#","create_date_time":"2024-01-01 12:00:00+08:00","liked_count":"512","comments_count":"40","shared_count":"1000000","user_id":"1000000001","nickname":"示例博主","ip_location":"发布于 北京","last_modify_ts":1710100000123}
                {"note_id":"4400000000000002","create_time":1704081600,"content":"无题"}
                """)
            .file(
                "creator_creators.jsonl",
                """
                {"user_id":"1000000001","nickname":"示例博主","desc":"美食","follows":200,"fans":"305.6万","tag_list":""}
                """)
            .file(
                "search_comments.jsonl",
                """
                {"comment_id":"9","create_time":1704081600,"note_id":"4400000000000001","content":"好","comment_like_count":"1","parent_comment_id":"9","user_id":"2"}
                """)
            .read();
    assertEquals(
        List.of(
            "4400000000000001 | 2024-01-01 04:00:00 | [\"探店\"] | 512 | 40 | 1000000 |"
                + " [\"shares\"]"),
        show(
            rows,
            "post",
            "post_id",
            "published_at",
            "to_json(tags)",
            "likes",
            "comments",
            "shares",
            "to_json(censored)"));
    assertEquals(
        List.of("示例博主 | - | 3056000 | 200 | -", "示例博主 | 北京 | - | - | -"),
        show(rows, "account", "name", "region", "followers", "following", "category"));
    assertEquals(List.of("9 | - | 1"), show(rows, "comment", "comment_id", "parent_id", "likes"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "post | account_id is missing or damaged"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
  }

  @Test
  void bilibili() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-bili")
            .file(
                "bili/csv/2_search_videos_2025-07-02.csv",
                "video_id,video_type,title,desc,create_time,user_id,nickname,liked_count,"
                    + "disliked_count,video_play_count,video_favorite_count,video_share_count,"
                    + "video_coin_count,video_danmaku,video_comment,last_modify_ts\n"
                    + "900000001,video,RTX评测,,1700000000,12345,硬件君,8012,0,15.3万,990,120,2333,"
                    + "450,310,1700001000000\n")
            .file(
                "creator_creators.json",
                "[{\"user_id\":\"12345\",\"nickname\":\"硬件君\",\"sign\":\"评测\",\"total_fans\":5000,"
                    + "\"total_liked\":70000,\"is_official\":-1}]")
            .file(
                "creator_dynamics.jsonl",
                """
                {"dynamic_id":"880000000000000001","user_id":"12345","user_name":"硬件君","text":"抽奖 #显卡#","type":"DYNAMIC_TYPE_FORWARD","pub_ts":1700000000,"total_comments":5,"total_forwards":6,"total_liked":7}
                """)
            .file(
                "search_comments.jsonl",
                """
                {"comment_id":"5","parent_comment_id":"0","create_time":1700000000,"video_id":"900000001","content":"强","user_id":"8","like_count":3}
                """)
            .file(
                "creator_contacts.jsonl",
                """
                {"up_id":"12345","fan_id":"77","up_name":"硬件君","fan_name":"路人","last_modify_ts":1}
                """)
            .read();
    assertEquals(
        List.of(
            "900000001 | video | - | 153000 | 8012 | 310 | 120 | 990 | 2333 | 450",
            "880000000000000001 | DYNAMIC_TYPE_FORWARD | true | - | 7 | 5 | 6 | - | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "kind",
            "repost",
            "views",
            "likes",
            "comments",
            "shares",
            "saves",
            "coins",
            "danmaku"));
    assertEquals(
        List.of(
            "12345 | 硬件君 | - | - | - | -",
            "12345 | 硬件君 | 评测 | false | 5000 | 70000",
            "12345 | 硬件君 | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "name",
            "bio",
            "verified",
            "followers",
            "likes_received"));
    assertEquals(
        List.of("5 | 900000001 | - | 强"),
        show(rows, "comment", "comment_id", "post_id", "parent_id", "text"));
    assertEquals(
        List.of("record | {\"last_modify_ts\":\"1\",\"up_id\":\"12345\",\"up_name\":\"硬件君\"}"),
        show(rows, "reject", "part", "raw"),
        "a fan is a private person");
  }

  @Test
  void idsWhoseLastDigitsAreZerosAreDamaged() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-douyin")
            .file(
                "search_contents.csv",
                """
                aweme_id,desc,create_time,user_id,nickname,liked_count,last_modify_ts,aweme_url
                7300000000000010000,one,1699999999,101,老王,100,1700001234567,
                7300000000000010000,two,1699999999,101,老王,900,1700001234567,
                7300000000000010000,three,1699999999,101,老王,5,1700001234567,https://www.douyin.com/video/7300000000000012345
                """)
            .read();
    assertEquals(List.of("7300000000000012345 | 5"), show(rows, "post", "post_id", "likes"));
    assertEquals(List.of("101", "101", "101"), show(rows, "account", "account_id"));
    assertEquals(
        List.of("post | post_id is missing or damaged", "post | post_id is missing or damaged"),
        show(rows, "reject", "part", "reason"));
    Dataset<Row> comments =
        new CrawlCase(folder, "mediacrawler-douyin")
            .file(
                "a_comments.csv",
                """
                comment_id,aweme_id,content,user_id
                7300000000000010000,7300000000000012345,one,7
                7300000000000012346,7300000000000020000,two,7
                """)
            .file(
                "b_comments.jsonl",
                """
                {"comment_id":"7300000000000030000","aweme_id":"7300000000000012345","content":"three","user_id":"7"}
                """)
            .read();
    assertEquals(List.of("7300000000000030000"), show(comments, "comment", "comment_id"));
    assertEquals(
        List.of(
            "comment_id ends in zeros as a spreadsheet writes them: export ids as text",
            "post_id ends in zeros as a spreadsheet writes them: export ids as text"),
        show(comments, "reject", "reason"));
    Dataset<Row> weibo =
        new CrawlCase(folder, "mediacrawler-weibo")
            .file(
                "search_contents.csv",
                """
                note_id,content,create_time,user_id,note_url
                5011111111111110,one,1699999999,1000000001,https://m.weibo.cn/detail/5011111111111114
                """)
            .read();
    assertEquals(List.of("5011111111111114"), show(weibo, "post", "post_id"));
    Dataset<Row> zhihu =
        new CrawlCase(folder, "mediacrawler-zhihu")
            .file(
                "search_contents.csv",
                """
                content_id,content_type,content_url,user_id,created_time
                1950000000000010000,answer,https://www.zhihu.com/question/19550225/answer/1950000000000012345,u,1699999999
                """)
            .read();
    assertEquals(List.of("answer/1950000000000012345"), show(zhihu, "post", "post_id"));
  }
}
