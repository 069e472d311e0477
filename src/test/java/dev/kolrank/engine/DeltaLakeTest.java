package dev.kolrank.engine;

import static dev.kolrank.engine.TinyTables.NUMBER;
import static dev.kolrank.engine.TinyTables.SEEN;
import static dev.kolrank.engine.TinyTables.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaLakeTest {
  private static final Table LANDED =
      Table.batched(
          "bronze.landed",
          "a row of a file",
          Columns.BATCH,
          List.of(Columns.BATCH, Columns.SOURCE_FILE, TinyTables.N));

  private static final Field DAY = Field.required("day", DataTypes.DateType, "when");
  private static final Table DAYS =
      Table.upserted(
              "silver.day",
              "a thing and day",
              List.of(TinyTables.ID, DAY, TinyTables.N),
              TinyTables.ID,
              DAY)
          .clusteredBy(DAY);

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

  @Test
  void anUpsertTakesKeysAwayInTheSameCommit() {
    write(STATE, "", "('a', 1L), ('b', 2L), ('c', 3L) AS t(id, n)");
    var rows = lake.spark().sql("SELECT * FROM VALUES ('b', 20L), ('d', 40L) AS t(id, n)");
    var gone = lake.spark().sql("SELECT * FROM VALUES 'a', 'never' AS t(id)");
    assertEquals(1, lake.merge(STATE, rows.select(STATE.conform()), gone));
    assertEquals(List.of("b 20", "c 3", "d 40"), rows(STATE));
  }

  @Test
  void aColumnThatIsNewIsNullUntilItIsWritten() {
    write(STATE, "", "('a', 1L), ('b', 2L) AS t(id, n)");
    Field colour = Field.optional("colour", DataTypes.StringType, "new");
    Table wider =
        Table.upserted(
            STATE.name(), "a thing", List.of(TinyTables.ID, TinyTables.N, colour), TinyTables.ID);
    assertEquals(2, lake.read(wider).where("colour is null").count());
    write(wider, "", "('b', 3L, 'red') AS t(id, n, colour)");
    assertEquals(
        List.of("[a,1,null]", "[b,3,red]"),
        lake.read(wider).sort("id").collectAsList().stream().map(Row::toString).toList());
    var rows = lake.spark().sql("SELECT * FROM VALUES ('c', 4L, 'blue') AS t(id, n, colour)");
    var gone = lake.spark().sql("SELECT * FROM VALUES 'b' AS t(id)");
    lake.merge(wider, rows.select(wider.conform()), gone);
    assertEquals(List.of("a 1", "c 4"), rows(wider));
  }

  @Test
  void whoAsksAClusteredTableForADayOpensTheFilesOfThatDay() {
    String columns = " AS t(id, day, n)";
    String statistics = "spark.databricks.delta.stats.collect"; // small nights do without
    String usual = lake.spark().conf().get(statistics);
    lake.spark().conf().set(statistics, "true");
    try {
      write(DAYS, "", "('a', DATE'2026-06-27', 1L), ('b', DATE'2026-06-27', 2L)" + columns);
      write(DAYS, "", "('a', DATE'2026-06-28', 3L)" + columns);
      write(DAYS, "", "('b', DATE'2026-06-27', 20L), ('c', DATE'2026-06-27', 4L)" + columns);
    } finally {
      lake.spark().conf().set(statistics, usual);
    }
    assertEquals(List.of("a 1", "a 3", "b 20", "c 4"), rows(DAYS));
    assertEquals(3, filesRead("n > 0"));
    assertEquals(1, filesRead("day = DATE'2026-06-28'"));
    assertEquals(0, filesRead("day > DATE'2026-06-28'"));
  }

  @Test
  void aMergeOnDaysTakesKeysAwayToo() {
    write(DAYS, "", "('a', DATE'2026-06-01', 1L), ('a', DATE'2026-06-27', 2L) AS t(id, day, n)");
    var rows =
        lake.spark().sql("SELECT * FROM VALUES ('a', DATE'2026-06-28', 3L) AS t(id, day, n)");
    var gone = lake.spark().sql("SELECT * FROM VALUES ('a', DATE'2026-06-01') AS t(id, day)");
    lake.merge(DAYS, rows.select(DAYS.conform()), gone);
    assertEquals(List.of("a 2", "a 3"), rows(DAYS));
  }

  /** How many files a scan opens. */
  private long filesRead(String condition) {
    var found = lake.read(DAYS).where(condition);
    found.collectAsList();
    var scans = found.queryExecution().executedPlan().collectLeaves();
    return scans.head().metrics().apply("numFiles").value();
  }

  @Test
  void aBatchReplacesTheRowsOfFilesInEarlierOnes() {
    String odd = "x/it's a \\ 'file' of $HOME ${user.home} \u5c0f\ud83d\ude00.json";
    var before = new ArrayList<String>();
    for (String file :
        List.of("x/a.json", odd, "x/b.zip!/in/1.csv", "x/b.zip!/2.csv", "x/c.json")) {
      before.add("(1L, '%s', 1L)".formatted(file.replace("\\", "\\\\").replace("'", "\\'")));
    }
    landed("batch = 1", String.join(", ", before));
    landed("batch = 2", "(2L, 'x/a.json', 2L), (2L, 'left by a broken run', 2L)");
    var replaced = new ArrayList<Row>();
    replaced.add(RowFactory.create(1L, odd));
    replaced.add(RowFactory.create(1L, "x/b.zip"));
    replaced.add(RowFactory.create(9L, "x/c.json"));
    for (int i = 0; i < 5_000; i++) {
      replaced.add(
          RowFactory.create(1L, "a/longer/path/of/many/files/that/changed/%d.json".formatted(i)));
    }
    landed(Slice.with("batch = 2", replaced), "(2L, '$', 9L)");
    assertEquals(
        List.of("1 x/a.json 1", "1 x/c.json 1", "2 $ 9"),
        lake.read(LANDED)
            .selectExpr("concat_ws(' ', batch, source_file, n) AS row")
            .sort("row")
            .as(Encoders.STRING())
            .collectAsList());
    assertEquals(2, lake.version(LANDED).orElseThrow(), "one commit each");
  }

  private void landed(String slice, String values) {
    // names of files may hold what a SQL text would take for a variable
    lake.spark().conf().set("spark.sql.variable.substitute", "false");
    try {
      var rows =
          lake.spark().sql("SELECT * FROM VALUES %s AS t(batch, source_file, n)".formatted(values));
      lake.spark().conf().set("spark.sql.variable.substitute", "true");
      lake.write(LANDED, rows.select(LANDED.conform()).coalesce(1), slice);
    } finally {
      lake.spark().conf().unset("spark.sql.variable.substitute");
    }
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
