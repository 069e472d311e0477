package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.matching.BlockKey.FAMILY;
import static dev.kolrank.table.matching.BlockKey.HOLDERS;
import static dev.kolrank.table.matching.BlockKey.KEY;
import static dev.kolrank.table.matching.BlockKey.RULE;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Likeness;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.identity.PostKey;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.silver.Account;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * Gives every account its keys. A stretch of a name is a key when it is rarer than one in all
 * accounts, so that a key's accounts stay few however many there are.
 *
 * @param shared reads the addresses that accounts carry
 */
public record BlockAccounts(SharedLinks shared) implements Step {
  /** Bits beyond the number of accounts: half a coincidence per place in a name. */
  private static final double MARGIN = 1;

  /** Families that tell something of two accounts of one platform, too. */
  private static final Object[] ON_ONE_PLATFORM = {
    Blocking.NAME_KEY.family(), Blocking.EXTERNAL_LINK.family()
  };

  private static final int MOST_BIO_KEYS = 3;
  private static final String NAME = "one_name";

  /** With the shared addresses that are known without an operator's word. */
  public BlockAccounts() {
    this(SharedLinks.shipped());
  }

  @Override
  public Table output() {
    return BlockKey.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        Account.TABLE,
        AccountAlias.TABLE,
        AccountTrait.TABLE,
        MatchBasis.TABLE,
        NamePart.TABLE,
        PostKey.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> traits = in.get(AccountTrait.TABLE);
    UserDefinedFunction keys =
        nameKeys(in.spark(), in.get(NamePart.TABLE), Basis.of(in).population().all());
    Dataset<Row> all =
        named(traits, AccountTrait.HANDLES.col(), Blocking.HANDLE_KEY, keys)
            .union(named(traits, AccountTrait.NAMES.col(), Blocking.NAME_KEY, keys))
            .union(inLanguage(traits))
            .union(bios(traits))
            .union(posts(in.get(PostKey.TABLE), in.get(AccountAlias.TABLE)))
            .union(links(in.get(Account.TABLE), in.get(AccountAlias.TABLE)))
            // once, and then neither counting nor joining by key moves a row again
            .repartition(FAMILY.col(), KEY.col())
            .distinct()
            .transform(Materialized::of);
    Dataset<Row> held =
        all.groupBy(FAMILY.col(), KEY.col(), ACCOUNT_UID.col(), PLATFORM.col())
            .agg(count(lit(1)).as("rules"))
            .groupBy(FAMILY.col(), KEY.col())
            .agg(
                count(lit(1)).as(HOLDERS.name()),
                min(PLATFORM.col()).as("first_platform"),
                max(PLATFORM.col()).as("last_platform"))
            .where(
                col("first_platform")
                    .notEqual(col("last_platform"))
                    .or(HOLDERS.col().gt(1).and(FAMILY.col().isin(ON_ONE_PLATFORM))))
            .select(FAMILY.col(), KEY.col(), HOLDERS.col());
    return all.join(held, new String[] {FAMILY.name(), KEY.name()});
  }

  private static UserDefinedFunction nameKeys(
      SparkSession spark, Dataset<Row> parts, long accounts) {
    double least = Math.log((double) Math.max(2, accounts)) / Math.log(2) + MARGIN;
    Broadcast<Likeness> known =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(NameKnowledge.of(parts));
    UDF1<String, List<String>> keys =
        name -> known.value().keys(name, least).stream().sorted().toList();
    return udf(keys, createArrayType(StringType)).withName("name_keys");
  }

  private static Dataset<Row> named(
      Dataset<Row> traits, Column names, Blocking rule, UserDefinedFunction keys) {
    return keyed(
        traits.select(ACCOUNT_UID.col(), PLATFORM.col(), explode(names).as(NAME)),
        rule,
        explode(keys.apply(col(NAME))));
  }

  private static Dataset<Row> inLanguage(Dataset<Row> traits) {
    Dataset<Row> spoken =
        traits
            .where(AccountTrait.LANGUAGE.col().isNotNull())
            .withColumn(NAME, explode(AccountTrait.NAMES.col()));
    return keyed(
        spoken, Blocking.NAME_LANGUAGE, concat_ws(" ", col(NAME), AccountTrait.LANGUAGE.col()));
  }

  /** The shingles of least hash: bios that share most of theirs share one of these. */
  private static Dataset<Row> bios(Dataset<Row> traits) {
    Column hashes =
        transform(AccountTrait.SHINGLES.col(), s -> xxhash64(s, lit("bio")).cast(StringType));
    return keyed(
        traits.where(AccountTrait.SHINGLES.col().isNotNull()),
        Blocking.BIO_SHINGLE,
        explode(slice(array_sort(hashes), 1, MOST_BIO_KEYS)));
  }

  private static Dataset<Row> posts(Dataset<Row> keys, Dataset<Row> aliases) {
    Dataset<Row> posted =
        keys.select(ACCOUNT_UID.col(), explode(PostKey.KEYS.col()).as(NAME)).distinct();
    return keyed(
        AccountAlias.follow(posted, ACCOUNT_UID.name(), aliases)
            .withColumn(PLATFORM.name(), Directions.platformOf(ACCOUNT_UID.col())),
        Blocking.SHARED_POST,
        col(NAME).cast(StringType));
  }

  /** The addresses by which links are declared, here for what is left out to be told. */
  private Dataset<Row> links(Dataset<Row> accounts, Dataset<Row> aliases) {
    return keyed(
        shared
            .carried(accounts, aliases)
            .withColumn(PLATFORM.name(), Directions.platformOf(ACCOUNT_UID.col())),
        Blocking.EXTERNAL_LINK,
        col(SharedLinks.ADDRESS));
  }

  private static Dataset<Row> keyed(Dataset<Row> accounts, Blocking rule, Column key) {
    return accounts.select(
        lit(rule.family()).as(FAMILY.name()),
        lit(rule.rule()).as(RULE.name()),
        key.as(KEY.name()),
        ACCOUNT_UID.col(),
        PLATFORM.col());
  }
}
