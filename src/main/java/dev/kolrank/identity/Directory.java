package dev.kolrank.identity;

import static dev.kolrank.identity.Citations.IS_ID;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.silver.Account.ACCOUNT_ID;
import static dev.kolrank.table.silver.Account.HANDLE;
import static dev.kolrank.table.silver.Account.NAME;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.table.identity.AccountAlias;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Finds the tracked account that a cited profile means. */
final class Directory {

  /** Whether the account was found by its display name alone. */
  static final String BY_NAME = "by_name";

  /** Platforms where people are called by display name. */
  private static final Object[] NAMED = {
    "weibo", "bilibili", "xiaohongshu", "douyin", "kuaishou", "zhihu", "jianshu"
  };

  private static final String ENTRY = "entry";
  private static final String KIND = "kind";
  private static final String KEY = "key";
  private static final String NAME_KIND = "name";
  private static final int HASH_LENGTH = 16;

  private Directory() {}

  /**
   * The cited profiles that are tracked, with their account: by native id or its hash, else by
   * handle, by an id that serves as handle, or by display name; keys that several accounts share
   * lead nowhere. With {@link #BY_NAME}, since others may bear a name that were never crawled.
   *
   * @param cited platform, handle, is_id
   * @param accounts silver.account
   */
  static Dataset<Row> find(Dataset<Row> cited, Dataset<Row> accounts, Dataset<Row> aliases) {
    Column handle = HANDLE.col();
    Column hash = concat(lit("#"), sha2(handle.cast("binary"), 256).substr(1, HASH_LENGTH));
    Column meant =
        when(IS_ID.col(), array(entry("id", handle), entry("id", hash)))
            .otherwise(
                array(
                    entry("handle", handle), entry("lower_id", handle), entry(NAME_KIND, handle)));
    String[] keys = {PLATFORM.name(), KIND, KEY};
    return cited
        .distinct()
        .withColumn(ENTRY, explode(meant))
        .select(PLATFORM.col(), handle, IS_ID.col(), col(ENTRY + ".*"))
        .join(entries(accounts, aliases), keys)
        .groupBy(PLATFORM.col(), handle, IS_ID.col())
        .agg(min(struct(col(KIND), ACCOUNT_UID.col())).as(ENTRY))
        .select(
            PLATFORM.col(),
            handle,
            IS_ID.col(),
            col(ENTRY).getField(ACCOUNT_UID.name()).as(ACCOUNT_UID.name()),
            col(ENTRY).getField(KIND).equalTo(NAME_KIND).as(BY_NAME));
  }

  private static Dataset<Row> entries(Dataset<Row> accounts, Dataset<Row> aliases) {
    Column id = ACCOUNT_ID.col();
    Column behindSign = lower(id.substr(lit(2), length(id)));
    Column handle =
        coalesce(
            when(id.startsWith("@"), behindSign), lower(regexp_replace(HANDLE.col(), "^@", "")));
    Column name =
        when(
            PLATFORM.col().isin(NAMED),
            coalesce(when(id.startsWith("~"), behindSign), lower(NAME.col())));
    Dataset<Row> entries =
        AccountAlias.follow(accounts, ACCOUNT_UID.name(), aliases)
            .select(
                PLATFORM.col(),
                ACCOUNT_UID.col(),
                explode(
                        array(
                            entry("id", id),
                            entry("handle", handle),
                            entry("lower_id", lower(id)),
                            entry(NAME_KIND, name)))
                    .as(ENTRY))
            .select(PLATFORM.col(), ACCOUNT_UID.col(), col(ENTRY + ".*"))
            .where(col(KEY).isNotNull());
    return entries
        .groupBy(PLATFORM.col(), col(KIND), col(KEY))
        .agg(min(ACCOUNT_UID.col()).as(ACCOUNT_UID.name()), max(ACCOUNT_UID.col()).as("last_uid"))
        .where(ACCOUNT_UID.col().equalTo(col("last_uid")))
        .drop("last_uid");
  }

  /** A key of a kind; the kinds' alphabetical order is the order in which they count. */
  private static Column entry(String kind, Column key) {
    return struct(lit(kind).as(KIND), key.as(KEY));
  }
}
