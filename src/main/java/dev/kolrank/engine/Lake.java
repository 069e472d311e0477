package dev.kolrank.engine;

import dev.kolrank.core.Table;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Where tables live: each write is one atomic commit, each commit has a version. */
public interface Lake {

  /** The newest rows of {@code table}; none, with the declared schema, before its first write. */
  Dataset<Row> read(Table table);

  /** The rows of {@code table} at one version. */
  Dataset<Row> read(Table table, long version);

  /** The newest version; empty before the first write. */
  OptionalLong version(Table table);

  /**
   * Writes the rows as the table's mode says, in one commit.
   *
   * @param slice SQL predicate of the slice that the rows replace; unused by other modes
   * @return the version that holds them
   */
  long write(Table table, Dataset<Row> rows, String slice);

  /**
   * Upserts rows and takes keys away, in one commit.
   *
   * @param gone keys, none of which is among the rows
   * @return the version that holds them
   */
  long merge(Table table, Dataset<Row> rows, Dataset<Row> gone);

  /** The place of {@code table}. */
  String path(Table table);

  /** The session that reads and writes. */
  SparkSession spark();
}
