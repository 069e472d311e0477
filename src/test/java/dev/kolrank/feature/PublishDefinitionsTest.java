package dev.kolrank.feature;

import static dev.kolrank.StepCase.nothing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.FeatureDefinition;
import dev.kolrank.table.features.KolFeature;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PublishDefinitionsTest {
  private static final List<Row> ROWS = nothing().when(new PublishDefinitions()).rows();

  @Test
  void everyFeatureColumnHasExactlyOneDefinition() {
    assertEquals(
        featuresOf(
            AccountFeature.TABLE,
            Set.of("as_of", "account_uid", "platform", "coverage", "staleness_days")),
        defined("account"));
    assertEquals(
        featuresOf(
            KolFeature.TABLE, Set.of("as_of", "kol_id", "accounts", "coverage", "staleness_days")),
        defined("kol"));
  }

  @Test
  void everyDefinitionSaysWhatNullMeansAndWhoAnswers() {
    for (Row row : ROWS) {
      for (Field said :
          List.of(
              FeatureDefinition.DEFINITION,
              FeatureDefinition.NULL_MEANING,
              FeatureDefinition.UNIT,
              FeatureDefinition.OWNER)) {
        assertFalse(row.<String>getAs(said.name()).isBlank(), () -> said.name() + " of " + row);
      }
    }
  }

  @Test
  void theWindowIsThatOfTheColumnsName() {
    for (Row row : ROWS) {
      String name = row.getAs("name");
      Long days = row.getAs("window_days");
      String inName = name.replaceFirst("^.*_([0-9]+)d$", "$1");
      assertEquals(inName.equals(name) ? "null" : inName, String.valueOf(days), name);
    }
  }

  @Test
  void aWindowedFeatureAsItStands() {
    Row row =
        ROWS.stream()
            .filter(
                r -> r.getAs("name").equals("views_median_28d") && r.getAs("entity").equals("kol"))
            .findFirst()
            .orElseThrow();
    assertEquals("double", row.getAs("type"));
    assertEquals("views", row.getAs("unit"));
    assertEquals(28L, row.<Long>getAs("window_days"));
    assertEquals(
        "Median views of the posts published in the window; a lower bound where some post's views are"
            + " a lower bound at or below it; sum over the KOL's accounts",
        row.getAs("definition"));
    assertEquals("no post of the window has views", row.getAs("null_meaning"));
    assertEquals("features.account_feature", row.getAs("source"));
  }

  @Test
  void versionsStayWithTheNightFromWhichTheyHold() {
    String earlier =
        """
        name      | entity  | version | type   | definition | since
        posts_7d  | account | 0       | bigint | other      | 2026-01-01
        """;
    List<Row> rows =
        nothing()
            .givenPrevious(FeatureDefinition.TABLE, earlier)
            .when(new PublishDefinitions())
            .rows();
    assertEquals(ROWS, rows);
    assertEquals("2026-06-28", rows.get(0).getAs("since").toString());
    assertEquals(
        0, rows.stream().filter(r -> r.<Long>getAs("version") == 0).count(), "the old one stays");
  }

  @Test
  void whatIsDeclaredAsBeforeIsNotWrittenAgain() {
    String earlier =
        ROWS.stream()
            .map(r -> cells(r))
            .map(r -> r.replace("2026-06-28", "2026-01-01"))
            .map(r -> r.startsWith("posts_7d | kol") ? r.replace("bigint", "int") : r)
            .collect(Collectors.joining("\n"));
    String header = String.join(" | ", Table.names(FeatureDefinition.TABLE.fields()));
    nothing()
        .givenPrevious(FeatureDefinition.TABLE, header + "\n" + earlier)
        .when(new PublishDefinitions())
        .then("name | entity | type | since\nposts_7d | kol | bigint | 2026-01-01");
  }

  private static String cells(Row row) {
    return FeatureDefinition.TABLE.fields().stream()
        .map(f -> String.valueOf(row.<Object>getAs(f.name())))
        .collect(Collectors.joining(" | "));
  }

  private static List<String> defined(String entity) {
    return ROWS.stream()
        .filter(r -> r.getAs("entity").equals(entity))
        .map(r -> r.<String>getAs("name"))
        .sorted()
        .toList();
  }

  private static List<String> featuresOf(Table table, Set<String> others) {
    return table.fields().stream()
        .map(Field::name)
        .filter(n -> !others.contains(n))
        .sorted()
        .toList();
  }
}
