package dev.kolrank.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.kolrank.connector.inspect.InspectHint;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.Lake;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Columns;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.features.FeatureDrift;
import dev.kolrank.table.ops.Audit;
import dev.kolrank.table.ops.Publication;
import dev.kolrank.table.ops.Run;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The record of one run: refuses what must not run, publishes what did, notes how it ended. */
final class RunRecord {
  private final Lake lake;
  private final String crawl;
  private final LocalDate asOf;
  private final Instant started;
  private final String runId;

  RunRecord(Lake lake, String crawl, LocalDate asOf, Instant started) {
    this.lake = lake;
    this.crawl = crawl;
    this.asOf = asOf;
    this.started = started;
    this.runId = started + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  String runId() {
    return runId;
  }

  /**
   * State tables hold what later nights saw, published or not, so an earlier night would see the
   * future.
   */
  void refuseEarlierNight() {
    Optional<LocalDate> newest = newestNight(lake);
    if (newest.isPresent() && newest.get().isAfter(asOf)) {
      throw new UserError(
          ("the lake already holds the night of %s, or a part of it, and nights run in order: give"
                  + " --as-of that day or a later one, or another --lake")
              .formatted(newest.get()));
    }
  }

  /** The newest night that ran or began to. */
  static Optional<LocalDate> newestNight(Lake lake) {
    Row newest =
        lake.read(Publication.TABLE)
            .select(Publication.AS_OF.col())
            .union(lake.read(Run.TABLE).select(Run.AS_OF.col()))
            .agg(max(Publication.AS_OF.col()))
            .first();
    return newest.isNullAt(0) ? Optional.empty() : Optional.of(newest.getDate(0).toLocalDate());
  }

  /** Notes, before anything is written, which night the tables are brought up to. */
  void begun() {
    Timestamp now = Timestamp.from(started);
    append(Run.TABLE, run(Run.BEGUN, now, 0, 0, 0, null));
  }

  /** Publishes the night unless it stands published as it is, and sums it up. */
  Summary done(Runner.Outcome outcome, long batch, boolean whole, SourceFailures failures) {
    Map<String, Long> versions = versions();
    boolean published = whole && !isPublished(versions);
    var failed = new ArrayList<>(failures.sentences());
    if (published) {
      failed.addAll(publish(versions, !failed.isEmpty()));
    }
    Row read = ingested(batch);
    DriftReport drift = DriftReport.of(lake, isChecked(outcome) ? batch : 0);
    append(Audit.TABLE, drift.audits(runId, asOf));
    Timestamp now = Timestamp.from(Instant.now());
    append(Run.TABLE, run(Run.DONE, now, read.getLong(0), read.getLong(1), read.getLong(2), null));
    return new Summary(
        asOf,
        read.getLong(0),
        read.getLong(1),
        read.getLong(2),
        reasons(batch),
        failed,
        sentences(drift),
        outcome,
        published);
  }

  /** Publishes the tables; a sentence where a source failed and less is published than before. */
  private List<String> publish(Map<String, Long> versions, boolean failed) {
    var before = lastPublication();
    var published = PublishedCounts.of(lake, asOf);
    append(
        Publication.TABLE,
        RowFactory.create(
            runId,
            Date.valueOf(asOf),
            Timestamp.from(Instant.now()),
            versions,
            published.accounts(),
            published.kols()));
    return failed ? before.flatMap(published::fewerThan).stream().toList() : List.of();
  }

  private Optional<PublishedCounts> lastPublication() {
    return newestPublication().stream()
        .filter(r -> !r.isNullAt(2) && !r.isNullAt(3))
        .map(r -> new PublishedCounts(r.getDate(0).toLocalDate(), r.getLong(2), r.getLong(3)))
        .findFirst();
  }

  /** The most frequent reasons of rejects, and the file to inspect where many were rejected. */
  private List<String> reasons(long batch) {
    var sentences = new ArrayList<String>(RejectSummary.of(lake, batch));
    InspectHint.of(lake.read(IngestedFile.TABLE).where(Columns.BATCH.col().equalTo(batch)), crawl)
        .ifPresent(sentences::add);
    return sentences;
  }

  /** What the night withheld: sources, and features that broke their contract. */
  private List<String> sentences(DriftReport drift) {
    var sentences = new ArrayList<String>(drift.sentences());
    QuarantineReport.sentence(lake).ifPresent(sentences::add);
    lake.read(FeatureDrift.TABLE)
        .where(Columns.AS_OF.col().equalTo(Date.valueOf(asOf)).and(FeatureDrift.WITHHELD.col()))
        .orderBy(FeatureDrift.ENTITY.col(), FeatureDrift.FEATURE.col())
        .select(FeatureDrift.FEATURE.col(), FeatureDrift.ENTITY.col(), FeatureDrift.REASON.col())
        .collectAsList()
        .forEach(
            row ->
                sentences.add(
                    "feature %s (%s) is withheld: %s"
                        .formatted(row.getString(0), row.getString(1), row.getString(2))));
    return sentences;
  }

  /** Notes the failure; where the lake itself is what failed, that stays the failure told. */
  void failed(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    String told = failure.getClass().getSimpleName().toLowerCase(Locale.ROOT) + ": " + message;
    try {
      append(Run.TABLE, run(Run.FAILED, Timestamp.from(Instant.now()), 0, 0, 0, told));
    } catch (RuntimeException second) {
      failure.addSuppressed(second);
    }
  }

  private Row run(
      String state, Timestamp ended, long files, long records, long rejects, String message) {
    return RowFactory.create(
        runId,
        Date.valueOf(asOf),
        state,
        Timestamp.from(started),
        ended,
        crawl,
        files,
        records,
        rejects,
        message);
  }

  /** A part of a night may leave its sources unchecked; what stands there is of an earlier run. */
  private static boolean isChecked(Runner.Outcome outcome) {
    String checks = SourceCheck.TABLE.name();
    return outcome.written().containsKey(checks) || outcome.skipped().contains(checks);
  }

  private Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    for (Table table : Tables.STORED) {
      if (Tables.isOfNights(table)) {
        lake.version(table).ifPresent(v -> versions.put(table.name(), v));
      }
    }
    return versions;
  }

  /** Whether the newest publication is of this night and these versions. */
  private boolean isPublished(Map<String, Long> versions) {
    return newestPublication().stream()
        .anyMatch(
            row ->
                row.getDate(0).toLocalDate().equals(asOf)
                    && versions.equals(new TreeMap<>(row.<String, Long>getJavaMap(1))));
  }

  private List<Row> newestPublication() {
    return lake.read(Publication.TABLE)
        .orderBy(Publication.AS_OF.col().desc(), Publication.PUBLISHED_AT.col().desc())
        .limit(1)
        .select(
            Publication.AS_OF.col(),
            Publication.VERSIONS.col(),
            Publication.ACCOUNTS.col(),
            Publication.KOLS.col())
        .collectAsList();
  }

  private Row ingested(long batch) {
    return lake.read(IngestedFile.TABLE)
        .where(Columns.BATCH.col().equalTo(batch))
        .agg(
            count(lit(1)),
            coalesce(sum(IngestedFile.RECORDS.col()), lit(0L)),
            coalesce(sum(IngestedFile.REJECTS.col()), lit(0L)))
        .first();
  }

  private void append(Table table, Row row) {
    append(table, List.of(row));
  }

  private void append(Table table, List<Row> rows) {
    if (!rows.isEmpty()) {
      lake.write(table, lake.spark().createDataFrame(rows, table.schema()).coalesce(1), "");
    }
  }
}
