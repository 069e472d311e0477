package dev.kolrank.engine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.spark_partition_id;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Parts;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.rdd.PartitionPruningRDD;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.StructType;
import scala.runtime.AbstractFunction1;

/**
 * Rows that are computed once and read several times, each part by itself. They lie in the files of
 * a shuffle, not in the block store, whose objects would fill the heap: a night may be larger than
 * memory.
 */
final class HeldParts {
  private static final String PLACE = "__place";

  private HeldParts() {}

  /** The rows, cut off from the plan that made them; a filter by part leaves the others unread. */
  static Dataset<Row> of(Dataset<Row> rows, Parts parts) {
    var spark = (SparkSession) rows.sparkSession();
    int width = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    Dataset<Row> placed =
        rows.withColumn(PLACE, place(parts, width))
            .repartitionById(width * parts.names().size(), col(PLACE))
            .drop(PLACE);
    RDD<InternalRow> all =
        ((org.apache.spark.sql.classic.Dataset<Row>) placed).queryExecution().toRdd();
    Dataset<Row> held = null;
    for (int i = 0; i < parts.names().size(); i++) {
      Dataset<Row> part = part(spark, all, rows.schema(), i, width);
      // a constant, so that a filter by another part is seen to be empty
      Dataset<Row> named =
          part.withColumn(parts.by().name(), lit(parts.names().get(i)))
              .select(rows.columns()[0], rest(rows.columns()));
      held = held == null ? named : held.union(named);
    }
    return held;
  }

  /** Rows of one part lie in {@code width} shuffle partitions, near those they were read with. */
  private static Column place(Parts parts, int width) {
    Column part = lit(null).cast("int");
    for (int i = parts.names().size() - 1; i >= 0; i--) {
      part = when(parts.by().col().equalTo(parts.names().get(i)), i).otherwise(part);
    }
    return part.multiply(width).plus(pmod(spark_partition_id(), lit(width)));
  }

  private static Dataset<Row> part(
      SparkSession spark, RDD<InternalRow> all, StructType schema, int part, int width) {
    return spark.internalCreateDataFrame(
        PartitionPruningRDD.create(all, new OfPart(part, width)), schema, false);
  }

  private static String[] rest(String[] columns) {
    return Arrays.copyOfRange(columns, 1, columns.length);
  }

  /** Tells the shuffle partitions of a part. */
  private static final class OfPart extends AbstractFunction1<Object, Object>
      implements Serializable {
    private static final long serialVersionUID = 1;
    private final int part;
    private final int width;

    OfPart(int part, int width) {
      this.part = part;
      this.width = width;
    }

    @Override
    public Object apply(Object partition) {
      return (Integer) partition / width == part;
    }
  }
}
