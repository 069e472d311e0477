package dev.kolrank.engine;

import static dev.kolrank.engine.TinyTables.LISTED;
import static dev.kolrank.engine.TinyTables.NUMBER;
import static dev.kolrank.engine.TinyTables.SEEN;
import static dev.kolrank.engine.TinyTables.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.ContractViolation;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.engine.TinyTables.Copy;
import dev.kolrank.engine.TinyTables.Query;
import dev.kolrank.engine.TinyTables.Take;
import dev.kolrank.table.ops.Audit;
import dev.kolrank.table.ops.StepRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {
  private static final String AB = "SELECT * FROM VALUES ('a', 1L), ('b', 2L) AS t(id, n)";

  @TempDir Path root;
  private DeltaLake lake;
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void anEmptyLake() {
    lake = new DeltaLake(SparkFixture.spark(), root.toString());
  }

  @Test
  void aSecondRunWithEqualInputsDoesNothing() {
    var first = run(night(28), new Query(STATE, AB), number(10), listed());
    assertEquals(
        Map.of("silver.state", 2L, "features.number", 2L, "gold.listed", 2L), first.written());
    assertEquals(List.of("a 11", "b 12"), rows(LISTED));
    List<OptionalLong> versions = versions();

    var second = run(night(28), new Query(STATE, AB), number(10), listed());
    assertEquals(Map.of(), second.written());
    assertEquals(
        Set.of("silver.state", "features.number", "gold.listed"), Set.copyOf(second.skipped()));
    assertEquals(versions, versions());
  }

  @Test
  void aChangedParameterRunsItsStepAgainAndWhatDependsOnIt() {
    run(night(28), new Query(STATE, AB), number(10), listed());
    var again = run(night(28), new Query(STATE, AB), number(20), listed());
    assertEquals(List.of("silver.state"), again.skipped());
    assertEquals(Set.of("features.number", "gold.listed"), again.written().keySet());
    assertEquals(List.of("a 21", "b 22"), rows(LISTED));
  }

  @Test
  void anotherNightProgramOrDeliveryIsAnotherFingerprint() {
    var step = new Take(STATE);
    Plan plan = Plan.of(Set.of(SEEN), List.of(step));
    var seen =
        Set.of(
            Fingerprints.of(plan, night(28), lake),
            Fingerprints.of(plan, night(29), lake),
            Fingerprints.of(plan, new Night("r", night(28).asOf(), 1, 1, "files", "code 2"), lake),
            Fingerprints.of(plan, new Night("r", night(28).asOf(), 1, 1, "more", "code"), lake),
            Fingerprints.of(plan, new Night("r", night(28).asOf(), 2, 1, "files", "code"), lake));
    assertEquals(5, seen.size());
    assertEquals(
        Fingerprints.of(plan, night(28), lake),
        Fingerprints.of(plan, new Night("again", night(28).asOf(), 1, 1, "files", "code"), lake),
        "the run's own name does not matter");
  }

  @Test
  void aBrokenContractWritesNothingAndLeavesGoldAlone() {
    run(night(28), new Query(STATE, AB), listedFromState());
    List<OptionalLong> versions = versions();
    String broken = "SELECT * FROM VALUES ('a', 5L), ('b', 101L), ('c', -1L) AS t(id, n)";
    var error =
        assertThrows(
            ContractViolation.class,
            () -> run(night(28), new Query(STATE, broken), listedFromState()));
    assertEquals(
        "silver.state: 2 of 3 rows break \"n is between 0.0 and 100.0\";"
            + " nothing was written to the table",
        error.getMessage());
    assertEquals(versions, versions());
    assertEquals(List.of("a 1", "b 2"), rows(STATE));
    assertEquals(
        2,
        lake.read(Audit.TABLE).where("violations > 0").first().getLong(5),
        "the audit is recorded");
  }

  @Test
  void goldWaitsForEveryStepAlsoThoseItDoesNotRead() {
    Step gold = new Query(LISTED, "SELECT DATE'2026-06-28' AS as_of, 'a' AS id, 1L AS n");
    Step late = new Query(NUMBER, "SELECT DATE'2026-06-28' AS as_of, 'a' AS id, NULL AS n");
    var error = assertThrows(ContractViolation.class, () -> run(night(28), gold, late));
    assertTrue(
        error.getMessage().startsWith("features.number: 1 of 1 rows break \"n is not null\""),
        error::getMessage);
    assertTrue(lake.version(LISTED).isEmpty(), "gold was written before the night passed");
  }

  @Test
  void rowsOfOneKeyAreRefused() {
    String twice = "SELECT * FROM VALUES ('a', 1L), ('a', 2L), ('b', 2L) AS t(id, n)";
    var error =
        assertThrows(ContractViolation.class, () -> run(night(28), new Query(STATE, twice)));
    assertEquals(
        "silver.state: 1 of 3 rows break \"rows are unique by id\";"
            + " nothing was written to the table",
        error.getMessage());
    assertTrue(lake.version(STATE).isEmpty());
  }

  @Test
  void anInputThatIsNotDeclaredIsRefused() {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () -> run(night(28), new Query(STATE, AB), new Undeclared()));
    assertEquals(
        "features.number asks for silver.state, which is not among its inputs", error.getMessage());
  }

  @Test
  void aStepTakesEachRowOnceAndLooksAtNothingAfterTheNight() {
    land(1, "('2026-06-27 10:00:00', 'a', 1L), ('2026-06-30 00:00:00', 'tomorrow', 3L)");
    assertEquals(Map.of("silver.state", 1L), run(night(28), new Take(STATE)).written());
    assertEquals(List.of("a 1"), rows(STATE));
    land(2, "('2026-06-20 10:00:00', 'late', 2L)");
    var later = new Night("r2", LocalDate.of(2026, 6, 30), 2, 2, "files", "code");
    assertEquals(Map.of("silver.state", 2L), run(later, new Take(STATE)).written());
    assertEquals(List.of("a 1", "late 2", "tomorrow 3"), rows(STATE));
  }

  @Test
  void aKeyThatLostItsRowIsTakenAwayAndNoRowIsAuditedForIt() {
    run(night(28), new Query(STATE, AB));
    var step = new Emptying("SELECT * FROM VALUES ('a', 7L), ('b', -1L), ('c', -1L) AS t(id, n)");
    assertEquals(Map.of("silver.state", 1L), run(night(29), step).written());
    assertEquals(List.of("a 7"), rows(STATE));
    step = new Emptying("SELECT * FROM VALUES ('a', -1L) AS t(id, n)");
    assertEquals(Map.of("silver.state", 0L), run(night(30), step).written());
    assertEquals(List.of(), rows(STATE));
  }

  @Test
  void aTableThatAKilledRunLeftOtherwiseIsWrittenAgain() {
    run(night(28), new Query(STATE, AB));
    var unrecorded = lake.spark().sql("SELECT 'a' AS id, 9L AS n").select(STATE.conform());
    lake.write(STATE, unrecorded, "");
    assertEquals(Map.of("silver.state", 2L), run(night(28), new Query(STATE, AB)).written());
    assertEquals(List.of("a 1", "b 2"), rows(STATE));
  }

  @Test
  void aBatchWithoutRowsIsWrittenOnlyOverOnesThatAreThere() {
    String none = "SELECT 4L AS batch, now() AS observed_at, 'a' AS id, 1L AS n WHERE false";
    run(unsettled(2), new Query(SEEN, none));
    run(unsettled(3), new Query(SEEN, none));
    assertEquals(OptionalLong.of(0), lake.version(SEEN));
    land(1, "('2026-06-27 10:00:00', 'settled', 1L)");
    land(3, "('2026-06-27 10:00:00', 'left by a broken run', 1L)");
    run(unsettled(4), new Query(SEEN, none));
    assertEquals(List.of("settled 1"), rows(SEEN));
  }

  @Test
  void progressAndRecordTellWhatRan() {
    run(night(28), new Query(STATE, AB));
    run(night(28), new Query(STATE, AB));
    assertEquals(
        List.of("started silver.state 1/1", "finished silver.state 2", "skipped silver.state"),
        told);
    Row step = lake.read(StepRun.TABLE).first();
    assertEquals("silver.state", step.getAs("step"));
    assertEquals(2L, step.<Long>getAs("rows"));
    assertEquals(1L, lake.read(StepRun.TABLE).count(), "a skipped step leaves no record");
  }

  private void land(long batch, String values) {
    String sql =
        "SELECT %dL AS batch, CAST(at AS TIMESTAMP) AS observed_at, id, n"
            + " FROM VALUES %s AS t(at, id, n)";
    Dataset<Row> rows = lake.spark().sql(sql.formatted(batch, values)).select(SEEN.conform());
    lake.write(SEEN, rows.coalesce(1), "batch = " + batch);
  }

  private Runner.Outcome run(Night night, Step... steps) {
    Plan plan = Plan.of(Set.of(SEEN), List.of(steps));
    return new Runner(lake, new Telling(), 2).run(plan, night);
  }

  private static Night night(int day) {
    return new Night("run", LocalDate.of(2026, 6, day), 1, 1, "files", "code");
  }

  private static Night unsettled(long batch) {
    return new Night("run", LocalDate.of(2026, 6, 28), batch, 1, "files", "code");
  }

  private static Step number(long plus) {
    return new Copy(NUMBER, STATE, plus);
  }

  private static Step listed() {
    return new Copy(LISTED, NUMBER, 0);
  }

  private static Step listedFromState() {
    return new Copy(LISTED, STATE, 0);
  }

  private List<OptionalLong> versions() {
    return List.of(lake.version(STATE), lake.version(NUMBER), lake.version(LISTED));
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

  private record Undeclared() implements Step {
    @Override
    public Table output() {
      return NUMBER;
    }

    @Override
    public Set<Table> inputs() {
      return Set.of();
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.get(STATE);
    }
  }

  /** Gives a query's rows; a negative number takes the key away. */
  private record Emptying(String sql) implements Step {
    @Override
    public Table output() {
      return STATE;
    }

    @Override
    public Set<Table> inputs() {
      return Set.of();
    }

    @Override
    public Optional<Column> gone() {
      return Optional.of(TinyTables.N.col().lt(0));
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.spark().sql(sql);
    }
  }

  private final class Telling implements Progress {
    @Override
    public void started(String step, int number, int total) {
      told.add("started %s %d/%d".formatted(step, number, total));
    }

    @Override
    public void finished(String step, long rows, double seconds) {
      told.add("finished %s %d".formatted(step, rows));
    }

    @Override
    public void skipped(String step) {
      told.add("skipped " + step);
    }
  }
}
