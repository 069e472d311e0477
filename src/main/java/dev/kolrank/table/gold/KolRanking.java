package dev.kolrank.table.gold;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** The rankings: every list, every night. */
public final class KolRanking {
  public static final Field LIST =
      required("list", StringType, "what is ranked: overall, platform, niche, tier or language");
  public static final Field LIST_KEY =
      required("list_key", StringType, "which one, as in youtube or beauty; all for overall");
  public static final Field RANK =
      required("rank", LongType, "1 is best; ties are broken by KOL id");
  public static final Field NAME =
      optional("name", StringType, "the KOL's name; null if none is known");
  public static final Field SCORE = required("score", DoubleType, "influence score, 0 to 100");
  public static final Field PERCENTILE =
      required("percentile", DoubleType, "share of the list that ranks below");
  public static final Field PREVIOUS_RANK =
      optional("previous_rank", LongType, "rank on the previous night; null if new to the list");
  public static final Field TIER = required("tier", StringType, "by effective audience");
  public static final Field NICHE =
      optional("niche", StringType, "the KOL's main niche; null without any text");
  public static final Field PLATFORMS =
      required("platforms", createArrayType(StringType), "its platforms, sorted");
  public static final Field FORMULA =
      required("formula", StringType, "version of the score's formula and weights");

  public static final Table TABLE =
      Table.nightly(
              "gold.kol_ranking",
              "one row per list, KOL and night",
              AS_OF,
              List.of(
                  AS_OF,
                  LIST,
                  LIST_KEY,
                  RANK,
                  KOL_ID,
                  NAME,
                  SCORE,
                  PERCENTILE,
                  PREVIOUS_RANK,
                  TIER,
                  NICHE,
                  PLATFORMS,
                  Kol.STALENESS_DAYS,
                  Kol.DAYS_SINCE_POST,
                  FORMULA),
              AS_OF,
              LIST,
              LIST_KEY,
              KOL_ID)
          .checked(
              new Check.InRange(SCORE, 0, 100),
              new Check.InRange(PERCENTILE, 0, 1),
              new Check.Holds("ranks start at 1", "rank >= 1"));

  private KolRanking() {}
}
