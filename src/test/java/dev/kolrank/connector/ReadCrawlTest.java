package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import dev.kolrank.core.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What passes the door, what does not, and what is told about it. */
class ReadCrawlTest {
  private static final String DEMO =
      """
      platform = demo
      describes = "A made-up source"
      zone = "Asia/Shanghai"
      also = ["more.posts"]
      hidden = ["friend_*"]
      rules = [
        { makes = account, where = "fans IS NOT NULL",
          set { account_id = id, name = name, followers = fans, observed_at = seen, created_at = born },
          absent { "*" = "none" } },
        { makes = post, where = "likes IS NOT NULL"
          set { post_id = id, account_id = owner, likes = likes, views = views, published_at = at,
                tags = "split(tags, ',')" },
          absent { "*" = "none" } }
      ]
      """;

  @TempDir Path folder;

  @Test
  void theDoorTellsWhyARecordMustStayOutside() {
    Dataset<Row> rows =
        read(
            "a.jsonl",
            """
            {"id":"1","owner":"a","likes":"5"}
            {"id":"3.16607E+18","owner":"a","likes":"5"}
            {"id":"2","owner":"","likes":"-7"}
            {"id":"3","owner":"a","likes":"1","at":"2003-05-01"}
            {"id":"4","owner":"a","likes":"1","at":"2026-02-03"}
            {"id":"%s","owner":"a","likes":"1"}
            {"id":"5"}
            7
            """
                .formatted("x".repeat(257)));
    assertEquals(
        List.of(
            "2 | post | post_id is missing or damaged",
            "3 | post | account_id is missing or damaged; likes is negative",
            "4 | post | published_at is before 2004",
            "5 | post | published_at is later than its observation",
            "6 | post | post_id is longer than 256 characters",
            "7 | record | the record meets the condition of no rule: it has id",
            "8 | record | the record is not a JSON object"),
        show(rows, "reject", "source_line", "part", "reason"));
    assertEquals(List.of("1"), show(rows, "post", "post_id"));
  }

  @Test
  void aFileNameMaySayWhoseItIsAndARuleWhichPlatform() {
    Connector connector =
        connector(
            """
            platform = demo
            describes = "A made-up source"
            rules = [
              { makes = account, platform = other,
                set { account_id = "_folder", handle = "_file" }, absent { "*" = "none" } }
            ]
            """);
    Dataset<Row> rows =
        new CrawlCase(folder, "demo")
            .file("demo_chef/someone.2.csv", "id\n1\n")
            .file("Some One/Some One.jsonl", "{\"id\":1}\n")
            .read(connector);
    assertEquals(
        List.of("other:Some One | Some One", "other:demo_chef | someone.2"),
        show(rows, "account", "account_uid", "handle"));
  }

  @Test
  void countsKeepWhatIsKnownOfThem() {
    Dataset<Row> rows =
        read(
            "a.jsonl",
            """
            {"id":"1","owner":"a","likes":"1.2万","views":"10万+"}
            {"id":"2","owner":"a","likes":-1,"views":"None"}
            {"id":"3","owner":"a","likes":"many","views":12}
            {"id":"4","owner":"a","likes":0,"views":"1,234"}
            {"id":"5","owner":"a","likes":10000000000000,"views":"10000000000001"}
            {"id":"6","owner":"a","likes":"9,223,372,036,854,775,807","views":1}
            """);
    assertEquals(
        List.of(
            "12000 | 100000 | [\"views\",\"likes\"] | [\"views\"] | []",
            "- | - | [] | [] | []",
            "- | 12 | [] | [] | [\"likes\"]",
            "0 | 1234 | [] | [] | []",
            "10000000000000 | - | [] | [] | [\"views\"]",
            "- | 1 | [] | [] | [\"likes\"]"),
        show(
            rows,
            "post",
            "likes",
            "views",
            "to_json(rounded)",
            "to_json(censored)",
            "to_json(unreadable)"));
  }

  @Test
  void timesAreReadInTheZoneAndSeenWhenTheRecordSays() {
    Dataset<Row> rows =
        read(
            "a.jsonl",
            """
            {"id":"1","fans":1,"seen":1710100000123,"born":"2020-01-01 08:00:00"}
            {"id":"2","fans":1,"born":"soon"}
            """);
    assertEquals(
        List.of(
            "2024-03-10 19:46:40.123 | 2020-01-01 00:00:00 | []",
            "2026-01-31 23:59:59.999999 | - | [\"created_at\"]"),
        show(rows, "account", "observed_at", "created_at", "to_json(unreadable)"));
  }

  @Test
  void aCrawlerWhoseClockIsWrongIsNotBelieved() {
    Dataset<Row> rows =
        read(
            "a.jsonl",
            """
            {"id":"1","fans":1,"seen":"2062-06-28 10:00:00"}
            {"id":"2","fans":1,"seen":"2000-01-01 00:05:00"}
            {"id":"3","fans":1,"seen":"2026-12-31 10:00:00"}
            """);
    assertEquals(List.of("3"), show(rows, "account", "account_id"));
    assertEquals(
        List.of(
            "observed_at is ten years later than its folder's day", "observed_at is before 2004"),
        show(rows, "reject", "reason"));
  }

