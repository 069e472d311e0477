package dev.kolrank.engine;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A lake that keeps its tables in memory: for tests of many small nights, where what a commit costs
 * would be all that is seen. It can die at a table, as a killed run does.
 */
public final class MemoryLake implements Lake {
  private final Map<String, List<List<Row>>> versions = new ConcurrentHashMap<>();
  private String fatal = "";
  private boolean written;
  private boolean killed;
  private boolean dead;

  /** How a run ends that is killed. */
  public static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The next write of {@code table} is the run's end.
   *
   * @param afterItsCommit whether that write is still done
   * @param withoutRecord whether the run cannot even record what it did, as when it is killed
   */
  public void dieAt(Table table, boolean afterItsCommit, boolean withoutRecord) {
    fatal = table.name();
    written = afterItsCommit;
    killed = withoutRecord;
  }

  /** Brings the lake back, as the dead run left it. */
  public void revive() {
    fatal = "";
    dead = false;
  }

  @Override
  public Dataset<Row> read(Table table) {
    var all = versions.getOrDefault(table.name(), List.of());
    return frame(table, all.isEmpty() ? List.of() : all.get(all.size() - 1));
  }

  @Override
  public Dataset<Row> read(Table table, long version) {
    return frame(table, versions.get(table.name()).get((int) version));
  }

  private static Dataset<Row> frame(Table table, List<Row> rows) {
    return SparkFixture.spark().createDataFrame(rows, table.schema());
  }

  @Override
  public OptionalLong version(Table table) {
    var all = versions.get(table.name());
    return all == null ? OptionalLong.empty() : OptionalLong.of(all.size() - 1L);
  }

  @Override
  public long write(Table table, Dataset<Row> rows, String slice) {
    Dataset<Row> stored = read(table);
    Dataset<Row> kept =
        switch (table.mode()) {
          case REPLACE_BATCH, REPLACE_NIGHT ->
              slice.isEmpty() ? stored : stored.where(not(coalesce(expr(slice), lit(false))));
          case UPSERT -> without(table, stored, rows);
          case REPLACE_ALL -> stored.limit(0);
          case APPEND -> stored;
          case TRANSIENT -> throw new IllegalArgumentException(table + " is not stored");
        };
    return commit(table, kept, rows);
  }

  @Override
  public long merge(Table table, Dataset<Row> rows, Dataset<Row> gone) {
    return commit(table, without(table, without(table, read(table), rows), gone), rows);
  }

  private static Dataset<Row> without(Table table, Dataset<Row> stored, Dataset<Row> rows) {
    Dataset<Row> keys = rows.select(table.keyColumns()).alias("k");
    Column same =
        table.key().stream()
            .map(f -> f.of("t").equalTo(f.of("k")))
            .reduce(Column::and)
            .orElseThrow();
    return stored.alias("t").join(keys, same, "left_anti");
  }

  private long commit(Table table, Dataset<Row> kept, Dataset<Row> rows) {
    boolean last = table.name().equals(fatal);
    boolean isRecord = table.layer().equals("ops");
    if ((dead && (killed || !isRecord)) || (last && !written)) {
      dead = true;
      throw new Death();
    }
    List<Row> all = new ArrayList<>(kept.select(table.conform()).collectAsList());
    all.addAll(rows.select(table.conform()).collectAsList());
    versions.computeIfAbsent(table.name(), n -> new ArrayList<>()).add(all);
    if (last) {
      dead = true;
      throw new Death();
    }
    return version(table).orElseThrow();
  }

  @Override
  public String path(Table table) {
    return "memory:" + table.name();
  }

  @Override
  public SparkSession spark() {
    return SparkFixture.spark();
  }
}
