package dev.kolrank;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.Columns;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What a step under test sees: as the engine would show it, from the case's rows. */
record CaseInputs(StepCase rows, Step step) implements Inputs {

  @Override
  public Dataset<Row> get(Table table) {
    if (declared(table).mode() == WriteMode.REPLACE_BATCH) {
      return all(table);
    }
    Dataset<Row> given = rows.frame(table);
    return isNightly(table) ? given.where(slice(table).equalTo(tonight())) : given;
  }

  @Override
  public Dataset<Row> history(Table table) {
    return all(declared(table)).where(slice(table).leq(tonight()));
  }

  @Override
  public Dataset<Row> fresh(Table table) {
    return rows.frame(declared(table));
  }

  @Override
  public Dataset<Row> previous(Table table) {
    if (!isNightly(table)) {
      return all(table);
    }
    return table.slice().orElseThrow().equals(Columns.AS_OF)
        ? earlier(table, 1)
        : all(table).where(slice(table).lt(tonight()));
  }

  @Override
  public Dataset<Row> earlier(Table table, int nights) {
    Column newestAllowed = lit(Date.valueOf(asOf().minusDays(nights)));
    Dataset<Row> earlier = all(table).where(slice(table).leq(newestAllowed));
    Row newest = earlier.agg(functions.max(slice(table))).first();
    return newest.isNullAt(0) ? earlier : earlier.where(slice(table).equalTo(newest.get(0)));
  }

  @Override
  public LocalDate asOf() {
    return rows.night();
  }

  @Override
  public SparkSession spark() {
    return SparkFixture.spark();
  }

  private Dataset<Row> all(Table table) {
    return rows.earlier(table).unionByName(rows.frame(table));
  }

  private Column tonight() {
    return lit(Date.valueOf(asOf()));
  }

  private static boolean isNightly(Table table) {
    return table.mode() == WriteMode.REPLACE_NIGHT;
  }

  private static Column slice(Table table) {
    return col(table.slice().map(Field::name).orElseThrow());
  }

  private Table declared(Table table) {
    if (!step.inputs().contains(table)) {
      throw new IllegalArgumentException(
          "%s asks for %s, which is not among its inputs".formatted(step.name(), table));
    }
    return table;
  }
}
