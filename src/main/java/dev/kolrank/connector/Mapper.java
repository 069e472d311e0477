package dev.kolrank.connector;

import static dev.kolrank.connector.Functions.COUNT_CODE;
import static dev.kolrank.connector.Functions.FLAG_OF;
import static dev.kolrank.connector.Functions.HANDLE_OF;
import static dev.kolrank.connector.Functions.ID_OF;
import static dev.kolrank.connector.Functions.SECONDS_OF;
import static dev.kolrank.connector.Functions.TEXT_OF;
import static dev.kolrank.connector.Functions.TIME_OF;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.core.Field;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Provenance;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns a record into one rule's observation in three columns, each computed once: the texts that
 * the rule sets, the values read from them, the observation.
 */
final class Mapper {
  /** The last microsecond of the folder's day, UTC. */
  private static final String END_OF_DAY =
      "timestamp_micros(cast(unix_date(%s.%s) as bigint) * 86400000000 + 86399999999)"
          .formatted(ReadCrawl.ENVELOPE, CrawlRow.DATE);

  private static final String TAGS =
      "nullif(array_distinct(filter(transform(cast(%s as array<string>),"
          + " t -> regexp_replace(trim(t), '^#|#$', '')), t -> t <> '')), array())";

  private final Connector connector;
  private final Rule rule;
  private final AuthorHash authors;
  private final String texts;
  private final String values;

  Mapper(Connector connector, int rule, AuthorHash authors) {
    this.connector = connector;
    this.rule = connector.rules().get(rule);
    this.authors = authors;
    this.texts = "texts" + rule;
    this.values = "values" + rule;
  }

  Rule rule() {
    return rule;
  }

  /** What the source says, over the record's own fields, and when; null where not taken. */
  Column texts(Column takes) {
    var columns = new ArrayList<Column>();
    for (Field field : Canonical.fields(rule.kind())) {
      if (isSet(field) && !field.equals(Columns.OBSERVED_AT)) {
        columns.add(expr(rule.set().get(field.name())).as(field.name()));
      }
    }
    columns.add(observedAt().as(Columns.OBSERVED_AT.name()));
    return when(takes, struct(columns.toArray(Column[]::new))).as(texts);
  }

  /** What it says, read; null where {@code takes} is false. */
  Column values(Column takes) {
    var columns = new ArrayList<Column>();
    for (Field field : Canonical.fields(rule.kind())) {
      if (isSet(field) && !field.equals(Columns.OBSERVED_AT)) {
        columns.add(read(field).as(field.name()));
      }
    }
    columns.add(seenAt().as(Columns.OBSERVED_AT.name()));
    return when(takes, struct(columns.toArray(Column[]::new))).as(values);
  }

  private Column read(Field field) {
    Column string = text(field);
    return switch (Canonical.reading(field)) {
      case ID -> call_function(ID_OF, string);
      case COUNT -> call_function(COUNT_CODE, string);
      case TIME -> call_function(TIME_OF, string, seenAt(), zone());
      case FLAG -> call_function(FLAG_OF, string);
      case LIST -> expr(TAGS.formatted(texts + "." + field.name()));
      case SECONDS -> call_function(SECONDS_OF, string);
      case HANDLE -> call_function(HANDLE_OF, string);
      case TEXT -> call_function(TEXT_OF, string);
    };
  }

  /** The record's own crawl time where it has one, else the end of the folder's day. */
  private Column observedAt() {
    if (!isSet(Columns.OBSERVED_AT)) {
      return expr(END_OF_DAY);
    }
    Column own = expr(rule.set().get(Columns.OBSERVED_AT.name())).cast(DataTypes.StringType);
    return coalesce(call_function(TIME_OF, own, expr(END_OF_DAY), zone()), expr(END_OF_DAY));
  }

  private Column seenAt() {
    return col(texts + "." + Columns.OBSERVED_AT.name());
  }

  private Column zone() {
    return lit(connector.zone().getId());
  }

