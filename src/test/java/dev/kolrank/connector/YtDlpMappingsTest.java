package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** yt-dlp's descriptions of videos, of every platform that it is read for; all are invented. */
class YtDlpMappingsTest {
  private static final String[] POST = {
    "platform", "post_id", "account_id", "kind", "views", "likes", "comments", "shares", "saves"
  };

  @TempDir Path folder;

  @Test
  void aVideoOfYoutubeWithItsComments() {
    Dataset<Row> rows =
        new CrawlCase(folder, "yt-dlp")
            .file(
                "Soup [today] [abcdefghijk].info.json",
                """
                {
                  "id":"abcdefghijk","title":"Soup #food","description":"Easy","channel":"Demo Chef",
                  "channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","uploader":"Demo","uploader_id":"@demochef",
                  "channel_follower_count":1230000,"channel_is_verified":true,"upload_date":"20260102",
                  "timestamp":1767348000,"duration":253,"view_count":5521,"like_count":310,
                  "comment_count":null,"categories":["Howto & Style"],"tags":["food"],
                  "live_status":"not_live","media_type":"short","language":"en-US",
                  "webpage_url":"https://www.youtube.com/watch?v=abcdefghijk","extractor":"youtube",
                  "formats":[{"url":"https://media.example/?ip=192.0.2.7","cookies":"secret"}],
                  "comments":[
                    {"id":"Ugx1","parent":"root","text":"yum","author":"@jo","author_id":"UCp","like_count":3,"timestamp":1767434400},
                    {"id":"Ugx1.r1","parent":"Ugx1","text":"thanks","author":"@jo","author_id":"UCq","timestamp":1767434401},
                    {"id":"Ugx2","parent":"root","text":"undated"},
                    {"parent":"root","text":"jo has no id","author":"@jo"}],
                  "epoch":1769600000,"_type":"video"
                }
                """)
            .read();
    assertEquals(
        List.of(
            "youtube | abcdefghijk | UCaaaaaaaaaaaaaaaaaaaaaa | short | 5521 | 310 | - | - | -"),
        show(rows, "post", POST));
    assertEquals(
        List.of(
            "2026-01-28 11:33:20 | 2026-01-02 10:00:00 | [\"food\"] | Howto & Style | en | 253 |"
                + " -"),
        show(
            rows,
            "post",
            "observed_at",
            "published_at",
            "to_json(tags)",
            "category",
            "language",
            "duration_s",
            "extra"));
    assertEquals(
        List.of("demochef | Demo Chef | true | 1230000 | [\"followers\"]"),
        show(rows, "account", "handle", "name", "verified", "followers", "to_json(rounded)"));
    assertEquals(
        List.of(
            "Ugx1 | abcdefghijk | - | yum | 3 | true",
            "Ugx1.r1 | abcdefghijk | Ugx1 | thanks | - | true",
            "Ugx2 | abcdefghijk | - | undated | - | false"),
        show(
            rows,
            "comment",
            "comment_id",
            "post_id",
            "parent_id",
            "text",
            "likes",
            "author_hash IS NOT NULL"));
    assertEquals(List.of("record | -"), show(rows, "reject", "part", "raw"));
    assertEquals(0, rows.where("to_json(struct(*)) rlike 'jo|secret|192.0.2.7'").count());
  }

