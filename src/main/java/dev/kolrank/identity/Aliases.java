package dev.kolrank.identity;

import dev.kolrank.table.identity.AccountAlias;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Reads {@link AccountAlias}. */
final class Aliases {
  private Aliases() {}

  /** The rows with every folded key in {@code column} replaced by the account it names. */
  static Dataset<Row> follow(Dataset<Row> rows, String column, Dataset<Row> aliases) {
    return AccountAlias.follow(rows, column, aliases);
  }
}