  boolean isSet(Field field) {
    return rule.set().containsKey(field.name());
  }

  /** The columns that the rule sets and that are read in one of these ways. */
  List<Field> set(Reading... readings) {
    return Canonical.fields(rule.kind()).stream()
        .filter(this::isSet)
        .filter(f -> List.of(readings).contains(Canonical.reading(f)))
        .filter(f -> !f.equals(Columns.OBSERVED_AT))
        .toList();
  }

  /** The source's text for a column that the rule sets. */
  Column text(Field field) {
    return col(texts + "." + field.name()).cast(DataTypes.StringType);
  }

  /** The value read for {@code field}: null where the rule does not set it. */
  Column value(Field field) {
    if (!isSet(field) && !field.equals(Columns.OBSERVED_AT)) {
      return lit(null).cast(field.type());
    }
    Column value = col(values + "." + field.name());
    return Canonical.reading(field) == Reading.COUNT ? shiftright(value, 2) : value;
  }

  /** The observation without what the envelope carries, in the order of {@code shape}. */
  Column observation(StructType shape) {
    var columns = new ArrayList<Column>();
    for (StructField field : shape.fields()) {
      columns.add(column(field.name()).cast(field.dataType()).as(field.name()));
    }
    return struct(columns.toArray(Column[]::new));
  }

  private Column column(String name) {
    if (name.equals(Columns.PLATFORM.name())) {
      return lit(rule.platform());
    }
    if (name.equals(Columns.ACCOUNT_UID.name())) {
      return uid(AccountObservation.ACCOUNT_ID);
    }
    if (name.equals(Columns.POST_UID.name())) {
      return uid(PostObservation.POST_ID);
    }
    if (name.equals(CommentObservation.COMMENT_UID.name())) {
      return uid(CommentObservation.COMMENT_ID);
    }
    if (name.equals(CommentObservation.AUTHOR_HASH.name())) {
      return authors.of(uid(CommentObservation.AUTHOR_ID));
    }
    if (name.equals(Provenance.REPAIRED.name())) {
      return col(CrawlRow.REPAIRED);
    }
    if (name.equals(Provenance.EXTRA.name())) {
      return col(CrawlRow.EXTRA);
    }
    if (name.equals(Provenance.ROUNDED.name())) {
      return flagged(1);
    }
    if (name.equals(Provenance.CENSORED.name())) {
      return flagged(2);
    }
    if (name.equals(Provenance.UNREADABLE.name())) {
      return unreadable();
    }
    Column value = value(Canonical.field(rule.kind(), name).orElseThrow());
    boolean comment = rule.kind() == Kind.COMMENT && name.equals(CommentObservation.TEXT.name());
    return comment ? call_function(Functions.WITHOUT_PRIVATE, value) : value;
  }

  private Column uid(Field id) {
    return concat(lit(rule.platform() + ":"), value(id));
  }

  /** Names of the counts whose code has this flag. */
  private Column flagged(int flag) {
    return names(
        set(Reading.COUNT).stream()
            .map(f -> when(code(f).bitwiseAND(flag).notEqual(0), lit(f.name())))
            .toList());
  }

  private Column code(Field count) {
    return col(values + "." + count.name());
  }

  /** Names of the columns whose text says something that could not be read. */
  private Column unreadable() {
    return names(
        set(Reading.COUNT, Reading.TIME).stream()
            .map(f -> when(value(f).isNull().and(says(f)).and(not(hidden(f))), lit(f.name())))
            .toList());
  }

  private Column says(Field field) {
    return call_function(TEXT_OF, text(field)).isNotNull();
  }

  /** Whether the source says that it hides the number: some write -1. */
  Column hidden(Field count) {
    return text(count).rlike("^\\s*-1(\\.0+)?\\s*$");
  }

  /** The array of those names that are not null. */
  static Column names(List<Column> maybe) {
    return array_compact(array(maybe.toArray(Column[]::new)).cast("array<string>"));
  }
}
