package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.matching.AccountTrait.ABOUT;
import static dev.kolrank.table.matching.AccountTrait.CATEGORY;
import static dev.kolrank.table.matching.AccountTrait.FOLLOWERS;
import static dev.kolrank.table.matching.AccountTrait.HANDLES;
import static dev.kolrank.table.matching.AccountTrait.HOURS;
import static dev.kolrank.table.matching.AccountTrait.LANGUAGE;
import static dev.kolrank.table.matching.AccountTrait.NAMED;
import static dev.kolrank.table.matching.AccountTrait.NAMES;
import static dev.kolrank.table.matching.AccountTrait.OCCASIONS;
import static dev.kolrank.table.matching.AccountTrait.POSTED;
import static dev.kolrank.table.matching.AccountTrait.REGION;
import static dev.kolrank.table.matching.AccountTrait.SHINGLES;
import static dev.kolrank.table.matching.AccountTrait.TOPICS;
import static dev.kolrank.table.matching.AccountTrait.WORDS;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Spelling;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.TopicWord;
import dev.kolrank.table.matching.AccountLabel;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.NamedProfile;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import dev.kolrank.table.silver.Post;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * Brings what accounts say of themselves into the form in which it is compared.
 *
 * @param defaults names and handles that nobody chose, left out
 */
public record DescribeTraits(DefaultNames defaults) implements Step {
  private static final int MOST_NAMES = 4;
  private static final int LEAST_POSTS = 6;
  private static final int HOURS_OF_DAY = 24;
  private static final int REACH_OF_A_POST = 2;
  private static final String BIO = "bio_letters";
  private static final String POSTS = "posts";
  private static final String AT = "at_hour";
  private static final String DETECTED = "detected";
  private static final String WRITER = "writer_uid";

  private static final UserDefinedFunction HANDLE =
      udf((UDF1<String, String>) Spelling::handle, StringType).withName("spelled_handle");
  private static final UserDefinedFunction SPELLINGS =
      udf((UDF1<String, List<String>>) Spelling::names, createArrayType(StringType))
          .withName("spelled_names");
  private static final UserDefinedFunction SPELLED_WORDS =
      udf((UDF1<String, String>) Spelling::words, StringType).withName("spelled_words");

  /** With the default names that are known without an operator's word. */
  public DescribeTraits() {
    this(DefaultNames.shipped());
  }

  @Override
  public Table output() {
    return AccountTrait.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        Account.TABLE,
        AccountAlias.TABLE,
        AccountLabel.TABLE,
        AccountText.TABLE,
        NamedProfile.TABLE,
        Post.TABLE,
        TopicWord.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> aliases = in.get(AccountAlias.TABLE);
    Dataset<Row> described =
        AccountAlias.follow(
                defaults.withoutNames(in.get(Account.TABLE)), ACCOUNT_UID.name(), aliases)
            .join(written(in, aliases), new String[] {ACCOUNT_UID.name()}, "left");
    Dataset<Row> merged =
        described
            .groupBy(ACCOUNT_UID.col())
            .agg(
                few(collect_set(HANDLE.apply(defaults.chosen(handle())))).as(HANDLES.name()),
                few(array_distinct(flatten(collect_list(SPELLINGS.apply(Account.NAME.col())))))
                    .as(NAMES.name()),
                few(collect_set(SPELLED_WORDS.apply(Account.NAME.col()))).as(WORDS.name()),
                max(Bios.letters(Account.BIO.col())).as(BIO),
                max_by(TOPICS.col(), struct(size(TOPICS.col()), col(WRITER))).as(TOPICS.name()),
                max(lower(Account.CATEGORY.col())).as(CATEGORY.name()),
                max(coalesce(lower(Account.LANGUAGE.col()).substr(1, 2), col(DETECTED)))
                    .as(LANGUAGE.name()),
                max(lower(Account.REGION.col())).as(REGION.name()),
                twoDigits(max(Account.FOLLOWERS.col())).as(FOLLOWERS.name()));
    return merged
        .join(
            in.get(AccountLabel.TABLE).select(ACCOUNT_UID.col(), AccountLabel.ABOUT.col()),
            new String[] {ACCOUNT_UID.name()},
            "left")
        .join(named(in.get(NamedProfile.TABLE)), new String[] {ACCOUNT_UID.name()}, "left")
        .join(times(in.get(Post.TABLE), aliases), new String[] {ACCOUNT_UID.name()}, "left")
        .select(
            ACCOUNT_UID.col(),
            PLATFORM.as(Directions.platformOf(ACCOUNT_UID.col())),
            HANDLES.col(),
            NAMES.col(),
            WORDS.col(),
            SHINGLES.as(Bios.shingles(ACCOUNT_UID.col(), col(BIO))),
            TOPICS.col(),
            CATEGORY.col(),
            LANGUAGE.col(),
            REGION.col(),
            FOLLOWERS.col(),
            HOURS.col(),
            OCCASIONS.col(),
            POSTED.as(coalesce(POSTED.col(), lit(false))),
            ABOUT.col(),
            NAMED.as(coalesce(NAMED.col(), array().cast(NAMED.type()))));
  }

