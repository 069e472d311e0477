package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.AccountAlias.ALIAS_UID;
import static dev.kolrank.table.identity.AccountAlias.EVIDENCE;
import static dev.kolrank.table.silver.Account.ACCOUNT_ID;
import static dev.kolrank.table.silver.Account.FOLLOWERS;
import static dev.kolrank.table.silver.Account.HANDLE;
import static dev.kolrank.table.silver.Account.NAME;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Account;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Folds the keys under which sources know one account: hash, handle and name give way to the native
 * id, what is ambiguous stays apart, and so does what a person parted.
 *
 * @param overrides what people decided about accounts
 * @param defaults display names by which nobody is known again
 */
public record ResolveAliases(List<LinkOverride> overrides, DefaultNames defaults) implements Step {
  private static final int SAME_HASH = 1;
  private static final int SAME_SPELLING = 6;

  /** Rules that no person can doubt. */
  static final Object[] CERTAIN = {SAME_HASH, SAME_SPELLING};

  private static final int HASH_LENGTH = 16;
  static final int SHORTEST_NAME = 4;
  private static final double FOLLOWER_FACTOR = 3;

  static final String KEY = "key";
  static final String TARGET = "target_uid";
  static final String TARGET_FOLLOWERS = "target_followers";
  static final String RULE = "rule";

  public ResolveAliases {
    overrides = List.copyOf(overrides);
  }

  /** With the default names that are known without an operator's word. */
  public ResolveAliases(List<LinkOverride> overrides) {
    this(overrides, DefaultNames.shipped());
  }

  @Override
  public Table output() {
    return AccountAlias.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Account.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> accounts =
        defaults
            .withoutNames(in.get(Account.TABLE))
            .select(
                ACCOUNT_UID.col(),
                PLATFORM.col(),
                ACCOUNT_ID.col(),
                HANDLE.col(),
                NAME.col(),
                FOLLOWERS.col(),
                FIRST_SEEN.col(),
                LAST_SEEN.col());
    Dataset<Row> renamed = Renames.of(accounts);
    Dataset<Row> standing =
        accounts.join(
            renamed.select(ALIAS_UID.col().as(ACCOUNT_UID.name())),
            new String[] {ACCOUNT_UID.name()},
            "left_anti");
    Dataset<Row> rules =
        hashes(accounts)
            .union(handles(accounts))
            .union(names(standing))
            .union(renamed)
            .union(spellings(accounts));
    return resolved(accounts, rules, Partings.of(in.spark(), overrides))
        .select(
            AS_OF.as(lit(Date.valueOf(in.asOf()))),
            ALIAS_UID.col(),
            ACCOUNT_UID.col(),
            EVIDENCE.col());
  }

  /** All aliases; while some join keys that a person parted, without those. */
  private static Dataset<Row> resolved(
      Dataset<Row> accounts, Dataset<Row> rules, Partings partings) {
    List<Row> undone = new ArrayList<>();
    while (true) {
      // few rows that are read several times, each time costing a pass over all accounts
      Dataset<Row> found = best(partings.without(undone, rules)).transform(Materialized::of);
      Dataset<Row> byId = AliasChains.followed(found);
      Dataset<Row> byName = best(partings.without(undone, exactNames(accounts, byId)));
      Dataset<Row> aliases = byId.unionByName(byName.withColumn(ACCOUNT_UID.name(), col(TARGET)));
      List<Row> broken = partings.broken(aliases);
      if (broken.isEmpty()) {
        return aliases;
      }
      undone.addAll(broken);
    }
  }

  /** A hash names the native id that it is the hash of. */
  private static Dataset<Row> hashes(Dataset<Row> accounts) {
    Column hash = sha2(ACCOUNT_ID.col().cast("binary"), 256).substr(1, HASH_LENGTH);
    return folded(
        keyed(accounts.where(begins("#")), idBehindSign()),
        unique(keyed(accounts.where(isNative()), hash)),
        SAME_HASH,
        "same_hash");
  }

  /**
   * A handle names the native id that carries it; dots and underscores are overlooked where that
   * leaves no choice.
   */
  private static Dataset<Row> handles(Dataset<Row> accounts) {
    Dataset<Row> given = keyed(accounts.where(begins("@")), lower(idBehindSign()));
    Dataset<Row> carried =
        keyed(accounts.where(isNative()), lower(regexp_replace(HANDLE.col(), "^@", "")));
    Column loose = regexp_replace(col(KEY), "[._]", "");
    Dataset<Row> similar =
        folded(
            unique(given.withColumn(KEY, loose)).withColumnRenamed(TARGET, ACCOUNT_UID.name()),
            unique(carried.withColumn(KEY, loose)),
            3,
            "similar_handle");
    return folded(given, unique(carried), 2, "same_handle").union(similar);
  }

