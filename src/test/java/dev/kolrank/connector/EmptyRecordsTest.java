package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.ConfigFactory;
import dev.kolrank.core.Problems;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of which a rule reads nothing but the id; every record is invented. */
class EmptyRecordsTest {
  private static final String NOTHING = "none of the fields that the rules read is there";

  @TempDir Path folder;

  @Test
  void aRecordOfAnotherLayoutIsRejectedAndItsFieldsAreNamed() {
    Dataset<Row> rows =
        read(
            """
            {"id":"1","nick":"Demo","fans_num":9,"follow_num":3,"sign":"soup","a":1,"b":2}
            {"id":"2","nested":null}
            {"id":"3","verified":false}
            """);
    assertEquals(
        List.of(
            "account | " + NOTHING + ": found nick, fans_num, follow_num, sign, a, …",
            "account | " + NOTHING,
            "account | " + NOTHING),
        show(rows, "reject", "part", "reason"));
    assertEquals(3, rows.count() - 1, "and the end of the file");
  }

  @Test
  void aRecordOfAFewFieldsIsAccepted() {
    Dataset<Row> rows =
        read(
            """
            {"id":"1","handle":"demo"}
            {"id":"2","name":"Demo"}
            {"id":"3","fans":"0"}
            {"id":"4","fans":"many"}
            {"id":"5","verified":true}
            {"id":"6","born":"long ago"}
            {"post":"p1","id":"7"}
            """);
    assertEquals(List.of(), show(rows, "reject", "reason"));
    assertEquals(List.of("1", "2", "3", "4", "5", "6", "7"), show(rows, "account", "account_id"));
    assertEquals(
        List.of("p1 | 7"), show(rows, "post", "post_id", "account_id"), "a post and whose it is");
  }

  @Test
  void aKindAnAddressAndTheNameOfTheFileAreNoContent() {
    Dataset<Row> rows =
        new CrawlCase(folder, "weibo-crawler")
            .file(
                "示例/1000000001.json",
                """
                {"user":{"id":"1000000001","nick":"示例","fans":"7"},\
                "weibo":[{"id":"PaaaaaaA1","words":"早","video_url":"http://v/1","ups":3}]}""")
            .read();
    assertEquals(
        List.of(
            "account | " + NOTHING + ": found fans, nick",
            "account | " + NOTHING + ": found ups, words",
            "post | " + NOTHING + ": found ups, words"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
    assertEquals(0, rows.where("kind in ('account', 'post')").count());
  }

  private Dataset<Row> read(String lines) {
    var problems = new Problems();
    Connector connector =
        ConnectorFile.read(
            "demo",
            ConfigFactory.parseString(
                """
                platform = demo
                describes = "A made-up source"
                rules = [
                  {
                    makes = account
                    set {
                      account_id = id, handle = handle, name = name, followers = fans
                      verified = verified, created_at = born, bio = "concat(_file, nested.bio)"
                    }
                    absent { "*" = "it has no more" }
                  }
                  {
                    makes = post
                    where = "post IS NOT NULL"
                    set { post_id = post, account_id = id, kind = "'post'", url = "concat('https://demo.example/', post)" }
                    absent { "*" = "it has no more" }
                  }
                ]
                """),
            problems);
    problems.stopIfAny();
    return new CrawlCase(folder, "demo").file("a.jsonl", lines).read(connector);
  }
}
