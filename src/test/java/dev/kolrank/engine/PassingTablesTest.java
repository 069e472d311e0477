package dev.kolrank.engine;

import static dev.kolrank.engine.TinyTables.ID;
import static dev.kolrank.engine.TinyTables.N;
import static dev.kolrank.engine.TinyTables.SEEN;
import static dev.kolrank.engine.TinyTables.STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.engine.TinyTables.Query;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that no lake stores are computed for those that read them, and for nobody else. */
class PassingTablesTest {
  private static final Table FIRST =
      Table.of("passing.first", "a thing", WriteMode.TRANSIENT, List.of(ID, N), ID);
  private static final Table SECOND =
      Table.of("passing.second", "a thing", WriteMode.TRANSIENT, List.of(ID, N), ID);

  @TempDir Path root;
  private final List<String> computed = Collections.synchronizedList(new ArrayList<>());

  @Test
  void theyAreComputedOnlyForATableThatIsNotUpToDate() {
    assertEquals(List.of("passing.first", "passing.second"), run(10));
    assertEquals(List.of(), run(10), "what reads them is up to date");
    assertEquals(List.of("passing.first", "passing.second"), run(20), "a parameter changed");
  }

  private List<String> run(long plus) {
    computed.clear();
    var lake = new DeltaLake(SparkFixture.spark(), root.toString());
    Plan plan =
        Plan.of(
            Set.of(SEEN),
            List.of(
                new Query(FIRST, "SELECT * FROM VALUES ('a', 1L) AS t(id, n)"),
                new Passed(SECOND, FIRST, 0),
                new Passed(STATE, SECOND, plus)));
    var night = new Night("run", LocalDate.of(2026, 6, 28), 1, 1, "files", "code");
    new Runner(lake, new Held(), 2).run(plan, night);
    assertEquals(1 + plus, lake.read(STATE).first().getLong(1));
    return List.copyOf(computed);
  }

  private record Passed(Table output, Table input, long plus) implements Step {
    @Override
    public Set<Table> inputs() {
      return Set.of(input);
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.get(input).select(ID.col(), N.col().plus(plus).as(N.name()));
    }
  }

  private final class Held implements Progress {
    @Override
    public void started(String step, int number, int total) {}

    @Override
    public void finished(String step, long rows, double seconds) {}

    @Override
    public void computed(String step, double seconds) {
      computed.add(step);
    }

    @Override
    public void skipped(String step) {}
  }
}
