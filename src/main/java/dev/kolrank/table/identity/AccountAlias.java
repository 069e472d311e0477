package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Account keys of one platform that name the same account, as sources know it by id, handle, hash
 * or name.
 */
public final class AccountAlias {
  public static final Field ALIAS_UID =
      required("alias_uid", StringType, "the key that is folded away");
  public static final Field EVIDENCE =
      required("evidence", StringType, "why: same handle, same hash, or the same rare name");

  public static final Table TABLE =
      Table.nightly(
          "identity.account_alias",
          "one row per folded account key and night",
          AS_OF,
          List.of(AS_OF, ALIAS_UID, ACCOUNT_UID, EVIDENCE),
          AS_OF,
          ALIAS_UID);

  private AccountAlias() {}

  /** The rows with every folded key in {@code column} replaced by the account it names. */
  public static Dataset<Row> follow(Dataset<Row> rows, String column, Dataset<Row> aliases) {
    Dataset<Row> folded =
        aliases.select(ALIAS_UID.col().as("folded_uid"), ACCOUNT_UID.col().as("followed_uid"));
    return rows.join(folded, col(column).equalTo(col("folded_uid")), "left")
        .withColumn(column, coalesce(col("followed_uid"), col(column)))
        .drop("folded_uid", "followed_uid");
  }
}
