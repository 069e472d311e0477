package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.table.features.Rows;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.EdgeDay;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the tracked account that a handle in a post means: the only one of the platform that bears
 * it as handle, else the only one with this display name, as Chinese platforms address people.
 *
 * @param accounts silver.account, aliases folded
 * @param kols account, KOL and first niche
 */
record Mentions(Dataset<Row> accounts, Dataset<Row> kols) {

  /** The edges between accounts of different people, with whether their first niche is one. */
  Dataset<Row> of(Dataset<Row> edges) {
    Dataset<Row> people = kols.select(ACCOUNT_UID.col(), KOL_ID.col(), SourceRows.NICHE.col());
    Dataset<Row> others =
        people.select(
            ACCOUNT_UID.col().as(Rows.OTHER.name()),
            KOL_ID.col().as("other_kol"),
            SourceRows.NICHE.col().as("other_niche"));
    Column own = coalesce(KOL_ID.col(), ACCOUNT_UID.col());
    Column other = coalesce(col("other_kol"), Rows.OTHER.col());
    return edges
        .select(
            ACCOUNT_UID.col().as(Rows.OTHER.name()),
            EdgeDay.TO_UID.col().as("key"),
            EdgeDay.DAY.col(),
            Rows.PARTNER.as(EdgeDay.KIND.col().equalTo(EdgeDay.COLLABORATION)))
        .join(directory(), "key")
        .join(people, new String[] {ACCOUNT_UID.name()}, "left")
        .join(others, new String[] {Rows.OTHER.name()}, "left")
        .where(not(own.equalTo(other)))
        .select(
            ACCOUNT_UID.col(),
            Rows.OTHER.col(),
            EdgeDay.DAY.col(),
            Rows.PARTNER.col(),
            Rows.SAME_NICHE.as(SourceRows.NICHE.col().equalTo(col("other_niche"))));
  }

  /** Each key with the one account that it means. */
  private Dataset<Row> directory() {
    Column name = lower(regexp_replace(Account.NAME.col(), "\\s+", ""));
    Dataset<Row> entries =
        accounts
            .select(
                ACCOUNT_UID.col(),
                PLATFORM.col(),
                explode(
                        array(
                            struct(lit(1).as("place"), lower(Account.HANDLE.col()).as("word")),
                            struct(lit(2).as("place"), name.as("word"))))
                    .as("e"))
            .where(col("e.word").isNotNull())
            .select(
                ACCOUNT_UID.col(),
                col("e.place"),
                concat(PLATFORM.col(), lit(":@"), col("e.word")).as("key"));
    Dataset<Row> best = entries.groupBy(col("key")).agg(min(col("place")).as("place"));
    return entries
        .join(best, new String[] {"key", "place"}, "inner")
        .groupBy(col("key"))
        .agg(
            count_distinct(ACCOUNT_UID.col()).as("bearers"),
            min(ACCOUNT_UID.col()).as(ACCOUNT_UID.name()))
        .where(col("bearers").equalTo(1))
        .drop("bearers");
  }
}
