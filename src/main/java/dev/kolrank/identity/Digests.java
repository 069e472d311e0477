package dev.kolrank.identity;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Field;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;

/** Hashes of many values that differ wherever the values do. */
final class Digests {
  private Digests() {}

  /**
   * One hash of these columns. Spark's passes over nulls and takes lists that follow each other for
   * one, so that what is absent and how long a list is goes in, too.
   */
  static Column of(Collection<Field> fields) {
    return xxhash64(fields.stream().flatMap(Digests::marked).toArray(Column[]::new));
  }

  private static Stream<Column> marked(Field field) {
    Column mark =
        field.type() instanceof ArrayType
            ? coalesce(size(field.col()), lit(-1))
            : field.col().isNull();
    return Stream.of(mark, field.col());
  }

  /** One hash of all rows, in whatever order they are. */
  static long ofRows(Dataset<Row> rows, List<Field> fields) {
    Row sums =
        rows.agg(count(lit(1)).as("rows"), coalesce(bit_xor(of(fields)), lit(0L)).as("hashes"))
            .first();
    return 31 * sums.getLong(0) + sums.getLong(1);
  }
}
