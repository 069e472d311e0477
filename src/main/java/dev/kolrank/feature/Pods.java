package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.kolrank.table.features.Rows;
import dev.kolrank.table.silver.EdgeDay;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds creators whose commenters are the same people. People who comment on very many accounts
 * tell nothing and would make pairs without end: they are left out.
 */
final class Pods {
  static final String SHARED = "shared";
  static final String PEOPLE = "people";

  private static final int LEAST_PEOPLE = 10;
  private static final int MOST_ACCOUNTS = 30;

  private Pods() {}

  /**
   * One row per account and account of another KOL, both with ten commenters or more, that share
   * any.
   *
   * @param comments edges of comments, under account_uid
   * @param some picks the rows of the accounts that are asked for
   */
  static Dataset<Row> among(
      Dataset<Row> comments, Dataset<Row> kols, UnaryOperator<Dataset<Row>> some) {
    Dataset<Row> reactions = comments.select(ACCOUNT_UID.col(), EdgeDay.FROM_UID.col()).distinct();
    Dataset<Row> sizes =
        reactions
            .groupBy(ACCOUNT_UID.col())
            .agg(count(lit(1)).as(PEOPLE))
            .where(col(PEOPLE).geq(LEAST_PEOPLE));
    Dataset<Row> choosy =
        reactions
            .groupBy(EdgeDay.FROM_UID.col())
            .agg(count(lit(1)).as("accounts"))
            .where(col("accounts").between(2, MOST_ACCOUNTS))
            .select(EdgeDay.FROM_UID.col());
    Dataset<Row> owned =
        reactions
            .join(choosy, EdgeDay.FROM_UID.name())
            .join(sizes, ACCOUNT_UID.name())
            .join(kols, new String[] {ACCOUNT_UID.name()}, "left");
    Dataset<Row> others =
        owned.select(
            EdgeDay.FROM_UID.col(),
            ACCOUNT_UID.col().as(Rows.OTHER.name()),
            KOL_ID.col().as("other_kol"),
            col(PEOPLE).as("other_people"));
    Column own = coalesce(KOL_ID.col(), ACCOUNT_UID.col());
    Column other = coalesce(col("other_kol"), Rows.OTHER.col());
    return some.apply(owned)
        .join(others, EdgeDay.FROM_UID.name())
        .where(not(own.equalTo(other)))
        .groupBy(ACCOUNT_UID.col(), Rows.OTHER.col(), col(PEOPLE), col("other_people"))
        .agg(count(lit(1)).as(SHARED))
        .withColumn(
            Rows.SHARED_SHARE.name(), col(SHARED).divide(least(col(PEOPLE), col("other_people"))));
  }
}
