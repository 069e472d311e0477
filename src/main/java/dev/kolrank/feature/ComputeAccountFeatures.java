package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.features.AccountFeature.COVERAGE;
import static dev.kolrank.table.features.AccountFeature.STALENESS_DAYS;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.AccountGraph;
import dev.kolrank.table.features.AccountPromotion;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.features.Statistics;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.LastPosts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Computes every registered feature of every account: one aggregate scan per source, over tiles of
 * days; then what is made of other features, and of the account's place among its peers.
 *
 * @param disclosureRules by which posts were judged: of other rules nothing is known
 * @param failedSources source folders that the storage did not give in this run: the momentum of
 *     accounts that they saw last is null, and their staleness counts up to the last good drop
 */
public record ComputeAccountFeatures(Set<String> disclosureRules, Set<String> failedSources)
    implements Step {
  private static final String[] KEY = {ACCOUNT_UID.name()};
  private static final String INTERACTIONS = "__interactions";
  private static final Set<Table> MEASURED =
      Set.of(
          Account.TABLE,
          AccountDay.TABLE,
          ActivityDay.TABLE,
          LastPosts.TABLE,
          CommentDay.TABLE,
          EdgeDay.TABLE,
          AccountGraph.TABLE,
          AccountAlias.TABLE,
          KolAccount.TABLE,
          KolNiche.TABLE,
          AccountPromotion.TABLE);

  public ComputeAccountFeatures {
    disclosureRules = new TreeSet<>(disclosureRules);
    failedSources = new TreeSet<>(failedSources);
  }

  /** In a run in which no source failed. */
  public ComputeAccountFeatures(Set<String> disclosureRules) {
    this(disclosureRules, Set.of());
  }

  /** With posts judged by the rules that come with kolrank. */
  public ComputeAccountFeatures() {
    this(Features.disclosureRules());
  }

  @Override
  public Table output() {
    return AccountFeature.COMPUTED;
  }

  @Override
  public Set<Table> inputs() {
    var inputs = new HashSet<>(new FailedSources(failedSources).inputs());
    inputs.addAll(MEASURED);
    return inputs;
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var sources = new SourceRows(in);
    Dataset<Row> accounts = sources.accounts();
    Dataset<Row> features =
        joined(
            aggregated(in, accounts, Source.ACCOUNT, PLATFORM.as(max(PLATFORM.col())), lastDay()),
            sources.kols(),
            activity(in, sources),
            aggregated(in, sources.accountDays(), Source.ACCOUNT_DAY),
            aggregated(in, sources.lastPosts(), Source.LAST_POSTS),
            aggregated(in, sources.commentSpans(), Source.COMMENT_DAY),
            aggregated(in, sources.commenters(), Source.COMMENTER),
            aggregated(in, sources.mentions(), Source.MENTION),
            aggregated(in, in.get(AccountGraph.TABLE), Source.GRAPH),
            aggregated(in, sources.spikes(), Source.SPIKE),
            aggregated(in, sources.pods(), Source.POD),
            aggregated(in, sources.promotions(), Source.PROMOTION));
    // read several times from here on, by niches and by peers
    features = features.transform(Materialized::of);
    Dataset<Row> won = sources.niches(features, INTERACTIONS);
    features = features.join(aggregated(in, won, Source.NICHE), KEY, "left");
    Dataset<Row> placed = Peers.placed(withColumns(features, Features.from(Source.FEATURES)));
    Column staleness = datediff(FailedSources.lastDrop(), col("last_day"));
    return new FailedSources(failedSources)
        .without(placed, in, sources)
        .select(
            col("*"),
            AS_OF.as(SourceRows.night(in)),
            STALENESS_DAYS.as(greatest(staleness, lit(0))),
            COVERAGE.as(coverage(Features.accountFields())));
  }

  /** The rows with further columns, which may be made of each other, in one projection. */
  static Dataset<Row> withColumns(Dataset<Row> rows, List<Variant> variants) {
    var columns = new ArrayList<Column>(List.of(col("*")));
    variants.forEach(v -> columns.add(v.value()));
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Column lastDay() {
    return max(to_date(LAST_SEEN.col())).as("last_day");
  }

  /**
   * The accounts with the columns of every part. Each part is one column until all are there:
   * hundreds of columns would be copied one by one at every join.
   */
  @SafeVarargs
  private static Dataset<Row> joined(Dataset<Row> accounts, Dataset<Row>... parts) {
    Dataset<Row> rows = accounts;
    var columns = new ArrayList<Column>();
    Arrays.stream(accounts.columns()).forEach(name -> columns.add(col(name)));
    for (int i = 0; i < parts.length; i++) {
      String packed = "__part_" + i;
      Column[] own =
          Arrays.stream(parts[i].columns())
              .filter(name -> !name.equals(ACCOUNT_UID.name()))
              .map(name -> col(name))
              .toArray(Column[]::new);
      Dataset<Row> part = parts[i].select(ACCOUNT_UID.col(), struct(own).as(packed));
      rows = rows.join(part, KEY, "left");
      columns.add(col(packed + ".*"));
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  /** What is made of tiles of posts: sums over windows, and what looks at every post and day. */
  private Dataset<Row> activity(Inputs in, SourceRows sources) {
    var further = new ArrayList<Column>(List.of(sources.history()));
    further.add(sum(ActivityDay.ENGAGEMENTS_TOTAL.col()).as(INTERACTIONS));
    Rows.COMPARED.forEach(f -> further.add(Rows.sumOf(f).as(sum(f.col()))));
    Dataset<Row> summed =
        aggregated(
            in, sources.activitySpans(), Source.ACTIVITY_DAY, further.toArray(Column[]::new));
    var columns =
        new ArrayList<Column>(
            Arrays.stream(summed.drop(Rows.SPANS, Rows.DAYS).columns())
                .map(name -> col(name))
                .toList());
    Set<String> unknown = Features.unknownUnder(disclosureRules);
    for (Variant variant : Features.from(Source.HISTORY)) {
      Column nothing = lit(null).cast(variant.feature().type()).as(variant.name());
      columns.add(unknown.contains(variant.name()) ? nothing : variant.value());
    }
    String engagements = Rows.ascending(ActivityDay.ENGAGEMENTS, Features.LONGEST_WINDOW);
    columns.add(col(engagements).as(Statistics.ENGAGEMENTS));
    return SourceRows.ordered(summed).select(columns.toArray(Column[]::new));
  }

  private static Dataset<Row> aggregated(
      Inputs in, Dataset<Row> rows, Source source, Column... further) {
    List<Column> values =
        new ArrayList<>(Features.from(source).stream().map(Variant::value).toList());
    values.addAll(List.of(further));
    return rows.withColumn(AS_OF.name(), SourceRows.night(in))
        .groupBy(ACCOUNT_UID.col())
        .agg(values.get(0), values.subList(1, values.size()).toArray(Column[]::new));
  }

  /** The share of feature columns that have a value. */
  static Column coverage(List<Field> fields) {
    Column[] known = fields.stream().map(f -> f.col().isNotNull()).toArray(Column[]::new);
    return size(array_remove(array(known), false)).divide(fields.size());
  }
}
