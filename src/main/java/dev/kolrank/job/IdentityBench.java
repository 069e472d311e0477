package dev.kolrank.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Field;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Night;
import dev.kolrank.engine.Progress;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Columns;
import dev.kolrank.table.Tables;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.BlockingRule;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.identity.PairLikeness;
import dev.kolrank.table.silver.Account;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Times the nightly search for one person's accounts, one step after the other. */
public final class IdentityBench {
  private static final String PERSON = "person";
  private static final Timestamp SEEN = Timestamp.from(Instant.parse("2026-06-27T12:00:00Z"));

  /** Of so many accounts one appears, one goes and one changes overnight. */
  private static final int THIRDS = 300;

  private final DeltaLake lake;
  private final List<Step> steps;
  private final Dataset<Row> who;
  private final Dataset<Row> census;

  /**
   * One measured night.
   *
   * @param accounts accounts of the night
   * @param seconds wall time
   * @param cpuSeconds CPU time of the process, its compilers and collectors included
   * @param peakHeap the most heap in use, garbage included, in bytes
   * @param pairs compared pairs
   * @param fresh of these, pairs that the night before had not, or not so
   * @param patterns different sets of levels among them, when the model was fitted
   * @param share pairs over all pairs of accounts of two platforms
   * @param precision of pairs of two platforms that got one KOL, the share that are one person's
   * @param recall of pairs of two platforms of one person, the share that got one KOL
   */
  public record Measured(
      long accounts,
      double seconds,
      double cpuSeconds,
      long peakHeap,
      long pairs,
      long fresh,
      long patterns,
      double share,
      double precision,
      double recall) {

    /** To which power of the accounts something grows that was {@code one} and is {@code other}. */
    public static double exponent(Measured small, Measured large, double one, double other) {
      return Math.log(other / one) / Math.log((double) large.accounts() / small.accounts());
    }
  }

  /**
   * Over an empty lake.
   *
   * @param census folder with {@code accounts.csv} and {@code who-is-who.csv}
   */
  public IdentityBench(SparkSession spark, Settings settings, Path census, String lake) {
    this.lake = DeltaLake.at(spark, lake);
    this.steps = IdentitySteps.of(settings);
    this.who =
        read(spark, census.resolve("who-is-who.csv"))
            .select(
                concat_ws(":", col("platform"), col("id")).as(Columns.ACCOUNT_UID.name()),
                col(PERSON));
    this.census = accounts(read(spark, census.resolve("accounts.csv")));
    this.lake.write(Account.TABLE, this.census.where(lot().notEqual(0)), "");
  }

  /** Lets one account in a hundred appear, go or change its name and size. */
  public void passOneDay() {
    Dataset<Row> changed =
        census
            .where(lot().equalTo(1))
            .withColumn(Account.NAME.name(), concat_ws(" ", Account.NAME.col(), lit("TV")))
            .withColumn(Account.FOLLOWERS.name(), Account.FOLLOWERS.col().multiply(3));
    lake.merge(
        Account.TABLE,
        census.where(lot().equalTo(0)).unionByName(changed),
        census.where(lot().equalTo(2)).select(Columns.ACCOUNT_UID.col()));
  }

  private static Column lot() {
    return pmod(xxhash64(Columns.ACCOUNT_UID.col(), lit("lot")), lit(THIRDS));
  }

  /** Runs the night of these accounts. */
  public Measured run(LocalDate asOf, Progress progress) {
    Set<Table> sources = new HashSet<>(Tables.STORED);
    steps.forEach(s -> sources.remove(s.output()));
    var night = new Night(asOf.toString(), asOf, 0, 0, "", CodeVersion.current());
    Meter meter = Meter.start();
    new Runner(lake, progress, 1).run(Plan.of(sources, steps), night);
    double seconds = meter.seconds();
    double cpuSeconds = meter.cpuSeconds();
    long peak = meter.peakHeap();
    Row blocked =
        lake.read(BlockingRule.TABLE)
            .where(Columns.AS_OF.col().equalTo(lit(java.sql.Date.valueOf(asOf))))
            .where(BlockingRule.RULE.col().equalTo("all"))
            .select(BlockingRule.PAIRS.col(), BlockingRule.COMPARED.col())
            .first();
    double[] quality = quality();
    return new Measured(
        lake.read(Account.TABLE).count(),
        seconds,
        cpuSeconds,
        peak,
        blocked.getLong(0),
        fresh(),
        patterns(asOf),
        blocked.getDouble(1),
        quality[0],
        quality[1]);
  }

