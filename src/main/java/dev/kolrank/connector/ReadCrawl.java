package dev.kolrank.connector;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substr;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.read.CrawlRow;
import dev.kolrank.connector.read.CrawlSource;
import dev.kolrank.connector.storage.FailedSource;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Parts;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.landing.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads tonight's files once and gives every observation and reject in them.
 *
 * @param batch tonight's batch
 * @param files the new and changed files, by connector
 * @param authors hashes the authors of comments
 * @param failed sources that could not be listed; no file of theirs is among {@code files}
 * @param retries how often the storage is asked again
 */
public record ReadCrawl(
    long batch,
    Map<Connector, List<CrawlFile>> files,
    AuthorHash authors,
    List<FailedSource> failed,
    Retries retries)
    implements Step {

  /** What the reader gives, set apart so that a record's own fields cannot hide it. */
  static final String CRAWL = "__crawl";

  /** What every output of a record carries. */
  private static final List<String> ENVELOPE =
      List.of(CrawlRow.SOURCE, CrawlRow.FILE, CrawlRow.LINE, CrawlRow.ORDINAL);

  /** The file's own name without its endings, as mappings may use it. */
  static final String FILE_NAME = "_file";

  /** The name of the folder that the file lies in, as mappings may use it. */
  static final String FOLDER_NAME = "_folder";

  /** Before the number of a rule: whether it takes the record. */
  static final String TAKES = "takes";

  /** Likewise: whether it takes it and makes an observation of it. */
  static final String GOOD = "good";

  /** Whether the record says more than whose it is. */
  static final String SAYS = "__says";

  /** Whether the record could be read. */
  static final String WHOLE = "__whole";

  /** Why no rule may take the record, as its connector declares; null where one may. */
  static final String REJECTED = "__rejected";

  private static final String OUT = "__out";

  /** A reading of files that were all listed, with the usual retries. */
  public ReadCrawl(long batch, Map<Connector, List<CrawlFile>> files, AuthorHash authors) {
    this(batch, files, authors, List.of(), Retries.USUAL);
  }

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
    return Optional.of(new Parts(Observation.KIND, Observation.KINDS));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var sorted = new TreeMap<String, Connector>();
    files.keySet().forEach(c -> sorted.put(c.name(), c));
    var read = sorted.values().stream().map(c -> observations(c, crawl(in, c)));
    var unlisted = failed.isEmpty() ? Stream.<Dataset<Row>>empty() : Stream.of(unlisted(in));
    return Stream.concat(read, unlisted)
        .reduce(Dataset::unionByName)
        .orElseGet(() -> in.spark().createDataFrame(List.of(), Observation.TABLE.schema()));
  }

  private Dataset<Row> unlisted(Inputs in) {
    var rows = failed.stream().map(f -> RowFactory.create(f.source(), f.path(), f.cause()));
    var schema =
        new StructType()
            .add(CrawlRow.SOURCE, DataTypes.StringType)
            .add(CrawlRow.FILE, DataTypes.StringType)
            .add(CrawlRow.FAULT, DataTypes.StringType);
    return in.spark()
        .createDataFrame(rows.toList(), schema)
        .withColumn("__made", ObservationRows.failure(col(CrawlRow.FAULT)))
        .withColumn(CrawlRow.LINE, lit(0L))
        .withColumn(CrawlRow.ORDINAL, lit(0L))
        .select(made());
  }

  private Dataset<Row> crawl(Inputs in, Connector connector) {
    String request = "batch %d, %s".formatted(batch, connector.name());
    return CrawlSource.read(in.spark(), request, files.get(connector), connector.layout(), retries);
  }

  private Dataset<Row> observations(Connector connector, Dataset<Row> crawl) {
    List<Mapper> mappers =
        IntStream.range(0, connector.rules().size())
            .mapToObj(i -> new Mapper(connector, i, authors))
            .toList();
    Dataset<Row> read = read(connector, mappers, crawl);
    var made = new ObservationRows(mappers);
    var outputs = new ArrayList<Column>(ENVELOPE.stream().map(n -> col(n)).toList());
    var names = new ArrayList<Column>();
    for (int i = 0; i < mappers.size(); i++) {
      outputs.add(made.of(i).as(OUT + i));
      names.add(col(OUT + i));
    }
    outputs.add(coalesce(made.unread(), ObservationRows.closing(connector)).as(OUT));
    names.add(col(OUT));
    // one row per output, without the array that an explode would first build
    return read.select(outputs.toArray(Column[]::new))
        .unpivot(
            ENVELOPE.stream().map(n -> col(n)).toArray(Column[]::new),
            names.toArray(Column[]::new),
            "__output",
            "__made")
        .where(col("__made").isNotNull())
        .select(made());
  }

  private Column[] made() {
    return new Column[] {
      lit(batch).as(Columns.BATCH.name()),
      col(CrawlRow.SOURCE),
      col(CrawlRow.FILE),
      coalesce(col(CrawlRow.LINE), lit(0L)).as(CrawlRow.LINE),
      coalesce(col(CrawlRow.ORDINAL), lit(0L)).as(Observation.ORDINAL.name()),
      col("__made.*")
    };
  }

  /** The reader's columns and, per rule, whether it takes the record and the values it reads. */
  private static Dataset<Row> read(Connector connector, List<Mapper> mappers, Dataset<Row> crawl) {
    var columns = new ArrayList<Column>();
    var judged = new ArrayList<Column>(List.of(col("*")));
    for (String name : crawl.columns()) {
      if (!name.equals(CrawlRow.RECORD) && !name.equals(CrawlRow.RAW)) {
        columns.add(col(CRAWL + "." + name).as(name));
      }
    }
    columns.add(col(CRAWL + "." + CrawlRow.RECORD).isNotNull().as(WHOLE));
    columns.add(rawText().as(CrawlRow.RAW));
    columns.add(col(REJECTED));
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
        .select(col("*"), rejected(connector).as(REJECTED))
        .select(columns.toArray(Column[]::new))
        .select(col("*"), Door.says(mappers).as(SAYS))
        .select(judged.toArray(Column[]::new));
  }

  /** A part of the file's path, without the ending of a compression. */
  private static Column pathPart(String pattern) {
    return regexp_extract(
        col(CRAWL + "." + CrawlRow.FILE), "(?i)(?:^|/)" + pattern + "([.](?:gz|zst|bz2|xz))?$", 1);
  }

  private static Column takes(int rule, String where) {
    Column read = col(CRAWL + "." + CrawlRow.RECORD).isNotNull();
    Column taken = read.and(col(CRAWL + "." + CrawlRow.UNTAKEN).isNull());
    Column matches = taken.and(ObservationRows.hasRule(col(CRAWL + "." + CrawlRow.RULES), rule));
    Column takes = where.isEmpty() ? matches : matches.and(expr(where));
    return coalesce(takes.and(col(REJECTED).isNull()), lit(false));
  }

  private static Column rejected(Connector connector) {
    Column reason = lit(null).cast(DataTypes.StringType);
    for (var reject : connector.rejects().entrySet()) {
      reason = when(expr(reject.getValue()), lit(reject.getKey())).otherwise(reason);
    }
    return reason;
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
