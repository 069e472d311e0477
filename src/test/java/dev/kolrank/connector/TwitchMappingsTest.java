package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twitch's API, and lists that name Twitch channels; every record is invented. */
class TwitchMappingsTest {
  @TempDir Path folder;

  @Test
  void helixPagesAndBareObjects() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twitch-helix")
            .file(
                "a-users.json",
                """
                {"data":[{"id":"141","login":"demo_games","display_name":"Demo_Games","type":"","broadcaster_type":"partner","description":"Plays","view_count":0,"email":"demo@mail.example","created_at":"2016-12-14T20:32:28Z"},{"id":null,"login":"small","display_name":"Small","broadcaster_type":"","view_count":71}]}
                """)
            .file(
                "b-others.jsonl",
                """
                {"data":[{"broadcaster_id":"141","broadcaster_login":"demo_games","broadcaster_name":"Demo_Games","broadcaster_language":"en-gb","game_id":"1","game_name":"Chess","title":"GM","tags":["chess"]}],"pagination":{}}
                {"data":[{"id":"900","user_id":"141","user_login":"demo_games","user_name":"Demo_Games","game_name":"Chess","type":"live","title":"on","viewer_count":78365,"started_at":"2026-01-30T09:00:00Z","language":"en"}]}
                {"data":[{"id":"335921245","stream_id":null,"user_id":"141","user_login":"demo_games","user_name":"Demo_Games","title":"Finals #chess","description":"","created_at":"2026-01-14T21:30:27Z","published_at":"2026-01-14T22:04:30Z","url":"https://www.twitch.tv/videos/335921245","view_count":1863062,"language":"en","type":"upload","duration":"1h3m21s"}]}
                {"id":"AwkwardClip","url":"https://clips.twitch.tv/AwkwardClip","broadcaster_id":"141","broadcaster_name":"Demo_Games","creator_id":"53","creator_name":"jo","video_id":"1","language":"other","title":"lol","view_count":10,"created_at":"2026-01-15T22:34:18Z","duration":12.9}
                {"id":"X","user_id":"141","user_login":"demo_games","published_at":"2026-01-14T22:04:30Z","view_count":-5}
                {"error":"Unauthorized","status":401}
                {"data":[{"id":"142","log
                """)
            .read();
    assertEquals(
        List.of(
            "141 | demo_games | Demo_Games | Plays | true | - | - | - | 2016-12-14 20:32:28",
            "@small | small | Small | - | false | - | - | 71 | -",
            "141 | demo_games | Demo_Games | - | - | Chess | en | - | -",
            "141 | demo_games | Demo_Games | - | - | Chess | en | - | -",
            "141 | demo_games | Demo_Games | - | - | - | en | - | -",
            "141 | - | Demo_Games | - | - | - | - | - | -",
            "141 | demo_games | - | - | - | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "verified",
            "category",
            "language",
            "views_received",
            "created_at"));
    assertEquals(
        List.of(
            "335921245 | upload | - | [\"chess\"] | en | 3801 | 1863062 | 2026-01-14 22:04:30",
            "AwkwardClip | clip | true | - | - | 13 | 10 | 2026-01-15 22:34:18"),
        show(
            rows,
            "post",
            "post_id",
            "kind",
            "repost",
            "to_json(tags)",
            "language",
            "duration_s",
            "views",
            "published_at"));
    assertEquals(
        List.of(
            "post | views is negative", "record | none of the fields that the rules read is there"),
        show(rows, "reject", "part", "split(reason, ':')[0]").subList(0, 2));
    assertEquals(3, rows.where("kind = 'reject'").count(), "and the line that is cut");
    assertEquals(0, rows.where("to_json(struct(*)) rlike 'mail.example|\"jo|jo\"'").count());
  }

  @Test
  void sullygnomeWithItsHeader() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twitch-sullygnome")
            .file(
                "a.csv",
                """
                Channel,Watch time(Minutes),Stream time(minutes),Peak viewers,Average viewers,Followers,Followers gained,Views gained,Partnered,Mature,Language
                Demo_Games,6196161750,215250,222720,27716,3246298,1734810,93036735,True,False,English
                示例 (demo_login),1,1,1,0,"1,204",1,1,False,True,Chinese
                Third,1,1,1,5,lots,1,1,False,True,Klingon
                ,1,1,1,5,7,1,1,False,True,Korean
                short,row
                """)
            .file(
                "b.csv",
                """
                Demo_Games,1,2,3,4,5,6,7,True,False,English
                Other,1,2,3,4,5,6,7,True,False,English
                """)
            .read();
    assertEquals(
        List.of(
            "@demo_games | demo_games | Demo_Games | true | en | 3246298 | 27716 | [\"typical_views\"] | []",
            "@demo_login | demo_login | 示例 | false | zh | 1204 | - | [] | []",
            "@third | third | Third | false | - | - | 5 | [\"typical_views\"] | [\"followers\"]"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "verified",
            "language",
            "followers",
            "typical_views",
            "to_json(censored)",
            "to_json(unreadable)"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "record | the row has 2 fields where the header has 11",
            "record | the table has no header that the connector knows: its first row looks like"
                + " data",
            "record | the table has no header that the connector knows: its first row looks like"
                + " data"),
        show(rows, "reject", "part", "reason"),
        "without its header a table says nothing, and loses no row");
  }

  @Test
  void twitchTrackerWithAndWithoutAHeader() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twitch-tracker")
            .file(
                "a.csv",
                """
                1,Demo_Games,27716,215,222720,6196161,-,1734810,3246298,93036735
                2,示例 (demo_login),1.2K,100,9000,120000,+2,100,"1,204",5000
                """)
            .file(
                "b.csv",
                """
                RANK,NAME,LANGUAGE,AVG_VIEWERS_PER_STREAM,TOTAL_FOLLOWERS,TOTAL_VIEWS
                1,third,English,5,1000,7
                """)
            .read();
    assertEquals(
        List.of(
            "@demo_games | demo_games | Demo_Games | 3246298 | 27716 | 93036735",
            "@demo_login | demo_login | 示例 | 1204 | 1200 | 5000",
            "@third | third | third | 1000 | 5 | 7"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "followers",
            "typical_views",
            "views_received"));
    assertEquals(List.of(), show(rows, "reject", "reason"));
  }

  @Test
  void oneCreatorOfTheTrackingListHasTwoAccounts() {
    Dataset<Row> rows =
        new CrawlCase(folder, "vtuber-tracking")
            .file(
                "vtubers.jsonl",
                """
                {"VTuber":{"id":"00c2bd1279064d88b05ad2d17d790e37","activity":"active","name":"示例","YouTube":{"subscriber":{"tag":"has","count":5890},"id":"UCaaaaaaaaaaaaaaaaaaaaaa"},"Twitch":{"follower":{"tag":"has","count":1040},"id":"Demo_V"},"nationality":"TW","group":"Demo Live"}}
                {"VTuber":{"id":"01","name":"Two","YouTube":{"subscriber":{"tag":"hidden"},"id":"UCbbbbbbbbbbbbbbbbbbbbbb"},"Twitch":{"follower":{"tag":"no","count":0},"id":"two"},"nationality":"UNKNOWN"}}
                {"VTuber":{"id":"02","name":"Gone"}}
                {"VTuber":"broken"}
                """)
            .read();
    assertEquals(
        List.of(
            "youtube | youtube:UCaaaaaaaaaaaaaaaaaaaaaa | - | 示例 | TW | 5890 | [\"followers\"]",
            "twitch | twitch:@demo_v | demo_v | 示例 | TW | 1040 | []",
            "youtube | youtube:UCbbbbbbbbbbbbbbbbbbbbbb | - | Two | - | - | []",
            "twitch | twitch:@two | two | Two | - | - | []"),
        show(
            rows,
            "account",
            "platform",
            "account_uid",
            "handle",
            "name",
            "region",
            "followers",
            "to_json(rounded)"));
    assertEquals(
        List.of(
            "the record meets the condition of no rule: it has name | 3",
            "VTuber holds no JSON object | 4"),
        show(rows, "reject", "reason", "source_line"));
  }

  @Test
  void whoFollowsOrGivesIsPrivate() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twitch-helix")
            .file(
                "followers.json",
                """
                {"data":[{"user_id":"53","user_login":"ghostlogin","user_name":"Ghost","followed_at":"2026-01-14T22:04:30Z"},{"broadcaster_id":"141","broadcaster_login":"demo_games","broadcaster_name":"Demo_Games","gifter_id":"54","gifter_login":"ghostgift","gifter_name":"Ghost"}]}
                """)
            .read();
    assertEquals(1, rows.where("kind = 'reject'").count());
    assertEquals(0, rows.where("lower(to_json(struct(*))) rlike 'ghost'").count());
  }
}
