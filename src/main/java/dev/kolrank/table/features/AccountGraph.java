package dev.kolrank.table.features;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Where each account stands in the graph of who turned to whom in the last 90 days. */
public final class AccountGraph {
  public static final Field NICHE =
      optional("niche", StringType, "the first niche of its KOL; null if that has none");
  public static final Field RANK =
      required("rank", DoubleType, "PageRank: 1 is the average account of the graph");
  public static final Field NICHE_RANK =
      optional(
          "niche_rank",
          DoubleType,
          "PageRank personalised to its own niche: 1 is an equal part among the niche's accounts;"
              + " null if its KOL has no niche");
  public static final Field NICHE_RANKS =
      required(
          "niche_ranks",
          createMapType(StringType, DoubleType),
          "by niche, the rank personalised to it where that is 0.01 or more");
  public static final Field REACH =
      optional(
              "second_degree_reach",
              LongType,
              "accounts of other people that turn to it directly or through one between; null if"
                  + " none does")
          .in("accounts");
  public static final Field ROUNDS =
      required("rounds", IntegerType, "rounds until the ranks settled; the same in every row");

  public static final Table TABLE =
      Table.nightly(
              "features.account_graph",
              "one row per account that turned to an account of another KOL in the last 90 days or"
                  + " was turned to, and night",
              AS_OF,
              List.of(AS_OF, ACCOUNT_UID, NICHE, RANK, NICHE_RANK, NICHE_RANKS, REACH, ROUNDS),
              AS_OF,
              ACCOUNT_UID)
          .checked(
              new Check.Holds(
                  "ranks are not negative", "rank >= 0 and coalesce(niche_rank, 0) >= 0"),
              new Check.Watched("the ranks settled before the last round", "rounds < 100"));

  private AccountGraph() {}
}
