package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.POST_UID;
import static dev.kolrank.table.features.AccountFeature.COVERAGE;
import static dev.kolrank.table.features.AccountFeature.STALENESS_DAYS;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.LoyaltyFeatures;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.Post;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Computes every registered feature of every account. */
public record ComputeAccountFeatures() implements Step {
  private static final int LONGEST_WINDOW = 90;
  private static final String[] KEY = {ACCOUNT_UID.name()};

  @Override
  public Table output() {
    return AccountFeature.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        Account.TABLE,
        AccountDay.TABLE,
        ActivityDay.TABLE,
        Comment.TABLE,
        Post.TABLE,
        AccountAlias.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> accounts = folded(in, in.get(Account.TABLE));
    Dataset<Row> features =
        aggregated(in, accounts, Source.ACCOUNT)
            .join(
                accounts
                    .groupBy(ACCOUNT_UID.col())
                    .agg(
                        max(PLATFORM.col()).as(PLATFORM.name()),
                        max(to_date(LAST_SEEN.col())).as("last_day")),
                ACCOUNT_UID.name());
    features =
        joined(
            features,
            aggregated(in, recent(in, AccountDay.TABLE, AccountDay.DAY), Source.ACCOUNT_DAY));
    features =
        joined(
            features,
            aggregated(in, recent(in, ActivityDay.TABLE, ActivityDay.DAY), Source.ACTIVITY_DAY));
    features = joined(features, aggregated(in, comments(in), Source.COMMENT));
    for (Variant variant : Features.from(Source.FEATURES)) {
      features = features.withColumn(variant.name(), variant.value());
    }
    return features
        .withColumn(AS_OF.name(), night(in))
        .withColumn(STALENESS_DAYS.name(), datediff(AS_OF.col(), col("last_day")))
        .withColumn(COVERAGE.name(), coverage());
  }

  private static Column night(Inputs in) {
    return lit(Date.valueOf(in.asOf()));
  }

  private static Dataset<Row> joined(Dataset<Row> left, Dataset<Row> right) {
    return left.join(right, KEY, "left");
  }

  private static Dataset<Row> aggregated(Inputs in, Dataset<Row> rows, Source source) {
    List<Column> values = Features.from(source).stream().map(Variant::value).toList();
    return rows.withColumn(AS_OF.name(), night(in))
        .groupBy(ACCOUNT_UID.col())
        .agg(values.get(0), values.subList(1, values.size()).toArray(Column[]::new));
  }

  /** The rows of the longest window, of aliases under their account. */
  private static Dataset<Row> recent(Inputs in, Table table, Field day) {
    Column oldest = date_sub(night(in), LONGEST_WINDOW);
    return folded(in, in.get(table).where(day.col().gt(oldest).and(day.col().leq(night(in)))));
  }

  private static Dataset<Row> folded(Inputs in, Dataset<Row> rows) {
    Dataset<Row> aliases =
        in.get(AccountAlias.TABLE)
            .select(
                AccountAlias.ALIAS_UID.col().as(ACCOUNT_UID.name()),
                ACCOUNT_UID.col().as("folded_into"));
    return rows.join(aliases, KEY, "left")
        .withColumn(ACCOUNT_UID.name(), coalesce(col("folded_into"), ACCOUNT_UID.col()))
        .drop("folded_into");
  }

  /** Comments of the longest window with the account they were made to. */
  private static Dataset<Row> comments(Inputs in) {
    Column day = to_date(Comment.PUBLISHED_AT.col());
    Column oldest = date_sub(night(in), LONGEST_WINDOW);
    Dataset<Row> owners = folded(in, in.get(Post.TABLE).select(POST_UID.col(), ACCOUNT_UID.col()));
    Dataset<Row> comments =
        in.get(Comment.TABLE)
            .where(Comment.AUTHOR_HASH.col().isNotNull())
            .withColumn("day", day)
            .where(col("day").gt(oldest).and(col("day").leq(night(in))))
            .select(POST_UID.col(), Comment.AUTHOR_HASH.col(), col("day"))
            .join(owners, POST_UID.name());
    Dataset<Row> authors =
        comments
            .groupBy(ACCOUNT_UID.col(), Comment.AUTHOR_HASH.col())
            .agg(countDistinct(POST_UID.col()).as(LoyaltyFeatures.POSTS_OF_AUTHOR));
    return comments.join(
        authors, new String[] {ACCOUNT_UID.name(), Comment.AUTHOR_HASH.name()}, "inner");
  }

  /** The share of feature columns that have a value. */
  static Column coverage() {
    List<Field> fields = Features.fields();
    return fields.stream()
        .map(f -> when(f.col().isNotNull(), lit(1)).otherwise(lit(0)))
        .reduce(Column::plus)
        .orElseThrow()
        .divide(fields.size());
  }
}
