package dev.kolrank.connector;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.core.Field;
import dev.kolrank.table.Columns;
import java.util.ArrayList;
import org.apache.spark.sql.Column;

/** What speaks against taking an observation in. */
final class Door {
  private static final int MAX_ID = 256;
  private static final String EARLIEST = "2004-01-01";

  private Door() {}

  /** The reasons, an empty array when there is none. */
  static Column reasons(Mapper mapper) {
    var reasons = new ArrayList<Column>();
    for (Field field : Canonical.required(mapper.rule().kind())) {
      reasons.add(when(mapper.value(field).isNull(), lit(field.name() + " is missing or damaged")));
    }
    for (Field field : mapper.set(Reading.ID)) {
      String reason = "%s is longer than %d characters".formatted(field.name(), MAX_ID);
      reasons.add(when(length(mapper.value(field)).gt(MAX_ID), lit(reason)));
    }
    for (Field field : mapper.set(Reading.COUNT)) {
      Column negative = mapper.text(field).rlike("^\\s*-\\s*[0-9]");
      Column shown = mapper.value(field).isNull().and(not(mapper.hidden(field)));
      reasons.add(when(shown.and(negative), lit(field.name() + " is negative")));
    }
    for (Field field : mapper.set(Reading.TIME)) {
      Column time = mapper.value(field);
      Column latest = mapper.value(Columns.OBSERVED_AT).plus(expr("interval 1 day"));
      reasons.add(
          when(time.lt(lit(EARLIEST).cast("timestamp")), lit(field.name() + " is before 2004"))
              .when(time.gt(latest), lit(field.name() + " is later than its observation")));
    }
    return Mapper.names(reasons);
  }
}
