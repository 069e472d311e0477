package dev.kolrank.connector;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.core.Field;
import dev.kolrank.table.Columns;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;

/** What speaks against taking an observation in. */
final class Door {
  /** In days. Folders hold archives of years; beyond that the crawler's clock is wrong. */
  private static final int TEN_YEARS = 3_653;

  private static final int MAX_ID = 256;

  /** A spreadsheet keeps fifteen digits of a number; ids in JSON are written by programs. */
  private static final int LOSSY = 16;

  private static final String TABLE = "(?i)[.](?:csv|tsv|tab|txt)(?:[.](?:gz|zst|bz2|xz))?$";
  private static final String EARLIEST = "2004-01-01";

  private Door() {}

  /** Something that speaks against an observation, and how it is told. */
  private record Fault(Column holds, String reason) {}

  /** Whether nothing speaks against it. */
  static Column opens(Mapper mapper) {
    Column against = faults(mapper).stream().map(Fault::holds).reduce(Column::or).orElseThrow();
    return not(coalesce(against, lit(false)));
  }

  /** The reasons, joined; an empty text when there is none. */
  static Column reasons(Mapper mapper) {
    return concat_ws(
        "; ",
        faults(mapper).stream().map(f -> when(f.holds(), lit(f.reason()))).toArray(Column[]::new));
  }

  private static List<Fault> faults(Mapper mapper) {
    var faults = new ArrayList<Fault>();
    for (Field field : Canonical.required(mapper.rule().kind())) {
      faults.add(new Fault(mapper.value(field).isNull(), field.name() + " is missing or damaged"));
    }
    for (Field field : mapper.set(Reading.ID)) {
      String reason = "%s is longer than %d characters".formatted(field.name(), MAX_ID);
      faults.add(new Fault(length(mapper.value(field)).gt(MAX_ID), reason));
    }
    for (Field field : mapper.idsFromCells()) {
      String reason =
          field.name() + " ends in zeros as a spreadsheet writes them: export ids as text";
      faults.add(new Fault(isZeroed(mapper.value(field)), reason));
    }
    for (Field field : mapper.set(Reading.COUNT)) {
      Column negative = mapper.code(field).equalTo(CountValues.NEGATIVE);
      faults.add(new Fault(negative, field.name() + " is negative"));
    }
    if (mapper.isSet(Columns.OBSERVED_AT)) {
      Column observed = mapper.value(Columns.OBSERVED_AT);
      Column last = date_add(col(CrawlRow.DATE), TEN_YEARS).cast("timestamp");
      faults.add(
          new Fault(observed.lt(lit(EARLIEST).cast("timestamp")), "observed_at is before 2004"));
      faults.add(
          new Fault(observed.gt(last), "observed_at is ten years later than its folder's day"));
    }
    Column latest = mapper.value(Columns.OBSERVED_AT).plus(expr("interval 1 day"));
    for (Field field : mapper.set(Reading.TIME)) {
      Column time = mapper.value(field);
      Column early = time.lt(lit(EARLIEST).cast("timestamp"));
      faults.add(new Fault(early, field.name() + " is before 2004"));
      faults.add(new Fault(time.gt(latest), field.name() + " is later than its observation"));
    }
    return faults;
  }

  /** A long number of a table whose last digits are zeros: two ids may have become this one. */
  private static Column isZeroed(Column id) {
    Column table = col(CrawlRow.FILE).rlike(TABLE);
    return length(id).geq(LOSSY).and(id.endsWith("0000")).and(id.rlike("^[0-9]+$")).and(table);
  }
}
