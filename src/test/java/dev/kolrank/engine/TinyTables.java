package dev.kolrank.engine;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static org.apache.spark.sql.functions.lit;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** A lake in small: seen things, their state, a number a night, and what is published. */
final class TinyTables {
  static final Field ID = Field.required("id", DataTypes.StringType, "which");
  static final Field N = Field.required("n", DataTypes.LongType, "how many");

  static final Table SEEN =
      Table.batched("bronze.seen", "a sight", BATCH, List.of(BATCH, OBSERVED_AT, ID, N));
  static final Table STATE =
      Table.upserted("silver.state", "a thing", List.of(ID, N), ID)
          .checked(new Check.InRange(N, 0, 100));
  static final Table NUMBER =
      Table.nightly(
          "features.number", "a thing and night", AS_OF, List.of(AS_OF, ID, N), AS_OF, ID);
  static final Table LISTED =
      Table.nightly("gold.listed", "a thing and night", AS_OF, List.of(AS_OF, ID, N), AS_OF, ID);

  private TinyTables() {}

  /** Gives the rows of a query and reads nothing. */
  record Query(Table output, String sql) implements Step {
    @Override
    public Set<Table> inputs() {
      return Set.of();
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.spark().sql(sql);
    }
  }

  /** Gives what it reads, each number greater by {@code plus}. */
  record Copy(Table output, Table input, long plus) implements Step {
    @Override
    public Set<Table> inputs() {
      return Set.of(input);
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.get(input)
          .select(
              lit(Date.valueOf(in.asOf())).as(AS_OF.name()), ID.col(), N.col().plus(plus).as("n"));
    }
  }

  /** Gives what it has not worked through yet. */
  record Take(Table output) implements Step {
    @Override
    public Set<Table> inputs() {
      return Set.of(SEEN);
    }

    @Override
    public Dataset<Row> rows(Inputs in) {
      return in.fresh(SEEN).select(ID.col(), N.col());
    }
  }
}
