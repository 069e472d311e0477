package dev.kolrank.core;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.types.DataTypeUtils;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Materializes rows that several readers need. Up to 20,000 rows and 4 MiB move to the driver:
 * filtering, testing for emptiness and broadcasting them then starts no Spark job. Larger results
 * stay in the executors' cache.
 */
public final class Materialized {
  /** Limits of a result on the driver. */
  private static final int MOST_ROWS = 20_000;

  private static final long MOST_BYTES = 4 << 20;

  /** Above this number, the partitions share the limits, which bounds the driver's memory. */
  private static final int PARTITIONS = 8;

  private Materialized() {}

  /** Computes the rows now and cuts them off from their plan. */
  public static Dataset<Row> of(Dataset<Row> rows) {
    Optional<Dataset<Row>> local = local(rows);
    if (local.isPresent()) {
      return local.get();
    }
    Dataset<Row> checkpoint = rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
    Optional<Dataset<Row>> few = few(checkpoint);
    few.ifPresent(f -> checkpoint.unpersist());
    return few.orElseGet(() -> renamed(checkpoint));
  }

  /**
   * Computes the rows now. Larger results go to Spark's columnar cache; the caller unpersists the
   * returned dataset.
   */
  public static Dataset<Row> cached(Dataset<Row> rows) {
    Optional<Dataset<Row>> local = local(rows);
    if (local.isPresent()) {
      return local.get();
    }
    Dataset<Row> cached = rows.persist(StorageLevel.MEMORY_AND_DISK());
    Optional<Dataset<Row>> few = few(cached.select(col("*")));
    few.ifPresent(f -> cached.unpersist());
    return few.orElse(cached);
  }

  /** Returns whether the rows are on the driver. */
  public static boolean isLocal(Dataset<Row> rows) {
    LogicalPlan from = classic(rows).queryExecution().analyzed();
    while (from instanceof Project || from instanceof Filter || from instanceof SubqueryAlias) {
      from = from.children().head();
    }
    return from instanceof LocalRelation && optimized(rows) instanceof LocalRelation;
  }

  // A checkpoint keeps its source's column ids, and Spark refuses some joins of two datasets that
  // share ids.
  private static Dataset<Row> renamed(Dataset<Row> rows) {
    return rows.select(
        Arrays.stream(rows.columns())
            .map(c -> rows.col("`" + c + "`").as(c))
            .toArray(Column[]::new));
  }

  private static org.apache.spark.sql.classic.Dataset<Row> classic(Dataset<Row> rows) {
    return (org.apache.spark.sql.classic.Dataset<Row>) rows;
  }

  private static LogicalPlan optimized(Dataset<Row> rows) {
    return classic(rows).queryExecution().optimizedPlan();
  }

  // The optimizer computes what depends on local rows alone.
  private static Optional<Dataset<Row>> local(Dataset<Row> rows) {
    return isLocal(rows)
        ? Optional.of(onDriver(rows, ((LocalRelation) optimized(rows)).data()))
        : Optional.empty();
  }

  // One job fills the cache and collects the rows.
  private static Optional<Dataset<Row>> few(Dataset<Row> rows) {
    JavaRDD<InternalRow> all = classic(rows).queryExecution().toRdd().toJavaRDD();
    int shares = all.getNumPartitions() <= PARTITIONS ? 1 : all.getNumPartitions();
    List<UnsafeRow[]> parts =
        all.mapPartitions(new First(MOST_ROWS / shares, MOST_BYTES / shares)).collect();
    List<InternalRow> few = parts.stream().<InternalRow>flatMap(Arrays::stream).toList();
    long bytes = parts.stream().flatMap(Arrays::stream).mapToLong(Materialized::size).sum();
    return few.size() > MOST_ROWS || bytes > MOST_BYTES
        ? Optional.empty()
        : Optional.of(onDriver(rows, CollectionConverters.asScala(few).toSeq()));
  }

  // A null stands for a partition above the limits.
  private static long size(UnsafeRow row) {
    return row == null ? MOST_BYTES + 1 : row.getSizeInBytes();
  }

  @SuppressWarnings("unchecked") // Scala's sequences of references are sequences of attributes
  private static Dataset<Row> onDriver(Dataset<Row> rows, Seq<InternalRow> data) {
    var columns = (Seq<Attribute>) (Seq<?>) DataTypeUtils.toAttributes(rows.schema());
    return org.apache.spark.sql.classic.Dataset.ofRows(
        (SparkSession) rows.sparkSession(),
        new LocalRelation(columns, data, false, Option.empty()));
  }

  /** Returns a partition's rows, or one null above the limits. */
  private record First(int most, long mostBytes)
      implements FlatMapFunction<Iterator<InternalRow>, UnsafeRow[]> {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<UnsafeRow[]> call(Iterator<InternalRow> rows) {
      var found = new ArrayList<UnsafeRow>();
      long bytes = 0;
      while (rows.hasNext()) {
        UnsafeRow row = ((UnsafeRow) rows.next()).copy();
        bytes += row.getSizeInBytes();
        if (found.size() == most || bytes > mostBytes) {
          return Collections.singletonList(new UnsafeRow[] {null}).iterator();
        }
        found.add(row);
      }
      return Collections.singletonList(found.toArray(UnsafeRow[]::new)).iterator();
    }
  }
}
