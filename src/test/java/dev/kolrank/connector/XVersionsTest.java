package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts of X that were edited: each version has an id of its own. Every record is invented. */
class XVersionsTest {
  @TempDir Path folder;

  @Test
  void everyVersionIsThePostOfTheFirstId() {
    Dataset<Row> rows =
        new CrawlCase(folder, "x-api")
            .file(
                "a.jsonl",
                """
                {"id":"991","text":"soup","author_id":"5","conversation_id":"991","created_at":"2026-01-10T12:00:00.000Z","edit_history_tweet_ids":["991","1002"]}
                {"id":"1002","text":"Soup","author_id":"5","conversation_id":"1002","created_at":"2026-01-10T12:05:00.000Z","edit_history_tweet_ids":["1002","991"]}
                {"id":"1003","text":"Soups","author_id":"5","conversation_id":"1001","created_at":"2026-01-10T12:05:00.000Z","edit_history_tweet_ids":["1001","1003"]}
                {"id":"1004","text":"alone","author_id":"5","conversation_id":"1004","created_at":"2026-01-10T12:05:00.000Z","edit_history_tweet_ids":["1004"]}
                {"id":"1005","text":"old crawl","author_id":"5","conversation_id":"1005"}
                {"id":"1006","text":"elsewhere","author_id":"6","conversation_id":"1001","edit_history_tweet_ids":["1006"]}
                """)
            .read();
    assertEquals(
        List.of(
            // an older version's state lies before that of the newer one
            "991 | soup | 2026-01-10 12:00:00",
            "991 | Soup | 2026-01-31 23:59:59.999999",
            "1001 | Soups | 2026-01-31 23:59:59.999999",
            "1004 | alone | 2026-01-31 23:59:59.999999",
            "1005 | old crawl | 2026-01-31 23:59:59.999999"),
        show(rows, "post", "post_id", "text", "observed_at"));
    assertEquals(List.of("1006 | 1001"), show(rows, "comment", "comment_id", "post_id"));
  }

  @Test
  void commentsOnALaterVersionReachTheSamePost() {
    Dataset<Row> rows =
        new CrawlCase(folder, "x-api")
            .file(
                "page.json",
                """
                {"data":[{"id":"1010","text":"@demo yes","author_id":"6","in_reply_to_user_id":"5","conversation_id":"1002","edit_history_tweet_ids":["1010"],"referenced_tweets":[{"type":"replied_to","id":"1001"}]},\
                {"id":"1012","text":"@demo oh","author_id":"6","in_reply_to_user_id":"5","conversation_id":"1002","edit_history_tweet_ids":["1011","1012"],"referenced_tweets":[{"type":"replied_to","id":"1010"}]}],\
                "includes":{"tweets":[{"id":"1002","author_id":"5","text":"Soup","edit_history_tweet_ids":["1001","1002"]}]}}
                """)
            .read();
    assertEquals(
        List.of("1010 | 1001 | -", "1011 | 1001 | 1010"),
        show(rows, "comment", "comment_id", "post_id", "parent_id"));
  }

  @Test
  void twscrapeGivesTheHistoryToo() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twscrape")
            .file(
                "a.jsonl",
                """
                {"id":1002,"id_str":"1002","date":"2026-01-10 12:05:00+00:00","user":{"id":5,"username":"demo"},"rawContent":"Soup","editControl":{"edit_tweet_ids":["1001","1002"],"is_edit_eligible":true},"conversationId":1002}
                {"id":1001,"id_str":"1001","date":"2026-01-10 12:00:00+00:00","user":{"id":5,"username":"demo"},"rawContent":"soup","editControl":{"edit_tweet_ids":["1001","1002"]},"conversationId":1001}
                """)
            .read();
    assertEquals(
        List.of("1001 | Soup | 2026-01-31 23:59:59.999999", "1001 | soup | 2026-01-10 12:00:00"),
        show(rows, "post", "post_id", "text", "observed_at"));
  }
}
