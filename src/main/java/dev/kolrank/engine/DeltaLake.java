package dev.kolrank.engine;

import static org.apache.spark.sql.functions.lit;

import dev.kolrank.core.DayRanges;
import dev.kolrank.core.Field;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.Columns;
import io.delta.tables.DeltaMergeBuilder;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** A lake of Delta tables, {@code <root>/<layer>/<table>}, on any file system that Hadoop knows. */
public record DeltaLake(SparkSession spark, String root) implements Lake {
  private static final String GONE = "__gone";

  /** Files of a clustered table hold a few days each. */
  private static final int MOST_ROWS_OF_FILE = 200_000;

  /**
   * The lake at a place as the user names it.
   *
   * @throws UserError when it is no folder
   * @throws StorageError when it cannot be reached
   */
  public static DeltaLake at(SparkSession spark, String place) {
    var path = new Path(place);
    try {
      var fileSystem = path.getFileSystem(spark.sessionState().newHadoopConf());
      if (fileSystem.exists(path) && !fileSystem.getFileStatus(path).isDirectory()) {
        throw new UserError("--lake names a file, not a folder: " + place);
      }
      return new DeltaLake(spark, fileSystem.makeQualified(path).toString());
    } catch (UnsupportedFileSystemException e) {
      throw new UserError("--lake names no folder: %s (%s)".formatted(place, e.getMessage()), e);
    } catch (IOException e) {
      throw new StorageError(
          "the lake %s cannot be reached (%s): restore access to it, then run it again"
              .formatted(place, e.getMessage()),
          e);
    }
  }

  @Override
  public Dataset<Row> read(Table table) {
    if (version(table).isEmpty()) {
      return spark.createDataFrame(List.of(), table.schema());
    }
    return declared(table, spark.read().format("delta").load(path(table)));
  }

  @Override
  public Dataset<Row> read(Table table, long version) {
    return declared(
        table, spark.read().format("delta").option("versionAsOf", version).load(path(table)));
  }

  /** Columns that an older program did not write are null. */
  private static Dataset<Row> declared(Table table, Dataset<Row> stored) {
    List<String> present = List.of(stored.columns());
    Dataset<Row> rows = stored;
    for (Field field : table.fields()) {
      if (!present.contains(field.name())) {
        rows = rows.withColumn(field.name(), lit(null).cast(field.type()));
      }
    }
    return rows;
  }

  @Override
  public OptionalLong version(Table table) {
    var log = new Path(path(table), "_delta_log");
    try {
      var fileSystem = log.getFileSystem(spark.sessionState().newHadoopConf());
      if (!fileSystem.exists(log)) {
        return OptionalLong.empty();
      }
      return Arrays.stream(fileSystem.listStatus(log))
          .map(FileStatus::getPath)
          .map(Path::getName)
          .filter(name -> name.matches("[0-9]{20}\\.json"))
          .mapToLong(name -> Long.parseLong(name.substring(0, 20)))
          .max();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + log, e);
    }
  }

  @Override
  public long write(Table table, Dataset<Row> rows, String slice) {
    if (version(table).isEmpty()) {
      create(table, rows);
    } else {
      switch (table.mode()) {
        case REPLACE_BATCH, REPLACE_NIGHT ->
            rows.write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .option("replaceWhere", slice)
                .option("mergeSchema", "true")
                .save(path(table));
        case UPSERT -> merge(table, rows);
        case REPLACE_ALL ->
            rows.write()
                .format("delta")
                .mode(SaveMode.Overwrite)
                .option("overwriteSchema", "true")
                .save(path(table));
        case APPEND ->
            rows.write()
                .format("delta")
                .mode(SaveMode.Append)
                .option("mergeSchema", "true")
                .save(path(table));
        case TRANSIENT -> throw new IllegalArgumentException(table + " is not stored");
      }
    }
    return version(table).orElseThrow();
  }

  private void create(Table table, Dataset<Row> rows) {
    var writer = clustered(table, rows).write().format("delta").mode(SaveMode.ErrorIfExists);
    if (table.isFollowed()) {
      writer = writer.option("delta.enableChangeDataFeed", "true");
    }
    if (table.mode() == WriteMode.UPSERT) {
      // a merge marks the rows that it replaces, rather than writing their files anew
      writer = writer.option("delta.enableDeletionVectors", "true");
    }
    if (table.clustering().isPresent()) {
      writer =
          writer
              .option("maxRecordsPerFile", MOST_ROWS_OF_FILE)
              .option("delta.dataSkippingStatsColumns", lookedUp(table));
    }
    if (table.slice().isPresent()) {
      writer = writer.partitionBy(table.slice().get().name());
    }
    writer.save(path(table));
  }

  /** The first write sorts the rows; later ones add the days of a night in files of their own. */
  private static Dataset<Row> clustered(Table table, Dataset<Row> rows) {
    return table
        .clustering()
        .map(day -> rows.repartitionByRange(day.col()).sortWithinPartitions(day.col()))
        .orElse(rows);
  }

  /** What files are chosen by. */
  private static String lookedUp(Table table) {
    var columns = new LinkedHashSet<>(table.key());
    table.clustering().ifPresent(columns::add);
    if (table.fields().contains(Columns.LAST_SEEN)) {
      columns.add(Columns.LAST_SEEN);
    }
    return columns.stream().map(Field::name).collect(Collectors.joining(","));
  }

  private void merge(Table table, Dataset<Row> rows) {
    merging(table, rows).whenMatched().updateAll().whenNotMatched().insertAll().execute();
  }

  private DeltaMergeBuilder merging(Table table, Dataset<Row> rows) {
    String sameKey =
        table.key().stream()
            .map(f -> "t.%1$s = s.%1$s".formatted(f.name()))
            .collect(Collectors.joining(" and "));
    return DeltaTable.forPath(spark, path(table))
        .as("t")
        .merge(rows.as("s"), sameKey + onDays(table, rows))
        .withSchemaEvolution();
  }

  /**
   * Says on which days the keys lie: a merge does not find out by itself which files it can skip.
   */
  private static String onDays(Table table, Dataset<Row> rows) {
    return table
        .clustering()
        .filter(table.key()::contains)
        .map(day -> " and " + DayRanges.of(rows, day.col()).sql("t." + day.name()))
        .orElse("");
  }

  @Override
  public long merge(Table table, Dataset<Row> rows, Dataset<Row> gone) {
    Dataset<Row> marked =
        rows.withColumn(GONE, lit(false)).unionByName(gone.withColumn(GONE, lit(true)), true);
    merging(table, marked)
        .whenMatched("s." + GONE)
        .delete()
        .whenMatched()
        .updateAll()
        .whenNotMatched("NOT s." + GONE)
        .insertAll()
        .execute();
    return version(table).orElseThrow();
  }

  @Override
  public String path(Table table) {
    return root + "/" + table.layer() + "/" + table.shortName();
  }
}
