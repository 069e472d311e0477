package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.KolChange.CAUSE;
import static dev.kolrank.table.identity.KolChange.FROM_KOL_ID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Why accounts moved from one KOL to another: what links them there, what held them no more. */
final class Causes {
  /** Before evidence of last night's link that is none any more. */
  static final String LOST = "lost ";

  /** The link is still there, but more speaks against it. */
  static final String OUTWEIGHED = "outweighed";

  private static final String OTHER = "other_uid";
  private static final String OTHER_FROM = "other_from";
  private static final String OTHER_TO = "other_to";
  private static final String STILL = "still_linked";
  private static final String TONIGHT = "evidence_tonight";

  private Causes() {}

  /**
   * One row per moved account and cause.
   *
   * @param moved account, KOL and the KOL it had
   * @param before every account with its KOL last night
   * @param after the same tonight
   * @param lastPairs the pairs of last night
   * @param pairs those of tonight
   */
  static Dataset<Row> of(
      Dataset<Row> moved,
      Dataset<Row> before,
      Dataset<Row> after,
      Dataset<Row> lastPairs,
      Dataset<Row> pairs) {
    Dataset<Row> left = moved.where(FROM_KOL_ID.col().isNotNull());
    Dataset<Row> from = before.select(ACCOUNT_UID.col().as(OTHER), KOL_ID.col().as(OTHER_FROM));
    Dataset<Row> to = after.select(ACCOUNT_UID.col().as(OTHER), KOL_ID.col().as(OTHER_TO));
    Dataset<Row> tonight = bothWays(pairs);
    Dataset<Row> gained =
        placed(left.join(tonight.where(LINKED.col()), ACCOUNT_UID.name()), from, to)
            .where(col(OTHER_TO).equalTo(KOL_ID.col()))
            .where(not(col(OTHER_FROM).eqNullSafe(FROM_KOL_ID.col())))
            .select(ACCOUNT_UID.col(), explode(EVIDENCE.col()).as(CAUSE.name()));
    Dataset<Row> still =
        tonight.select(
            ACCOUNT_UID.col(), col(OTHER), LINKED.col().as(STILL), EVIDENCE.col().as(TONIGHT));
    Dataset<Row> lost =
        placed(left.join(bothWays(lastPairs.where(LINKED.col())), ACCOUNT_UID.name()), from, to)
            .where(col(OTHER_FROM).equalTo(FROM_KOL_ID.col()))
            .where(not(col(OTHER_TO).eqNullSafe(KOL_ID.col())))
            .join(still, new String[] {ACCOUNT_UID.name(), OTHER}, "left")
            .select(ACCOUNT_UID.col(), explode(lost()).as(CAUSE.name()));
    return gained.unionByName(lost).distinct();
  }

  private static Column lost() {
    return when(
            coalesce(array_contains(col(TONIGHT), Findings.CANNOT_LINK), lit(false)),
            array(lit(Findings.CANNOT_LINK)))
        .when(coalesce(col(STILL), lit(false)), array(lit(OUTWEIGHED)))
        .otherwise(transform(EVIDENCE.col(), e -> concat(lit(LOST), e)));
  }

  private static Dataset<Row> placed(Dataset<Row> rows, Dataset<Row> from, Dataset<Row> to) {
    return rows.join(from, new String[] {OTHER}, "left").join(to, new String[] {OTHER}, "left");
  }

  private static Dataset<Row> bothWays(Dataset<Row> pairs) {
    return pairs
        .select(
            LEFT_UID.col().as(ACCOUNT_UID.name()),
            RIGHT_UID.col().as(OTHER),
            LINKED.col(),
            EVIDENCE.col())
        .union(pairs.select(RIGHT_UID.col(), LEFT_UID.col(), LINKED.col(), EVIDENCE.col()));
  }
}
