package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Which KOL an account belongs to, from which night on. */
public final class KolAccount {
  public static final Field VALID_FROM =
      required("valid_from", DateType, "the first night with this assignment");
  public static final Field PROBABILITY =
      required("probability", DoubleType, "certainty that the account belongs to the KOL");
  public static final Field LINKED_BY =
      required(
          "linked_by",
          createArrayType(StringType),
          "the evidence; single for an account that stands alone");

  public static final Table TABLE =
      Table.nightly(
          "identity.kol_account",
          "one row per account and change of its KOL",
          VALID_FROM,
          List.of(ACCOUNT_UID, VALID_FROM, KOL_ID, PROBABILITY, LINKED_BY),
          ACCOUNT_UID,
          VALID_FROM);

  private KolAccount() {}
}
