package dev.kolrank.connector;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.Provenance;
import dev.kolrank.table.landing.Observation;
import dev.kolrank.table.landing.SourceProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts, in one pass over tonight's observations, how many values each source's rules gave of the
 * columns that they set.
 *
 * @param sources source folder to the connector that reads it
 */
public record ProfileSources(Map<String, Connector> sources) implements Step {
  private static final String OBSERVED = "observed";
  private static final String REJECTED = "rejected";
  private static final String MEASURE = "measure";
  private static final String RULE_NAME = "rule_name";

  /** The rule of a source as a whole. */
  static final String ALL_RECORDS = "record";

  /** The last microsecond of a day is what stands where the source gives no time. */
  private static final long DAY = 86_400_000_000L;

  public ProfileSources {
    sources = new TreeMap<>(sources);
  }

  @Override
  public Table output() {
    return SourceProfile.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Observation.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> counts = counts(in.get(Observation.TABLE));
    Column number = Observation.RULE.of("counted");
    Column sameRule = number.eqNullSafe(Observation.RULE.of("declared"));
    Column sameColumn =
        col(MEASURE + "." + SourceProfile.COLUMN_NAME.name())
            .equalTo(SourceProfile.COLUMN_NAME.of("declared"));
    Column sameSource = Columns.SOURCE.of("counted").equalTo(Columns.SOURCE.of("declared"));
    return counts
        .as("counted")
        .join(broadcast(declared(in).as("declared")), sameSource.and(sameRule).and(sameColumn))
        .select(
            Columns.BATCH.col(),
            Columns.SOURCE.of("counted"),
            SourceProfile.RULE.as(col(RULE_NAME)),
            col(MEASURE + ".*"));
  }

  /** What each rule of each source sets. */
  private Dataset<Row> declared(Inputs in) {
    var rows = new ArrayList<Row>();
    sources.forEach(
        (source, connector) -> {
          rows.add(RowFactory.create(source, null, ALL_RECORDS, SourceProfile.RECORDS));
          for (int i = 0; i < connector.rules().size(); i++) {
            String rule = connector.ruleName(i);
            rows.add(RowFactory.create(source, i, rule, SourceProfile.RECORDS));
            for (Field field : mayLack(connector.rules().get(i))) {
              rows.add(RowFactory.create(source, i, rule, field.name()));
            }
          }
        });
    var schema =
        new StructType()
            .add(Columns.SOURCE.toSpark())
            .add(Observation.RULE.name(), DataTypes.IntegerType)
            .add(RULE_NAME, DataTypes.StringType)
            .add(SourceProfile.COLUMN_NAME.toSpark());
    return in.spark().createDataFrame(rows, schema);
  }

  /** What a rule sets, apart from ids, without which there is no observation. */
  private static List<Field> mayLack(Rule rule) {
    return Canonical.fields(rule.kind()).stream()
        .filter(f -> rule.set().containsKey(f.name()))
        .filter(f -> !Canonical.required(rule.kind()).contains(f))
        .toList();
  }

  /** One row per source, rule and column of any kind. */
  private static Dataset<Row> counts(Dataset<Row> observations) {
    var names = new TreeSet<String>();
    for (Kind kind : Kind.values()) {
      Canonical.fields(kind).forEach(f -> names.add(f.name()));
    }
    var sums = new ArrayList<Column>();
    var measures = new ArrayList<Column>();
    measures.add(records());
    for (String name : names) {
      sums.add(rowsWhere(anyKind(name, ProfileSources::given)).as("given_" + name));
      sums.add(rowsWhere(anyKind(name, ProfileSources::unreadable)).as("unreadable_" + name));
      measures.add(measure(name, col(OBSERVED), col("given_" + name), col("unreadable_" + name)));
    }
    sums.add(rowsWhere(isKind("reject")).as(REJECTED));
    sums.add(sum(col("file." + IngestedFile.RECORDS.name())).as(IngestedFile.RECORDS.name()));
    return observations
        .groupBy(Columns.BATCH.col(), Columns.SOURCE.col(), Observation.RULE.col())
        .agg(
            rowsWhere(isKind("account", "post", "comment")).as(OBSERVED),
            sums.toArray(Column[]::new))
        .withColumn(MEASURE, explode(array(measures.toArray(Column[]::new))))
        .select(Columns.BATCH.col(), Columns.SOURCE.col(), Observation.RULE.col(), col(MEASURE));
  }

  /** Of a rule, the records that it takes; of the source, those of its files. */
  private static Column records() {
    Column taken = col(OBSERVED).plus(col(REJECTED));
    Column all = coalesce(IngestedFile.RECORDS.col(), lit(0L));
    Column ofSource = Observation.RULE.col().isNull();
    Column rows = when(ofSource, all).otherwise(taken);
    return measure(SourceProfile.RECORDS, rows, rows.minus(col(REJECTED)), lit(0L));
  }

  private static Column measure(String name, Column rows, Column given, Column unreadable) {
    return struct(
        lit(name).as(SourceProfile.COLUMN_NAME.name()),
        rows.as(SourceProfile.ROWS.name()),
        given.as(SourceProfile.GIVEN.name()),
        unreadable.as(SourceProfile.UNREADABLE.name()));
  }

  private static Column rowsWhere(Column condition) {
    return count(when(condition, lit(1)));
  }

  private static Column isKind(String... kinds) {
    return Observation.KIND.col().isin((Object[]) kinds);
  }

  /** What one kind's observation says of a column. */
  private interface Question {
    Column of(Kind kind, Field field);
  }

  private static Column anyKind(String name, Question question) {
    Column any = lit(false);
    for (Kind kind : Kind.values()) {
      var field = Canonical.field(kind, name);
      if (field.isPresent()) {
        any = any.or(isKind(kind.label()).and(question.of(kind, field.get())));
      }
    }
    return any;
  }

  private static Column given(Kind kind, Field field) {
    if (field.equals(Columns.OBSERVED_AT)) {
      return pmod(unix_micros(at(kind, field)), lit(DAY)).notEqual(DAY - 1);
    }
    boolean author = field.equals(CommentObservation.AUTHOR_ID);
    return at(kind, author ? CommentObservation.AUTHOR_HASH : field).isNotNull();
  }

  private static Column unreadable(Kind kind, Field field) {
    Reading reading = Canonical.reading(field);
    boolean named = reading == Reading.COUNT || reading == Reading.TIME;
    return named && kind != Kind.COMMENT
        ? array_contains(at(kind, Provenance.UNREADABLE), field.name())
        : lit(false);
  }

  private static Column at(Kind kind, Field field) {
    return col(kind.label() + "." + field.name());
  }

  @Override
  public String toString() {
    return "ProfileSources";
  }
}