  @Test
  void unknownFieldsAreKeptAndHiddenOnesAreNot() {
    Dataset<Row> rows =
        read(
            "a.jsonl",
            """
            {"id":"1","fans":1,"shoe":{"size":43},"friend_name":"Jo","nothing":null}
            {"id":"2","friend_name":"Jo"}
            {"id":"3","friend_name":"Jo"
            """);
    assertEquals(List.of("{\"shoe\":{\"size\":43}}"), show(rows, "account", "extra"));
    assertEquals(List.of("{\"id\":\"2\"}", "-"), show(rows, "reject", "raw"));
  }

  @Test
  void aRecordMayHoldFurtherOnes() {
    Dataset<Row> rows =
        read(
            "a.json",
            """
            {"id":"9","fans":3,"more":{"posts":[{"id":"1","owner":"9","likes":1,"tags":"#a, b,,a"}]}}
            """);
    assertEquals(List.of("9 | -"), show(rows, "account", "account_id", "extra"));
    assertEquals(List.of("1 | [\"a\",\"b\"]"), show(rows, "post", "post_id", "to_json(tags)"));
    assertEquals(List.of("2"), show(rows, "file", "records"));
  }

  @Test
  void everyFileEndsWithItsClosingRow() {
    byte[] gzip = Bytes.gzip("{\"id\":\"1\",\"fans\":1}\nbroken\n");
    Dataset<Row> rows =
        new CrawlCase(folder, "demo").file("b.jsonl.gz", gzip).file("c.json", "").read(demo());
    assertEquals(
        List.of(
            "demo/2026-01-31/b.jsonl.gz | 2026-01-31 | demo | 2 | 64 | " + gzip.length,
            "demo/2026-01-31/c.json | 2026-01-31 | demo | 0 | 64 | 0"),
        show(
            rows,
            "file",
            "source_file",
            "crawl_date",
            "connector",
            "records",
            "length(sha256)",
            "size_bytes"));
    assertEquals(4, rows.count());
  }

  @Test
  void anArchiveIsOneFileOfTheLedger() {
    byte[] zip =
        Bytes.zip("in/a.jsonl", "{\"id\":\"1\",\"fans\":1}\nbroken\n", "b.csv", "id,fans\n2,5\n");
    Dataset<Row> rows = new CrawlCase(folder, "demo").file("x.zip", zip).read(demo());
    assertEquals(
        List.of("1 | demo/2026-01-31/x.zip!/in/a.jsonl", "2 | demo/2026-01-31/x.zip!/b.csv"),
        show(rows, "account", "account_id", "source_file").stream().sorted().toList());
    assertEquals(
        List.of("2 | 2 | 20 | 27 | demo/2026-01-31/x.zip!/in/a.jsonl"),
        show(rows, "reject", "source_line", "last_line", "from_byte", "to_byte", "source_file"));
    var ledger = new LedgerFiles().rows(CrawlCase.over(rows));
    assertEquals(
        List.of("demo/2026-01-31/x.zip 3 2 1"),
        ledger
            .selectExpr("concat_ws(' ', source_file, records, observed, rejected)")
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList());
  }

  @Test
  void anEnvelopeWhoseListWasReadIsNeitherObservedNorRejected() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-web-api")
            .file(
                "a-comments.jsonl",
                """
                {"comments":[{"cid":"71","text":"nice","aweme_id":"76","create_time":1768212000}],"cursor":20}
                {"comments":[],"cursor":40}
                {"comments":null,"status_code":0}
                {"comments":[{"cid":"72","text":"so","aweme_id":"76","create_time":1768212000}],"id":"1"}
                {"code":0,"payload":[{"cid":"73"}]}
                {"error":"blocked\\u0007"}
                """)
            .read();
    assertEquals(List.of("71 | 76", "72 | 76"), show(rows, "comment", "comment_id", "post_id"));
    assertEquals(
        List.of(
            "5 | the document is an envelope {code, payload} that the connector does not declare",
            "6 | none of the fields that the rules read is there: found error"),
        show(rows, "reject", "source_line", "reason"));
    assertEquals(
        List.of("4 2 2"),
        new LedgerFiles()
            .rows(CrawlCase.over(rows))
            .selectExpr("concat_ws(' ', records, observed, rejected)")
            .as(org.apache.spark.sql.Encoders.STRING())
            .collectAsList());
  }

  @Test
  void anAuthorIsAKeyedHashAndNothingElse() throws Exception {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-bili")
            .file(
                "comments.jsonl",
                """
                {"comment_id":"5","video_id":"9","content":"hi","user_id":"secret-8","nickname":"Jo"}
                {"comment_id":"6","content":"hi","user_id":"secret-8","nickname":"Jo"}
                {"comment_id":"7","nickname":"secret-8"
                """)
            .read();
    String hash =
        AuthorHash.hex(
            CrawlCase.KEY.getBytes(StandardCharsets.UTF_8),
            "bilibili:#" + AuthorHashTest.sha256("secret-8").substring(0, 16));
    assertEquals(List.of("5 | " + hash), show(rows, "comment", "comment_id", "author_hash"));
    assertEquals(2, rows.where("kind = 'reject'").count());
    assertTrue(
        rows.toJSON().collectAsList().stream()
            .noneMatch(r -> r.contains("secret-8") || r.contains("Jo")));
  }

  private Dataset<Row> read(String name, String text) {
    return new CrawlCase(folder, "demo").file(name, text).read(demo());
  }

  private static Connector demo() {
    return connector(DEMO);
  }

  private static Connector connector(String mapping) {
    var problems = new Problems();
    Connector connector = ConnectorFile.read("demo", ConfigFactory.parseString(mapping), problems);
    problems.stopIfAny();
    return connector;
  }
}
