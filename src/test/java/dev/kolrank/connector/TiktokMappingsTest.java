package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TikTok's web interface, tiktok-scraper and creator-atlas; every record is invented. */
class TiktokMappingsTest {
  @TempDir Path folder;

  @Test
  void pagesSingleItemsAndLinesOfTheWebInterface() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-web-api")
            .file(
                "a-page.json",
                """
                {"itemList":[{"id":"6900000000000000001","desc":"try #recipe","createTime":1768212000,"author":{"id":"680","uniqueId":"demochef","nickname":"Demo","secUid":"MS4w","signature":"IG: demochef","verified":true,"bioLink":{"link":"demo.example"}},"authorStats":{"followerCount":12300000,"followingCount":7,"heart":-1300000000,"heartCount":-1300000000,"videoCount":70,"diggCount":1},"stats":{"diggCount":55700,"shareCount":181,"commentCount":936,"playCount":-2147000000},"challenges":[{"id":"1","title":"recipe"}],"textExtra":[{"hashtagName":""}],"video":{"duration":15},"isAd":true,"comments":[],"diversificationLabels":["Food","Lifestyle"]},{"id":"6900000000000000002","desc":"new","createTime":"1768212000","author":{"id":"680","uniqueId":"demochef"},"authorStats":{"followerCount":12300000,"heart":5},"authorStatsV2":{"followerCount":"12312345","heart":"4300000123","heartCount":"4300000123","videoCount":"71"},"stats":{"diggCount":55700,"playCount":838100,"collectCount":1},"statsV2":{"diggCount":"55731","playCount":"838123","collectCount":"","shareCount":"0"},"textExtra":[{"hashtagName":"fun"}],"imagePost":{"images":[]},"video":{"duration":0},"textLanguage":"un"}],"hasMore":true,"cursor":"2"}
                """)
            .file(
                "b-lines.jsonl",
                """
                {"id":"6900000000000000003","desc":"old","createTime":1608200000,"author":"demo.chef","nickname":"Demo","authorStats":{"followerCount":900,"heart":512},"stats":{"playCount":5},"comments":[]}
                {"id":"6900000000000000004","desc":"older","createTime":1608200000,"author":"Other","authorId":"681","authorStats":{"followerCount":11000000,"heart":705032704}}
                {"itemInfo":{"itemStruct":{"id":"6900000000000000005","createTime":"1768212000","author":{"id":"682","uniqueId":"third"}}},"statusCode":0}
                {"desc":"no id","createTime":1608200000,"author":{"id":"683"}}
                {"itemList":[],"hasMore":false}
                {"id":"6900
                """)
            .read();
    assertEquals(
        List.of(
            "6900000000000000001 | 680 | video | [\"recipe\"] | Food, Lifestyle | true | 15 | - | 55700 | 936 | 181 | - | [\"likes\"]",
            "6900000000000000002 | 680 | images | [\"fun\"] | - | - | - | 838123 | 55731 | - | 0 | 1 | []",
            "6900000000000000003 | @demo.chef | video | - | - | - | - | 5 | - | - | - | - | []",
            "6900000000000000004 | 681 | video | - | - | - | - | - | - | - | - | - | []",
            "6900000000000000005 | 682 | video | - | - | - | - | - | - | - | - | - | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "to_json(tags)",
            "category",
            "sponsored",
            "duration_s",
            "views",
            "likes",
            "comments",
            "shares",
            "saves",
            "to_json(rounded)"));
    assertEquals(
        List.of(
            "680 | demochef | Demo | IG: demochef | demo.example | true | 12300000 | 7 | 70 | - | [\"followers\"]",
            "680 | demochef | - | - | - | - | 12312345 | - | 71 | 4300000123 | []",
            "@demo.chef | demo.chef | Demo | - | - | - | 900 | - | - | 512 | []",
            "681 | Other | - | - | - | - | 11000000 | - | - | - | [\"followers\"]",
            "682 | third | - | - | - | - | - | - | - | - | []",
            "683 | - | - | - | - | - | - | - | - | - | []"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "link",
            "verified",
            "followers",
            "following",
            "posts",
            "likes_received",
            "to_json(rounded)"),
        "a sum of likes that may have run over 32 bits is no figure");
    assertEquals(
        List.of("https://www.tiktok.com/@demo.chef/video/6900000000000000003"),
        show(rows.where("post.views = 5"), "post", "url"));
    assertEquals(
        List.of("2026-01-12 10:00:00", "2026-01-12 10:00:00"),
        show(rows.where("post.account_id = '680'"), "post", "published_at"));
    assertEquals(List.of("post | 4", "record | 6"), show(rows, "reject", "part", "source_line"));
  }

  @Test
  void usersAndCommentsOfTheWebInterface() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-web-api")
            .file(
                "a-users.jsonl",
                """
                {"userInfo":{"user":{"id":"680","uniqueId":"demochef","nickname":"Demo","signature":"soup","verified":false,"createTime":1443632400,"commerceUserInfo":{"category":"Food"}},"stats":{"followerCount":1234000,"followingCount":7,"heart":2100000000,"heartCount":2100000000,"videoCount":70}},"statusCode":0}
                {"userInfo":{"user":{"uniqueId":"No.Id"},"stats":{"followerCount":40000000,"heart":12},"statsV2":{"followerCount":"40000001","heart":"-3"}}}
                {"userInfo":{"user":{},"stats":{}}}
                """)
            .file(
                "b-comments.jsonl",
                """
                {"cid":"72","text":"yum @friend","create_time":1768212000,"digg_count":3,"aweme_id":"6900000000000000001","reply_id":"0","user":{"uid":"9","unique_id":"jo","nickname":"Jo"},"reply_comment":[{"cid":"73","text":"yes","create_time":1768212001,"aweme_id":"6900000000000000001","reply_id":"72","user":{"uid":"8"}}]}
                {"cid":"74","text":"jo is lost"}
                """)
            .read();
    assertEquals(
        List.of(
            "680 | demochef | Demo | soup | Food | 1234000 | 7 | 70 | 2100000000 | 2015-09-30 17:00:00",
            "@no.id | No.Id | - | - | - | 40000001 | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "category",
            "followers",
            "following",
            "posts",
            "likes_received",
            "created_at"));
    assertEquals(
        List.of(
            "72 | 6900000000000000001 | - | 3 | true", "73 | 6900000000000000001 | 72 | - | true"),
        show(
            rows,
            "comment",
            "comment_id",
            "post_id",
            "parent_id",
            "likes",
            "author_hash IS NOT NULL"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "comment | post_id is missing or damaged"),
        show(rows, "reject", "part", "reason"));
    assertEquals(0, rows.where("to_json(struct(*)) rlike 'Jo\"|\"jo\"|jo is|@friend'").count());
  }

  @Test
  void aSumOfLikesThatRanOverIsNoFigureInTheScrapersFilesEither() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-scraper")
            .file(
                "a.jsonl",
                """
                {"id":"1","authorMeta":{"id":"680","fans":50000000,"heart":-1300000000},"playCount":838100,"videoMeta":{"duration":0}}
                {"id":"2","authorMeta":{"id":"681","fans":50000000,"heart":3000000000},"playCount":838123}
                {"id":"3","authorMeta":{"id":"682","fans":9000,"heart":123456},"playCount":7}
                """)
            .read();
    assertEquals(
        List.of("680 | -", "681 | 3000000000", "682 | 123456"),
        show(rows, "account", "account_id", "likes_received"));
    assertEquals(
        List.of("838100 | [\"views\"] | -", "838123 | [] | -", "7 | [] | -"),
        show(rows, "post", "views", "to_json(rounded)", "duration_s"));
  }

  @Test
  void tiktokScraperOf2020HadTheAuthorsFieldsFlat() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-scraper")
            .file(
                "a-flat.csv",
                """
                id,text,createTime,authorId,authorName,authorFollowing,authorFans,authorHeart,authorVideo,authorDigg,authorVerified,authorPrivate,authorSignature,musicId,diggCount,shareCount,playCount,commentCount,hashtags
                6800000000000000001,soup #food,1582000000,680,demochef,7,1234567,98765,70,5,true,false,soup every day,6,512,3,9001,40,"[{""id"":""1"",""name"":""food""}]"
                """)
            .file(
                "b-paths.csv",
                """
                id,text,createTime,authorMeta.id,authorMeta.name,authorMeta.fans,diggCount,playCount
                6800000000000000002,soup,1612000000,680,demochef,1234568,513,9002
                """)
            .read();
    assertEquals(
        List.of(
            "6800000000000000001 | 680 | 2020-02-18 04:26:40 | [\"food\"] | 9001 | 512 | 40 | 3",
            "6800000000000000002 | 680 | 2021-01-30 09:46:40 | - | 9002 | 513 | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "to_json(tags)",
            "views",
            "likes",
            "comments",
            "shares"));
    assertEquals(
        List.of(
            "680 | demochef | soup every day | true | 1234567 | 7 | 70 | 98765",
            "680 | demochef | - | - | 1234568 | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "bio",
            "verified",
            "followers",
            "following",
            "posts",
            "likes_received"));
  }

  @Test
  void creatorAtlas() {
    Dataset<Row> rows =
        new CrawlCase(folder, "creator-atlas-tiktok")
            .file(
                "creators.csv",
                "creator_id,username,display_name,bio,category,recent_captions,hashtags,followers,"
                    + "avg_likes,avg_views,profile_url,collected_at,source\n"
                    + "d,Demo.Chef,Demo,soup,Food,\"[\"\"a\"\"]\",[],1588,534.67,7594766.0,"
                    + "https://www.tiktok.com/@demo.chef,2026-01-28,scrape\n"
                    + "e,,Two,,Food,[],[],7,0,0,https://www.tiktok.com/@two,2026-01-28,scrape\n"
                    + "f,,Three,,Food,[],[],x,1,1,,2026-01-28,scrape\n"
                    + "short,row\n")
            .read();
    assertEquals(
        List.of(
            "@demo.chef | demo.chef | Demo | Food | 2026-01-28 00:00:00 | 1588 | 7594766 | 535 | [\"typical_engagements\"] | [\"typical_engagements\"]",
            "@two | two | Two | Food | 2026-01-28 00:00:00 | 7 | - | - | [] | []"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "category",
            "observed_at",
            "followers",
            "typical_views",
            "typical_engagements",
            "to_json(rounded)",
            "to_json(censored)"));
    assertEquals(List.of("account | 4", "record | 5"), show(rows, "reject", "part", "source_line"));
  }
}
