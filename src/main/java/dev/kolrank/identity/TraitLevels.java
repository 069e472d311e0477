package dev.kolrank.identity;

import static dev.kolrank.identity.match.Comparison.OTHER;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import dev.kolrank.identity.match.Comparison;
import dev.kolrank.table.matching.AccountTrait;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;

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

  private TraitLevels() {}

  /** The level by comparison; null where a side has no value. */
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
    levels.put(Comparison.SIZE.name(), sizes());
    return levels;
  }

  /** Which of them only says that it is about somebody, or looks after somebody. */
  static Column about() {
    Column one = coalesce(AccountTrait.ABOUT.of("l"), lit(""));
    Column other = coalesce(AccountTrait.ABOUT.of("r"), lit(""));
    Column said = concat(lit("one_"), when(one.equalTo(""), other).otherwise(one));
    return when(one.notEqual(other), said).when(one.equalTo("fan"), "two_fans");
  }

  private static Column same(Column one, Column other) {
    return when(one.equalTo(other), "same").when(one.notEqual(other), OTHER);
  }

  private static Column bio() {
    Column one = AccountTrait.SHINGLES.of("l");
    Column other = AccountTrait.SHINGLES.of("r");
    Column shared =
        size(array_intersect(one, other)).cast("double").divide(least(size(one), size(other)));
    return when(shared.geq(SAME_BIO), "same")
        .when(shared.geq(CLOSE_BIO), "close")
        .when(shared.geq(SOME_BIO), "some")
        .when(shared.isNotNull(), OTHER);
  }

  /** Words of two languages cannot be compared. */
  private static Column topics() {
    Column one = AccountTrait.TOPICS.of("l");
    Column other = AccountTrait.TOPICS.of("r");
    Column spoken = AccountTrait.LANGUAGE.of("l").equalTo(AccountTrait.LANGUAGE.of("r"));
    Column shared =
        when(
            spoken,
            size(array_intersect(one, other)).cast("double").divide(least(size(one), size(other))));
    return when(shared.geq(ALIKE_TOPICS), "alike")
        .when(shared.geq(NEAR_TOPICS), "near")
        .when(shared.geq(SOME_TOPICS), "some")
        .when(shared.isNotNull(), OTHER);
  }

  private static Column hours() {
    Column cosine = dot(AccountTrait.HOURS.of("l"), AccountTrait.HOURS.of("r"));
    return when(cosine.geq(ALIKE_HOURS), "alike")
        .when(cosine.geq(NEAR_HOURS), "near")
        .when(cosine.isNotNull(), OTHER);
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
