package dev.kolrank.connector;

import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.landing.Observation;
import dev.kolrank.table.landing.SourceVerdict;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Notes what tonight's batch takes out of bronze, before it does: the rows of files that came again
 * with other content, and whatever broken runs left. What they noted stays noted, now under
 * tonight's batch, since the rows it speaks of may be gone already.
 *
 * @param batch tonight's batch
 */
public record NoteReplacements(long batch) implements Step {
  private static final Column NONE = lit(null);

  /** The files whose rows a batched step replaces tonight, with the batch that held them. */
  static Dataset<Row> files(Inputs in) {
    return in.fresh(Replacement.TABLE)
        .where(Replacement.KIND.col().equalTo(Replacement.FILE))
        .select(BATCH.as(Replacement.HELD_BATCH.col()), SOURCE_FILE.as(Replacement.UID.col()));
  }

  @Override
  public Table output() {
    return Replacement.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Observation.TABLE, SourceVerdict.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> files = comingAgain(in);
    // few: a night adds one; they keep the search for dropped rows within their partitions
    List<Long> batches = files.select(BATCH.col()).distinct().as(Encoders.LONG()).collectAsList();
    long settled = settled(in);
    Column leftover = BATCH.col().gt(settled);
    Column day = to_date(coalesce(PostObservation.PUBLISHED_AT.col(), OBSERVED_AT.col()));
    Column account = Columns.ACCOUNT_UID.col();
    return in.previous(Replacement.TABLE)
        .where(leftover)
        .withColumn(BATCH.name(), lit(batch))
        .select(Replacement.TABLE.conform())
        .unionByName(noted(files, Replacement.FILE, SOURCE_FILE.col(), NONE, NONE, BATCH.col()))
        .unionByName(
            noted(
                dropped(in.previous(AccountObservation.TABLE), leftover, files, batches),
                Replacement.ACCOUNT,
                account,
                account,
                to_date(OBSERVED_AT.col()),
                NONE))
        .unionByName(
            noted(
                dropped(in.previous(PostObservation.TABLE), leftover, files, batches),
                Replacement.POST,
                Columns.POST_UID.col(),
                account,
                day,
                NONE))
        .unionByName(
            noted(
                dropped(in.previous(CommentObservation.TABLE), leftover, files, batches),
                Replacement.COMMENT,
                CommentObservation.COMMENT_UID.col(),
                NONE,
                NONE,
                NONE))
        .distinct();
  }

  /**
   * Tonight's files, but for those withheld, that the ledger holds already, with the batch that it
   * holds them in.
   */
  private static Dataset<Row> comingAgain(Inputs in) {
    Dataset<Row> tonight =
        CheckSources.taken(in, in.get(Observation.TABLE))
            .where(Observation.KIND.col().equalTo(Observation.FILE.name()))
            .select(SOURCE_FILE.as(expr(IngestedFile.DELIVERED)))
            .distinct();
    return in.previous(IngestedFile.TABLE)
        .join(tonight, SOURCE_FILE.name())
        .select(BATCH.col(), SOURCE_FILE.col());
  }

  /**
   * Stops a run in which a source fails that a broken run had begun to replace: its last good state
   * is gone from bronze already, and what is noted of it must stay noted until it can be read.
   *
   * @throws StorageError naming the file
   */
  static void refuseUnfinished(Inputs in, List<String> failedSources) {
    if (failedSources.isEmpty()) {
      return;
    }
    Column source = substring_index(Replacement.UID.col(), "/", 1);
    Row first =
        in.previous(Replacement.TABLE)
            .where(BATCH.col().gt(settled(in)))
            .where(Replacement.KIND.col().equalTo(Replacement.FILE))
            .where(source.isin(failedSources.toArray()))
            .agg(min(Replacement.UID.col()))
            .first();
    if (!first.isNullAt(0)) {
      throw new StorageError(
          ("%s was being replaced when the last run broke off, and the storage does not give its"
                  + " source now: restore access to it, then run the night again")
              .formatted(first.getString(0)));
    }
  }

  /** The newest batch of the ledger: what lies above it was left by broken runs. */
  private static long settled(Inputs in) {
    Row newest = in.previous(IngestedFile.TABLE).agg(max(BATCH.col())).first();
    return newest.isNullAt(0) ? 0 : newest.getLong(0);
  }

  private static Dataset<Row> dropped(
      Dataset<Row> stored, Column leftover, Dataset<Row> files, List<Long> batches) {
    if (batches.isEmpty()) {
      return stored.where(leftover);
    }
    Dataset<Row> held = files.select(BATCH.col().as("held"), SOURCE_FILE.col().as("delivered"));
    Column ofFile =
        BATCH.col().equalTo(held.col("held")).and(expr(IngestedFile.DELIVERED + " = delivered"));
    Dataset<Row> replaced =
        stored.where(BATCH.col().isin(batches.toArray())).join(held, ofFile, "left_semi");
    return stored.where(leftover).union(replaced);
  }

  private Dataset<Row> noted(
      Dataset<Row> rows, String kind, Column uid, Column account, Column day, Column held) {
    return rows.select(
            Replacement.KIND.as(lit(kind)),
            Replacement.UID.as(uid),
            Replacement.ACCOUNT_UID.as(account),
            Replacement.DAY.as(day),
            Replacement.HELD_BATCH.as(held),
            BATCH.as(lit(batch)))
        .select(Replacement.TABLE.conform());
  }
}
