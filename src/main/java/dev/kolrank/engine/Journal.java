package dev.kolrank.engine;

import static org.apache.spark.sql.functions.max_by;

import dev.kolrank.core.Table;
import dev.kolrank.table.ops.Audit;
import dev.kolrank.table.ops.StepRun;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Remembers what every step did last, and records what it does now. */
final class Journal {

  /** A step's last success: what it was made of and how far it got. */
  record Entry(String fingerprint, long throughBatch, LocalDate asOf, long version) {}

  private final Lake lake;
  private final Night night;
  private final Map<String, Entry> last;
  private final StepMeter meter;
  private final List<StepEnd> steps = new ArrayList<>();
  private final List<Row> audits = new ArrayList<>();

  /** A step that ended; an ephemeral one has neither rows nor version. */
  private record StepEnd(
      String step, String fingerprint, Long rows, Long version, Timestamp at, double seconds) {}

  Journal(Lake lake, Night night, StepMeter meter) {
    this.lake = lake;
    this.night = night;
    this.meter = meter;
    this.last = lastSuccesses(lake);
  }

  private static Map<String, Entry> lastSuccesses(Lake lake) {
    var entries = new HashMap<String, Entry>();
    if (lake.version(StepRun.TABLE).isEmpty()) {
      return entries;
    }
    List<Row> rows =
        lake.read(StepRun.TABLE)
            .where(StepRun.VERSION.col().isNotNull())
            .groupBy(StepRun.STEP.col())
            .agg(
                max_by(StepRun.FINGERPRINT.col(), StepRun.ENDED_AT.col()),
                max_by(StepRun.THROUGH_BATCH.col(), StepRun.ENDED_AT.col()),
                max_by(StepRun.AS_OF.col(), StepRun.ENDED_AT.col()),
                max_by(StepRun.VERSION.col(), StepRun.ENDED_AT.col()))
            .collectAsList();
    for (Row row : rows) {
      entries.put(
          row.getString(0),
          new Entry(
              row.getString(1), row.getLong(2), row.getDate(3).toLocalDate(), row.getLong(4)));
    }
    return entries;
  }

  /**
   * Whether {@code step} succeeded last with this fingerprint, and its table is as it left it: a
   * run that was killed may have written and not lived to record it.
   */
  boolean isDone(String step, String fingerprint, OptionalLong version) {
    Entry entry = last.get(step);
    return entry != null
        && entry.fingerprint().equals(fingerprint)
        && version.equals(OptionalLong.of(entry.version()));
  }

  /** How far {@code step} got before tonight; batch 0 and the epoch if it never ran. */
  Entry progress(String step) {
    Entry entry = last.getOrDefault(step, new Entry("", 0, LocalDate.EPOCH, -1));
    return new Entry(
        entry.fingerprint(),
        Math.min(entry.throughBatch(), night.settledBatch()),
        entry.asOf(),
        entry.version());
  }

  synchronized void audited(Auditor.Report report) {
    for (var finding : report.findings()) {
      audits.add(
          RowFactory.create(
              night.runId(),
              Date.valueOf(night.asOf()),
              finding.table(),
              finding.rule(),
              finding.rows(),
              finding.violations()));
    }
  }

  synchronized void wrote(
      Table table, String fingerprint, long rows, long version, double seconds) {
    steps.add(new StepEnd(table.name(), fingerprint, rows, version, now(), seconds));
  }

  /** Records an ephemeral step, whose rows no table keeps. */
  synchronized void computed(Table table, String fingerprint, double seconds) {
    steps.add(new StepEnd(table.name(), fingerprint, null, null, now(), seconds));
  }

  private static Timestamp now() {
    return Timestamp.from(Instant.now());
  }

  /** Commits what was recorded since the last call. */
  synchronized void flush() {
    if (!steps.isEmpty()) {
      meter.settle();
    }
    append(StepRun.TABLE, steps.stream().map(this::row).toList());
    append(Audit.TABLE, audits);
    steps.clear();
    audits.clear();
  }

  private Row row(StepEnd end) {
    StepMeter.Work work = meter.of(end.step());
    return RowFactory.create(
        night.runId(),
        end.step(),
        Date.valueOf(night.asOf()),
        end.fingerprint(),
        night.batch(),
        end.rows(),
        end.version(),
        end.at(),
        end.seconds(),
        work.jobs(),
        work.cpuSeconds(),
        work.rowsRead(),
        work.bytesRead(),
        work.bytesWritten());
  }

  private void append(Table table, List<Row> rows) {
    if (!rows.isEmpty()) {
      var copy = List.copyOf(rows);
      lake.write(table, lake.spark().createDataFrame(copy, table.schema()).coalesce(1), "");
    }
  }
}
