package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** weiboSpider, the sibling of weibo-crawler, in its folder; every record is invented. */
class WeiboSpiderTest {
  @TempDir Path folder;

  @Test
  void weiboSpiderAsJsonAndAsCsv() {
    Dataset<Row> rows =
        new CrawlCase(folder, "weibo-crawler")
            .file(
                "示例甲/1000000004.json",
                """
                {"user":{"id":"1000000004","nickname":"示例甲","gender":"女","location":"上海","description":"汤","verified_reason":"美食博主","weibo_num":120,"following":33,"followers":54321},\
                "weibo":[{"id":"PcccccccC","user_id":"1000000004","content":"早安#汤#","article_url":"","original_pictures":"无","retweet_pictures":null,"original":true,"video_url":"无","publish_place":"无","publish_time":"2025-11-02 08:00","publish_tool":"iPhone","up_num":77,"retweet_num":5,"comment_num":12000},\
                {"id":"PcccccccD","user_id":"","content":"好\\n原始用户: 别人\\n转发内容: 别人的话","original_pictures":"http://p/1","original":false,"video_url":"无","publish_time":"2025-11-03 08:00","up_num":1,"retweet_num":0,"comment_num":0}]}""")
            .file(
                "示例乙/1000000005.csv",
                """
                \uFEFF微博id,微博正文,头条文章url,原始图片url,被转发微博原始图片url,是否为原创微博,微博视频url,发布位置,发布时间,发布工具,点赞数,转发数,评论数
                PcccccccE,午安,,无,,True,http://v/1,无,2025-11-02 08:00,iPhone,3,2,1
                PcccccccF,晚安,,http://p/1,,False,无,无,2025-11-02 08:00,iPhone,30,20,10
                """)
            .read();
    assertEquals(
        List.of(
            "1000000005 | 午安 | video | false | - | 2025-11-02 00:00:00 | 3 | 1 | 2 | []",
            "1000000005 | 晚安 | images | true | - | 2025-11-02 00:00:00 | 30 | 10 | 20 | []",
            "1000000004 | 早安#汤# | text | false | [\"汤\"] | 2025-11-02 00:00:00 | 77 | 12000 | 5 | [\"comments\"]",
            "1000000004 | 好 | images | true | - | 2025-11-03 00:00:00 | 1 | 0 | 0 | []"),
        show(
                rows,
                "post",
                "account_id",
                "text",
                "kind",
                "repost",
                "to_json(tags)",
                "published_at",
                "likes",
                "comments",
                "shares",
                "to_json(rounded)")
            .stream()
            .sorted(Comparator.comparing(r -> r.startsWith("1000000004")))
            .toList());
    assertEquals(
        4,
        rows.where("post.post_id rlike '^5[0-9]{15}$'").count(),
        "a short name stands for a number");
    assertEquals(
        List.of("1000000004 | 示例甲 | 汤 | 美食博主 | 上海 | 54321 | 33 | 120"),
        show(
            rows.where("account.followers is not null"),
            "account",
            "account_id",
            "name",
            "bio",
            "category",
            "region",
            "followers",
            "following",
            "posts"));
    assertEquals(List.of(), show(rows, "reject", "reason"));
  }
}
