package dev.kolrank.job;

import dev.kolrank.connector.Arrivals;
import dev.kolrank.connector.AuthorHash;
import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connectors;
import dev.kolrank.connector.Landing;
import dev.kolrank.connector.ReadCrawl;
import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.storage.FailedSource;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.Lake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.bronze.SourceFailure;
import dev.kolrank.table.ops.Redelivery;
import dev.kolrank.table.ops.StepRun;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** What of a crawl a night takes into a lake, under which batch. */
record Intake(Lake lake, Landing landing, Connectors connectors, LocalDate asOf, Retries retries) {
  private static final List<Table> OBSERVED =
      List.of(
          AccountObservation.TABLE, PostObservation.TABLE, CommentObservation.TABLE, Reject.TABLE);

  /** The newest batch that the ledger holds; 0 before the first. */
  long settledBatch() {
    var newest = lake.read(IngestedFile.TABLE).agg(functions.max(Columns.BATCH.col())).first();
    return newest.isNullAt(0) ? 0 : newest.getLong(0);
  }

  /** A digest of the files of a settled batch. */
  String digest(long batch) {
    return Landing.digest(lake.read(IngestedFile.TABLE).where(Columns.BATCH.col().equalTo(batch)));
  }

  /**
   * The reading of what is new. It has no files where a broken run left rows of files that are gone
   * since: an empty batch takes these rows away; neither where a source could not be listed, so
   * that this is recorded. Files that came again unchanged are remembered.
   *
   * @param authors how to hash the authors of comments in these files
   * @throws UserError when a file is missing that a broken run began to replace
   * @throws StorageError when it may be there, in a folder that cannot be listed
   */
  Optional<ReadCrawl> crawl(Function<Map<Connector, List<CrawlFile>>, AuthorHash> authors) {
    long settled = settledBatch();
    var arrivals =
        Arrivals.of(
            landing,
            asOf,
            lake.read(IngestedFile.TABLE),
            lake.read(Redelivery.TABLE),
            broken(settled),
            retries);
    if (!arrivals.again().isEmpty()) {
      var again = lake.spark().createDataFrame(arrivals.again(), Redelivery.TABLE.schema());
      lake.write(Redelivery.TABLE, again.coalesce(1), "");
    }
    if (arrivals.fresh().isEmpty()
        && landing.failed().isEmpty()
        && OBSERVED.stream().noneMatch(t -> hasLeftovers(t, settled))) {
      return Optional.empty();
    }
    var files = arrivals.byConnector(connectors);
    return Optional.of(
        new ReadCrawl(
            newestBatch(settled) + 1, files, authors.apply(files), landing.failed(), retries));
  }

  /**
   * The newest number that is spent: settled, or left by a run that broke off in the ingest. A run
   * that withheld all it read spends none, so that a night like it changes nothing; one in which a
   * source failed does, so that the next night tries again.
   */
  private long newestBatch(long settled) {
    Column ledger = StepRun.STEP.col().equalTo(IngestedFile.TABLE.name());
    var newest =
        lake.read(StepRun.TABLE)
            .where(StepRun.VERSION.col().isNotNull())
            .groupBy(StepRun.THROUGH_BATCH.col(), StepRun.RUN_ID.col())
            .agg(functions.bool_or(ledger).as("ended"))
            .where("not ended")
            .agg(functions.max(StepRun.THROUGH_BATCH.col()))
            .first();
    long spent = newest.isNullAt(0) ? settled : Math.max(settled, newest.getLong(0));
    var failed = lake.read(SourceFailure.TABLE).agg(functions.max(Columns.BATCH.col())).first();
    return failed.isNullAt(0) ? spent : Math.max(spent, failed.getLong(0));
  }

  private boolean hasLeftovers(Table table, long settled) {
    return !lake.read(table).where(Columns.BATCH.col().gt(settled)).isEmpty();
  }

  /** Files that a broken run began to replace: the ledger no longer says what bronze holds. */
  private Set<String> broken(long settled) {
    List<String> begun =
        lake.read(Replacement.TABLE)
            .where(Columns.BATCH.col().gt(settled))
            .where(Replacement.KIND.col().equalTo(Replacement.FILE))
            .select(Replacement.UID.col())
            .as(Encoders.STRING())
            .collectAsList();
    var missing = new HashSet<>(begun);
    landing.files().forEach(f -> missing.remove(f.path()));
    for (FailedSource failed : landing.failed()) {
      if (missing.stream().anyMatch(f -> f.startsWith(failed.source() + "/"))) {
        throw new StorageError(
            ("a file of %s was being replaced when the last run broke off, and %s cannot be listed"
                    + " (%s): restore access to it, then run the night again")
                .formatted(failed.source(), failed.path(), failed.cause()));
      }
    }
    if (!missing.isEmpty()) {
      throw new UserError(
          ("%s was being replaced when the last run broke off, and is gone from the crawl folder"
                  + " since: put it back, or an empty file in its place")
              .formatted(missing.stream().sorted().findFirst().orElseThrow()));
    }
    return Set.copyOf(begun);
  }
}
