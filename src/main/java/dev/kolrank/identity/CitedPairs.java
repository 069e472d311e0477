package dev.kolrank.identity;

import static dev.kolrank.identity.Citations.FROM;
import static dev.kolrank.identity.Directions.ALIKE;
import static dev.kolrank.identity.Directions.IN_BIO;
import static dev.kolrank.identity.Directions.IS_FAN;
import static dev.kolrank.identity.Directions.IS_FIRM;
import static dev.kolrank.identity.Directions.IS_TOP;
import static dev.kolrank.identity.Directions.IS_UNKNOWN_ID;
import static dev.kolrank.identity.Directions.POSTS;
import static dev.kolrank.identity.Directions.SAME_PLATFORM;
import static dev.kolrank.identity.Directions.SHARE;
import static dev.kolrank.identity.Directions.TO;
import static dev.kolrank.identity.Directions.platformOf;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.silver.Account.HANDLE;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.matching.NamedProfile;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Judges citations: those that go both ways, and one-way claims that nobody contests. Of several
 * accounts of a platform that claim one target, only the one that is named like it may have it:
 * labels, collaborators and clip channels name the target just as often.
 */
final class CitedPairs {
  private static final String MUTUAL = "is_mutual";
  private static final String CLAIMS = "is_claim";
  private static final String CLAIMANTS = "claimants";
  private static final String WON = "is_won";

  private CitedPairs() {}

  /** The directions, judged, in the columns of {@link NamedProfile}. */
  static Dataset<Row> of(Dataset<Row> directions) {
    Dataset<Row> judged = contested(mutual(directions));
    Column linked = col(MUTUAL).or(col(WON));
    Column fan = col(IS_FAN).and(not(col(MUTUAL)));
    Column contested = col(CLAIMS).and(col(CLAIMANTS).gt(1));
    Column evidence =
        array_compact(
            array(
                when(col(MUTUAL), "mutual"),
                when(col(IN_BIO), "bio"),
                when(col(POSTS).gt(0), "description"),
                when(fan, "fan"),
                when(contested, "contested")));
    Column support = when(col(IN_BIO), 1.0).otherwise(col(SHARE));
    return judged.select(
        FROM.col(),
        col(TO),
        PLATFORM.col(),
        HANDLE.col(),
        NamedProfile.IS_TRACKED.col(),
        NamedProfile.IS_BY_NAME.col(),
        NamedProfile.IS_OWN.as(own().and(linked)),
        AccountPair.EVIDENCE.as(evidence),
        AccountPair.SUPPORT.as(support),
        AccountPair.LINKED.as(linked));
  }

  /** Whether the account means the profile to be its own; captions also name partners' again. */
  private static Column own() {
    Column inBio = col(IN_BIO).and(not(col(IS_UNKNOWN_ID)));
    return claim().and(NamedProfile.IS_TRACKED.col().or(inBio));
  }

  private static Column claim() {
    return col(IS_FIRM).and(col(IS_TOP)).and(not(col(SAME_PLATFORM))).and(not(col(IS_FAN)));
  }

  /** Both cite each other, each in its bio or before all others of that platform. */
  private static Dataset<Row> mutual(Dataset<Row> directions) {
    // two channels of one platform that show each other's videos are not yet one person
    Column meant = when(col(SAME_PLATFORM), col(IS_FIRM)).otherwise(col(IN_BIO).or(col(IS_TOP)));
    Dataset<Row> back =
        directions
            .where(meant)
            .select(FROM.col().as(TO), col(TO).as(FROM.name()), lit(true).as("is_returned"));
    return directions
        .join(back, new String[] {FROM.name(), TO}, "left")
        .withColumn(MUTUAL, meant.and(coalesce(col("is_returned"), lit(false))))
        .drop("is_returned");
  }

  private static Dataset<Row> contested(Dataset<Row> directions) {
    Column oneWay = claim();
    Column standing = struct(col(MUTUAL), col(ALIKE), col(IN_BIO), col(SHARE));
    // rows that claim nothing stand alone: a famous account's partition would hold a million
    Column[] group = {
      col(TO), platformOf(FROM.col()), col(CLAIMS), when(not(col(CLAIMS)), FROM.col())
    };
    Column uncontested = col(CLAIMANTS).equalTo(1);
    Column named =
        col(ALIKE).gt(Folding.NONE).and(col("place").equalTo(1)).and(col("level").equalTo(1));
    Dataset<Row> placed =
        directions
            .withColumn(CLAIMS, col(MUTUAL).or(oneWay))
            .withColumn("standing", standing)
            .withColumn(CLAIMANTS, count(lit(1)).over(Window.partitionBy(group)))
            .withColumn(
                "place", rank().over(Window.partitionBy(group).orderBy(col("standing").desc())))
            .withColumn(
                "level",
                count(lit(1))
                    .over(
                        Window.partitionBy(
                            col(TO),
                            platformOf(FROM.col()),
                            col(CLAIMS),
                            group[3],
                            col("standing"))));
    return placed.withColumn(WON, col(CLAIMS).and(oneWay).and(uncontested.or(named)));
  }
}
