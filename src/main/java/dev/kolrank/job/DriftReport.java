package dev.kolrank.job;

import dev.kolrank.engine.Lake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.landing.SourceProfile;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * What the checks of a batch's sources found, for the operator and for the audit.
 *
 * @param bySource the findings of every source; as many as its mapping has columns
 */
record DriftReport(Map<String, List<Finding>> bySource) {

  /** One column of one rule. */
  record Finding(
      String rule,
      String column,
      long rows,
      long given,
      long unreadable,
      long batches,
      double expected,
      boolean drifted,
      String verdict) {

    private static Finding of(Row row) {
      Double expected = row.getAs(SourceCheck.EXPECTED.name());
      return new Finding(
          row.getAs(SourceProfile.RULE.name()),
          row.getAs(SourceProfile.COLUMN_NAME.name()),
          row.<Long>getAs(SourceProfile.ROWS.name()),
          row.<Long>getAs(SourceProfile.GIVEN.name()),
          row.<Long>getAs(SourceProfile.UNREADABLE.name()),
          row.<Long>getAs(SourceCheck.BATCHES_BEFORE.name()),
          expected == null ? 0 : expected,
          row.<Boolean>getAs(SourceCheck.DRIFTED.name()),
          row.getAs(SourceCheck.VERDICT.name()));
    }

    /** As in: views is missing in 100 % of 40 rows (30 unreadable), 2 % in the 3 batches before. */
    String words() {
      boolean records = column.equals(SourceProfile.RECORDS);
      return String.format(
          Locale.ROOT,
          "%s of \"%s\" %s in %s of %,d rows%s, in %s in the %s before",
          records ? "records" : column,
          rule,
          records ? "are rejected" : "is missing",
          percent((double) (rows - given)),
          rows,
          unreadable == 0 ? "" : String.format(Locale.ROOT, " (%,d unreadable)", unreadable),
          percent(rows - expected),
          batches == 1 ? "batch" : batches + " batches");
    }

    private String percent(double part) {
      return String.format(Locale.ROOT, "%.0f %%", 100 * part / Math.max(rows, 1));
    }
  }

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparingDouble((Finding f) -> f.given() - f.expected())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::column);

  /** The findings of a batch, 0 for none. */
  static DriftReport of(Lake lake, long batch) {
    var bySource = new TreeMap<String, List<Finding>>();
    if (batch > 0) {
      lake.read(SourceCheck.TABLE)
          .where(Columns.BATCH.col().equalTo(batch))
          .where(SourceCheck.VERDICT.col().notEqual(SourceCheck.FAILED))
          .collectAsList()
          .forEach(
              row ->
                  bySource
                      .computeIfAbsent(row.getAs(Columns.SOURCE.name()), s -> new ArrayList<>())
                      .add(Finding.of(row)));
    }
    bySource.values().forEach(findings -> findings.sort(WORST_FIRST));
    return new DriftReport(bySource);
  }

  /** A sentence for each source that changed too much. */
  List<String> sentences() {
    var sentences = new ArrayList<String>();
    bySource.forEach(
        (source, findings) -> {
          List<Finding> drifted = findings.stream().filter(Finding::drifted).toList();
          if (!drifted.isEmpty()) {
            sentences.add(sentence(source, drifted));
          }
        });
    return sentences;
  }

  private static String sentence(String source, List<Finding> drifted) {
    Finding worst = drifted.get(0);
    String more =
        drifted.size() == 1 ? "" : ", and %d more lost as much".formatted(drifted.size() - 1);
    String found = "source %s: %s%s".formatted(source, worst.words(), more);
    if (worst.verdict().equals(SourceCheck.ACCEPTED)) {
      return found + "; taken in as drift.accept says, so remove the source from it now";
    }
    return found
        + ("; nothing of it was taken in and its accounts stay as they were: mend its mapping or"
                + " its crawler, or accept the change by drift.accept = [\"%s\"] in the settings,"
                + " then run the night again")
            .formatted(source);
  }

  /** A row of {@code ops.audit} per source, and one per column that lost too much. */
  List<Row> audits(String runId, LocalDate asOf) {
    var rows = new ArrayList<Row>();
    bySource.forEach(
        (source, findings) -> {
          Map<Boolean, List<Finding>> drifted =
              findings.stream().collect(Collectors.partitioningBy(Finding::drifted));
          String rule = "source %s gives what its batches before let expect".formatted(source);
          rows.add(audit(runId, asOf, rule, findings.size(), drifted.get(true).size()));
          for (Finding finding : drifted.get(true)) {
            rule = "source %s: %s".formatted(source, finding.words());
            rows.add(audit(runId, asOf, rule, finding.rows(), finding.rows() - finding.given()));
          }
        });
    return rows;
  }

  private static Row audit(String runId, LocalDate asOf, String rule, long rows, long violations) {
    return RowFactory.create(
        runId, Date.valueOf(asOf), SourceCheck.TABLE.name(), rule, rows, violations);
  }
}
