package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.FlagEvidence;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.Post;
import java.util.Arrays;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Names the accounts whose signals of authenticity are beyond their limits, with what shows it: the
 * day, the posts, the other account, the numbers. Texts and people stay out of it.
 */
public record FindFlags() implements Step {

  @Override
  public Table output() {
    return FlagEvidence.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        AccountFeature.TABLE,
        Account.TABLE,
        AccountDay.TABLE,
        ActivityDay.TABLE,
        CommentDay.TABLE,
        EdgeDay.TABLE,
        Comment.TABLE,
        Post.TABLE,
        AccountAlias.TABLE,
        KolAccount.TABLE,
        KolNiche.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    var sources = new SourceRows(in);
    Column isAny = Arrays.stream(Signal.values()).map(Signal::isBeyond).reduce(Column::or).get();
    // few accounts are; whatever shows why is looked for among their rows alone
    Dataset<Row> suspects = Tonight.held(in.get(AccountFeature.TABLE).where(isAny));
    var evidence = new FlagPosts(in, sources);
    return beyond(suspects, evidence)
        .unionByName(spikes(suspects, sources))
        .unionByName(evidence.pods(suspects))
        .unionByName(evidence.texts(suspects))
        .withColumn(AS_OF.name(), SourceRows.night(in));
  }

  /** Flags of a whole window: one number against its limit, with the posts that weigh most. */
  private static Dataset<Row> beyond(Dataset<Row> suspects, FlagPosts evidence) {
    Column[] flags =
        Arrays.stream(Signal.values())
            .filter(s -> !s.behind.isEmpty())
            .map(Signal::ofWindow)
            .toArray(Column[]::new);
    Dataset<Row> flagged =
        suspects
            .select(ACCOUNT_UID.col(), explode(array(flags)).as("f"))
            .select(ACCOUNT_UID.col(), col("f.*"))
            .where(abs(FlagEvidence.MEASURED.col()).gt(FlagEvidence.LIMIT.col()));
    return flagged
        .join(evidence.strongest(flagged), new String[] {ACCOUNT_UID.name()}, "left")
        .withColumn(
            FlagEvidence.POSTS.name(),
            coalesce(FlagEvidence.POSTS.col(), array().cast("array<string>")));
  }

  private static Dataset<Row> spikes(Dataset<Row> suspects, SourceRows sources) {
    return sources
        .spikes(of(suspects.where(Signal.SPIKES.isBeyond())))
        .where(Rows.IS_SPIKE.col())
        .select(
            ACCOUNT_UID.col(),
            FlagEvidence.FLAG.as(lit(FlagEvidence.GROWTH_SPIKE)),
            FlagEvidence.ITEM.as(AccountDay.DAY.col().cast("string")),
            FlagEvidence.DAY.as(AccountDay.DAY.col()),
            FlagEvidence.MEASURED.as(col(GrowthSpikes.GAIN)),
            FlagEvidence.LIMIT.as(col(GrowthSpikes.LIMIT)),
            FlagEvidence.NUMBERS.as(
                map(
                    lit("followers_before"),
                    col(GrowthSpikes.BEFORE).cast("double"),
                    lit("followers"),
                    AccountDay.FOLLOWERS.col().cast("double"))),
            FlagEvidence.POSTS.as(array().cast("array<string>")));
  }

  /** Picks the rows of the accounts that have a row here. */
  static UnaryOperator<Dataset<Row>> of(Dataset<Row> flagged) {
    Dataset<Row> accounts = flagged.select(ACCOUNT_UID.col());
    return rows -> rows.join(accounts, new String[] {ACCOUNT_UID.name()}, "left_semi");
  }

  /** What an account is flagged for: a feature beyond its limit. */
  enum Signal {
    // of a normal distribution one in two thousand lies so far out on either side
    ENGAGEMENT(
        FlagEvidence.ENGAGEMENT_BAND, "engagement_band", 3.5, "engagement_rate_by_followers"),
    COMMENT_LIKE(FlagEvidence.COMMENT_LIKE_BAND, "comment_like_band", 3.5, "comments_per_like_90d"),
    LIKE_VIEW(FlagEvidence.LIKE_VIEW_BAND, "like_view_band", 3.5, "likes_per_view_90d"),
    // a day has 24 hours; audiences of one country keep to a third of them
    HOUR(FlagEvidence.HOUR_BURST, "comment_hour_burst_90d", 0.5, "engaged_people_90d"),
    // Nigrini's limit of nonconformity is 0.015 for thousands of numbers; here are dozens
    BENFORD(FlagEvidence.BENFORD, "benford_distance_90d", 0.08, "posts_90d"),
    SPIKES(FlagEvidence.GROWTH_SPIKE, "follower_spikes_90d", 0, ""),
    POD(FlagEvidence.POD, "pod_overlap_90d", 0.5, ""),
    DUPLICATES(FlagEvidence.DUPLICATE_COMMENTS, "duplicate_comments_share_90d", 0.3, ""),
    TEMPLATES(FlagEvidence.TEMPLATED_COMMENTS, "templated_comments_share_90d", 0.3, "");

    final String flag;
    final String feature;
    final double limit;

    /** The feature behind it that evidence shows too; empty where rows of their own are shown. */
    private final String behind;

    Signal(String flag, String feature, double limit, String behind) {
      this.flag = flag;
      this.feature = feature;
      this.limit = limit;
      this.behind = behind;
    }

    Column isBeyond() {
      return abs(col(feature)).gt(limit);
    }

    private Column ofWindow() {
      return struct(
          FlagEvidence.FLAG.as(lit(flag)),
          FlagEvidence.ITEM.as(lit("all")),
          FlagEvidence.DAY.as(lit(null).cast("date")),
          FlagEvidence.MEASURED.as(col(feature)),
          FlagEvidence.LIMIT.as(lit(limit)),
          FlagEvidence.NUMBERS.as(
              map(
                  lit(feature),
                  col(feature),
                  lit(behind),
                  col(behind).cast("double"),
                  lit("followers"),
                  col("followers").cast("double"))));
    }
  }
}
