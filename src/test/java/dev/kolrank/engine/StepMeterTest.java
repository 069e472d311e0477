package dev.kolrank.engine;

import static dev.kolrank.engine.TinyTables.ID;
import static dev.kolrank.engine.TinyTables.N;
import static dev.kolrank.engine.TinyTables.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.engine.TinyTables.Copy;
import dev.kolrank.engine.TinyTables.Query;
import dev.kolrank.table.ops.StepRun;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ops.step_run} has the work of every step, also of those that no table keeps. */
class StepMeterTest {
  private static final Table EPHEMERAL =
      Table.of("matching.numbers", "one row per number", WriteMode.TRANSIENT, List.of(ID, N), ID);

  /** More rows than the driver keeps, with a shuffle. */
  private static final String NUMBERS =
      "SELECT string(id % 30000) AS id, count(*) AS n FROM range(90000) GROUP BY 1";

  @TempDir private Path folder;

  @Test
  void everyStepIsRecordedWithItsOwnWork() {
    var lake = new DeltaLake(SparkFixture.spark(), folder.resolve("lake").toString());
    var plan =
        Plan.of(Set.of(), List.of(new Copy(STATE, EPHEMERAL, 1), new Query(EPHEMERAL, NUMBERS)));
    new Runner(lake, Progress.SILENT, 2)
        .run(plan, new Night("run", LocalDate.of(2026, 6, 28), 1, 1, "files", "code"));
    Map<String, Row> steps =
        lake.read(StepRun.TABLE).collectAsList().stream()
            .collect(Collectors.toMap(r -> r.getAs("step"), r -> r));
    Row ephemeral = steps.get("matching.numbers");
    assertNull(ephemeral.getAs("version"));
    assertNull(ephemeral.getAs("rows"));
    assertTrue(ephemeral.<Long>getAs("jobs") >= 1, ephemeral::toString);
    assertEquals(0L, ephemeral.<Long>getAs("bytes_written"), ephemeral::toString);
    Row stored = steps.get("silver.state");
    assertEquals(30_000L, stored.<Long>getAs("rows"));
    assertTrue(stored.<Long>getAs("bytes_written") > 0, stored::toString);
    for (Row step : steps.values()) {
      assertTrue(step.<Double>getAs("cpu_seconds") > 0, step::toString);
    }
  }
}
