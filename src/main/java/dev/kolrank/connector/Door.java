package dev.kolrank.connector;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.json_object_keys;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.core.Field;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final int FIELDS_NAMED = 5;
  private static final String NOTHING = "none of the fields that the rules read is there";

  /** What has a value for want of another one, or is made of ids alone. */
  private static final Set<Field> DERIVED =
      Set.of(PostObservation.KIND, PostObservation.REPOST, PostObservation.URL);

  private Door() {}

  /** Something that speaks against an observation, and how it is told. */
  private record Fault(Column holds, Column reason) {
    Fault(Column holds, String reason) {
      this(holds, lit(reason));
    }
  }

  /** Whether nothing speaks against it. */
  static Column opens(Mapper mapper) {
    Column against = faults(mapper).stream().map(Fault::holds).reduce(Column::or).orElseThrow();
    return not(coalesce(against, lit(false)));
  }

  /** The reasons, joined; an empty text when there is none. */
  static Column reasons(Mapper mapper) {
    return concat_ws(
        "; ", faults(mapper).stream().map(f -> when(f.holds(), f.reason())).toArray(Column[]::new));
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
    if (!content(mapper).isEmpty()) {
      faults.add(nothing(mapper));
    }
    return faults;
  }

  /** Nothing but ids could be read: the fields are not those that the connector's rules know. */
  private static Fault nothing(Mapper mapper) {
    Column known = lit(true);
    for (Field field : Canonical.required(mapper.rule().kind())) {
      known = known.and(mapper.value(field).isNotNull());
    }
    Column own = json_object_keys(col(CrawlRow.EXTRA));
    Column more = when(size(own).gt(FIELDS_NAMED), lit(", …")).otherwise(lit(""));
    Column named = array_join(slice(own, lit(1), lit(FIELDS_NAMED)), ", ");
    Column fields = concat(lit(NOTHING + ": found "), named, more);
    return new Fault(known.and(not(col(ReadCrawl.SAYS))), coalesce(fields, lit(NOTHING)));
  }

  /** Whether some rule reads more of the record than its id and what follows from that. */
  static Column says(List<Mapper> mappers) {
    Column said = lit(false);
    for (Mapper mapper : mappers) {
      for (Field field : content(mapper)) {
        said = said.or(coalesce(states(mapper, field), lit(false)));
      }
    }
    return said;
  }

  /** Whether the source gives the value, readable or not; a flag says something where it is set. */
  private static Column states(Mapper mapper, Field field) {
    Column value = mapper.code(field);
    return switch (Canonical.reading(field)) {
      case FLAG -> value;
      case TIME -> value.isNotNull().or(mapper.isUnreadable(field));
      default -> value.isNotNull();
    };
  }

  /** The columns that a rule reads from the record itself, without what follows from its id. */
  private static List<Field> content(Mapper mapper) {
    return mapper.set(Reading.values()).stream()
        .filter(f -> Canonical.reading(f) != Reading.ID || namesAuthor(mapper.rule().kind(), f))
        .filter(f -> !DERIVED.contains(f))
        .filter(f -> RecordShape.isOfTheRecord(mapper.rule().set().get(f.name())))
        .toList();
  }

  private static boolean namesAuthor(Kind kind, Field id) {
    return switch (kind) {
      case ACCOUNT -> false;
      case POST -> id.equals(AccountObservation.ACCOUNT_ID);
      case COMMENT -> id.equals(CommentObservation.AUTHOR_ID);
    };
  }

  /** A long number of a table whose last digits are zeros: two ids may have become this one. */
  private static Column isZeroed(Column id) {
    Column table = col(CrawlRow.FILE).rlike(TABLE);
    return length(id).geq(LOSSY).and(id.endsWith("0000")).and(id.rlike("^[0-9]+$")).and(table);
  }
}
