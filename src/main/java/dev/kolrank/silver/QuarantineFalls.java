package dev.kolrank.silver;

import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.SEEN;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Provenance;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Lists the counts that fell impossibly far, as those of a blocked scrape do. What silver keeps of
 * a key stands for all observations before it, so only the keys seen since the last run are looked
 * at; keys that lost an observation, or of which one comes late, are judged anew from all.
 *
 * @param share the least fall, as a share of the value before it
 * @param least the least value before it
 */
public record QuarantineFalls(double share, long least) implements Step {
  private static final String COUNT = FallVerdicts.COUNT;

  public QuarantineFalls {
    if (share <= 0 || share > 1 || least < 1) {
      throw new IllegalArgumentException(
          "quarantine.share must be above 0 and at most 1, quarantine.least at least 1");
    }
  }

  @Override
  public Table output() {
    return QuarantinedValue.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountObservation.TABLE, PostObservation.TABLE, Replacement.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(QuarantinedValue.STATE.col().isNull());
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return falls(in, Guarded.ACCOUNTS).unionByName(falls(in, Guarded.POSTS));
  }

  private Dataset<Row> falls(Inputs in, Guarded of) {
    // the state lags behind this step where a run ended between the two
    Dataset<Row> fresh = in.fresh(of.observations(), of.state()).where(of.isGiven());
    Dataset<Row> listed =
        in.previous(QuarantinedValue.TABLE)
            .where(QuarantinedValue.KIND.col().equalTo(of.kind()))
            .withColumnRenamed(QuarantinedValue.UID.name(), of.uid().name());
    String key = of.uid().name();
    Dataset<Row> remade = of.remade(in);
    if (remade.isEmpty()) {
      return judged(of, fresh, kept(in, of, fresh), listed);
    }
    Dataset<Row> others = fresh.join(remade, new String[] {key}, "left_anti");
    Dataset<Row> all = Replaced.observed(in, of.observations()).join(remade, key);
    Dataset<Row> verdicts =
        judged(
                of,
                others.unionByName(all.where(of.isGiven())),
                kept(in, of, others),
                listed.join(remade, new String[] {key}, "left_anti"))
            .transform(Materialized::of);
    Dataset<Row> before =
        listed
            .join(remade, key)
            .withColumnRenamed(key, QuarantinedValue.UID.name())
            .select(QuarantinedValue.TABLE.keyColumns());
    Dataset<Row> gone =
        before.join(verdicts, Table.names(QuarantinedValue.TABLE.key()), "left_anti");
    return verdicts.unionByName(gone, true);
  }

  /** What silver keeps of the keys, and when it was observed. */
  private static Dataset<Row> kept(Inputs in, Guarded of, Dataset<Row> fresh) {
    Dataset<Row> state = in.previous(of.state());
    if (state.isEmpty()) {
      return state;
    }
    Dataset<Row> keys = Tonight.held(fresh.select(of.uid().col()).distinct());
    return LatestValues.of(of.state(), of.counts(), Map.of())
        .near(state, keys)
        .join(keys, new String[] {of.uid().name()}, "left_semi");
  }

  private Dataset<Row> judged(
      Guarded of, Dataset<Row> seen, Dataset<Row> kept, Dataset<Row> listed) {
    Dataset<Row> suspects = suspects(of, seen, kept, listed);
    if (suspects.isEmpty()) {
      return seen.sparkSession().createDataFrame(List.of(), QuarantinedValue.TABLE.schema());
    }
    Column observedAt = OBSERVED_AT.col();
    Function<Field, Column> keptAt =
        f -> coalesce(element_at(SEEN.col(), lit(f.name())), LAST_SEEN.col());
    Column none = lit(null).cast(DataTypes.StringType);
    String key = of.uid().name();
    Dataset<Row> values =
        values(of, seen.join(suspects, key), f -> observedAt, SOURCE.col(), SOURCE_FILE.col())
            .unionByName(values(of, kept.join(suspects, key), keptAt, none, none))
            .unionByName(listed.join(suspects, key).select(listedValue(of)));
    return values
        .groupBy(of.uid().col(), QuarantinedValue.COLUMN.col())
        .agg(explode(FallVerdicts.of(new Falls(share, least), collect_list(col(COUNT)))).as("v"))
        .select(
            QuarantinedValue.KIND.as(lit(of.kind())),
            QuarantinedValue.UID.as(of.uid().col()),
            QuarantinedValue.COLUMN.col(),
            col("v.*"));
  }

  /** The keys with a value that fell, or that waits. */
  private Dataset<Row> suspects(
      Guarded of, Dataset<Row> seen, Dataset<Row> kept, Dataset<Row> listed) {
    Column[] counts = of.counts().stream().map(Field::col).toArray(Column[]::new);
    Dataset<Row> values =
        seen.select(of.uid().col(), struct(counts).as(COUNT))
            .union(kept.select(of.uid().col(), struct(counts).as(COUNT)));
    Column fell = lit(false);
    for (Field count : of.counts()) {
      Column value = col(COUNT + "." + count.name());
      Column most = max(value);
      Column isFall = most.geq(least).and(most.minus(min(value)).geq(most.multiply(share)));
      fell = fell.or(coalesce(isFall, lit(false)));
    }
    Dataset<Row> fallen =
        values.groupBy(of.uid().col()).agg(fell.as("fell")).where("fell").select(of.uid().col());
    Dataset<Row> waiting =
        listed
            .where(QuarantinedValue.STATE.col().equalTo(QuarantinedValue.WAITING))
            .select(of.uid().col())
            .join(seen.select(of.uid().col()), new String[] {of.uid().name()}, "left_semi");
    return Tonight.held(fallen.union(waiting).distinct());
  }

  private static Dataset<Row> values(
      Guarded of, Dataset<Row> rows, Function<Field, Column> at, Column source, Column file) {
    Column[] counts =
        of.counts().stream()
            .map(
                f ->
                    struct(
                        lit(f.name()).as("name"),
                        FallVerdicts.value(
                            at.apply(f),
                            source,
                            file,
                            f.col(),
                            isNamed(Provenance.ROUNDED, f),
                            isNamed(Provenance.CENSORED, f))))
            .toArray(Column[]::new);
    return rows.select(of.uid().col(), explode(array(counts)).as("c"))
        .select(of.uid().col(), QuarantinedValue.COLUMN.as(col("c.name")), col("c." + COUNT))
        .where(col(COUNT + ".value").isNotNull());
  }

  private static Column isNamed(Field flag, Field count) {
    return coalesce(array_contains(flag.col(), count.name()), lit(false));
  }

  private static Column[] listedValue(Guarded of) {
    Column count =
        FallVerdicts.value(
            OBSERVED_AT.col(),
            SOURCE.col(),
            SOURCE_FILE.col(),
            QuarantinedValue.VALUE.col(),
            QuarantinedValue.ROUNDED.col(),
            lit(false));
    return new Column[] {of.uid().col(), QuarantinedValue.COLUMN.col(), count};
  }
}
