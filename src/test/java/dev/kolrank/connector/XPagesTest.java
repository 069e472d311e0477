package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of X's web interface as twscrape leaves them by --raw; every record is invented. */
class XPagesTest {
  private static final String WRITER =
      """
      "core":{"user_results":{"result":{"__typename":"User","rest_id":"55","is_blue_verified":true,\
      "core":{"screen_name":"demochef","name":"Demo","created_at":"Tue May 01 06:49:15 +0000 2012"},"location":{"location":"Rome"},\
      "legacy":{"description":"chef","followers_count":90211,"friends_count":310,"statuses_count":7000,"favourites_count":12,"entities":{"url":{"urls":[{"expanded_url":"https://demo.example"}]}}}}}}""";

  private static final String GHOST =
      """
      "core":{"user_results":{"result":{"rest_id":"901","legacy":{"screen_name":"ghostone","name":"Ghost One"}}}}""";

  @TempDir Path folder;

  @Test
  void aTimelineGivesItsPostsAndTheirAuthor() {
    String tweets =
        """
        {"entryId":"tweet-1","content":{"entryType":"TimelineTimelineItem","itemContent":{"itemType":"TimelineTweet","tweet_results":{"result":{"__typename":"Tweet","rest_id":"1002",%1$s,"edit_control":{"edit_control_initial":{"edit_tweet_ids":["1001","1002"]},"initial_tweet_id":"1001"},"views":{"count":"15002","state":"EnabledWithCount"},"note_tweet":{"note_tweet_results":{"result":{"text":"A long #Soup story"}}},"legacy":{"id_str":"1002","user_id_str":"55","conversation_id_str":"1002","created_at":"Mon Jan 12 12:00:00 +0000 2026","full_text":"A long","favorite_count":210,"reply_count":4,"retweet_count":10,"quote_count":1,"bookmark_count":3,"lang":"en","entities":{"hashtags":[{"text":"Soup"}]},"extended_entities":{"media":[{"video_info":{"duration_millis":45500}}]}}}}}}},
        {"entryId":"tweet-2","content":{"itemContent":{"tweet_results":{"result":{"__typename":"TweetWithVisibilityResults","tweet":{"rest_id":"1003",%1$s,"legacy":{"full_text":"RT @ghostone: words of ghost","created_at":"Mon Jan 12 12:00:00 +0000 2026","retweeted_status_result":{"result":{"rest_id":"5",%2$s}}},"views":{"count":"9"},"quoted_status_result":{"result":{%2$s}}}}}}}},
        {"entryId":"module","content":{"items":[{"item":{"itemContent":{"tweet_results":{"result":{"rest_id":"1004",%1$s,"legacy":{"full_text":"and more","in_reply_to_status_id_str":"1002","in_reply_to_user_id_str":"55","created_at":"Mon Jan 12 12:00:00 +0000 2026"}}}}}},{"item":{"itemContent":{"user_results":{"result":{"rest_id":"902","legacy":{"screen_name":"ghosttwo"}}}}}}]}},
        {"entryId":"cursor","content":{"cursorType":"Bottom","value":"x"}}"""
            .formatted(WRITER, GHOST);
    Dataset<Row> rows =
        new CrawlCase(folder, "twscrape")
            .file(
                "page.json",
                ("{\"data\":{\"user\":{\"result\":{\"__typename\":\"User\",\"timeline_v2\":{\"timeline\":"
                        + "{\"instructions\":[{\"type\":\"TimelineClearCache\"},"
                        + "{\"type\":\"TimelineAddEntries\",\"entries\":["
                        + tweets
                        + "]}]}}}}}}")
                    .replace("\n", ""))
            .file(
                "search.jsonl",
                """
                {"data":{"search_by_raw_query":{"search_timeline":{"timeline":{"instructions":[{"entries":[{"content":{"itemContent":{"tweet_results":{"result":{"rest_id":"1005",%s,"legacy":{"full_text":"found","created_at":"Mon Jan 12 12:00:00 +0000 2026"}}}}}}]}]}}}}}
                {"id":1006,"date":"2026-01-12 12:00:00+00:00","user":{"id":55,"username":"demochef"},"rawContent":"a line"}
                """
                    .formatted(WRITER))
            .read();
    assertEquals(
        List.of(
            "1001 | 55 | tweet | A long #Soup story | [\"Soup\"] | false | 15002 | 210 | 4 | 11 | 3 | 46",
            "1003 | 55 | retweeted | RT @ghostone: words of ghost | - | true | - | - | - | - | - | -",
            "1004 | 55 | replied_to | and more | - | false | - | - | - | - | - | -",
            "1005 | 55 | tweet | found | - | false | - | - | - | - | - | -",
            "1006 | 55 | tweet | a line | - | false | - | - | - | - | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "text",
            "to_json(tags)",
            "repost",
            "views",
            "likes",
            "comments",
            "shares",
            "saves",
            "duration_s"));
    assertEquals(
        List.of(
            "55 | demochef | Demo | chef | https://demo.example | true | Rome | 90211 | 310 | 7000 | 2012-05-01"),
        show(
            rows.where("source_file like '%page.json' and account.handle is not null").limit(1),
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "link",
            "verified",
            "region",
            "followers",
            "following",
            "posts",
            "to_date(created_at)"));
    assertEquals(List.of(), show(rows, "reject", "reason"));
    assertEquals(
        0,
        rows.where("kind <> 'post' and to_json(struct(*)) rlike '(?i)ghost'").count(),
        "whom one repeats or quotes, and who is proposed to follow, stays unknown");
  }