  /** The profiles that accounts call their own. */
  private static Dataset<Row> named(Dataset<Row> profiles) {
    Column tracked = NamedProfile.IS_TRACKED.col();
    Column spelled = coalesce(HANDLE.apply(Account.HANDLE.col()), Account.HANDLE.col());
    Column called = when(not(tracked).or(NamedProfile.IS_BY_NAME.col()), spelled);
    Column profile =
        struct(
            PLATFORM.col(),
            when(tracked, NamedProfile.TO_UID.col()).as(ACCOUNT_UID.name()),
            called.as("called"));
    return profiles
        .where(NamedProfile.IS_OWN.col())
        .groupBy(NamedProfile.FROM_UID.col().as(ACCOUNT_UID.name()))
        .agg(array_sort(collect_set(profile)).as(NAMED.name()));
  }

  /**
   * Language and topics of what each account writes, once for each key that it is crawled under.
   */
  private static Dataset<Row> written(Inputs in, Dataset<Row> aliases) {
    var topics = new Topics(in.spark(), in.get(TopicWord.TABLE));
    return AccountAlias.follow(
            in.get(AccountText.TABLE).withColumn(WRITER, ACCOUNT_UID.col()),
            ACCOUNT_UID.name(),
            aliases)
        .select(
            ACCOUNT_UID.col(),
            col(WRITER),
            AccountText.LANGUAGE.col().as(DETECTED),
            TOPICS.as(topics.of(AccountText.TOKENS.col())));
  }

  /** The handle, or what stands for one in the key of an account that is known by it alone. */
  private static Column handle() {
    Column id = Account.ACCOUNT_ID.col();
    return coalesce(Account.HANDLE.col(), when(id.startsWith("@"), id));
  }

  private static Column few(Column values) {
    return slice(array_sort(values), 1, MOST_NAMES);
  }

  /** A few followers more each night are no change that pairs would be compared again for. */
  private static Column twoDigits(Column count) {
    Column unit = pow(lit(10), length(count.cast(StringType)).minus(2));
    return when(count.geq(100), floor(count.divide(unit)).multiply(unit).cast(LongType))
        .otherwise(count);
  }

  /** When accounts post: by hour of the day, of those with enough to tell, and the occasions. */
  private static Dataset<Row> times(Dataset<Row> posts, Dataset<Row> aliases) {
    Dataset<Row> timed =
        posts
            .where(Post.PUBLISHED_AT.col().isNotNull())
            .groupBy(ACCOUNT_UID.col(), Occasions.hourOf(Post.PUBLISHED_AT.col()).as(AT))
            .agg(count(lit(1)).as(POSTS));
    Column all = sum(col(POSTS));
    List<Column> counts = new ArrayList<>();
    for (int h = 0; h < HOURS_OF_DAY; h++) {
      Column here = when(pmod(col(AT), lit(HOURS_OF_DAY)).equalTo(h), col(POSTS)).otherwise(0L);
      counts.add(round(sum(here).cast("double").divide(all), 2));
    }
    Column shares = when(all.geq(LEAST_POSTS), array(counts.toArray(Column[]::new)));
    return AccountAlias.follow(timed, ACCOUNT_UID.name(), aliases)
        .groupBy(ACCOUNT_UID.col())
        .agg(
            shares.as(HOURS.name()),
            Occasions.newest(col(AT)).as(OCCASIONS.name()),
            lit(true).as(POSTED.name()))
        .withColumn(HOURS.name(), smoothed(HOURS.col()))
        .withColumn(HOURS.name(), ofLengthOne(HOURS.col()));
  }

  /** A post at ten also speaks for nine and eleven: few posts would else seldom share an hour. */
  private static Column smoothed(Column shares) {
    return transform(
        shares,
        (share, hour) -> {
          Column sum = share;
          for (int apart = 1; apart <= REACH_OF_A_POST; apart++) {
            Column before = get(shares, pmod(hour.minus(apart), lit(HOURS_OF_DAY)));
            Column after = get(shares, pmod(hour.plus(apart), lit(HOURS_OF_DAY)));
            sum = sum.plus(before.plus(after).multiply(1 - apart / (REACH_OF_A_POST + 1.0)));
          }
          return sum;
        });
  }

  /** Done here once an account, so that a pair's cosine is a sum of products. */
  private static Column ofLengthOne(Column shares) {
    Column length =
        sqrt(aggregate(shares, lit(0.0), (sum, share) -> sum.plus(share.multiply(share))));
    return transform(shares, share -> share.divide(length));
  }
}
