package dev.kolrank.job.evaluate;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.format_number;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.Tables;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.silver.Account;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Runs the night's identity steps over given accounts, in memory and without any other table. */
final class IdentityTrial {
  private static final LocalDate NIGHT = LocalDate.of(2026, 1, 1);

  /**
   * A pair as the model sees it.
   *
   * @param why each comparison's level and weight in bits, the prior first
   */
  record Scored(String left, String right, boolean linked, double probability, String why) {}

  /** How far a pair came that is not among the kept ones. */
  enum Meeting {
    COMPARED("compared, a hundred to one against it"),
    TOO_LARGE("only blocks too large brought them together"),
    NEVER("no block brought them together");

    private final String told;

    Meeting(String told) {
      this.told = told;
    }

    String told() {
      return told;
    }
  }

  private final SparkSession spark;
  private final Map<String, Dataset<Row>> tables = new HashMap<>();

  private IdentityTrial(SparkSession spark) {
    this.spark = spark;
  }

  /** Runs the steps over the accounts. */
  static IdentityTrial run(SparkSession spark, List<Step> steps, List<TruthAccount> accounts) {
    var trial = new IdentityTrial(spark);
    trial.tables.put(Account.TABLE.name(), trial.accounts(accounts).transform(Materialized::of));
    trial.run(steps);
    return trial;
  }

  /** Runs the steps over what a lake's silver tables hold. */
  static IdentityTrial run(List<Step> steps, DeltaLake lake) {
    var trial = new IdentityTrial(lake.spark());
    Tables.STORED.stream()
        .filter(t -> t.layer().equals(Account.TABLE.layer()))
        .forEach(t -> trial.tables.put(t.name(), lake.read(t)));
    trial.run(steps);
    return trial;
  }

  private void run(List<Step> steps) {
    Set<Table> sources = new HashSet<>(Tables.STORED);
    steps.forEach(s -> sources.remove(s.output()));
    for (Step step : Plan.of(sources, steps).steps()) {
      Dataset<Row> rows = step.rows(new Seen(step));
      tables.put(
          step.output().name(),
          rows.select(step.output().conform(rows.schema())).transform(Materialized::of));
    }
  }

  /** The accounts as the tables show them, without those that were never seen. */
  List<TruthAccount> seen(List<TruthAccount> accounts) {
    Map<String, Row> shown = new HashMap<>();
    table(Account.TABLE)
        .select(Columns.ACCOUNT_UID.col(), Account.HANDLE.col(), Account.NAME.col())
        .collectAsList()
        .forEach(r -> shown.put(r.getString(0), r));
    return accounts.stream()
        .filter(a -> shown.containsKey(a.uid()))
        .map(a -> a.shownAs(shown.get(a.uid()).getString(1), shown.get(a.uid()).getString(2)))
        .toList();
  }

  /** The cluster of every account. */
  Map<String, String> clusters() {
    Map<String, String> clusters = new TreeMap<>();
    table(KolAccount.TABLE)
        .select(Columns.ACCOUNT_UID.col(), Columns.KOL_ID.col())
        .collectAsList()
        .forEach(r -> clusters.put(r.getString(0), r.getString(1)));
    return clusters;
  }

  /** The kept pairs. */
  List<Scored> pairs() {
    List<Scored> pairs = new ArrayList<>();
    table(AccountPair.TABLE)
        .select(
            AccountPair.LEFT_UID.col(),
            AccountPair.RIGHT_UID.col(),
            AccountPair.LINKED.col(),
            AccountPair.PROBABILITY.col(),
            concat_ws(
                ", ",
                format_number(AccountPair.PRIOR.col(), 1),
                transform(
                    AccountPair.WEIGHTS.col(),
                    w ->
                        concat_ws(
                            " ",
                            w.getField("comparison"),
                            w.getField("level"),
                            format_number(w.getField("weight"), 1)))))
        .collectAsList()
        .forEach(
            r ->
                pairs.add(
                    new Scored(
                        r.getString(0),
                        r.getString(1),
                        r.getBoolean(2),
                        r.getDouble(3),
                        r.getString(4))));
    return pairs;
  }