  @Test
  void aConversationGivesCommentsOfUnknownPeople() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twscrape")
            .file(
                "detail.json",
                """
                {"data":{"threaded_conversation_with_injections_v2":{"instructions":[{"type":"TimelineAddEntries","entries":[
                {"content":{"itemContent":{"tweet_results":{"result":{"rest_id":"1001",%s,"legacy":{"full_text":"Soup","conversation_id_str":"1001","created_at":"Mon Jan 12 12:00:00 +0000 2026"}}}}}},
                {"content":{"items":[{"item":{"itemContent":{"tweet_results":{"result":{"rest_id":"1010",%s,"legacy":{"full_text":"@demochef no","conversation_id_str":"1001","in_reply_to_status_id_str":"1001","in_reply_to_user_id_str":"55","favorite_count":2,"created_at":"Mon Jan 12 13:00:00 +0000 2026"}}}}}}]}}
                ]}]}}}
                """
                    .formatted(WRITER, GHOST))
            .read();
    assertEquals(List.of("1001"), show(rows, "post", "post_id"));
    assertEquals(List.of("55"), show(rows, "account", "account_id"));
    assertEquals(
        List.of("1010 | 1001 | - | 2 | 64"),
        show(
            rows, "comment", "comment_id", "post_id", "parent_id", "likes", "length(author_hash)"));
    assertEquals(0, rows.where("to_json(struct(*)) rlike '(?i)ghost'").count());
  }

  @Test
  void aUserAskedForIsAnAccountAndAListOfFollowersIsNone() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twscrape")
            .file(
                "user.json",
                """
                {"data":{"user":{"result":{"__typename":"User","rest_id":"56","location":{"location":"Paris"},"legacy":{"screen_name":"other","name":"Other","followers_count":3,"protected":false,"created_at":"Tue May 01 06:49:15 +0000 2012"}}}}}
                """)
            .file(
                "private.json",
                """
                {"data":{"user":{"result":{"__typename":"User","rest_id":"57","legacy":{"screen_name":"ghosttwo","name":"Ghost","followers_count":3,"protected":true}}}}}
                """)
            .file(
                "followers.json",
                """
                {"data":{"user":{"result":{"timeline":{"timeline":{"instructions":[{"entries":[{"content":{"itemContent":{"user_results":{"result":{"rest_id":"901","legacy":{"screen_name":"ghostone"}}}}}}]}]}}}}}}
                """)
            .read();
    assertEquals(
        List.of("56 | other | Other | Paris | 3 | false"),
        show(rows, "account", "account_id", "handle", "name", "region", "followers", "private"));
    assertEquals(
        List.of("the record has no field that may be read", "a private profile"),
        show(rows, "reject", "reason"));
    assertEquals(0, rows.where("to_json(struct(*)) rlike '(?i)ghost'").count());
  }
}
