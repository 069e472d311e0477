package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Evidence that two accounts belong to one person. */
public final class AccountPair {
  public static final Field LEFT_UID = required("left_uid", StringType, "the smaller account key");
  public static final Field RIGHT_UID = required("right_uid", StringType, "the larger account key");
  public static final Field EVIDENCE =
      required("evidence", createArrayType(StringType), "each piece of evidence by name");
  public static final Field SUPPORT =
      required(
          "support",
          DoubleType,
          "share of the citing account's texts with links to that platform which cite this one");
  public static final Field LINKED =
      required("linked", BooleanType, "whether the evidence suffices");
  public static final Field PROBABILITY =
      required(
          "probability",
          DoubleType,
          "that both are one person's, by the model of the night; 1 and 0 for overrides");
  public static final Field PRIOR =
      optional("prior", DoubleType, "bits before anything is compared").in("bits");
  public static final Field WEIGHTS =
      required(
              "weights",
              createArrayType(
                  new StructType()
                      .add("comparison", StringType)
                      .add("level", StringType)
                      .add("weight", DoubleType)
                      .add("rarity", DoubleType)),
              "per comparison its level, what it weighs, and the part of that which is due to how"
                  + " rare this name is; prior and weights add up to the log odds of probability")
          .in("bits");

  public static final Table TABLE =
      Table.nightly(
              "identity.account_pair",
              "one row per declared pair, per candidate of probability 0.01 or more, and night",
              AS_OF,
              List.of(
                  AS_OF,
                  LEFT_UID,
                  RIGHT_UID,
                  EVIDENCE,
                  SUPPORT,
                  LINKED,
                  PROBABILITY,
                  PRIOR,
                  WEIGHTS),
              AS_OF,
              LEFT_UID,
              RIGHT_UID)
          .checked(
              new Check.InRange(PROBABILITY, 0, 1),
              new Check.Holds("a pair stands once", "left_uid < right_uid"));

  private AccountPair() {}
}
