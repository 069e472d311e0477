package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** How well the accounts of a KOL hold together, for review: the weakest are wrong most often. */
public final class Cluster {
  public static final Field ACCOUNTS =
      required("accounts", LongType, "its accounts, folded keys not counted").in("accounts");
  public static final Field LINKS =
      required("links", LongType, "pairs of its accounts that the evidence links").in("pairs");
  public static final Field DENSITY =
      required("density", DoubleType, "links of all pairs of its accounts").in("share");
  public static final Field WEAKEST_LEFT =
      required(
          "weakest_left_uid",
          StringType,
          "the smaller account of the weakest link: the most probable one between the two parts"
              + " that the KOL would fall into most easily");
  public static final Field WEAKEST_RIGHT =
      required("weakest_right_uid", StringType, "the larger account of the weakest link");
  public static final Field WEAKEST_PROBABILITY =
      required("weakest_probability", DoubleType, "the probability of the weakest link");

  public static final Table TABLE =
      Table.nightly(
              "identity.cluster",
              "one row per KOL with several accounts and night",
              AS_OF,
              List.of(
                  AS_OF,
                  KOL_ID,
                  ACCOUNTS,
                  LINKS,
                  DENSITY,
                  WEAKEST_LEFT,
                  WEAKEST_RIGHT,
                  WEAKEST_PROBABILITY),
              AS_OF,
              KOL_ID)
          .checked(
              new Check.InRange(DENSITY, 0, 1),
              new Check.InRange(WEAKEST_PROBABILITY, 0, 1),
              new Check.Holds("links hold the accounts together", "links >= accounts - 1"));

  private Cluster() {}
}
