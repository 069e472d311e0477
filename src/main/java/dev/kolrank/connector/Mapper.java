package dev.kolrank.connector;

import static dev.kolrank.connector.Functions.COUNT_CODE;
import static dev.kolrank.connector.Functions.FLAG_OF;
import static dev.kolrank.connector.Functions.HANDLE_OF;
import static dev.kolrank.connector.Functions.ID_OF;
import static dev.kolrank.connector.Functions.NAMES_OF;
import static dev.kolrank.connector.Functions.SECONDS_OF;
import static dev.kolrank.connector.Functions.TAGS_OF;
import static dev.kolrank.connector.Functions.TEXT_OF;
import static dev.kolrank.connector.Functions.TIME_OF;
import static org.apache.spark.sql.functions.call_function;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
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
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Turns a record into one rule's observation: the values that the rule reads from it, as one
 * column, and from these the observation.
 */
final class Mapper {
  /** The last microsecond of the folder's day, UTC. */
  private static final String END_OF_DAY =
      "timestamp_micros(cast(unix_date(%s.%s) as bigint) * 86400000000 + 86399999999)"
          .formatted(ReadCrawl.CRAWL, CrawlRow.DATE);

  /** Among the values: a bit for each time that the source states and nobody can read. */
  private static final String LOST_TIMES = "__lost_times";

  /** Functions that find an id's digits where no spreadsheet has rounded them. */
  private static final Pattern MADE_WHOLE =
      Pattern.compile("\\b(?:whole_id|regexp_extract|weibo_id|instagram_id|bilibili_id)\\b");

  private final Connector connector;
  private final Rule rule;
  private final AuthorHash authors;
  private final String values;

  Mapper(Connector connector, int rule, AuthorHash authors) {
    this.connector = connector;
    this.rule = connector.rules().get(rule);
    this.authors = authors;
    this.values = "values" + rule;
  }

  Rule rule() {
    return rule;
  }

  /** The fields of a record that the connector's rules read. */
  List<String> fields() {
    return List.of(connector.shape().fieldNames());
  }

  /** What the record says, read; null where {@code takes} is false. */
  Column values(Column takes) {
    var columns = new ArrayList<Column>();
    Column bits = lit(0L);
    List<Field> times = set(Reading.TIME);
    for (Field field : Canonical.fields(rule.kind())) {
      if (isSet(field) && !field.equals(Columns.OBSERVED_AT)) {
        columns.add(read(field).as(field.name()));
      }
    }
    for (int i = 0; i < times.size(); i++) {
      Column lost = read(times.get(i)).isNull().and(says(times.get(i)));
      bits = bits.bitwiseOR(when(lost, lit(1L << i)).otherwise(lit(0L)));
    }
    columns.add(bits.as(LOST_TIMES));
    columns.add(observedAt().as(Columns.OBSERVED_AT.name()));
    return when(takes, struct(columns.toArray(Column[]::new))).as(values);
  }

  private Column read(Field field) {
    Column string = text(field);
    return switch (Canonical.reading(field)) {
      case ID -> call_function(ID_OF, string);
      case COUNT -> call_function(COUNT_CODE, string);
      case TIME -> call_function(TIME_OF, string, observedAt(), zone());
      case FLAG -> call_function(FLAG_OF, string);
      case LIST -> call_function(TAGS_OF, said(field).cast("array<string>"));
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

  /** The ids that the rule reads as they stand in a cell, not from an address or a short code. */
  List<Field> idsFromCells() {
    return set(Reading.ID).stream()
        .filter(f -> !MADE_WHOLE.matcher(rule.set().get(f.name())).find())
        .toList();
  }

  /** What the source says of a column that the rule sets: an expression over the record. */
  private Column said(Field field) {
    return expr(rule.set().get(field.name()));
  }

  private Column text(Field field) {
    return said(field).cast(DataTypes.StringType);
  }

  private Column says(Field field) {
    return call_function(TEXT_OF, text(field)).isNotNull();
  }

  /** The value read for {@code field}: null where the rule does not set it. */
  Column value(Field field) {
    if (!isSet(field) && !field.equals(Columns.OBSERVED_AT)) {
      return lit(null).cast(field.type());
    }
    Column value = col(values + "." + field.name());
    return Canonical.reading(field) == Reading.COUNT
        ? when(value.geq(0), shiftright(value, 2))
        : value;
  }

  /** The observation without what the envelope carries, in the order of {@code shape}. */
  Column observation(StructType shape) {
    var columns = new ArrayList<Column>();
    for (StructField field : shape.fields()) {
      columns.add(column(field.name()).as(field.name()));
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
    return names(set(Reading.COUNT), f -> code(f).geq(0).and(code(f).bitwiseAND(flag).notEqual(0)));
  }

  /** What was read of a count: the number and its flags, or why there is none. */
  Column code(Field count) {
    return col(values + "." + count.name());
  }

  /** Names of the columns whose text says something that could not be read. */
  private Column unreadable() {
    return names(set(Reading.COUNT, Reading.TIME), this::isUnreadable);
  }

  /** Whether the text of a count or time says something that could not be read. */
  Column isUnreadable(Field field) {
    return Canonical.reading(field) == Reading.COUNT
        ? code(field).isin(CountValues.UNREADABLE, CountValues.NEGATIVE)
        : col(values + "." + LOST_TIMES)
            .bitwiseAND(1L << set(Reading.TIME).indexOf(field))
            .notEqual(0L);
  }

  /** The array of the names of those columns for which the condition holds. */
  private static Column names(List<Field> fields, Function<Field, Column> condition) {
    Column bits = lit(0L);
    for (int i = 0; i < fields.size(); i++) {
      Column holds = coalesce(condition.apply(fields.get(i)), lit(false));
      bits = bits.bitwiseOR(when(holds, lit(1L << i)).otherwise(lit(0L)));
    }
    String all = fields.stream().map(Field::name).collect(Collectors.joining(","));
    return call_function(NAMES_OF, bits, lit(all));
  }
}
