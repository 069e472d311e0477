package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One person is one keyed hash, whether a crawler gives the id or its hash. */
class AuthorHashTest {
  @TempDir Path folder;

  @Test
  void anIdIsBroughtToTheFormOfItsHash() throws Exception {
    assertEquals("weibo:#9f86d081884c7d65", AuthorHash.masked("weibo:test"));
    assertEquals("weibo:#9f86d081884c7d65", AuthorHash.masked("weibo:#9f86d081884c7d65"));
    assertNotEquals(AuthorHash.masked("weibo:@test"), AuthorHash.masked("weibo:test"));
    assertNotEquals(AuthorHash.masked("weibo:a:b"), AuthorHash.masked("weibo:b"));
  }

  @ParameterizedTest
  @CsvSource({
    "mediacrawler-bili, video_id, content",
    "mediacrawler-douyin, aweme_id, content",
    "mediacrawler-weibo, note_id, content",
    "mediacrawler-xhs, note_id, content"
  })
  void bothGenerationsOfMediaCrawlerNameOneCommenterAlike(String source, String post, String text)
      throws Exception {
    String hash = sha256("7001").substring(0, 16);
    Dataset<Row> rows =
        new CrawlCase(folder, source)
            .file(
                "search_comments_2026-05-01.jsonl",
                """
                {"comment_id":"1","%1$s":"9","%2$s":"a","user_id":"7001","nickname":"Jo"}
                {"comment_id":"2","%1$s":"9","%2$s":"b","user_id":7001,"nickname":"Jo"}
                {"comment_id":"3","%1$s":"9","%2$s":"c","user_id":"7002"}
                """
                    .formatted(post, text))
            .file(
                "search_comments_2026-08-01.jsonl",
                """
                {"comment_id":"4","%1$s":"9","%2$s":"d","creator_hash":"%3$s","nickname":"J*"}
                {"comment_id":"5","%1$s":"9","%2$s":"e"}
                """
                    .formatted(post, text, hash))
            .read();
    List<String> authors = show(rows, "comment", "author_hash");
    assertEquals(authors.get(0), authors.get(1));
    assertEquals(authors.get(0), authors.get(3));
    assertNotEquals(authors.get(0), authors.get(2));
    assertEquals("-", authors.get(4), "a comment without an author");
    assertEquals(0, rows.toJSON().filter("value like '%" + hash + "%'").count());
  }

  static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
