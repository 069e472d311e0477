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

/** What Apify's scrapers of YouTube and TikTok leave; every record is invented. */
class ApifyMappingsTest {
  @TempDir Path folder;

  @Test
  void youtubeItemsAndTheTable() {
    Dataset<Row> rows =
        new CrawlCase(folder, "apify-youtube")
            .file(
                "items.json",
                """
                [{"id":"vid00000001","title":"Soup #food","text":"Easy","url":"https://www.youtube.com/shorts/vid00000001","type":"shorts","date":"2026-01-02T10:00:00.000Z","viewCount":5521,"likes":null,"commentsCount":0,"commentsTurnedOff":true,"duration":"00:00:41","channelName":"Demo Chef","channelUrl":"https://www.youtube.com/@DemoChef","channelUsername":"DemoChef","numberOfSubscribers":812,"channelTotalVideos":40,"channelDescription":"chef","comments":[{"author":"jo"}]},
                 {"error":"not found","comments":[{"author":"jo"}]}]
                """)
            .file(
                "table.csv",
                """
                id,viewCount,channelName,inputChannelUrl,likes,commentsCount,duration,date,title,numberOfSubscribers,commentsTurnedOff,comments,channelTotalViews
                vid00000002,88000,Demo,https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa/about,,,,,Caf\u00e9\u2019s,26900000,,,"7,33,31,38,580"
                vid00000003,236099,Demo,https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa/about,7945,19,01:06:59,11-06-2020,Live,26900000,FALSE,,"7,33,31,38,580"
                3.1E+07,1,Demo,,1,1,,,x,1,,,
                """
                    .getBytes(Charset.forName("windows-1252")))
            .read();
    assertEquals(
        List.of(
            "vid00000001 | @demochef | 2026-01-02 10:00:00 | short | [\"food\"] | 41 | 5521 | - | - | []",
            "vid00000002 | UCaaaaaaaaaaaaaaaaaaaaaa | - | video | - | - | 88000 | - | - | [\"views\"]",
            "vid00000003 | UCaaaaaaaaaaaaaaaaaaaaaa | 2020-06-11 00:00:00 | video | - | 4019 | 236099 | 7945 | 19 | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "kind",
            "to_json(tags)",
            "duration_s",
            "views",
            "likes",
            "comments",
            "to_json(rounded)"));
    assertEquals(
        List.of(
            "DemoChef | Demo Chef | chef | 812 | 40 | - | []",
            "- | Demo | - | 26900000 | - | 7333138580 | [\"followers\"]",
            "- | Demo | - | 26900000 | - | 7333138580 | [\"followers\"]",
            "- | Demo | - | 1 | - | - | []"),
        show(
            rows,
            "account",
            "handle",
            "name",
            "bio",
            "followers",
            "posts",
            "views_received",
            "to_json(rounded)"));
    assertEquals(List.of("Café’s"), show(rows.where("post.views = 88000"), "post", "title"));
    assertEquals(
        List.of(
            "post | post_id is missing or damaged",
            "record | none of the fields that the rules read is there: found error"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
    assertEquals(0, rows.where("reject.raw like '%jo%' or account.extra like '%jo%'").count());
  }

  @Test
  void tiktokItemsTablesAndComments() {
    Dataset<Row> rows =
        new CrawlCase(folder, "apify-tiktok")
            .file(
                "a-items.json",
                """
                [{"id":"7100000000000000001","text":"try #recipe","textLanguage":"en","createTime":1768212000,"createTimeISO":"2026-01-12T10:00:00.000Z","isAd":false,"isSponsored":true,"isSlideshow":true,"authorMeta":{"id":"680","name":"demochef","nickName":"Demo","verified":true,"signature":"IG: demochef","bioLink":{"link":"demo.example"},"fans":25300000,"following":12,"heart":512,"video":70,"commerceUserInfo":{"category":"Food"}},"webVideoUrl":"https://www.tiktok.com/@demochef/video/7100000000000000001","videoMeta":{"duration":0},"diggCount":55700,"shareCount":181,"playCount":838123,"collectCount":90,"commentCount":936,"hashtags":[{"name":"recipe"},{"name":"soup"}],"latestComments":[{"text":"jo"}]},
                 {"id":"7100000000000000002","text":"hi","authorMeta":{"id":"681","name":"other","fans":900,"heart":-1300000000},"playCount":-1,"diggCount":5},
                 {"url":"https://www.tiktok.com/@gone","error":"not found"}]
                """)
            .file(
                "b-table.csv",
                "id,text,createTimeISO,authorMeta/id,authorMeta/name,authorMeta/nickName,"
                    + "authorMeta/fans,authorMeta/heart,videoMeta/duration,diggCount,playCount,"
                    + "hashtags/0/name,webVideoUrl\n"
                    + "7100000000000000003,pie #pie,2026-01-12T10:00:00.000Z,680,demochef,Demo,"
                    + "1200,900,9,1.5K,2000001,pie,https://www.tiktok.com/@demochef/video/3\n"
                    + "7.1E+18,x,2026-01-12T10:00:00.000Z,680,demochef,Demo,1,1,9,1,1,,\n")
            .file(
                "c-table.csv",
                """
                id,text,authorMeta.name,authorMeta.fans,playCount
                7100000000000000004,dots,Demo.Two,7,8
                """)
            .file(
                "d-comments.json",
                """
                [{"cid":"72","videoWebUrl":"https://www.tiktok.com/@demochef/video/7100000000000000001","text":"yum","createTimeISO":"2026-01-13T10:00:00.000Z","diggCount":3,"repliesToId":null,"uid":"9","uniqueId":"jo","avatarThumbnail":"https://jo"},
                 {"cid":"73","videoWebUrl":"https://www.tiktok.com/@demochef/video/7100000000000000001","text":"yes","createTime":1768298400,"repliesToId":"72","uid":"8"},
                 {"cid":"74","text":"jo is lost"}]
                """)
            .read();
    assertEquals(
        List.of(
            "7100000000000000001 | 680 | images | [\"recipe\",\"soup\"] | true | - | 838123 | 55700 | 90 | [\"likes\"]",
            "7100000000000000002 | 681 | video | - | - | - | - | 5 | - | []",
            "7100000000000000003 | 680 | video | [\"pie\"] | - | 9 | 2000001 | 1500 | - | [\"likes\"]",
            "7100000000000000004 | @demo.two | video | - | - | - | 8 | - | - | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "to_json(tags)",
            "sponsored",
            "duration_s",
            "views",
            "likes",
            "saves",
            "to_json(rounded)"));
    assertEquals(
        List.of(
            "680 | demochef | demo.example | Food | 25300000 | - | 70",
            "681 | other | - | - | 900 | - | -",
            "680 | demochef | - | - | 1200 | 900 | -",
            "680 | demochef | - | - | 1 | 1 | -",
            "@demo.two | Demo.Two | - | - | 7 | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "link",
            "category",
            "followers",
            "likes_received",
            "posts"));
    assertEquals(
        List.of(
            "72 | 7100000000000000001 | - | yum | 3", "73 | 7100000000000000001 | 72 | yes | -"),
        show(rows, "comment", "comment_id", "post_id", "parent_id", "text", "likes"));
    assertEquals(
        List.of("comment", "post", "record"),
        show(rows, "reject", "part").stream().sorted().toList());
    assertEquals(0, rows.where("to_json(struct(*)) rlike '\"jo|jo\"|jo is'").count());
  }

  @Test
  void youtubeCountsAsAGermanPageWritesThem() {
    Dataset<Row> rows =
        new CrawlCase(folder, "apify-youtube")
            .file(
                "videos.csv",
                """
                id,title,channelName,channelUrl,channelUsername,numberOfSubscribers,viewCount,likes,commentsCount,date,url
                aaaaaaaaaaa,eins,Demo,https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa,,12.300,1.234,567,1.001,2026-01-20,https://www.youtube.com/watch?v=aaaaaaaaaaa
                aaaaaaaaaab,zwei,Demo,https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa,,"1,2 Mio.",1.234.567,12.345,1700,2026-01-21,https://www.youtube.com/watch?v=aaaaaaaaaab
                aaaaaaaaaac,drei,Demo,https://www.youtube.com/@DemoChef,,950,"1,234K",,89,2026-01-21,https://www.youtube.com/watch?v=aaaaaaaaaac
                """)
            .read();
    assertEquals(
        List.of(
            "UCaaaaaaaaaaaaaaaaaaaaaa | 1234 | 567 | 1001 | [] | []",
            "UCaaaaaaaaaaaaaaaaaaaaaa | 1234567 | 12345 | 1700 | [\"comments\"] | []",
            "@demochef | - | - | 89 | [] | [\"views\"]"),
        show(
            rows,
            "post",
            "account_id",
            "views",
            "likes",
            "comments",
            "to_json(rounded)",
            "to_json(unreadable)"));
    assertEquals(
        List.of(
            "- | 12300 | [\"followers\"]", "- | 1200000 | [\"followers\"]", "demochef | 950 | []"),
        show(rows, "account", "handle", "followers", "to_json(rounded)"));
  }

  @Test
  void idsThatASpreadsheetRoundedComeBackFromTheAddress() {
    Dataset<Row> rows =
        new CrawlCase(folder, "apify-tiktok")
            .file(
                "videos.csv",
                """
                id,text,authorMeta.id,authorMeta.name,webVideoUrl,playCount,authorMeta.privateAccount
                7100000000000010000,one,6800000000000010000,demochef,https://www.tiktok.com/@demochef/video/7100000000000012345,5,false
                7.10000E+18,two,6.8E+18,demochef,https://www.tiktok.com/@demochef/video/7100000000000012346,6,false
                7100000000000012349,five,690,ghost,https://www.tiktok.com/@ghost/video/7100000000000012349,9,true
                7100000000000012000,three,680,demochef,https://www.tiktok.com/@demochef/video/7100000000000012347,7,
                7100000000000010000,four,680,demochef,,8,
                """)
            .read();
    assertEquals(
        List.of(
            "7100000000000012345 | @demochef | 5",
            "7100000000000012346 | @demochef | 6",
            "7100000000000012347 | 680 | 7"),
        show(rows, "post", "post_id", "account_id", "views"));
    assertEquals(
        List.of("@demochef | false", "@demochef | false", "680 | -", "680 | -"),
        show(rows, "account", "account_id", "private"));
    assertEquals(
        List.of("record | a private profile", "post | post_id is missing or damaged"),
        show(rows, "reject", "part", "reason"));
    assertEquals(0, rows.toJSON().filter("value like '%@ghost%'").count());
  }
}