  @Test
  void aChannelWithItsEntries() {
    Dataset<Row> rows =
        new CrawlCase(folder, "yt-dlp")
            .file(
                "a-channel.json",
                """
                {"_type":"playlist","id":"UCaaaaaaaaaaaaaaaaaaaaaa","title":"Demo Chef","description":"I cook","channel":"Demo Chef","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","uploader_id":"@demochef","channel_follower_count":812,"extractor":"youtube:tab","epoch":1769600000,"entries":[{"_type":"playlist","id":"UCaaaaaaaaaaaaaaaaaaaaaa","title":"Demo Chef - Videos","description":"I cook","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","extractor":"youtube:tab","entries":[{"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaaa","title":"Flat","channel_id":null,"playlist_id":"UCaaaaaaaaaaaaaaaaaaaaaa","playlist_channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","view_count":12},null,{"_type":"video","extractor":"youtube","id":"bbbbbbbbbbb","title":"Old","uploader_id":"UCbbbbbbbbbbbbbbbbbbbbbb","upload_date":"20150301","live_status":"is_live","view_count":-1}]}]}
                """)
            .file(
                "b-list.json",
                """
                {"_type":"playlist","id":"PL1","title":"Best of","description":"a list","channel":"Demo Chef","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","extractor":"youtube:tab","entries":[]}
                """)
            .file(
                "c-lines.jsonl",
                """
                {"extractor":"youtube","id":"ccccccccccc","title":"Nobody's"}
                {"extractor":"generic","id":"x","title":"of no platform"}
                {"extractor":"youtube","id":
                """)
            .read();
    assertEquals(
        List.of(
            "youtube | aaaaaaaaaaa | UCaaaaaaaaaaaaaaaaaaaaaa | video | 12 | - | - | - | -",
            "youtube | bbbbbbbbbbb | UCbbbbbbbbbbbbbbbbbbbbbb | live | - | - | - | - | -"),
        show(rows, "post", POST));
    assertEquals(
        List.of("- | 2026-01-28 11:33:20", "2015-03-01 00:00:00 | 2026-01-28 11:33:20"),
        show(rows, "post", "published_at", "observed_at"));
    assertEquals(
        List.of(
            "UCaaaaaaaaaaaaaaaaaaaaaa | demochef | Demo Chef | I cook | 812 | []",
            "UCaaaaaaaaaaaaaaaaaaaaaa | - | - | I cook | - | []",
            "UCbbbbbbbbbbbbbbbbbbbbbb | - | - | - | - | []",
            "UCaaaaaaaaaaaaaaaaaaaaaa | - | Demo Chef | - | - | []"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "followers",
            "to_json(rounded)"));
    assertEquals(
        List.of("post | 1", "record | 2", "record | 3"),
        show(rows, "reject", "part", "source_line"));
  }

  @Test
  void entriesBelongToTheChannelWhoseListTheyStandIn() {
    Dataset<Row> rows =
        new CrawlCase(folder, "yt-dlp")
            .file(
                "lists.jsonl",
                """
                {"_type":"playlist","id":"UCaaaaaaaaaaaaaaaaaaaaaa","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","webpage_url":"https://www.youtube.com/@demochef/videos","extractor":"youtube:tab","epoch":1769600000,"entries":[{"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaaa","view_count":152000,"channel_id":null},{"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaab","view_count":834}]}
                {"_type":"playlist","id":"UCaaaaaaaaaaaaaaaaaaaaaa","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","webpage_url":"https://www.youtube.com/@demochef/shorts","extractor":"youtube:tab","entries":[{"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaac","view_count":12000}]}
                {"_type":"playlist","id":"UUaaaaaaaaaaaaaaaaaaaaaa","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","extractor":"youtube:tab","entries":[{"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaad","view_count":152345}]}
                {"_type":"playlist","id":"PLx","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","extractor":"youtube:tab","entries":[{"_type":"url","ie_key":"Youtube","id":"aaaaaaaaaae"}]}
                {"_type":"url","extractor":"youtube:tab","ie_key":"Youtube","id":"aaaaaaaaaaf","playlist_id":"UULFbbbbbbbbbbbbbbbbbbbbbb","playlist_channel_id":"UCbbbbbbbbbbbbbbbbbbbbbb"}
                {"_type":"playlist","id":"12345","extractor":"BilibiliSpaceVideo","entries":[{"_type":"url","ie_key":"BiliBili","id":"BV17x411w7KC"}]}
                {"_type":"playlist","id":"demo_games","extractor":"twitch:videos","entries":[{"_type":"url_transparent","ie_key":"TwitchVod","id":"v335921245","view_count":1800}]}
                """)
            .read();
    assertEquals(
        List.of(
            "aaaaaaaaaaa | youtube:UCaaaaaaaaaaaaaaaaaaaaaa | video | 152000 | [\"views\"]",
            "aaaaaaaaaab | youtube:UCaaaaaaaaaaaaaaaaaaaaaa | video | 834 | []",
            "aaaaaaaaaac | youtube:UCaaaaaaaaaaaaaaaaaaaaaa | short | 12000 | [\"views\"]",
            "aaaaaaaaaad | youtube:UCaaaaaaaaaaaaaaaaaaaaaa | video | 152345 | []",
            "aaaaaaaaaaf | youtube:UCbbbbbbbbbbbbbbbbbbbbbb | video | - | []",
            "170001 | bilibili:12345 | video | - | []",
            "335921245 | twitch:@demo_games | vod | 1800 | []"),
        show(rows, "post", "post_id", "account_uid", "kind", "views", "to_json(rounded)"));
    assertEquals(
        List.of("account_id is missing or damaged"),
        show(rows.where("reject.part = 'post'"), "reject", "reason"),
        "a playlist may hold anybody's videos");
  }

