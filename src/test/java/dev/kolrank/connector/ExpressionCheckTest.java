package dev.kolrank.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.ConfigFactory;
import dev.kolrank.SparkFixture;
import dev.kolrank.core.Problems;
import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expressions that Spark cannot compute over a record are told before the night. */
class ExpressionCheckTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "lowr(id)                ; 'lowr(id)': there is no function `lowr`; the functions are",
        "regexp_replace(id)      ; regexp_replace",
        "id_of(id, name)         ; id_of",
        "element_at(name, 1)     ; element_at",
        "size(name)              ; size(name)",
        "tags.nick               ; nick",
        "tags                    ; it gives ARRAY<STRING>; a column takes a text or a number",
        "user                    ; it gives STRUCT<id: STRING>; a column takes a text",
        "max(name)               ; name",
        "explode(tags)           ; it does not give one value per record",
        "row_number() over (order by id) ; it does not give one value per record",
        "uuid()                  ; it gives another value each time",
        "cast(now() as string)   ; it gives another value each time",
        "(select 'x')            ; it queries other rows",
      })
  void anExpressionIsRefused(String sql, String told) {
    String fault = faultsOf("name = \"\"\"%s\"\"\"".formatted(sql), "");
    assertTrue(fault.startsWith("connector demo, rules[0].set.name: '"), fault);
    assertTrue(fault.contains(told), fault);
  }

  @Test
  void aConditionGivesTrueOrFalse() {
    String fault = faultsOf("", "where = \"length(id)\",");
    assertTrue(
        fault.startsWith(
            "connector demo, rules[0].where: 'length(id)': it gives INT; a condition gives"
                + " BOOLEAN"),
        fault);
  }

  @Test
  void anIdIsNoFraction() {
    String fault = faultsOf("handle = \"upper(id)\", followers = \"cast(id as double)\"", "");
    assertEquals("", fault);
    String id = faultsOf("account_id = \"cast(id as double)\"", "");
    assertTrue(id.contains("rules[0].set.account_id: "), id);
    assertTrue(id.contains("an id loses digits as a fraction: read it as text"), id);
  }

  @Test
  void conditionsOfRejectsAreCheckedToo() {
    var problems = new Problems();
    String text =
        """
        platform = demo
        describes = "A made-up source"
        rejects { "a post in a group" = "lowr(place) = 'group'", "a draft" = "length(place)" }
        rules = [{ makes = account, set { account_id = id }, absent { "*" = "none" } }]
        """;
    Connector connector = ConnectorFile.read("demo", ConfigFactory.parseString(text), problems);
    ExpressionCheck.check(SparkFixture.spark(), connector, problems);
    var fault = assertThrows(UserError.class, problems::stopIfAny).getMessage();
    assertTrue(fault.contains("rejects.a post in a group: 'lowr(place) = 'group''"), fault);
    assertTrue(fault.contains("rejects.a draft: 'length(place)': it gives INT"), fault);
  }

  @Test
  void everyFaultIsToldAtOnce() {
    String faults = faultsOf("name = \"foo(id)\", bio = \"bar(id)\"", "where = \"id\",");
    assertEquals(3, faults.lines().count(), faults);
  }

  @Test
  void everyShippedExpressionCanBeComputed() {
    var problems = new Problems();
    for (Connector connector : ConnectorsTest.shipped().all()) {
      ExpressionCheck.check(SparkFixture.spark(), connector, problems);
    }
    problems.stopIfAny();
  }

  @Test
  void onlyAddedMappingsAreVerifiedBeforeANight(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("demo.conf"),
        """
        platform = demo
        describes = "A made-up source"
        rules = [{ makes = account, set { account_id = "lowr(id)" }, absent { "*" = "none" } }]
        """);
    var problems = new Problems();
    Connectors connectors = Connectors.load(Optional.of(folder), Map.of(), problems);
    problems.stopIfAny();
    assertEquals(1, connectors.added().size());
    var fault = assertThrows(UserError.class, () -> connectors.verify(SparkFixture.spark()));
    assertTrue(fault.getMessage().contains("connector demo, rules[0].set.account_id"));
    ConnectorsTest.shipped().verify(SparkFixture.spark());
  }

  /** What is told of a rule for accounts with these columns; empty when nothing is. */
  private static String faultsOf(String set, String where) {
    String text =
        """
        platform = demo
        describes = "A made-up source"
        types { tags = "ARRAY<STRING>" }
        rules = [{ makes = account, %s
          set { account_id = id, region = "concat(user.id, _file)", %s }
          absent { "*" = "none" } }]
        """
            .formatted(where, set);
    var problems = new Problems();
    Connector connector = ConnectorFile.read("demo", ConfigFactory.parseString(text), problems);
    problems.stopIfAny();
    ExpressionCheck.check(SparkFixture.spark(), connector, problems);
    try {
      problems.stopIfAny();
      return "";
    } catch (UserError e) {
      return e.getMessage();
    }
  }
}