  private long fresh() {
    Dataset<Row> pairs = lake.read(PairLikeness.TABLE);
    long version = lake.version(PairLikeness.TABLE).orElseThrow();
    if (version == 0) {
      return pairs.count();
    }
    String[] key = {
      AccountPair.LEFT_UID.name(), AccountPair.RIGHT_UID.name(), PairLikeness.DIGEST.name()
    };
    return pairs.join(lake.read(PairLikeness.TABLE, version - 1), key, "left_anti").count();
  }

  private long patterns(LocalDate asOf) {
    return lake.read(MatchParameter.TABLE)
        .where(Columns.AS_OF.col().equalTo(lit(java.sql.Date.valueOf(asOf))))
        .agg(coalesce(max(MatchParameter.PATTERNS.col()), lit(0L)))
        .first()
        .getLong(0);
  }

  private double[] quality() {
    Dataset<Row> kols =
        KolAccount.current(lake.read(KolAccount.TABLE))
            .select(Columns.ACCOUNT_UID.col(), Columns.KOL_ID.col())
            .join(who, Columns.ACCOUNT_UID.name());
    double right = pairs(kols, Columns.KOL_ID.col(), col(PERSON));
    double found = pairs(kols, Columns.KOL_ID.col());
    double all = pairs(kols, col(PERSON));
    return new double[] {right / Math.max(1, found), right / Math.max(1, all)};
  }

  /** Pairs of accounts of two platforms within each group, as the evaluation counts them. */
  static double pairs(Dataset<Row> accounts, Column... group) {
    Column platform = substring_index(Columns.ACCOUNT_UID.col(), ":", 1);
    Column[] apart = Stream.concat(Stream.of(platform), Stream.of(group)).toArray(Column[]::new);
    return pairs(accounts.groupBy(group).count()) - pairs(accounts.groupBy(apart).count());
  }

  private static double pairs(Dataset<Row> sizes) {
    Column size = col("count").cast("double");
    return sizes
        .agg(coalesce(sum(size.multiply(size.minus(1)).divide(2)), lit(0.0)), count(lit(1)))
        .first()
        .getDouble(0);
  }

  private static Dataset<Row> read(SparkSession spark, Path file) {
    return spark
        .read()
        .option("header", true)
        .option("multiLine", true)
        .option("escape", "\"")
        .csv(file.toString());
  }

  /** The census as a crawl would leave it in silver. */
  private static Dataset<Row> accounts(Dataset<Row> census) {
    Map<Field, Column> given =
        Map.of(
            Columns.ACCOUNT_UID, concat_ws(":", col("platform"), col("id")),
            Columns.PLATFORM, col("platform"),
            Account.ACCOUNT_ID, col("id"),
            Account.FOLLOWERS, col("followers").cast("long"),
            Columns.FIRST_SEEN, lit(SEEN),
            Columns.LAST_SEEN, lit(SEEN),
            Columns.SEEN, map().cast(Columns.SEEN.type()));
    Set<String> texts = Set.of("handle", "name", "bio", "link", "language");
    Column[] columns =
        Account.TABLE.fields().stream()
            .map(f -> given.getOrDefault(f, texts.contains(f.name()) ? f.col() : lit(null)))
            .toArray(Column[]::new);
    for (int i = 0; i < columns.length; i++) {
      Field field = Account.TABLE.fields().get(i);
      columns[i] = columns[i].cast(field.type()).as(field.name());
    }
    return census.select(columns);
  }
}
