package dev.kolrank.engine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.Columns;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of a running night as steps see them: tonight's from memory, the others from the lake.
 */
final class Outputs {
  private final Lake lake;
  private final Night night;
  private final Journal journal;
  private final Map<String, Dataset<Row>> tonight = new ConcurrentHashMap<>();

  /** Tables that have no rows but tonight's. */
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  Outputs(Lake lake, Night night, Journal journal) {
    this.lake = lake;
    this.night = night;
    this.journal = journal;
  }

  /**
   * Hands on rows that a step gave tonight.
   *
   * @param isNew whether the table had none before
   */
  void add(Table table, Dataset<Row> rows, boolean isNew) {
    if (isNew) {
      made.add(table.name());
    }
    boolean areAll =
        switch (table.mode()) {
          case TRANSIENT, REPLACE_NIGHT, REPLACE_ALL -> true;
          case UPSERT, REPLACE_BATCH, APPEND -> isNew;
        };
    if (areAll) {
      tonight.put(table.name(), rows);
    }
  }

  Inputs inputsOf(Step step) {
    return new StepInputs(step);
  }

  /** The predicate of what tonight's rows of {@code table} replace. */
  String slice(Table table) {
    return Slice.of(table, night);
  }

  Dataset<Row> get(Table table) {
    Dataset<Row> held = tonight.get(table.name());
    if (held != null) {
      return held;
    }
    Dataset<Row> rows = lake.read(table);
    return table.mode() == WriteMode.REPLACE_NIGHT ? rows.where(slice(table)) : rows;
  }

  void close() {
    tonight.values().forEach(Dataset::unpersist);
  }

  /** What one step may see. */
  private final class StepInputs implements Inputs {
    private final Step step;

    StepInputs(Step step) {
      this.step = step;
    }

    @Override
    public Dataset<Row> get(Table table) {
      return Outputs.this.get(declared(table));
    }

    @Override
    public Dataset<Row> history(Table table) {
      if (made.contains(declared(table).name())) {
        return Outputs.this.get(table);
      }
      Dataset<Row> before =
          lake.read(declared(table)).where(Slice.column(table) + " < " + tonight());
      return before.unionByName(Outputs.this.get(table));
    }

    @Override
    public Dataset<Row> fresh(Table table) {
      return fresh(table, step.output());
    }

    @Override
    public Dataset<Row> fresh(Table table, Table of) {
      boolean isWhole = table.mode() == WriteMode.REPLACE_BATCH;
      Dataset<Row> rows = isWhole ? Outputs.this.get(declared(table)) : lake.read(declared(table));
      var progress = journal.progress(of.name());
      Column unseen = Columns.BATCH.col().gt(progress.throughBatch());
      if (!table.fields().contains(Columns.OBSERVED_AT)) {
        return rows.where(unseen);
      }
      Column observed = Columns.OBSERVED_AT.col();
      var seenUntil = progress.asOf().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      return rows.where(observed.leq(lit(Timestamp.from(end()))))
          .where(unseen.or(observed.geq(lit(Timestamp.from(seenUntil)))));
    }

    @Override
    public Dataset<Row> previous(Table table) {
      Dataset<Row> stored = lake.read(table);
      if (table.mode() != WriteMode.REPLACE_NIGHT) {
        return stored;
      }
      return Slice.column(table).equals("as_of")
          ? earlier(table, 1)
          : stored.where(Slice.column(table) + " < " + tonight());
    }

    @Override
    public Dataset<Row> earlier(Table table, int nights) {
      String slice = Slice.column(table);
      LocalDate newestAllowed = night.asOf().minusDays(nights);
      Dataset<Row> stored = lake.read(table);
      if (made.contains(table.name()) || lake.version(table).isEmpty()) {
        return stored.limit(0);
      }
      Dataset<Row> earlier = stored.where("%s <= DATE'%s'".formatted(slice, newestAllowed));
      Date newest = earlier.agg(max(col(slice))).first().getDate(0);
      return newest == null ? earlier : earlier.where(col(slice).equalTo(lit(newest)));
    }

    private String tonight() {
      return "DATE'%s'".formatted(night.asOf());
    }

    @Override
    public LocalDate asOf() {
      return night.asOf();
    }

    @Override
    public SparkSession spark() {
      return lake.spark();
    }

    private Table declared(Table table) {
      if (!step.inputs().contains(table)) {
        throw new IllegalArgumentException(
            "%s asks for %s, which is not among its inputs".formatted(step.name(), table));
      }
      return table;
    }
  }
}
