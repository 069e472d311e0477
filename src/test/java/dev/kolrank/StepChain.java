package dev.kolrank;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Steps that a specification reads as one: each sees what those before it made. */
public record StepChain(List<Step> before, Step last) implements Step {

  /** The steps in their order. */
  public static StepChain of(Step... steps) {
    List<Step> all = List.of(steps);
    return new StepChain(all.subList(0, all.size() - 1), all.get(all.size() - 1));
  }

  @Override
  public Table output() {
    return last.output();
  }

  @Override
  public Set<Table> inputs() {
    Set<Table> inputs = new HashSet<>(last.inputs());
    before.forEach(s -> inputs.addAll(s.inputs()));
    before.forEach(s -> inputs.remove(s.output()));
    return inputs;
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Map<Table, Dataset<Row>> made = new HashMap<>();
    for (Step step : before) {
      Dataset<Row> rows = step.rows(new Seen(in, made));
      made.put(step.output(), rows.select(step.output().conform()).localCheckpoint());
    }
    return last.rows(new Seen(in, made));
  }

  /** The chain's inputs and what it made so far. */
  private record Seen(Inputs given, Map<Table, Dataset<Row>> made) implements Inputs {

    @Override
    public Dataset<Row> get(Table table) {
      return made.containsKey(table) ? made.get(table) : given.get(table);
    }

    @Override
    public Dataset<Row> history(Table table) {
      return given.history(table);
    }

    @Override
    public Dataset<Row> fresh(Table table) {
      return given.fresh(table);
    }

    @Override
    public Dataset<Row> previous(Table table) {
      return given.previous(table);
    }

    @Override
    public LocalDate asOf() {
      return given.asOf();
    }

    @Override
    public SparkSession spark() {
      return given.spark();
    }
  }
}
