package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which KOL an account belongs to, from which night on. */
public final class KolAccount {
  public static final Field VALID_FROM =
      required("valid_from", DateType, "the first night with this assignment");
  public static final Field PROBABILITY =
      required(
          "probability", DoubleType, "certainty that the account belongs to the KOL, within 0.01");
  public static final Field LINKED_BY =
      required(
          "linked_by",
          createArrayType(StringType),
          "the evidence; single for an account that stands alone");

  public static final Table TABLE =
      Table.nightly(
          "identity.kol_account",
          "one row per account and change of its KOL, its evidence or its probability",
          VALID_FROM,
          List.of(ACCOUNT_UID, VALID_FROM, KOL_ID, PROBABILITY, LINKED_BY),
          ACCOUNT_UID,
          VALID_FROM);

  private KolAccount() {}

  /** The assignment of every account as the rows leave it: per account the latest. */
  public static Dataset<Row> current(Dataset<Row> kolAccount) {
    Column row = struct(VALID_FROM.col(), KOL_ID.col(), PROBABILITY.col(), LINKED_BY.col());
    return kolAccount
        .groupBy(ACCOUNT_UID.col())
        .agg(max(row).as("latest"))
        .select(ACCOUNT_UID.col(), col("latest.*"));
  }
}
