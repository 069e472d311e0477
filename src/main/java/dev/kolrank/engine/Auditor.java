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
import dev.kolrank.core.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
    List<Check> checks = table.allChecks();
    var measures = new ArrayList<Column>();
    for (Check check : checks) {
      measures.add(coalesce(sum(when(check.violation(), 1L).otherwise(0L)), lit(0L)));
    }
    if (!table.key().isEmpty()) {
      measures.add(count(lit(1)).minus(countDistinct(struct(table.keyColumns()))));
    }
    Row found = rows.agg(count(lit(1)), measures.toArray(Column[]::new)).first();
    long total = found.getLong(0);
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < checks.size(); i++) {
      findings.add(
          new Finding(
              table.name(),
              checks.get(i).rule(),
              checks.get(i).isRequired(),
              total,
              found.getLong(i + 1)));
    }
    if (!table.key().isEmpty()) {
      String rule = "rows are unique by " + String.join(", ", Table.names(table.key()));
      findings.add(new Finding(table.name(), rule, true, total, found.getLong(checks.size() + 1)));
    }
    return new Report(total, findings);
  }
}
