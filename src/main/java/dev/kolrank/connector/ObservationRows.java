package dev.kolrank.connector;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.json_object_keys;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.core.Field;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.landing.Observation;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.StructType;

/**
 * The rows of {@link Observation} that a crawl's record comes to, as expressions over the columns
 * that {@link ReadCrawl} gives it: per rule an observation or a reject, and what no rule makes.
 */
record ObservationRows(List<Mapper> mappers) {
  private static final int RAW_LIMIT = 64 * 1024;
  private static final int FIELDS_NAMED = 6;
  private static final String UNMET = "the record meets the condition of no rule";

  /** Files that list who follows, likes or gives: mostly people who publish nothing. */
  private static final String LISTS_OF_PEOPLE =
      "follow|friend|subscri|retweet|repost|favo|liker|liking|member|chatter";

  /** What a rule makes of a record: an observation, a reject, or null where it takes it not. */
  Column of(int rule) {
    Mapper mapper = mappers.get(rule);
    Kind kind = mapper.rule().kind();
    Column observed = lit(false);
    Column led = lit(false);
    for (int i = 0; i < mappers.size(); i++) {
      observed = observed.or(col(ReadCrawl.GOOD + i));
      led = i < rule ? led.or(col(ReadCrawl.GOOD + i)) : led;
    }
    Column refused = observed;
    for (int i = 0; i < rule; i++) {
      refused = refused.or(col(ReadCrawl.TAKES + i));
    }
    Column number = lit(rule);
    Column observation = mapper.observation((StructType) slot(kind).type());
    Column good = output(slot(kind), not(led), number, observation);
    Column raw = when(not(ofPeople()), col(CrawlRow.RAW));
    Column bad = reject(not(refused), number, lit(kind.label()), Door.reasons(mapper), raw);
    return when(col(ReadCrawl.TAKES + rule), when(col(ReadCrawl.GOOD + rule), good).otherwise(bad));
  }

  /**
   * A record that could not be read, or that no rule takes; what no rule takes and further records
   * were taken out of is an envelope, which no record is.
   */
  Column unread() {
    Column nobody = lit(true);
    for (int i = 0; i < mappers.size(); i++) {
      nobody = nobody.and(not(col(ReadCrawl.TAKES + i)));
    }
    Column broken = col(CrawlRow.PROBLEM).isNotNull();
    Column untaken = col(ReadCrawl.WHOLE).and(nobody);
    Column reason = coalesce(col(CrawlRow.PROBLEM), col(CrawlRow.UNTAKEN), unmet());
    Column people = lower(Columns.SOURCE_FILE.col()).rlike(LISTS_OF_PEOPLE);
    Column raw = when(not(ofPeople().or(people)), col(CrawlRow.RAW));
    Column envelope = output(Observation.ENVELOPE_KIND, lit(false), lit(null), null, null);
    return when(untaken.and(col(CrawlRow.ENCLOSES)), envelope)
        .when(broken.or(untaken), reject(lit(true), lit(null), lit("record"), reason, raw));
  }

  /** The record has fields that rules read, and meets the condition of no rule. */
  private Column unmet() {
    Column known = array(mappers.get(0).fields().stream().map(f -> lit(f)).toArray(Column[]::new));
    Column found = array_intersect(json_object_keys(col(CrawlRow.RAW)), known);
    Column more = when(size(found).gt(FIELDS_NAMED), lit(", …")).otherwise(lit(""));
    Column named = array_join(slice(found, lit(1), lit(FIELDS_NAMED)), ", ");
    return coalesce(concat(lit(UNMET + ": it has "), named, more), lit(UNMET));
  }

  /** Whether the record may hold comments: what private people say is not kept as it lies. */
  private Column ofPeople() {
    Column ofPeople = lit(false);
    for (int i = 0; i < mappers.size(); i++) {
      if (mappers.get(i).rule().kind() == Kind.COMMENT) {
        ofPeople = ofPeople.or(hasRule(col(CrawlRow.RULES), i));
      }
    }
    return ofPeople;
  }

  private static Column reject(Column leads, Column rule, Column part, Column reason, Column raw) {
    return output(
        Observation.REJECT,
        leads,
        rule,
        struct(
            part.as(Reject.PART.name()),
            reason.as(Reject.REASON.name()),
            left(raw, lit(RAW_LIMIT)).as(Reject.RAW.name()),
            col(CrawlRow.LAST_LINE).as(Reject.LAST_LINE.name()),
            col(CrawlRow.FROM).as(Reject.FROM_BYTE.name()),
            col(CrawlRow.TO).as(Reject.TO_BYTE.name())));
  }

  /** What the end of a file tells of it, on the row that stands there. */
  static Column closing(Connector connector) {
    Column file =
        struct(
            col(CrawlRow.DATE),
            lit(connector.name()).as(IngestedFile.CONNECTOR.name()),
            col(CrawlRow.SIZE),
            expr("timestamp_millis(" + CrawlRow.MODIFIED + ")").as(IngestedFile.MODIFIED_AT.name()),
            col(CrawlRow.SHA256),
            col(CrawlRow.RECORDS));
    return when(
        col(CrawlRow.RECORDS).isNotNull(), output(Observation.FILE, lit(false), lit(null), file));
  }

  private static Field slot(Kind kind) {
    return switch (kind) {
      case ACCOUNT -> Observation.ACCOUNT;
      case POST -> Observation.POST;
      case COMMENT -> Observation.COMMENT;
    };
  }

  /** A row of {@link Observation} apart from its envelope, with one slot filled or none. */
  private static Column output(Field filled, Column leads, Column rule, Column value) {
    return output(filled.name(), leads, rule, filled, value);
  }

  private static Column output(String kind, Column leads, Column rule, Field filled, Column value) {
    var columns = new ArrayList<Column>();
    columns.add(lit(kind).as(Observation.KIND.name()));
    columns.add(leads.as(Observation.LEADS.name()));
    columns.add(rule.cast(Observation.RULE.type()).as(Observation.RULE.name()));
    for (Field slot : Observation.SLOTS) {
      Column content = slot.equals(filled) ? value : lit(null).cast(slot.type());
      columns.add(content.as(slot.name()));
    }
    return struct(columns.toArray(Column[]::new));
  }

  /** Whether a rule reads the record's file. */
  static Column hasRule(Column rules, int rule) {
    return rules.bitwiseAND(1L << rule).notEqual(0L);
  }
}
