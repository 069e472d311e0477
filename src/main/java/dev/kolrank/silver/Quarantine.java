package dev.kolrank.silver;

import static dev.kolrank.table.Columns.OBSERVED_AT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.table.bronze.Provenance;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Observations as silver believes them: without the values that wait in quarantine or were refuted.
 *
 * @param values the quarantined values of the guarded counts
 */
record Quarantine(Guarded of, Dataset<Row> values) {
  private static final String HELD = "__held";
  private static final Column IS_CONFIRMED =
      QuarantinedValue.STATE.col().equalTo(QuarantinedValue.CONFIRMED);

  static Quarantine of(Inputs in, Guarded of) {
    Column isOfThese =
        QuarantinedValue.KIND
            .col()
            .equalTo(of.kind())
            .and(QuarantinedValue.COLUMN.col().isin(names(of.counts())));
    return new Quarantine(of, in.get(QuarantinedValue.TABLE).where(isOfThese));
  }

  private static Object[] names(List<Field> fields) {
    return fields.stream().map(Field::name).toArray();
  }

  /** The observations with null for the values that do not count. */
  Dataset<Row> believed(Dataset<Row> observations) {
    if (values.isEmpty()) {
      return observations;
    }
    Dataset<Row> held =
        values
            .where(not(IS_CONFIRMED))
            .groupBy(of.uid().as(QuarantinedValue.UID.col()), OBSERVED_AT.col())
            .agg(collect_set(QuarantinedValue.COLUMN.col()).as(HELD));
    var columns = new ArrayList<Column>();
    for (String name : observations.columns()) {
      boolean isGuarded = of.counts().stream().anyMatch(c -> c.name().equals(name));
      Column isHeld = coalesce(array_contains(col(HELD), name), lit(false));
      columns.add(isGuarded ? when(not(isHeld), col(name)).as(name) : col(name));
    }
    return observations
        .join(held, new String[] {of.uid().name(), OBSERVED_AT.name()}, "left")
        .select(columns.toArray(Column[]::new));
  }

  /**
   * The observations that are not worked through, as believed, and the earlier ones that they
   * confirm: these have the columns that quarantine knows, the others null.
   */
  Dataset<Row> settled(Dataset<Row> fresh) {
    if (values.isEmpty()) {
      return fresh;
    }
    Dataset<Row> deciding =
        fresh.select(
            QuarantinedValue.UID.as(of.uid().col()),
            QuarantinedValue.DECIDED_AT.as(OBSERVED_AT.col()));
    String[] key = {QuarantinedValue.UID.name(), QuarantinedValue.DECIDED_AT.name()};
    return believed(fresh)
        .unionByName(
            values.where(IS_CONFIRMED).join(deciding, key, "left_semi").select(observation()),
            true);
  }

  private Column[] observation() {
    var columns = new ArrayList<Column>(List.of(of.uid().as(QuarantinedValue.UID.col())));
    columns.add(OBSERVED_AT.col());
    Column none = array().cast(Provenance.ROUNDED.type());
    Column named = array_union(none, array(QuarantinedValue.COLUMN.col()));
    columns.add(Provenance.ROUNDED.as(when(QuarantinedValue.ROUNDED.col(), named).otherwise(none)));
    columns.add(Provenance.CENSORED.as(none));
    for (Field count : of.counts()) {
      Column isOf = QuarantinedValue.COLUMN.col().equalTo(count.name());
      columns.add(when(isOf, QuarantinedValue.VALUE.col()).as(count.name()));
    }
    return columns.toArray(Column[]::new);
  }
}
