package dev.kolrank.engine;

import static dev.kolrank.engine.TinyTables.NUMBER;
import static dev.kolrank.engine.TinyTables.SEEN;
import static dev.kolrank.engine.TinyTables.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaLakeTest {
  @TempDir Path root;
  private DeltaLake lake;

  @BeforeEach
  void anEmptyLake() {
    lake = new DeltaLake(SparkFixture.spark(), root.toString());
  }

  @Test
  void aTableThatWasNeverWrittenIsEmpty() {
    assertEquals(OptionalLong.empty(), lake.version(STATE));
    assertEquals(STATE.schema(), lake.read(STATE).schema());
    assertEquals(0, lake.read(STATE).count());
  }

  @Test
  void anUpsertReplacesRowsOfTheSameKeyAndKeepsTheOthers() {
    write(STATE, "", "('a', 1L), ('b', 2L) AS t(id, n)");
    long version = write(STATE, "", "('b', 20L), ('c', 30L) AS t(id, n)");
    assertEquals(1, version);
    assertEquals(List.of("a 1", "b 20", "c 30"), rows(STATE));
    assertEquals(2, lake.read(STATE, 0).count(), "the version before is still there");
  }

  @Test
  void aReplacedNightLeavesTheOtherNights() {
    write(
        NUMBER,
        night(27),
        "(DATE'2026-06-27', 'a', 1L), (DATE'2026-06-27', 'b', 2L) AS t(as_of, id, n)");
    write(
        NUMBER,
        night(28),
        "(DATE'2026-06-28', 'a', 3L), (DATE'2026-06-28', 'b', 4L) AS t(as_of, id, n)");
    write(NUMBER, night(28), "(DATE'2026-06-28', 'a', 5L) AS t(as_of, id, n)");
    assertEquals(List.of("a 1", "a 5", "b 2"), rows(NUMBER));
  }

  @Test
  void aReplacedBatchLeavesTheOtherBatches() {
    String columns = " AS t(batch, observed_at, id, n)";
    write(SEEN, "batch = 1", "(1L, TIMESTAMP'2026-06-28', 'a', 1L)" + columns);
    write(SEEN, "batch = 2", "(2L, TIMESTAMP'2026-06-28', 'b', 2L)" + columns);
    write(SEEN, "batch = 2", "(2L, TIMESTAMP'2026-06-28', 'c', 3L)" + columns);
    assertEquals(List.of("a 1", "c 3"), rows(SEEN));
  }

  private long write(Table table, String slice, String values) {
    var rows = lake.spark().sql("SELECT * FROM VALUES " + values).select(table.conform());
    return lake.write(table, rows.coalesce(1), slice);
  }

  private static String night(int day) {
    return "as_of = DATE'2026-06-%d'".formatted(day);
  }

  private List<String> rows(Table table) {
    return lake
        .read(table)
        .selectExpr("concat(id, ' ', n) AS row")
        .sort("row")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }
}