  /** A handle and a native id of one rare name and about as many followers are one account. */
  private static Dataset<Row> names(Dataset<Row> accounts) {
    Column folded = Folding.fold(NAME.col());
    Dataset<Row> given =
        unique(keyed(accounts.where(begins("@")), folded))
            .withColumnRenamed(TARGET, ACCOUNT_UID.name())
            .withColumnRenamed(TARGET_FOLLOWERS, FOLLOWERS.name());
    Dataset<Row> carried = unique(keyed(accounts.where(isNative()), folded));
    Column unknown = FOLLOWERS.col().isNull().or(col(TARGET_FOLLOWERS).isNull());
    return given
        .join(carried, keys())
        .where(length(col(KEY)).geq(SHORTEST_NAME))
        .where(unknown.or(Renames.similar(FOLLOWER_FACTOR)))
        .select(found(4, "same_rare_name"));
  }

  /** Handles that differ in case only are one account, with or without a native id. */
  private static Dataset<Row> spellings(Dataset<Row> accounts) {
    Dataset<Row> given = keyed(accounts.where(begins("@")), lower(idBehindSign()));
    Dataset<Row> first =
        given.groupBy(PLATFORM.col(), col(KEY)).agg(min(ACCOUNT_UID.col()).as(TARGET));
    return folded(given, first, SAME_SPELLING, "same_handle")
        .where(col(TARGET).lt(ALIAS_UID.col()));
  }

  /** A name names the only account that bears it, once the others' keys are folded. */
  private static Dataset<Row> exactNames(Dataset<Row> accounts, Dataset<Row> aliases) {
    Dataset<Row> named =
        AccountAlias.follow(
            accounts.where(begins("~").equalTo(false)), ACCOUNT_UID.name(), aliases);
    return folded(
        keyed(accounts.where(begins("~")), idBehindSign()),
        unique(keyed(named, NAME.col())),
        7,
        "same_name");
  }

  private static Dataset<Row> keyed(Dataset<Row> accounts, Column key) {
    return accounts
        .select(ACCOUNT_UID.col(), PLATFORM.col(), key.as(KEY), FOLLOWERS.col())
        .where(col(KEY).isNotNull().and(col(KEY).notEqual("")));
  }

  /** Keys that one account of a platform holds alone, with that account. */
  private static Dataset<Row> unique(Dataset<Row> keyed) {
    return keyed
        .groupBy(PLATFORM.col(), col(KEY))
        .agg(
            min(ACCOUNT_UID.col()).as(TARGET),
            max(ACCOUNT_UID.col()).as("last_uid"),
            max(FOLLOWERS.col()).as(TARGET_FOLLOWERS))
        .where(col(TARGET).equalTo(col("last_uid")))
        .drop("last_uid");
  }

  private static Dataset<Row> folded(
      Dataset<Row> given, Dataset<Row> unique, int rule, String evidence) {
    return given
        .select(ACCOUNT_UID.col(), PLATFORM.col(), col(KEY))
        .join(unique, keys())
        .select(found(rule, evidence));
  }

  static String[] keys() {
    return new String[] {PLATFORM.name(), KEY};
  }

  static Column[] found(int rule, String evidence) {
    return new Column[] {
      ALIAS_UID.as(ACCOUNT_UID.col()), col(TARGET), lit(rule).as(RULE), EVIDENCE.as(lit(evidence))
    };
  }

  /** Of several rules that fold one key, the strictest. */
  private static Dataset<Row> best(Dataset<Row> found) {
    return found
        .groupBy(ALIAS_UID.col())
        .agg(min(struct(col(RULE), col(TARGET), EVIDENCE.col())).as("best"))
        .select(ALIAS_UID.col(), col("best.*"));
  }

  private static Column begins(String sign) {
    return ACCOUNT_ID.col().startsWith(sign);
  }

  private static Column isNative() {
    return ACCOUNT_ID.col().rlike("^[^@#~]");
  }

  private static Column idBehindSign() {
    return ACCOUNT_ID.col().substr(lit(2), length(ACCOUNT_ID.col()));
  }
}
