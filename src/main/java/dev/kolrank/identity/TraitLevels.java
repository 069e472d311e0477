package dev.kolrank.identity;

import static dev.kolrank.identity.match.Comparison.OTHER;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import dev.kolrank.core.Field;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.table.matching.AccountTrait;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Levels of all comparisons but those of names and links, of two accounts {@code l} and {@code r}.
 */
final class TraitLevels {
  private static final double SAME_BIO = 0.9;
  private static final double CLOSE_BIO = 0.5;
  private static final double SOME_BIO = 0.2;
  private static final double ALIKE_TOPICS = 0.5;
  private static final double NEAR_TOPICS = 0.25;
  private static final double SOME_TOPICS = 0.1;
  private static final double ALIKE_HOURS = 0.9;
  private static final double NEAR_HOURS = 0.7;

  /** In powers of ten. */
  private static final double ALIKE_SIZE = 0.7;

  private static final double NEAR_SIZE = 2;

  /** The level of {@link #elsewhere} where the other account is known. */
  static final String TRACKED = "tracked";

  /** Where it is not: it may be an old name of this one. */
  static final String UNTRACKED = "untracked";

  private static final String BIO = "bio_shared";
  private static final String TOPICS = "topics_shared";
  private static final String HOURS = "hours_cosine";
  private static final String OCCASIONS = "occasions_level";

  private TraitLevels() {}

  /** The pairs with what their levels are read off: worked out once, it is looked at many times. */
  static Dataset<Row> measured(Dataset<Row> pairs) {
    return pairs
        .withColumn(BIO, shared(AccountTrait.SHINGLES))
        .withColumn(TOPICS, when(spoken(), shared(AccountTrait.TOPICS)))
        .withColumn(HOURS, dot(AccountTrait.HOURS.of("l"), AccountTrait.HOURS.of("r")))
        .withColumn(OCCASIONS, Occasions.level());
  }

  /** The level by comparison of {@link #measured} pairs; null where a side has no value. */
  static Map<String, Column> all() {
    var levels = new LinkedHashMap<String, Column>();
    levels.put(Comparison.BIO.name(), bio());
    levels.put(Comparison.TOPICS.name(), topics());
    levels.put(
        Comparison.CATEGORY.name(),
        same(AccountTrait.CATEGORY.of("l"), AccountTrait.CATEGORY.of("r")));
    levels.put(
        Comparison.LANGUAGE.name(),
        same(AccountTrait.LANGUAGE.of("l"), AccountTrait.LANGUAGE.of("r")));
    levels.put(
        Comparison.REGION.name(), same(AccountTrait.REGION.of("l"), AccountTrait.REGION.of("r")));
    levels.put(Comparison.HOURS.name(), hours());
    levels.put(Comparison.OCCASIONS.name(), col(OCCASIONS));
    levels.put(Comparison.SIZE.name(), sizes());
    return levels;
  }

  /**
   * Which of them only says that it is about somebody, or looks after somebody; of two such, what
   * weighs more, whichever of them says it.
   */
  static Column about() {
    Column one = coalesce(AccountTrait.ABOUT.of("l"), lit(""));
    Column other = coalesce(AccountTrait.ABOUT.of("r"), lit(""));
    Column both = one.equalTo(other);
    return when(both.and(one.equalTo(LabelAccounts.FAN)), "two_fans")
        .when(both, lit(null))
        .when(one.equalTo(LabelAccounts.FAN).or(other.equalTo(LabelAccounts.FAN)), "one_fan")
        .when(one.equalTo(LabelAccounts.FIRM).or(other.equalTo(LabelAccounts.FIRM)), "one_firm")
        .otherwise("one_sub");
  }

  /** Whether one of them calls another account, or profile, of the other's platform its own. */
  static Column elsewhere() {
    return when(tracked("l", "r").or(tracked("r", "l")), TRACKED)
        .when(untracked("l", "r").or(untracked("r", "l")), UNTRACKED);
  }

  /** Another account; one found by its name alone, if that is not the name of this one, too. */
  private static Column tracked(String from, String to) {
    return exists(
        AccountTrait.NAMED.of(from),
        profile ->
            onPlatformOf(to, profile)
                .and(profile.getField(ACCOUNT_UID.name()).notEqual(ACCOUNT_UID.of(to)))
                .and(not(isCalled(to, profile))));
  }

  /** A profile that nobody tracks; without a handle there is no telling that it is not this one. */
  private static Column untracked(String from, String to) {
    return size(AccountTrait.HANDLES.of(to))
        .gt(0)
        .and(
            exists(
                AccountTrait.NAMED.of(from),
                profile ->
                    onPlatformOf(to, profile)
                        .and(profile.getField(ACCOUNT_UID.name()).isNull())
                        .and(not(isCalled(to, profile)))));
  }

  private static Column onPlatformOf(String side, Column profile) {
    return profile.getField(PLATFORM.name()).equalTo(PLATFORM.of(side));
  }

  private static Column isCalled(String side, Column profile) {
    Column names = array_union(AccountTrait.HANDLES.of(side), AccountTrait.NAMES.of(side));
    return coalesce(array_contains(names, profile.getField("called")), lit(false));
  }

  private static Column same(Column one, Column other) {
    return when(one.equalTo(other), "same").when(one.notEqual(other), OTHER);
  }

  /** What the shorter of two lists has in common with the other. */
  private static Column shared(Field list) {
    Column one = list.of("l");
    Column other = list.of("r");
    return size(array_intersect(one, other)).cast("double").divide(least(size(one), size(other)));
  }

  private static Column bio() {
    return when(col(BIO).geq(SAME_BIO), "same")
        .when(col(BIO).geq(CLOSE_BIO), "close")
        .when(col(BIO).geq(SOME_BIO), "some")
        .when(col(BIO).isNotNull(), OTHER);
  }

  /** Words of two languages cannot be compared. */
  private static Column spoken() {
    return AccountTrait.LANGUAGE.of("l").equalTo(AccountTrait.LANGUAGE.of("r"));
  }

  private static Column topics() {
    return when(col(TOPICS).geq(ALIKE_TOPICS), "alike")
        .when(col(TOPICS).geq(NEAR_TOPICS), "near")
        .when(col(TOPICS).geq(SOME_TOPICS), "some")
        .when(col(TOPICS).isNotNull(), OTHER);
  }

  private static Column hours() {
    return when(col(HOURS).geq(ALIKE_HOURS), "alike")
        .when(col(HOURS).geq(NEAR_HOURS), "near")
        .when(col(HOURS).isNotNull(), OTHER);
  }

  private static Column dot(Column one, Column other) {
    return aggregate(zip_with(one, other, Column::multiply), lit(0.0), Column::plus);
  }

  private static Column sizes() {
    Column apart =
        abs(
            log10(AccountTrait.FOLLOWERS.of("l").plus(1))
                .minus(log10(AccountTrait.FOLLOWERS.of("r").plus(1))));
    return when(apart.leq(ALIKE_SIZE), "alike")
        .when(apart.leq(NEAR_SIZE), "near")
        .when(apart.isNotNull(), OTHER);
  }
}
