package dev.kolrank.connector;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.typesafe.config.ConfigFactory;
import dev.kolrank.core.Problems;
import dev.kolrank.table.landing.Observation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of each column that a rule sets. */
class ProfileSourcesTest {
  private static final String MAPPING =
      """
      platform = demo
      describes = "A made-up source"
      rules = [
        { makes = post, file = "posts*", where = "kind = 'p'",
          set { post_id = id, account_id = owner, likes = likes, title = title, observed_at = seen },
          absent { "*" = "none" } }
        { makes = account, file = "posts*", set { account_id = owner, name = name },
          absent { "*" = "none" } }
        { makes = account, platform = other, file = "posts*",
          set { account_id = owner, followers = fans }, absent { "*" = "none" } }
        { makes = comment, file = "talk*", set { comment_id = id, post_id = p, author_id = who,
          likes = likes }, absent { "*" = "none" } }
      ]
      """;
  private static final String HEAD =
      "batch | source | ordinal | kind | rule | account | post | comment | file\n";

  @TempDir Path folder;

  @Test
  void eachRuleIsCountedForItself() {
    given(
            Observation.TABLE,
            HEAD
                + "4 | mine | 1 | post | 0 | | {\"likes\": 5\\, \"title\": \"T\"\\,"
                + " \"observed_at\": \"2026-06-27T10:00:00Z\"\\, \"unreadable\": []} | |\n"
                + "4 | mine | 2 | post | 0 | | {\"observed_at\": \"2026-06-27T23:59:59.999999Z\"\\,"
                + " \"unreadable\": [\"likes\"]} | |\n"
                + "4 | mine | 3 | reject | 0 | | | |\n"
                + "4 | mine | 4 | reject | | | | |\n"
                + "4 | mine | 1 | account | 1 | {\"name\": \"N\"\\, \"followers\": 7} | | |\n"
                + "4 | mine | 5 | comment | 3 | | | {\"author_hash\": \"h\"} |\n"
                + "4 | mine | 0 | file | | | | | {\"records\": 5}\n"
                + "4 | also | 0 | file | | | | | {\"records\": 0}\n")
        .when(new ProfileSources(Map.of("mine", connector(), "also", connector())))
        .then(
            """
            batch | source | rule                           | column_name | rows | given | unreadable
            4     | mine   | record                         | *           | 5    | 4     | 0
            4     | mine   | post in posts* where kind = 'p' | *          | 3    | 2     | 0
            4     | mine   | post in posts* where kind = 'p' | likes      | 2    | 1     | 1
            4     | mine   | post in posts* where kind = 'p' | title      | 2    | 1     | 0
            4     | mine   | post in posts* where kind = 'p' | observed_at | 2   | 1     | 0
            4     | mine   | account in posts*              | *           | 1    | 1     | 0
            4     | mine   | account in posts*              | name        | 1    | 1     | 0
            4     | mine   | comment in talk*               | *           | 1    | 1     | 0
            4     | mine   | comment in talk*               | author_id   | 1    | 1     | 0
            4     | mine   | comment in talk*               | likes       | 1    | 0     | 0
            4     | also   | record                         | *           | 0    | 0     | 0
            """);
  }

  @Test
  void theReadingSaysWhichRuleMadeAnObservation() {
    var rows =
        new CrawlCase(folder, "mine")
            .file(
                "posts.jsonl",
                """
                {"id":"1","kind":"p","owner":"a","name":"A","fans":"7"}
                {"id":"","kind":"p","owner":"b"}
                [
                """)
            .read(connector());
    assertEquals(
        List.of(
            "account 1 a",
            "account 1 b",
            "account 2 a",
            "account 2 b",
            "file - -",
            "post 0 a",
            "reject - -",
            "reject 0 -"),
        rows
            .selectExpr(
                "concat_ws(' ', kind, coalesce(string(rule), '-'),"
                    + " coalesce(account.account_id, post.account_id, '-')) as told")
            .orderBy("told")
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .toList());
  }

  @Test
  void aRuleKeepsItsNameWhateverItMakesOfARecord() {
    Connector connector = connector();
    assertEquals("account of other in posts*", connector.ruleName(2));
    Connector mended = connector(MAPPING.replace("title = title", "title = headline"));
    assertEquals(connector.ruleName(0), mended.ruleName(0));
    Connector twice = connector(MAPPING.replace("platform = other, ", ""));
    assertEquals("account in posts*", twice.ruleName(1));
    assertEquals("account in posts* (2)", twice.ruleName(2));
    assertEquals(connector.digest(), connector().digest());
    assertEquals(false, connector.digest().equals(mended.digest()));
  }

  private static Connector connector() {
    return connector(MAPPING);
  }

  private static Connector connector(String mapping) {
    var problems = new Problems();
    Connector connector = ConnectorFile.read("demo", ConfigFactory.parseString(mapping), problems);
    problems.stopIfAny();
    return connector;
  }
}
