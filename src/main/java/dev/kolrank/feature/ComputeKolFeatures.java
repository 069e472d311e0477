package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountAudience;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.ActivityDay;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Combines the features of a KOL's accounts, each as its declaration says. Means are weighted by
 * people reached, in one unit for all platforms ({@link EstimateAudiences}).
 */
public record ComputeKolFeatures() implements Step {
  /** The accounts of a KOL, ordered by key, so that sums come out the same every time. */
  private static final String ACCOUNTS = "__accounts";

  private static final String AUDIENCE = "__audience";

  @Override
  public Table output() {
    return KolFeature.COMPUTED;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        AccountFeature.TABLE,
        AccountAudience.TABLE,
        KolAccount.TABLE,
        KolNiche.TABLE,
        ActivityDay.TABLE,
        AccountAlias.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> kols =
        KolAccount.current(in.history(KolAccount.TABLE)).select(ACCOUNT_UID.col(), KOL_ID.col());
    Column audience = coalesce(AccountAudience.EFFECTIVE_AUDIENCE.col(), lit(0.0));
    var columns =
        new ArrayList<Column>(List.of(ACCOUNT_UID.col(), PLATFORM.col(), audience.as(AUDIENCE)));
    Features.accountFields().forEach(f -> columns.add(f.col()));
    columns.add(AccountFeature.STALENESS_DAYS.col());
    Dataset<Row> audiences =
        in.get(AccountAudience.TABLE)
            .select(ACCOUNT_UID.col(), AccountAudience.EFFECTIVE_AUDIENCE.col());
    Dataset<Row> grouped =
        in.get(AccountFeature.TABLE)
            .join(kols, ACCOUNT_UID.name())
            .join(audiences, new String[] {ACCOUNT_UID.name()}, "left")
            .groupBy(KOL_ID.col())
            .agg(array_sort(collect_list(struct(columns.toArray(Column[]::new)))).as(ACCOUNTS));
    Dataset<Row> spread = new KolSpread(in, kols).rows();
    Dataset<Row> all =
        grouped
            .join(spread, new String[] {KOL_ID.name()}, "left")
            .withColumn(Rows.AUDIENCES.name(), byPlatform())
            .withColumn(Rows.PLATFORMS_LIVE.name(), platformsLive());
    var out = new ArrayList<Column>();
    out.add(lit(Date.valueOf(in.asOf())).as(AS_OF.name()));
    out.add(KOL_ID.col());
    out.add(size(col(ACCOUNTS)).as(KolFeature.ACCOUNTS.name()));
    out.add(KolFeature.STALENESS_DAYS.as(staleness()));
    Features.ofAccounts().forEach(v -> out.add(combined(v).as(v.name())));
    Features.from(Source.KOL).forEach(v -> out.add(v.value()));
    return all.select(out.toArray(Column[]::new))
        .withColumn(
            KolFeature.COVERAGE.name(), ComputeAccountFeatures.coverage(Features.kolFields()));
  }

  /** The effective audience of each platform, in the order of their names. */
  private static Column byPlatform() {
    Column platforms =
        array_sort(array_distinct(transform(col(ACCOUNTS), a -> a.getField(PLATFORM.name()))));
    return transform(
        platforms,
        p ->
            sum(
                filter(col(ACCOUNTS), a -> a.getField(PLATFORM.name()).equalTo(p)),
                a -> a.getField(AUDIENCE)));
  }

  private static Column staleness() {
    return array_min(
        transform(col(ACCOUNTS), a -> a.getField(AccountFeature.STALENESS_DAYS.name())));
  }

  /** What an account counts for in a mean: its effective audience, at least one. */
  private static Column weight(Column account) {
    return greatest(account.getField(AUDIENCE), lit(1.0));
  }

  private static Column platformsLive() {
    Column live = filter(col(ACCOUNTS), a -> coalesce(a.getField("posts_28d"), lit(0)).gt(0));
    return size(array_distinct(transform(live, a -> a.getField(PLATFORM.name()))));
  }

  private static Column combined(Variant variant) {
    String name = variant.name();
    Column known = filter(col(ACCOUNTS), a -> a.getField(name).isNotNull());
    Column any = exists(col(ACCOUNTS), a -> a.getField(name).isNotNull());
    Column value =
        switch (variant.feature().combine()) {
          case SUM -> sum(known, a -> a.getField(name).cast("double"));
          case MAX -> array_max(transform(known, a -> a.getField(name)));
          case MIN -> array_min(transform(known, a -> a.getField(name)));
          case WEIGHTED_MEAN ->
              sum(known, a -> a.getField(name).multiply(weight(a)))
                  .divide(sum(known, ComputeKolFeatures::weight));
        };
    return when(any, value);
  }

  private static Column sum(Column array, Function<Column, Column> of) {
    return aggregate(array, lit(0.0), (total, a) -> total.plus(of.apply(a)));
  }
}
