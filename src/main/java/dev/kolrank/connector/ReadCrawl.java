package dev.kolrank.connector;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.try_variant_get;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.connector.read.CrawlSource;
import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.landing.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  static final String ENVELOPE = "__crawl";

  /** The file's own name without its endings, as mappings may use it. */
  static final String FILE_NAME = "_file";

  /** The name of the folder that the file lies in, as mappings may use it. */
  static final String FOLDER_NAME = "_folder";

  private static final String FIELDS = "__fields";
  private static final String TAKES = "takes";
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
  public Dataset<Row> rows(Inputs in) {
    var sorted = new TreeMap<String, Connector>();
    files.keySet().forEach(c -> sorted.put(c.name(), c));
    return sorted.values().stream()
        .map(c -> observations(c, crawl(in, c)))
        .reduce(Dataset::unionByName)
        .orElseThrow(() -> new IllegalStateException("a batch has files"));
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
    Dataset<Row> read = read(connector, mappers, crawl);
    var outputs = new ArrayList<Column>();
    for (int i = 0; i < mappers.size(); i++) {
      outputs.add(taken(mappers.get(i), i, col(TAKES + i)));
    }
    outputs.add(unread(mappers));
    outputs.add(closing(connector));
    return read.withColumn(OUT, explode(array_compact(array(outputs.toArray(Column[]::new)))))
        .select(
            lit(batch).as(Columns.BATCH.name()),
            col(CrawlRow.SOURCE),
            col(CrawlRow.FILE),
            coalesce(col(CrawlRow.LINE), lit(0L)).as(CrawlRow.LINE),
            coalesce(col(CrawlRow.ORDINAL), lit(0L)).as(Observation.ORDINAL.name()),
            col(OUT + ".*"));
  }

  /** The reader's columns and, per rule, whether it takes the record and the values it reads. */
  private static Dataset<Row> read(Connector connector, List<Mapper> mappers, Dataset<Row> crawl) {
    Column fields = try_variant_get(col(CrawlRow.RECORD), "$", connector.shape().sql());
    Dataset<Row> record =
        crawl
            .select(struct(col("*")).as(ENVELOPE), fields.as(FIELDS))
            .select(
                col(ENVELOPE),
                col(FIELDS + ".*"),
                pathPart("([^/]*?)([.][^./]*)?").as(FILE_NAME),
                pathPart("([^/]*)/[^/]*").as(FOLDER_NAME));
    var takes = new ArrayList<Column>(List.of(col("*")));
    var texts = new ArrayList<Column>(List.of(col(ENVELOPE + ".*")));
    var values = new ArrayList<Column>(List.of(col("*")));
    for (int i = 0; i < mappers.size(); i++) {
      Column taken = col(TAKES + i);
      takes.add(takes(i, mappers.get(i).rule().where()).as(TAKES + i));
      texts.add(taken);
      texts.add(mappers.get(i).texts(taken));
      values.add(mappers.get(i).values(taken));
    }
    return record
        .select(takes.toArray(Column[]::new))
        .select(texts.toArray(Column[]::new))
        .select(values.toArray(Column[]::new));
  }

  /** A part of the file's path, without the ending of a compression. */
  private static Column pathPart(String pattern) {
    return regexp_extract(
        col(ENVELOPE + "." + CrawlRow.FILE),
        "(?i)(?:^|/)" + pattern + "([.](?:gz|zst|bz2|xz))?$",
        1);
  }

  private static Column takes(int rule, String where) {
    Column read = col(ENVELOPE + "." + CrawlRow.RECORD).isNotNull();
    Column matches = read.and(hasRule(col(ENVELOPE + "." + CrawlRow.RULES), rule));
    return coalesce(where.isEmpty() ? matches : matches.and(expr(where)), lit(false));
  }

  private static Column hasRule(Column rules, int rule) {
    return rules.bitwiseAND(1L << rule).notEqual(0L);
  }

  /** What a rule makes of a record: an observation, a reject, or null where it takes it not. */
  private static Column taken(Mapper mapper, int number, Column takes) {
    Kind kind = mapper.rule().kind();
    Column reasons = Door.reasons(mapper);
    Column rule = lit(number);
    Column seen = mapper.observation((StructType) slot(kind).type());
    Column good = output(slot(kind), seen, rule);
    Column text = kind == Kind.COMMENT ? lit(null).cast("string") : rawText();
    Column bad = reject(lit(kind.label()), array_join(reasons, "; "), text, rule);
    return when(takes, when(size(reasons).equalTo(0), good).otherwise(bad));
  }

  /** A record that could not be read, or that no rule takes. */
  private static Column unread(List<Mapper> mappers) {
    Column nobody = lit(true);
    Column ofPeople = lit(false);
    for (int i = 0; i < mappers.size(); i++) {
      nobody = nobody.and(not(col(TAKES + i)));
      if (mappers.get(i).rule().kind() == Kind.COMMENT) {
        ofPeople = ofPeople.or(hasRule(col(CrawlRow.RULES), i));
      }
    }
    Column broken = col(CrawlRow.PROBLEM).isNotNull();
    Column untaken = col(CrawlRow.RECORD).isNotNull().and(nobody);
    Column reason = coalesce(col(CrawlRow.PROBLEM), lit("no rule of the connector takes it"));
    Column raw = when(not(ofPeople), rawText());
    return when(broken.or(untaken), reject(lit("record"), reason, raw, lit(null)));
  }

  private static Column rawText() {
    return left(coalesce(col(CrawlRow.RAW), to_json(col(CrawlRow.RECORD))), lit(RAW_LIMIT));
  }

  private static Column reject(Column part, Column reason, Column raw, Column rule) {
    return output(Observation.REJECT, struct(part, reason, raw), rule);
  }

  private static Column closing(Connector connector) {
    Column file =
        struct(
            col(CrawlRow.DATE),
            lit(connector.name()),
            col(CrawlRow.SIZE),
            expr("timestamp_millis(" + CrawlRow.MODIFIED + ")"),
            col(CrawlRow.SHA256),
            col(CrawlRow.RECORDS));
    return when(col(CrawlRow.RECORDS).isNotNull(), output(Observation.FILE, file, lit(null)));
  }

  private static Field slot(Kind kind) {
    return switch (kind) {
      case ACCOUNT -> Observation.ACCOUNT;
      case POST -> Observation.POST;
      case COMMENT -> Observation.COMMENT;
    };
  }

  /** A row of {@link Observation} apart from its envelope, with one slot filled. */
  private static Column output(Field filled, Column value, Column rule) {
    var columns = new ArrayList<Column>();
    columns.add(lit(filled.name()).as(Observation.KIND.name()));
    columns.add(rule.cast(Observation.RULE.type()).as(Observation.RULE.name()));
    for (Field slot : Observation.SLOTS) {
      Column content = slot.equals(filled) ? value : lit(null);
      columns.add(content.cast(slot.type()).as(slot.name()));
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