  @Test
  void countsThatYoutubeShortensAreRounded() {
    Dataset<Row> rows =
        new CrawlCase(folder, "yt-dlp")
            .file(
                "some.jsonl",
                """
                {"extractor":"youtube","id":"aaaaaaaaaaa","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","view_count":263000,"like_count":20000,"comment_count":1700,"channel_follower_count":999}
                {"extractor":"youtube","id":"aaaaaaaaaab","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","view_count":1,"comment_count":1723,"original_url":"https://www.youtube.com/shorts/aaaaaaaaaab"}
                {"extractor":"youtube","id":"aaaaaaaaaac","channel_id":"UCaaaaaaaaaaaaaaaaaaaaaa","view_count":1,"comment_count":17,"original_url":"https://www.youtube.com/watch?v=aaaaaaaaaac"}
                {"extractor":"TikTok","id":"7100000000000000001","uploader_id":"680","view_count":838100,"like_count":1700}
                """)
            .read();
    assertEquals(
        List.of(
            "video | 263000 | 20000 | 1700 | [\"comments\"]",
            "short | 1 | - | 1723 | []",
            "video | 1 | - | 17 | []",
            "video | 838100 | 1700 | - | [\"views\"]"),
        show(rows, "post", "kind", "views", "likes", "comments", "to_json(rounded)"));
  }

