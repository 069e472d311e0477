package dev.kolrank.connector;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substr;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.connector.read.CrawlSource;
import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Parts;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.landing.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Reads tonight's files once and gives every observation and reject in them. */
public record ReadCrawl(long batch, Map<Connector, List<CrawlFile>> files, AuthorHash authors)
    implements Step {

  private static final int RAW_LIMIT = 64 * 1024;

  /** What the reader gives, set apart so that a record's own fields cannot hide it. */
  static final String CRAWL = "__crawl";

  /** What every output of a record carries. */
  private static final List<String> ENVELOPE =
      List.of(CrawlRow.SOURCE, CrawlRow.FILE, CrawlRow.LINE, CrawlRow.ORDINAL);

  /** The file's own name without its endings, as mappings may use it. */
  static final String FILE_NAME = "_file";

  /** The name of the folder that the file lies in, as mappings may use it. */
  static final String FOLDER_NAME = "_folder";

  private static final String TAKES = "takes";
  private static final String GOOD = "good";
  private static final String WHOLE = "__whole";
  private static final String OUT = "__out";

  @Override
  public Table output() {
    return Observation.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of();
  }

  @Override
  public Optional<Parts> parts() {
    return Optional.of(
        new Parts(Observation.KIND, Observation.SLOTS.stream().map(Field::name).toList()));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var sorted = new TreeMap<String, Connector>();
    files.keySet().forEach(c -> sorted.put(c.name(), c));
    return sorted.values().stream()
        .map(c -> observations(c, crawl(in, c)))
        .reduce(Dataset::unionByName)
        .orElseGet(() -> in.spark().createDataFrame(List.of(), Observation.TABLE.schema()));
  }

  private Dataset<Row> crawl(Inputs in, Connector connector) {
    String request = "batch %d, %s".formatted(batch, connector.name());
    return CrawlSource.read(in.spark(), request, files.get(connector), connector.layout());
  }

  private Dataset<Row> observations(Connector connector, Dataset<Row> crawl) {
    List<Mapper> mappers =
        IntStream.range(0, connector.rules().size())
            .mapToObj(i -> new Mapper(connector, i, authors))
            .toList();
    Dataset<Row> read = read(mappers, crawl);
    var outputs = new ArrayList<Column>(ENVELOPE.stream().map(n -> col(n)).toList());
    var names = new ArrayList<Column>();
    for (int i = 0; i < mappers.size(); i++) {
      outputs.add(made(mappers, i).as(OUT + i));
      names.add(col(OUT + i));
    }
    outputs.add(coalesce(unread(mappers), closing(connector)).as(OUT));
    names.add(col(OUT));
    // one row per output, without the array that an explode would first build
    return read.select(outputs.toArray(Column[]::new))
        .unpivot(
            ENVELOPE.stream().map(n -> col(n)).toArray(Column[]::new),
            names.toArray(Column[]::new),
            "__output",
            "__made")
        .where(col("__made").isNotNull())
        .select(
            lit(batch).as(Columns.BATCH.name()),
            col(CrawlRow.SOURCE),
            col(CrawlRow.FILE),
            coalesce(col(CrawlRow.LINE), lit(0L)).as(CrawlRow.LINE),
            coalesce(col(CrawlRow.ORDINAL), lit(0L)).as(Observation.ORDINAL.name()),
            col("__made.*"));
  }

  /** The reader's columns and, per rule, whether it takes the record and the values it reads. */
  private static Dataset<Row> read(List<Mapper> mappers, Dataset<Row> crawl) {
    var columns = new ArrayList<Column>();
    var judged = new ArrayList<Column>(List.of(col("*")));
    for (String name : crawl.columns()) {
      if (!name.equals(CrawlRow.RECORD) && !name.equals(CrawlRow.RAW)) {
        columns.add(col(CRAWL + "." + name).as(name));
      }
    }
    columns.add(col(CRAWL + "." + CrawlRow.RECORD).isNotNull().as(WHOLE));
    columns.add(rawText().as(CrawlRow.RAW));
    for (int i = 0; i < mappers.size(); i++) {
      Column takes = takes(i, mappers.get(i).rule().where());
      columns.add(takes.as(TAKES + i));
      columns.add(mappers.get(i).values(takes));
      judged.add(col(TAKES + i).and(Door.opens(mappers.get(i))).as(GOOD + i));
    }
    return crawl
        .select(struct(col("*")).as(CRAWL), col(CrawlRow.RECORD))
        .select(
            col(CRAWL),
            col(CrawlRow.RECORD + ".*"),
            pathPart("([^/]*?)([.][^./]*)?").as(FILE_NAME),
            pathPart("([^/]*?)(?:[.]zip!)?/[^/]*").as(FOLDER_NAME))
        .select(columns.toArray(Column[]::new))
        .select(judged.toArray(Column[]::new));
  }

  /** A part of the file's path, without the ending of a compression. */
  private static Column pathPart(String pattern) {
    return regexp_extract(
        col(CRAWL + "." + CrawlRow.FILE), "(?i)(?:^|/)" + pattern + "([.](?:gz|zst|bz2|xz))?$", 1);
  }

  private static Column takes(int rule, String where) {
    Column read = col(CRAWL + "." + CrawlRow.RECORD).isNotNull();
    Column matches = read.and(hasRule(col(CRAWL + "." + CrawlRow.RULES), rule));
    return coalesce(where.isEmpty() ? matches : matches.and(expr(where)), lit(false));
  }

  private static Column hasRule(Column rules, int rule) {
    return rules.bitwiseAND(1L << rule).notEqual(0L);
  }

  /** What a rule makes of a record: an observation, a reject, or null where it takes it not. */
  private static Column made(List<Mapper> mappers, int rule) {
    Mapper mapper = mappers.get(rule);
    Kind kind = mapper.rule().kind();
    Column observed = lit(false);
    Column led = lit(false);
    for (int i = 0; i < mappers.size(); i++) {
      observed = observed.or(col(GOOD + i));
      led = i < rule ? led.or(col(GOOD + i)) : led;
    }
    Column refused = observed;
    for (int i = 0; i < rule; i++) {
      refused = refused.or(col(TAKES + i));
    }
    Column number = lit(rule);
    Column observation = mapper.observation((StructType) slot(kind).type());
    Column good = output(slot(kind), not(led), number, observation);
    Column raw = when(not(ofPeople(mappers)), col(CrawlRow.RAW));
    Column bad = reject(not(refused), number, lit(kind.label()), Door.reasons(mapper), raw);
    return when(col(TAKES + rule), when(col(GOOD + rule), good).otherwise(bad));
  }

  /** A record that could not be read, or that no rule takes. */
  private static Column unread(List<Mapper> mappers) {
    Column nobody = lit(true);
    for (int i = 0; i < mappers.size(); i++) {
      nobody = nobody.and(not(col(TAKES + i)));
    }
    Column broken = col(CrawlRow.PROBLEM).isNotNull();
    Column untaken = col(WHOLE).and(nobody);
    Column reason = coalesce(col(CrawlRow.PROBLEM), lit("no rule of the connector takes it"));
    Column raw = when(not(ofPeople(mappers)), col(CrawlRow.RAW));
    return when(broken.or(untaken), reject(lit(true), lit(null), lit("record"), reason, raw));
  }

  /** Whether the record may hold comments: what private people say is not kept as it lies. */
  private static Column ofPeople(List<Mapper> mappers) {
    Column ofPeople = lit(false);
    for (int i = 0; i < mappers.size(); i++) {
      if (mappers.get(i).rule().kind() == Kind.COMMENT) {
        ofPeople = ofPeople.or(hasRule(col(CrawlRow.RULES), i));
      }
    }
    return ofPeople;
  }

  /**
   * The record as it stands in the file, else its fields as JSON, those that no rule reads last.
   */
  private static Column rawText() {
    Column raw = col(CRAWL + "." + CrawlRow.RAW);
    Column extra = col(CRAWL + "." + CrawlRow.EXTRA);
    Column known = to_json(col(CRAWL + "." + CrawlRow.RECORD));
    Column both = concat(left(known, length(known).minus(1)), lit(","), substr(extra, lit(2)));
    Column all = when(extra.isNull(), known).when(known.equalTo("{}"), extra).otherwise(both);
    return coalesce(raw, all);
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

  private static Column closing(Connector connector) {
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

  /** A row of {@link Observation} apart from its envelope, with one slot filled. */
  private static Column output(Field filled, Column leads, Column rule, Column value) {
    var columns = new ArrayList<Column>();
    columns.add(lit(filled.name()).as(Observation.KIND.name()));
    columns.add(leads.as(Observation.LEADS.name()));
    columns.add(rule.cast(Observation.RULE.type()).as(Observation.RULE.name()));
    for (Field slot : Observation.SLOTS) {
      Column content = slot.equals(filled) ? value : lit(null).cast(slot.type());
      columns.add(content.as(slot.name()));
    }
    return struct(columns.toArray(Column[]::new));
  }

  /** The source folders with new files, and the connector of each. */
  public Map<String, Connector> sources() {
    var sources = new TreeMap<String, Connector>();
    files.forEach((connector, found) -> found.forEach(f -> sources.put(f.source(), connector)));
    return sources;
  }

  /** Says which files these are, as they lie. */
  public String digest() {
    return Landing.digest(files.values().stream().flatMap(List::stream));
  }

  @Override
  public String toString() {
    String mappings =
        files.keySet().stream().map(Connector::digest).sorted().collect(Collectors.joining(" "));
    return "ReadCrawl[batch=%d, %s]".formatted(batch, mappings);
  }
}
