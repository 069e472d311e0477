package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.silver.Account.ACCOUNT_ID;
import static dev.kolrank.table.silver.Account.BIO;
import static dev.kolrank.table.silver.Account.HANDLE;
import static dev.kolrank.table.silver.Account.NAME;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What an account calls itself, under all the keys that name it. */
final class Labels {
  /** Handles and names, one a line. */
  static final String NAMES = "names";

  private Labels() {}

  /** Per folded account its names and whether it says that it is a fan's. */
  static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> aliases) {
    return Aliases.follow(accounts, ACCOUNT_UID.name(), aliases)
        .select(ACCOUNT_UID.col(), names().as(NAMES), BIO.col())
        .groupBy(ACCOUNT_UID.col())
        .agg(
            array_join(sort_array(collect_set(col(NAMES))), "\n").as(NAMES),
            coalesce(max(FanWords.in(col(NAMES), BIO.col())), lit(false)).as(Directions.IS_FAN));
  }

  /** Handle and name of an account, and what of its key is one, one a line. */
  static Column names() {
    Column id = ACCOUNT_ID.col();
    Column key = when(id.rlike("^[@~]"), id.substr(lit(2), length(id)));
    return concat_ws("\n", key, HANDLE.col(), NAME.col());
  }
}
