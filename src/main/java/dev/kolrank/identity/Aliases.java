package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import dev.kolrank.table.identity.AccountAlias;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads {@link AccountAlias}. */
final class Aliases {
  private static final String FOLDED = "folded_uid";
  private static final String FOLLOWED = "followed_uid";

  private Aliases() {}

  /** The rows with every folded key in {@code column} replaced by the account it names. */
  static Dataset<Row> follow(Dataset<Row> rows, String column, Dataset<Row> aliases) {
    Dataset<Row> folded =
        aliases.select(AccountAlias.ALIAS_UID.col().as(FOLDED), ACCOUNT_UID.col().as(FOLLOWED));
    return rows.join(folded, col(column).equalTo(col(FOLDED)), "left")
        .withColumn(column, coalesce(col(FOLLOWED), col(column)))
        .drop(FOLDED, FOLLOWED);
  }
}
