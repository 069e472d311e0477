package dev.kolrank.connector;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.landing.Observation;
import dev.kolrank.table.landing.SourceProfile;
import dev.kolrank.table.landing.SourceVerdict;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/**
 * Compares what each source gives tonight with what it gave in its last batches, and withholds one
 * that lost a column: a crawler or a platform has renamed or retyped it, and taking it in would
 * empty what is known. A source that the storage did not give to its end is failed: what was read
 * of it is a part, which is neither judged nor taken in.
 *
 * @param batch tonight's batch
 * @param limits how much may be lost
 * @param accepted source folders whose change is wanted
 */
public record CheckSources(long batch, DriftLimits limits, Set<String> accepted) implements Step {
  /** So many earlier batches are compared with. */
  static final int BATCHES = 7;

  /** They are looked for this far back, so that the cost does not grow with history. */
  private static final int LOOK_BACK = 100;

  private static final String ROWS_BEFORE = "rows_before";
  private static final String GIVEN_BEFORE = "given_before";

  public CheckSources {
    accepted = new TreeSet<>(accepted);
  }

  @Override
  public Table output() {
    return SourceVerdict.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(SourceProfile.TABLE, Observation.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    String[] key = Table.names(SourceVerdict.TABLE.key());
    Column batches = coalesce(SourceCheck.BATCHES_BEFORE.col(), lit(0L));
    Column share = functions.try_divide(functions.col(GIVEN_BEFORE), functions.col(ROWS_BEFORE));
    Column drifted =
        bool_or(SourceCheck.DRIFTED.col()).over(Window.partitionBy(Columns.SOURCE.col()));
    List<String> failed =
        in.get(Observation.TABLE)
            .where(Observation.KIND.col().equalTo(Observation.FAILURE.name()))
            .select(Columns.SOURCE.col())
            .distinct()
            .as(Encoders.STRING())
            .collectAsList();
    NoteReplacements.refuseUnfinished(in, failed);
    return in.get(SourceProfile.TABLE)
        .where(not(Columns.SOURCE.col().isin(failed.toArray())))
        .join(before(in.previous(SourceCheck.TABLE)), key, "left")
        .withColumn(SourceCheck.BATCHES_BEFORE.name(), batches)
        .withColumn(SourceCheck.EXPECTED.name(), SourceProfile.ROWS.col().multiply(share))
        .withColumn(SourceCheck.DRIFTED.name(), coalesce(drifted(), lit(false)))
        .withColumn(SourceCheck.VERDICT.name(), verdict(drifted))
        .select(SourceVerdict.TABLE.conform())
        .unionByName(failures(in, failed))
        // few rows; and their order, which Spark would name by columns that a checkpoint lacks,
        // goes
        .coalesce(1);
  }

  /** One row for each source that failed. */
  private Dataset<Row> failures(Inputs in, List<String> sources) {
    Column[] columns = {
      lit(batch).as(Columns.BATCH.name()),
      functions.col("value").as(Columns.SOURCE.name()),
      lit(ProfileSources.ALL_RECORDS).as(SourceProfile.RULE.name()),
      lit(SourceProfile.RECORDS).as(SourceProfile.COLUMN_NAME.name()),
      lit(0L).as(SourceProfile.ROWS.name()),
      lit(0L).as(SourceProfile.GIVEN.name()),
      lit(0L).as(SourceProfile.UNREADABLE.name()),
      lit(0L).as(SourceCheck.BATCHES_BEFORE.name()),
      lit(null).cast(SourceCheck.EXPECTED.type()).as(SourceCheck.EXPECTED.name()),
      lit(false).as(SourceCheck.DRIFTED.name()),
      lit(SourceCheck.FAILED).as(SourceCheck.VERDICT.name())
    };
    return in.spark().createDataset(sources, Encoders.STRING()).select(columns);
  }

  /** The sums over each column's last batches, from the newest change on that was accepted. */
  private Dataset<Row> before(Dataset<Row> checks) {
    var column = Window.partitionBy(SourceVerdict.TABLE.keyColumns());
    Column accepted =
        SourceCheck.DRIFTED.col().and(SourceCheck.VERDICT.col().equalTo(SourceCheck.ACCEPTED));
    Column since = coalesce(max(when(accepted, Columns.BATCH.col())).over(column), lit(0L));
    Column age = row_number().over(column.orderBy(Columns.BATCH.col().desc()));
    return checks
        .where(Columns.BATCH.col().between(batch - LOOK_BACK, batch - 1))
        .where(not(isLeftOut()))
        .withColumn("since", since)
        .where(Columns.BATCH.col().geq(functions.col("since")))
        .withColumn("age", age)
        .where(functions.col("age").leq(BATCHES))
        .groupBy(SourceVerdict.TABLE.keyColumns())
        .agg(
            count(lit(1)).as(SourceCheck.BATCHES_BEFORE.name()),
            sum(SourceProfile.ROWS.col()).as(ROWS_BEFORE),
            sum(SourceProfile.GIVEN.col()).as(GIVEN_BEFORE));
  }

  private Column drifted() {
    Column records = SourceProfile.COLUMN_NAME.col().equalTo(SourceProfile.RECORDS);
    Column kept = when(records, 1 - limits.lostRecords()).otherwise(1 - limits.lostValues());
    return SourceCheck.BATCHES_BEFORE
        .col()
        .geq(limits.leastBatches())
        .and(SourceCheck.EXPECTED.col().geq(limits.leastValues()))
        .and(SourceProfile.GIVEN.col().lt(SourceCheck.EXPECTED.col().multiply(kept)));
  }

  private Column verdict(Column drifted) {
    Column wanted = Columns.SOURCE.col().isin(accepted.toArray());
    return when(drifted, when(wanted, SourceCheck.ACCEPTED).otherwise(SourceCheck.WITHHELD))
        .otherwise(SourceCheck.TAKEN);
  }

  private static Column isLeftOut() {
    return SourceCheck.VERDICT.col().isin(SourceCheck.WITHHELD, SourceCheck.FAILED);
  }

  /** Those of tonight's rows whose source is neither withheld nor failed. */
  static Dataset<Row> taken(Inputs in, Dataset<Row> rows) {
    Dataset<Row> leftOut =
        in.get(SourceVerdict.TABLE).where(isLeftOut()).select(Columns.SOURCE.col()).distinct();
    String[] source = {Columns.SOURCE.name()};
    return rows.join(functions.broadcast(leftOut), source, "left_anti");
  }
}
