package dev.kolrank.core;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Field ID = Field.required("id", DataTypes.StringType, "who");
  private static final Field NIGHT = Field.required("as_of", DataTypes.DateType, "the night");
  private static final Field VIEWS =
      Field.optional("views", DataTypes.LongType, "how often seen; null if hidden").in("views");

  @Test
  void theNameHasALayer() {
    Table table = Table.upserted("silver.post", "a post", List.of(ID, VIEWS), ID);
    assertEquals("silver", table.layer());
    assertEquals("post", table.shortName());
    assertEquals("silver.post", table.toString());
    assertEquals("a table is named layer.table, got post", fault("post", WriteMode.UPSERT, null));
    assertEquals(
        "a table is named layer.table, got Silver.post",
        fault("Silver.post", WriteMode.UPSERT, null));
  }

  @Test
  void theKeyIsAmongTheColumns() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Table.upserted("silver.post", "a post", List.of(VIEWS), ID));
    assertEquals("silver.post: the key has columns that the table lacks", error.getMessage());
  }

  @Test
  void aSliceGoesWithAReplacedBatchOrNight() {
    String refused = "silver.post: a slice goes with a replaced batch or night";
    assertEquals(refused, fault("silver.post", WriteMode.REPLACE_NIGHT, null));
    assertEquals(refused, fault("silver.post", WriteMode.REPLACE_BATCH, null));
    assertEquals(refused, fault("silver.post", WriteMode.UPSERT, NIGHT));
    assertEquals(refused, fault("silver.post", WriteMode.REPLACE_ALL, NIGHT));
  }

  @Test
  void aClusteringIsAColumnOfAnUpsertedTable() {
    String refused = "silver.post: only an upserted table is clustered, by a column";
    Table upserted = Table.upserted("silver.post", "a post", List.of(ID, VIEWS), ID);
    assertEquals(Optional.of(VIEWS), upserted.clusteredBy(VIEWS).checked().clustering());
    Table nightly = Table.nightly("silver.post", "a post", NIGHT, List.of(NIGHT, ID), NIGHT, ID);
    for (Table table : List.of(upserted, nightly)) {
      var error = assertThrows(IllegalArgumentException.class, () -> table.clusteredBy(NIGHT));
      assertEquals(refused, error.getMessage());
    }
  }

  @Test
  void requiredColumnsAreChecksBeforeTheDeclaredOnes() {
    Table table =
        Table.nightly("gold.post", "a post", NIGHT, List.of(NIGHT, ID, VIEWS), NIGHT, ID)
            .checked(new Check.InRange(VIEWS, 0, 10), new Check.OneOf(ID, List.of("a", "b")));
    assertEquals(
        List.of(
            "as_of is not null",
            "id is not null",
            "views is between 0.0 and 10.0",
            "id is one of a, b"),
        table.allChecks().stream().map(Check::rule).toList());
  }

  @Test
  void conformingCastsAndOrders() {
    Table table = Table.upserted("silver.post", "a post", List.of(ID, VIEWS), ID);
    var rows =
        SparkFixture.spark()
            .sql("SELECT '12' AS views, true AS more, 7 AS id")
            .select(table.conform());
    assertEquals(List.of("id", "views"), List.of(rows.columns()));
    assertEquals("7", rows.first().getString(0));
    assertEquals(12L, rows.first().getLong(1));
    assertEquals(
        "how often seen; null if hidden [views]", rows.schema().apply("views").getComment().get());
  }

  @Test
  void whatBreaksACheck() {
    Check range = new Check.InRange(VIEWS, 0, 10);
    assertFalse(breaks(range, lit(0L)));
    assertFalse(breaks(range, lit(10L)));
    assertTrue(breaks(range, lit(-1L)));
    assertTrue(breaks(range, lit(11L)));
    assertNull(violation(range, lit(null)), "a missing value is in every range");
    assertTrue(breaks(new Check.InRange(VIEWS, 0, 10), lit(Double.NaN)));
    assertTrue(breaks(new Check.NotNull(VIEWS), lit(null)));
    assertFalse(breaks(new Check.NotNull(VIEWS), lit(1L)));
    assertTrue(breaks(new Check.OneOf(VIEWS, List.of("a", "b")), lit("c")));
    assertFalse(breaks(new Check.OneOf(VIEWS, List.of("a", "b")), lit("b")));
    assertTrue(breaks(new Check.Holds("views are even", "views % 2 = 0"), lit(3L)));
    assertFalse(breaks(new Check.Holds("views are even", "views % 2 = 0"), lit(4L)));
  }

  private static boolean breaks(Check check, Column value) {
    return Boolean.TRUE.equals(violation(check, value));
  }

  private static Boolean violation(Check check, Column value) {
    Row row =
        SparkFixture.spark()
            .range(1)
            .select(value.as(VIEWS.name()))
            .select(check.violation())
            .first();
    return (Boolean) row.get(0);
  }

  private static String fault(String name, WriteMode mode, Field slice) {
    return assertThrows(
            IllegalArgumentException.class,
            () ->
                new Table(
                    name,
                    "a post",
                    List.of(ID, NIGHT),
                    List.of(ID),
                    mode,
                    Optional.ofNullable(slice),
                    Optional.empty(),
                    List.of()))
        .getMessage();
  }
}
