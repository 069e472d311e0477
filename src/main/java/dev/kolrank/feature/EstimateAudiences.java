package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountAudience;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.identity.KolAccount;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Estimates how many people a post of each account reaches: its typical views where they are known,
 * else its interactions times the views per interaction of its platform's accounts (or of all
 * platforms, where this one never gives views), else its followers times the usual rate.
 *
 * @param viewsPerEngagement used where no account anywhere shows both
 * @param engagementsPerFollower likewise
 */
public record EstimateAudiences(double viewsPerEngagement, double engagementsPerFollower)
    implements Step {

  public EstimateAudiences {
    if (viewsPerEngagement <= 0 || engagementsPerFollower <= 0) {
      throw new IllegalArgumentException("the rates under audience must be above 0");
    }
  }

  @Override
  public Table output() {
    return AccountAudience.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountFeature.TABLE, KolAccount.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Column views = AccountFeature.feature("effective_views").col();
    Column engagements = AccountFeature.feature("effective_engagements").col();
    Column followers = AccountFeature.feature("followers").col();
    Dataset<Row> accounts = in.get(AccountFeature.TABLE);
    Dataset<Row> rates =
        accounts
            .groupBy(PLATFORM.col())
            .agg(
                median(views.divide(positive(engagements))).as("views_rate"),
                median(engagements.divide(positive(followers))).as("engagement_rate"));
    Dataset<Row> anywhere =
        rates.agg(
            median(col("views_rate")).as("any_views_rate"),
            median(col("engagement_rate")).as("any_engagement_rate"));
    Column viewsRate = coalesce(col("views_rate"), col("any_views_rate"), lit(viewsPerEngagement));
    Column engagementRate =
        coalesce(col("engagement_rate"), col("any_engagement_rate"), lit(engagementsPerFollower));
    Column estimate =
        coalesce(
            engagements.multiply(viewsRate),
            followers.multiply(engagementRate).multiply(viewsRate),
            lit(0.0));
    Dataset<Row> kols =
        KolAccount.current(in.history(KolAccount.TABLE)).select(ACCOUNT_UID.col(), KOL_ID.col());
    return accounts
        .join(rates, PLATFORM.name())
        .crossJoin(anywhere)
        .join(kols, ACCOUNT_UID.name())
        .select(
            ACCOUNT_UID.col(),
            KOL_ID.col(),
            PLATFORM.col(),
            coalesce(views, estimate).as(AccountAudience.EFFECTIVE_AUDIENCE.name()),
            views.isNull().as(AccountAudience.ESTIMATED.name()));
  }

  private static Column positive(Column value) {
    return when(value.gt(0), value);
  }

  private static Column median(Column value) {
    return percentile(value, lit(0.5));
  }
}
