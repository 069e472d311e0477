package dev.kolrank.engine;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Check;
import dev.kolrank.core.ContractViolation;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Checks rows against their table's contract, all checks in one scan. */
final class Auditor {

  /** What a check found. */
  record Finding(String table, String rule, boolean required, long rows, long violations) {
    boolean broken() {
      return required && violations > 0;
    }
  }

  /** Everything found about one table. */
  record Report(long rows, List<Finding> findings) {
    /**
     * Refuses broken rows.
     *
     * @throws ContractViolation naming every broken rule
     */
    void require() {
      String broken =
          findings.stream()
              .filter(Finding::broken)
              .map(
                  f ->
                      "%s: %d of %d rows break \"%s\""
                          .formatted(f.table, f.violations, f.rows, f.rule))
              .collect(Collectors.joining("; "));
      if (!broken.isEmpty()) {
        throw new ContractViolation(broken + "; nothing was written to the table");
      }
    }
  }

  private Auditor() {}

  /** Runs every check of {@code table} on {@code rows}. */
  static Report audit(Table table, Dataset<Row> rows) {
    long[] found = Materialized.isLocal(rows) ? countHere(table, rows) : countThere(table, rows);
    List<Check> checks = table.allChecks();
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < checks.size(); i++) {
      Check check = checks.get(i);
      findings.add(
          new Finding(table.name(), check.rule(), check.isRequired(), found[0], found[i + 1]));
    }
    if (!table.key().isEmpty()) {
      String rule = "rows are unique by " + String.join(", ", Table.names(table.key()));
      findings.add(new Finding(table.name(), rule, true, found[0], found[checks.size() + 1]));
    }
    return new Report(found[0], findings);
  }

  /** The rows, then what breaks each rule, counted by a scan. */
  private static long[] countThere(Table table, Dataset<Row> rows) {
    var measures = new ArrayList<Column>();
    for (Column violation : violations(table)) {
      measures.add(coalesce(sum(violation), lit(0L)));
    }
    if (!table.key().isEmpty()) {
      measures.add(count(lit(1)).minus(countDistinct(struct(table.keyColumns()))));
    }
    Row found = rows.agg(count(lit(1)), measures.toArray(Column[]::new)).first();
    return IntStream.range(0, found.length()).mapToLong(found::getLong).toArray();
  }

  /** The same of rows on the driver, without a job. */
  private static long[] countHere(Table table, Dataset<Row> rows) {
    var columns = new ArrayList<>(violations(table));
    int checks = columns.size();
    columns.addAll(List.of(table.keyColumns()));
    List<Row> found = rows.select(columns.toArray(Column[]::new)).collectAsList();
    var counts = new long[checks + 2];
    counts[0] = found.size();
    for (int i = 0; i < checks; i++) {
      int check = i;
      counts[i + 1] = found.stream().mapToLong(r -> r.getLong(check)).sum();
    }
    Stream<List<Object>> keys =
        found.stream().map(r -> IntStream.range(checks, r.length()).mapToObj(r::get).toList());
    counts[checks + 1] = found.size() - keys.distinct().count();
    return counts;
  }

  private static List<Column> violations(Table table) {
    return table.allChecks().stream()
        .map(check -> when(check.violation(), 1L).otherwise(0L))
        .toList();
  }
}
