package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What platforms' interfaces and their scrapers leave; every record is invented. */
class PlatformMappingsTest {
  @TempDir Path folder;

  @Test
  void xPagesAndSingleObjects() {
    Dataset<Row> rows =
        new CrawlCase(folder, "x-api")
            .file(
                "pages.jsonl",
                """
                {"data":[{"id":"1740000000000000001","text":"New #video","author_id":"55","created_at":"2026-01-15T12:00:00.000Z","lang":"en","public_metrics":{"retweet_count":10,"reply_count":4,"like_count":210,"quote_count":1,"bookmark_count":3,"impression_count":0}},{"id":"1740000000000000002","text":"RT @a: b","author_id":"55","created_at":"2026-01-15T12:00:00.000Z","lang":"und","referenced_tweets":[{"type":"retweeted","id":"1"}],"public_metrics":{"retweet_count":99,"impression_count":7},"entities":{"hashtags":[{"tag":"B"}]}}],"includes":{"users":[{"id":"55","name":"Demo","username":"DemoChef","description":"chef","created_at":"2012-05-01T00:00:00.000Z","verified":false,"public_metrics":{"followers_count":90211,"following_count":310,"tweet_count":7000},"entities":{"url":{"urls":[{"expanded_url":"https://demo.example"}]}}}]},"meta":{"result_count":2}}
                {"data":{"id":"56","name":"Other","username":"other"}}
                {"id":"1740000000000000003","text":"bare","author_id":"56"}
                {"errors":[{"title":"Not Found"}]}
                """)
            .read();
    assertEquals(
        List.of(
            "1740000000000000001 | 55 | tweet | false | [\"video\"] | en | - | 210 | 4 | 11 | 3",
            "1740000000000000002 | 55 | retweeted | true | [\"B\"] | - | 7 | - | - | 99 | -",
            "1740000000000000003 | 56 | tweet | false | - | - | - | - | - | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "repost",
            "to_json(tags)",
            "language",
            "views",
            "likes",
            "comments",
            "shares",
            "saves"));
    assertEquals(
        List.of(
            "55 | DemoChef | Demo | https://demo.example | false | 90211 | 2012-05-01 00:00:00",
            "55 | DemoChef | Demo | https://demo.example | false | 90211 | 2012-05-01 00:00:00",
            "56 | other | Other | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "link",
            "verified",
            "followers",
            "created_at"));
    assertEquals(
        List.of("the document is an envelope {errors} that the connector does not declare | 4"),
        show(rows, "reject", "reason", "source_line"));
  }

  @Test
  void tiktokCollectorAndCsv() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-scraper")
            .file(
                "a.json",
                """
                {"headers":{},"collector":[{"id":"6900000000000000001","text":"try #recipe","createTime":1608200000,"authorMeta":{"id":"680","name":"demochef","nickName":"Demo","verified":false,"signature":"IG: demochef","fans":1200,"heart":90,"video":7},"webVideoUrl":"https://t/1","videoMeta":{"duration":15},"diggCount":55700,"shareCount":181,"playCount":838100,"commentCount":936,"hashtags":[{"id":"1","name":"recipe"}]},"odd"]}
                """)
            .file(
                "b.csv",
                "id,text,createTime,authorMeta.id,authorMeta.name,authorMeta.nickName,"
                    + "videoMeta.duration,diggCount,playCount,hashtags\n"
                    + "6900000000000000002,hi,1608200000,,Other.One,Other,9,1.5K,2M,"
                    + "\"[{\"\"name\"\":\"\"fun\"\"}]\"\n")
            .read();
    assertEquals(
        List.of(
            "6900000000000000001 | 680 | [\"recipe\"] | 15 | 838100 | 55700 | 936 | 181",
            "6900000000000000002 | @other.one | [\"fun\"] | 9 | 2000000 | 1500 | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "to_json(tags)",
            "duration_s",
            "views",
            "likes",
            "comments",
            "shares"));
    assertEquals(
        List.of(
            "680 | demochef | Demo | 1200 | 90 | 7", "@other.one | Other.One | Other | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "followers",
            "likes_received",
            "posts"));
    assertEquals(List.of("collector holds no JSON object"), show(rows, "reject", "reason"));
  }

  @Test
  void instagramPostsProfilesAndTheFlattenedTable() {
    Dataset<Row> rows =
        new CrawlCase(folder, "apify-instagram")
            .file(
                "items.json",
                """
                [{"id":"3100000000000000001","type":"Video","productType":"clips","shortCode":"Cx1","caption":"menu #food","hashtags":["food"],"likesCount":-1,"commentsCount":31,"videoPlayCount":900,"timestamp":"2026-01-01T10:00:00.000Z","ownerFullName":"Demo","ownerUsername":"DemoChef","ownerId":"111","firstComment":"wow","latestComments":[{"text":"wow","ownerUsername":"jo"}],"isSponsored":true,"locationName":"Rome"},
                 {"id":"111","username":"DemoChef","fullName":"Demo","biography":"chef","externalUrl":"https://d","followersCount":9000,"followsCount":10,"postsCount":70,"verified":true,"businessCategoryName":"Chef","latestPosts":[{"id":"3100000000000000002","type":"Image","ownerId":"111","ownerUsername":"DemoChef","likesCount":5,"latestComments":[{"text":"x"}]}]},
                 {"url":"https://www.instagram.com/p/gone/","error":"not_found","firstComment":"wow"}]
                """)
            .file(
                "table.csv",
                """
                hashtags/0,hashtags/1,latestComments/0/text,id,ownerId,ownerUsername,likesCount
                a,b,hey,3100000000000000003,111,DemoChef,7
                ,,,3.16607E+18,111,DemoChef,7
                """)
            .read();
    assertEquals(
        List.of(
            "3100000000000000001 | clips | [\"food\"] | true | 900 | - | 31 | []",
            "3100000000000000002 | image | - | - | - | 5 | - | []",
            "3100000000000000003 | - | [\"a\",\"b\"] | - | - | 7 | - | []"),
        show(
            rows,
            "post",
            "post_id",
            "kind",
            "to_json(tags)",
            "sponsored",
            "views",
            "likes",
            "comments",
            "to_json(unreadable)"));
    assertEquals(List.of("{\"locationName\":\"Rome\"}", "-", "-"), show(rows, "post", "extra"));
    assertEquals(
        List.of("111 | DemoChef | Demo | -", "111 | DemoChef | Demo | 9000"),
        show(rows, "account", "account_id", "handle", "name", "followers").subList(0, 2));
    assertEquals(
        List.of(
            "comment | comment_id is missing or damaged",
            "comment | comment_id is missing or damaged",
            "record | the record meets the condition of no rule: it has url",
            "post | post_id is missing or damaged"),
        show(rows, "reject", "part", "reason"));
    assertEquals(
        0, rows.where("reject.raw like '%wow%' or account.extra like '%Comments%'").count());
  }
}
