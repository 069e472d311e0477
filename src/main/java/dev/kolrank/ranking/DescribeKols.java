package dev.kolrank.ranking;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountAudience;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.gold.Kol;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.models.Tier;
import dev.kolrank.table.ranking.AccountQuantile;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import java.sql.Date;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Describes every KOL: its name is that of the account with the largest audience. */
public record DescribeKols() implements Step {
  private static final String[] KOL = {KOL_ID.name()};

  @Override
  public Table output() {
    return Kol.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        KolAccount.TABLE,
        KolFeature.TABLE,
        KolNiche.TABLE,
        Tier.TABLE,
        AccountAudience.TABLE,
        AccountQuantile.TABLE,
        Account.TABLE,
        AccountText.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Column followers = AccountFeature.feature("followers").col();
    Column sincePost = AccountFeature.feature("days_since_post").col();
    return profiles(in)
        .join(
            in.get(KolFeature.TABLE)
                .select(
                    KOL_ID.col(),
                    followers.as(Kol.FOLLOWERS.name()),
                    Kol.STALENESS_DAYS.as(KolFeature.STALENESS_DAYS.col()),
                    Kol.DAYS_SINCE_POST.as(sincePost)),
            KOL,
            "left")
        .join(niches(in), KOL, "left")
        .join(coverage(in), KOL, "left")
        .crossJoin(tiers(in))
        .withColumn(AS_OF.name(), lit(Date.valueOf(in.asOf())))
        .withColumn(
            Kol.NICHES.name(),
            coalesce(
                Kol.NICHES.col(),
                map_from_entries(array().cast("array<struct<key:string,value:double>>"))))
        .withColumn(Kol.COVERAGE.name(), coalesce(Kol.COVERAGE.col(), lit(0.0)))
        .withColumn(Kol.TIER.name(), tier())
        .withColumn(Kol.FOLLOWER_TIER.name(), followerTier());
  }

  /** Names and places, from the accounts; an alias counts among the accounts but not twice. */
  private static Dataset<Row> profiles(Inputs in) {
    Dataset<Row> audiences = in.get(AccountAudience.TABLE).drop(KOL_ID.name(), PLATFORM.name());
    Dataset<Row> languages =
        in.get(AccountText.TABLE).select(ACCOUNT_UID.col(), AccountText.LANGUAGE.col());
    String[] key = {ACCOUNT_UID.name()};
    Column audience = coalesce(AccountAudience.EFFECTIVE_AUDIENCE.col(), lit(0.0));
    Column largest = struct(audience.as("audience"), ACCOUNT_UID.col());
    Column named = when(Account.NAME.col().isNotNull(), largest);
    Column spoken = when(AccountText.LANGUAGE.col().isNotNull(), largest);
    Column located = when(Account.REGION.col().isNotNull(), largest);
    Column parts = array_sort(collect_list(struct(ACCOUNT_UID.col(), audience.as("audience"))));
    return KolAccount.current(in.history(KolAccount.TABLE))
        .select(ACCOUNT_UID.col(), KOL_ID.col())
        .join(in.get(Account.TABLE).drop(AccountText.LANGUAGE.name()), key, "inner")
        .join(languages, key, "left")
        .join(audiences, key, "left")
        .groupBy(KOL_ID.col())
        .agg(
            max_by(Account.NAME.col(), named).as(Kol.NAME.name()),
            array_sort(collect_set(ACCOUNT_UID.col())).as(Kol.ACCOUNTS.name()),
            array_sort(collect_set(PLATFORM.col())).as(Kol.PLATFORMS.name()),
            max_by(PLATFORM.col(), largest).as(Kol.MAIN_PLATFORM.name()),
            max_by(AccountText.LANGUAGE.col(), spoken).as(Kol.LANGUAGE.name()),
            max_by(Account.REGION.col(), located).as(Kol.REGION.name()),
            parts.as("parts"))
        .withColumn(
            Kol.EFFECTIVE_AUDIENCE.name(), Sums.of(col("parts"), p -> p.getField("audience")))
        .drop("parts");
  }

  private static Dataset<Row> niches(Inputs in) {
    Column weights =
        map_from_entries(
            array_sort(collect_list(struct(KolNiche.NICHE.col(), KolNiche.WEIGHT.col()))));
    return in.get(KolNiche.TABLE)
        .groupBy(KOL_ID.col())
        .agg(KolNiche.first().as(Kol.NICHE.name()), weights.as(Kol.NICHES.name()));
  }

  private static Dataset<Row> coverage(Inputs in) {
    Column observed =
        array_sort(
            collect_list(
                struct(
                    ACCOUNT_UID.col(),
                    AccountQuantile.DIMENSION.col(),
                    AccountQuantile.OBSERVED.col())));
    return in.get(AccountQuantile.TABLE)
        .groupBy(KOL_ID.col())
        .agg(observed.as("observed"))
        .select(
            KOL_ID.col(),
            Sums.of(col("observed"), o -> o.getField("observed"))
                .divide(size(col("observed")))
                .as(Kol.COVERAGE.name()));
  }

  private static Dataset<Row> tiers(Inputs in) {
    Column thresholds =
        array_sort(
            collect_list(
                struct(
                    Tier.FROM_AUDIENCE.col().as("least"), place().as("place"), Tier.TIER.col())));
    return in.get(Tier.TABLE).agg(thresholds.as("tiers"));
  }

  private static Column place() {
    Column place = lit(0);
    for (int i = 0; i < Tier.NAMES.size(); i++) {
      place = when(Tier.TIER.col().equalTo(Tier.NAMES.get(i)), i).otherwise(place);
    }
    return place;
  }

  /** The highest tier whose threshold the audience reaches. */
  private static Column tier() {
    Column reached =
        filter(col("tiers"), t -> t.getField("least").leq(Kol.EFFECTIVE_AUDIENCE.col()));
    return array_max(
            transform(
                reached,
                t -> struct(t.getField("place").as("place"), t.getField("tier").as("tier"))))
        .getField("tier");
  }

  /** The usual tiers by followers, as agencies use them. */
  private static Column followerTier() {
    Column followers = Kol.FOLLOWERS.col();
    return when(followers.lt(10_000), "nano")
        .when(followers.lt(100_000), "micro")
        .when(followers.lt(500_000), "mid")
        .when(followers.lt(1_000_000), "macro")
        .when(followers.geq(1_000_000), "mega");
  }
}
