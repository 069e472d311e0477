package dev.kolrank.ranking;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.gold.Kol;
import dev.kolrank.table.gold.KolRanking;
import dev.kolrank.table.gold.ScoreContribution;
import java.sql.Date;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Ranks KOLs in every list. A platform's list counts the points that its accounts there earn; the
 * other lists count all points.
 */
public record RankKols(String formula) implements Step {
  private static final String[] ENTRY = {
    KolRanking.LIST.name(), KolRanking.LIST_KEY.name(), KOL_ID.name()
  };

  @Override
  public Table output() {
    return KolRanking.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Kol.TABLE, ScoreContribution.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> contributions = in.get(ScoreContribution.TABLE);
    Dataset<Row> kols =
        in.get(Kol.TABLE)
            .select(
                KOL_ID.col(),
                Kol.NAME.col(),
                Kol.TIER.col(),
                Kol.NICHE.col(),
                Kol.LANGUAGE.col(),
                Kol.PLATFORMS.col(),
                Kol.STALENESS_DAYS.col(),
                Kol.DAYS_SINCE_POST.col());
    Dataset<Row> lists =
        whole(scores(contributions, KOL_ID.col()), kols)
            .unionByName(
                scores(contributions, KOL_ID.col(), onPlatform())
                    .withColumn(KolRanking.LIST.name(), lit("platform"))
                    .withColumnRenamed(PLATFORM.name(), KolRanking.LIST_KEY.name()));
    var list = Window.partitionBy(KolRanking.LIST.col(), KolRanking.LIST_KEY.col());
    var best = list.orderBy(KolRanking.SCORE.col().desc(), KOL_ID.col());
    Column size = count(lit(1)).over(list);
    Dataset<Row> before =
        in.previous(KolRanking.TABLE)
            .select(
                KolRanking.LIST.col(),
                KolRanking.LIST_KEY.col(),
                KOL_ID.col(),
                KolRanking.RANK.col().as(KolRanking.PREVIOUS_RANK.name()));
    return lists
        .withColumn(KolRanking.RANK.name(), row_number().over(best))
        .withColumn(KolRanking.PERCENTILE.name(), size.minus(KolRanking.RANK.col()).divide(size))
        .join(kols.drop(Kol.LANGUAGE.name()), KOL_ID.name())
        .join(before, ENTRY, "left")
        .withColumn(AS_OF.name(), lit(Date.valueOf(in.asOf())))
        .withColumn(KolRanking.FORMULA.name(), lit(formula));
  }

  private static Column onPlatform() {
    return substring_index(ACCOUNT_UID.col(), ":", 1).as(PLATFORM.name());
  }

  /** Points per group, added up in a fixed order. */
  private static Dataset<Row> scores(Dataset<Row> contributions, Column... by) {
    Column parts =
        array_sort(
            collect_list(
                struct(
                    ScoreContribution.DIMENSION.col(),
                    ACCOUNT_UID.col(),
                    ScoreContribution.CONTRIBUTION.col())));
    return contributions
        .groupBy(by)
        .agg(parts.as("parts"))
        .withColumn(KolRanking.SCORE.name(), Sums.of(col("parts"), p -> p.getField("contribution")))
        .drop("parts");
  }

  /** The lists in which a KOL counts with all its points. */
  private static Dataset<Row> whole(Dataset<Row> scores, Dataset<Row> kols) {
    Column lists =
        array(
            entry("overall", lit("all")),
            entry("niche", Kol.NICHE.col()),
            entry("tier", Kol.TIER.col()),
            entry("language", Kol.LANGUAGE.col()));
    return scores
        .join(kols, KOL_ID.name())
        .select(KOL_ID.col(), KolRanking.SCORE.col(), explode(lists).as("entry"))
        .where(col("entry").isNotNull())
        .select(
            KOL_ID.col(),
            KolRanking.SCORE.col(),
            col("entry.list").as(KolRanking.LIST.name()),
            col("entry.key").as(KolRanking.LIST_KEY.name()));
  }

  private static Column entry(String list, Column key) {
    return when(key.isNotNull(), struct(lit(list).as("list"), key.as("key")));
  }
}
