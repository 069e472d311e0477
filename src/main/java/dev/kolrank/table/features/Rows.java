package dev.kolrank.table.features;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.table.silver.ActivityDay;
import java.util.List;
import org.apache.spark.sql.Column;

/** Columns of the rows that features are aggregated from where these are no table's own. */
public final class Rows {
  public static final Field OTHER = required("other_uid", StringType, "the other account");
  public static final Field PARTNER =
      required("partner", BooleanType, "whether it names the account as partner of a post");
  public static final Field SAME_NICHE =
      optional("same_niche", BooleanType, "whether both have one first niche; null if unknown");
  public static final Field IS_SPIKE =
      required("is_spike", BooleanType, "whether followers jumped without a post");
  public static final Field SHARED_SHARE =
      required("shared_share", DoubleType, "shared commenters of those of the smaller side");
  public static final Field NICHE = required("niche", StringType, "a niche of the KOL");
  public static final Field WEIGHT = required("weight", DoubleType, "the niche's weight");
  public static final Field WON =
      required("won", DoubleType, "what the account wins of the niche's interactions");
  public static final Field AUDIENCES =
      required(
          "audiences", createArrayType(DoubleType), "effective audience by platform, in order");
  public static final Field NICHE_WEIGHTS =
      required("niche_weights", createArrayType(DoubleType), "weights of niches, in order");
  public static final Field PUBLIC_WEIGHT =
      optional("public_weight", DoubleType, "weight of public issues; null without a niche");
  public static final Field PLATFORMS_LIVE =
      required("__platforms_live", IntegerType, "platforms with a post in 28 days");
  public static final Field ECHO =
      optional("echo", DoubleType, "share of active weeks with two platforms; null if none");

  /** Sums of tiles over the longest window that comparisons with peers look at. */
  public static final List<Field> COMPARED =
      List.of(
          ActivityDay.LIKED_COMMENTS,
          ActivityDay.COMMENTED_LIKES,
          ActivityDay.VIEWED_LIKES,
          ActivityDay.LIKED_VIEWS);

  /** Days from a day, or from a span's last day, to the night. */
  public static final String AGO = "ago";

  /** The days on which an account published, in no order: {@link #AGO} and posts. */
  public static final String DAYS = "days";

  /** Of {@link #SPANS}: what features look at, in order. */
  public static final List<Field> OF_SPANS =
      List.of(
          ActivityDay.PROMOTED_POSTS,
          ActivityDay.VIEWS,
          ActivityDay.ENGAGEMENTS,
          ActivityDay.VIEW_RATES,
          ActivityDay.DISCLOSURES);

  /** Of {@link #OF_SPANS}: whose values are ordered for each window, once for all features. */
  public static final List<Field> ORDERED =
      List.of(ActivityDay.VIEWS, ActivityDay.ENGAGEMENTS, ActivityDay.VIEW_RATES);

  /**
   * An account's spans between the windows' edges, in no order: {@link #AGO}, {@link #OF_SPANS}.
   */
  public static final String SPANS = "spans";

  /** Windows for which a commenter's posts are counted. */
  public static final List<Integer> COMMENTER_WINDOWS = List.of(28, Features.LONGEST_WINDOW);

  private Rows() {}

  /** The column that holds the sum of one of {@link #COMPARED}. */
  public static Field sumOf(Field count) {
    return optional("__" + count.name(), LongType, count.meaning() + ", over the longest window");
  }

  /** Of a commenter: the posts of the account that they wrote under in the window. */
  public static Column postsOfCommenter(Scope in) {
    return col(commenterPosts(in.days()).name());
  }

  /** The column that holds it. */
  public static Field commenterPosts(int days) {
    return required("posts_of_author_" + days + "d", IntegerType, "posts written under");
  }

  /** The column that holds the window's values of a metric, ascending. */
  public static String ascending(Field metric, int days) {
    return metric.name() + "_ascending_" + days + "d";
  }

  static Column ascending(Field metric, Scope in) {
    return col(ascending(metric, in.days()));
  }

  /** The days of {@link #DAYS} that lie in the window. */
  public static Column daysOf(Scope in) {
    return filter(col(DAYS), d -> d.getField(AGO).lt(in.days()));
  }

  private static Column spansOf(Scope in) {
    return filter(col(SPANS), s -> s.getField(AGO).lt(in.days()));
  }

  /** The window's values of an array of the spans, in no order. */
  public static Column valuesOf(Field array, Scope in) {
    return flatten(transform(spansOf(in), s -> s.getField(array.name())));
  }

  /** The window's sum of a count of the spans. */
  static Column totalOf(Field count, Scope in) {
    return aggregate(spansOf(in), lit(0L), (sum, s) -> sum.plus(s.getField(count.name())));
  }
}