  @Test
  void videosOfOtherPlatforms() {
    Dataset<Row> rows =
        new CrawlCase(folder, "yt-dlp")
            .file(
                "all.jsonl",
                """
                {"extractor":"TikTok","id":"7100000000000000001","title":"try","description":"try #recipe","uploader":"demochef","uploader_id":"680","channel":"Demo","channel_id":"MS4w","timestamp":1768212000,"duration":15,"view_count":838123,"like_count":55731,"repost_count":181,"comment_count":936,"save_count":90,"epoch":1769600000}
                {"extractor":"TikTok","id":"7100000000000000002","uploader":"Demo.Two"}
                {"extractor":"Douyin","id":"7300000000000000001","description":"红烧肉 #家常菜","uploader":"laowang","uploader_id":"101","channel":"老王","like_count":5,"view_count":0}
                {"extractor":"BiliBili","id":"BV17x411w7KC_p2","title":"评测","uploader":"硬件君","uploader_id":"12345","view_count":153200,"like_count":8012,"comment_count":310,"tags":["显卡"],"_old_archive_ids":["bilibili 170001_part2"]}
                {"extractor":"BiliBili","id":"BV1Q541167Qg","title":"无","uploader_id":"12345"}
                {"extractor":"twitch:vod","id":"v335921245","title":"Finals #chess","uploader":"Demo_Games","uploader_id":"demo_games","timestamp":1768426227,"duration":201,"view_count":1863}
                {"extractor":"twitch:clips","id":"123","display_id":"AwkwardClip","title":"lol","channel":"Demo_Games","channel_id":"141","channel_follower_count":3246298,"uploader":"jo","uploader_id":"53","view_count":10}
                {"extractor":"twitch:stream","id":"900","uploader":"Demo_Games","uploader_id":"demo_games","view_count":78365}
                {"extractor":"twitter","id":"1739999999999999999","display_id":"1740000000000000001","description":"New #video","uploader":"Demo","uploader_id":"DemoChef","channel_id":"55","like_count":210,"repost_count":10,"comment_count":4,"view_count":15002}
                {"extractor":"Instagram","id":"CxAbCdEfGhI","description":"menu #food","uploader":"Demo","uploader_id":"111","channel":"demochef","like_count":2045,"comment_count":31}
                """)
            .read();
    assertEquals(
        List.of(
            "tiktok | 7100000000000000001 | 680 | video | 838123 | 55731 | 936 | 181 | 90",
            "tiktok | 7100000000000000002 | @demo.two | video | - | - | - | - | -",
            "douyin | 7300000000000000001 | 101 | video | - | 5 | - | - | -",
            "bilibili | 170001 | 12345 | video | 153200 | 8012 | 310 | - | -",
            "bilibili | 455017605 | 12345 | video | - | - | - | - | -",
            "twitch | 335921245 | @demo_games | vod | 1863 | - | - | - | -",
            "twitch | AwkwardClip | 141 | clip | 10 | - | - | - | -",
            "x | 1740000000000000001 | 55 | video | 15002 | 210 | 4 | 10 | -",
            "instagram | 3188667452086839368 | 111 | video | - | 2045 | 31 | - | -"),
        show(rows, "post", POST));
    assertEquals(
        List.of(
            "tiktok | 680 | demochef | Demo | -",
            "tiktok | @demo.two | Demo.Two | - | -",
            "douyin | 101 | laowang | 老王 | -",
            "bilibili | 12345 | - | 硬件君 | -",
            "bilibili | 12345 | - | - | -",
            "twitch | @demo_games | demo_games | Demo_Games | -",
            "twitch | 141 | - | Demo_Games | 3246298",
            "twitch | @demo_games | demo_games | Demo_Games | -",
            "x | 55 | DemoChef | Demo | -",
            "instagram | 111 | demochef | Demo | -"),
        show(rows, "account", "platform", "account_id", "handle", "name", "followers"));
    assertEquals(
        List.of("true"),
        show(rows.where("post.kind = 'clip'"), "post", "repost"),
        "a viewer cut it out");
    assertEquals(0, rows.where("kind = 'reject' or to_json(struct(*)) like '%\"jo\"%'").count());
  }

  @Test
  void commentsOfOtherPlatformsByTheNameOfTheFile() {
    String comment =
        "{\"comments\":[{\"id\":9,\"parent\":\"%s\",\"text\":\"yum\",\"author\":\"jo\",\"author_id\":\"7\"}],%s}\n";
    Dataset<Row> rows =
        new CrawlCase(folder, "yt-dlp")
            .file(
                "A [BV17x411w7KC_p2].info.json",
                comment.formatted(
                    "root",
                    "\"extractor\":\"BiliBili\",\"id\":\"BV17x411w7KC_p2\",\"uploader_id\":\"1\""))
            .file(
                "CxAbCdEfGhI.info.json",
                comment.formatted(
                    "8",
                    "\"extractor\":\"Instagram\",\"id\":\"CxAbCdEfGhI\",\"uploader_id\":\"1\""))
            .file(
                "of some letters.info.json",
                comment.formatted(
                    "8",
                    "\"extractor\":\"Instagram\",\"id\":\"CxAbCdEfGhI\",\"uploader_id\":\"1\""))
            .read();
    assertEquals(
        List.of("bilibili:9 | 170001 | - | yum", "instagram:9 | 3188667452086839368 | 8 | yum"),
        show(rows, "comment", "comment_uid", "post_id", "parent_id", "text"));
    assertEquals(
        List.of("170001", "3188667452086839368", "3188667452086839368"),
        show(rows, "post", "post_id"));
    assertEquals(
        List.of("record | -"),
        show(rows, "reject", "part", "raw"),
        "whose comment it is, nothing tells");
  }
}
