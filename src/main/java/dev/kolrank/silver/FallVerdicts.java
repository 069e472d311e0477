package dev.kolrank.silver;

import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import dev.kolrank.core.Field;
import dev.kolrank.silver.Falls.Value;
import dev.kolrank.silver.Falls.Verdict;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** {@link Falls} over columns. */
final class FallVerdicts {
  static final String COUNT = "count";

  private static final StructType VERDICT =
      new StructType(
          List.of(
                  OBSERVED_AT,
                  SOURCE,
                  SOURCE_FILE,
                  QuarantinedValue.VALUE,
                  QuarantinedValue.ROUNDED,
                  QuarantinedValue.KEPT_VALUE,
                  QuarantinedValue.SINCE,
                  QuarantinedValue.STATE,
                  QuarantinedValue.DECIDED_AT)
              .stream()
              .map(Field::toSpark)
              .toArray(StructField[]::new));

  private FallVerdicts() {}

  /** One value as a column, called {@link #COUNT}. */
  static Column value(
      Column at, Column source, Column file, Column value, Column rounded, Column censored) {
    return struct(
            at.as("at"),
            source.as("source"),
            file.as("file"),
            value.as("value"),
            rounded.as("rounded"),
            censored.as("censored"))
        .as(COUNT);
  }

  /** The verdicts on collected values of one count. */
  static Column of(Falls falls, Column values) {
    UDF1<Seq<Row>, List<Row>> judge =
        all ->
            falls.of(CollectionConverters.asJava(all).stream().map(v -> value(v)).toList()).stream()
                .map(FallVerdicts::row)
                .toList();
    return udf(judge, DataTypes.createArrayType(VERDICT)).withName("verdicts_on").apply(values);
  }

  private static Value value(Row row) {
    return new Value(
        row.getTimestamp(0),
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getBoolean(4),
        row.getBoolean(5));
  }

  private static Row row(Verdict verdict) {
    Value value = verdict.value();
    return RowFactory.create(
        value.at(),
        value.source(),
        value.file(),
        value.value(),
        value.rounded(),
        verdict.kept(),
        verdict.since(),
        verdict.state(),
        verdict.decidedAt());
  }
}
