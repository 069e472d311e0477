package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.SOURCE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.features.Features;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps the accounts of sources that failed in this run out of momentum and staleness: what they
 * did since their last good drop is unknown, and must not look like standing still.
 *
 * <p>An account belongs to a failed source when its newest observation, by time, comes from it; one
 * that another source saw later is as well known as ever. Its momentum features are null, and its
 * staleness counts up to the newest crawl day of the source that the ledger has: an account that
 * was in the last good drop is not stale.
 *
 * @param sources their folders
 */
record FailedSources(Set<String> sources) {
  private static final String LAST_DROP = "__last_drop";

  FailedSources {
    sources = new TreeSet<>(sources);
  }

  /** What is read to find the accounts; nothing while no source failed. */
  Set<Table> inputs() {
    return sources.isEmpty()
        ? Set.of()
        : Set.of(AccountObservation.TABLE, PostObservation.TABLE, IngestedFile.TABLE);
  }

  /** The features without the momentum of these accounts, and with the day that they end at. */
  Dataset<Row> without(Dataset<Row> features, Inputs in, SourceRows rows) {
    if (sources.isEmpty()) {
      return features.withColumn(LAST_DROP, SourceRows.night(in));
    }
    Dataset<Row> joined =
        features.join(lastDrops(in, rows), new String[] {ACCOUNT_UID.name()}, "left");
    Map<String, Column> columns = new LinkedHashMap<>();
    for (var feature : Features.momentum()) {
      columns.put(feature.name(), when(col(LAST_DROP).isNull(), feature.field().col()));
    }
    columns.put(
        LAST_DROP, when(col(LAST_DROP).isNull(), SourceRows.night(in)).otherwise(col(LAST_DROP)));
    return joined.withColumns(columns);
  }

  /** The day up to which an account's staleness counts. */
  static Column lastDrop() {
    return col(LAST_DROP);
  }

  /** The accounts that a failed source saw last, with its last good drop. */
  private Dataset<Row> lastDrops(Inputs in, SourceRows rows) {
    Dataset<Row> seen =
        rows.folded(
            seen(in, AccountObservation.TABLE).unionByName(seen(in, PostObservation.TABLE)));
    Column last = max(struct(OBSERVED_AT.col(), SOURCE.col())).as("last");
    Dataset<Row> drops =
        in.get(IngestedFile.TABLE)
            .where(isFailed().and(IngestedFile.CRAWL_DATE.col().leq(SourceRows.night(in))))
            .groupBy(SOURCE.col())
            .agg(max(IngestedFile.CRAWL_DATE.col()).as(LAST_DROP));
    return seen.groupBy(ACCOUNT_UID.col())
        .agg(last)
        .select(ACCOUNT_UID.col(), col("last." + SOURCE.name()))
        .join(drops, SOURCE.name())
        .select(ACCOUNT_UID.col(), col(LAST_DROP));
  }

  private static Dataset<Row> seen(Inputs in, Table table) {
    return in.get(table)
        .where(OBSERVED_AT.col().leq(lit(Timestamp.from(in.end()))))
        .select(ACCOUNT_UID.col(), SOURCE.col(), OBSERVED_AT.col());
  }

  private Column isFailed() {
    return SOURCE.col().isin(sources.toArray());
  }
}