  /** How far pairs came; those that nothing brought together are left out. */
  Map<Faults.Pair, Meeting> met(List<Faults.Pair> pairs) {
    var schema =
        new StructType()
            .add(AccountPair.LEFT_UID.name(), DataTypes.StringType)
            .add(AccountPair.RIGHT_UID.name(), DataTypes.StringType);
    Dataset<Row> asked =
        spark.createDataFrame(
            pairs.stream().map(p -> RowFactory.create(p.left(), p.right())).toList(), schema);
    String[] both = schema.fieldNames();
    Map<Faults.Pair, Meeting> met = new HashMap<>();
    inOneBlock(asked).collectAsList().forEach(r -> met.put(pair(r), Meeting.TOO_LARGE));
    asked
        .join(table(ComparedPair.TABLE), both, "left_semi")
        .collectAsList()
        .forEach(r -> met.put(pair(r), Meeting.COMPARED));
    return met;
  }

  private static Faults.Pair pair(Row row) {
    return new Faults.Pair(row.getString(0), row.getString(1));
  }

  private Dataset<Row> inOneBlock(Dataset<Row> asked) {
    Dataset<Row> keys =
        table(BlockKey.TABLE)
            .select(BlockKey.FAMILY.col(), BlockKey.KEY.col(), Columns.ACCOUNT_UID.col());
    Dataset<Row> left = keys.withColumnRenamed(Columns.ACCOUNT_UID.name(), asked.columns()[0]);
    Dataset<Row> right = keys.withColumnRenamed(Columns.ACCOUNT_UID.name(), asked.columns()[1]);
    return asked
        .join(left, asked.columns()[0])
        .join(
            right,
            new String[] {asked.columns()[1], BlockKey.FAMILY.name(), BlockKey.KEY.name()},
            "left_semi")
        .select(AccountPair.LEFT_UID.col(), AccountPair.RIGHT_UID.col())
        .distinct();
  }

  Dataset<Row> table(Table table) {
    Dataset<Row> rows = tables.get(table.name());
    return rows != null ? rows : spark.createDataFrame(List.of(), table.schema());
  }

  private Dataset<Row> accounts(List<TruthAccount> accounts) {
    var schema =
        new StructType()
            .add(Columns.ACCOUNT_UID.name(), DataTypes.StringType)
            .add(Columns.PLATFORM.name(), DataTypes.StringType)
            .add(Account.ACCOUNT_ID.name(), DataTypes.StringType)
            .add(Account.HANDLE.name(), DataTypes.StringType)
            .add(Account.NAME.name(), DataTypes.StringType)
            .add(Account.BIO.name(), DataTypes.StringType)
            .add(Account.LINK.name(), DataTypes.StringType)
            .add(Account.REGION.name(), DataTypes.StringType)
            .add(Account.FOLLOWERS.name(), DataTypes.LongType);
    List<Row> rows =
        accounts.stream()
            .map(
                a ->
                    RowFactory.create(
                        a.uid(),
                        a.platform(),
                        a.id(),
                        a.handle(),
                        a.name(),
                        a.bio(),
                        a.link(),
                        a.region(),
                        a.followers()))
            .toList();
    Dataset<Row> given = spark.createDataFrame(rows, schema);
    List<String> names = List.of(schema.fieldNames());
    Column[] columns =
        Account.TABLE.fields().stream()
            .map(f -> names.contains(f.name()) ? f.col() : lit(null).cast(f.type()).as(f.name()))
            .toArray(Column[]::new);
    return given.select(columns);
  }

  /** What a step sees: what the trial has made so far. */
  private final class Seen implements Inputs {
    private final Step step;

    Seen(Step step) {
      this.step = step;
    }

    @Override
    public Dataset<Row> get(Table table) {
      if (!step.inputs().contains(table)) {
        throw new IllegalArgumentException(step.name() + " does not declare " + table);
      }
      return table(table);
    }

    @Override
    public Dataset<Row> history(Table table) {
      return get(table);
    }

    @Override
    public Dataset<Row> fresh(Table table) {
      return get(table);
    }

    @Override
    public Dataset<Row> previous(Table table) {
      return spark.createDataFrame(List.of(), table.schema());
    }

    @Override
    public LocalDate asOf() {
      return NIGHT;
    }

    @Override
    public SparkSession spark() {
      return spark;
    }
  }
}
