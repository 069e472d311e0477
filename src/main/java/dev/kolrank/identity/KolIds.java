package dev.kolrank.identity;

import static dev.kolrank.identity.Clusters.CLUSTER;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negative;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Materialized;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Gives clusters the ids that most of their members had, and new clusters new ones. */
final class KolIds {
  private static final int HASH_LENGTH = 16;
  private static final String STEM = "stem";
  private static final String NUMBER = "number";
  private static final String CHOICE = "choice";

  /** The number of members that id and cluster share, negated: the least is first. */
  private static final String LESS = "less";

  private KolIds() {}

  /**
   * Cluster and KOL id of every cluster.
   *
   * @param members account and cluster
   * @param before account and KOL id as they were, of accounts too that are gone tonight
   * @param ever every KOL id that any night gave
   */
  static Dataset<Row> of(Dataset<Row> members, Dataset<Row> before, Dataset<Row> ever) {
    Dataset<Row> carried = carried(members, before).transform(Materialized::of);
    Dataset<Row> fresh =
        members
            .groupBy(col(CLUSTER))
            .agg(min(ACCOUNT_UID.col()).as(ACCOUNT_UID.name()))
            .join(carried, new String[] {CLUSTER}, "left_anti");
    return carried.unionByName(issued(fresh, ever));
  }

  /**
   * The greatest overlap first, an id goes to a cluster, each to one: of a split id's parts the
   * largest keeps it, of merged ids the one with most members stays. What is left over is matched
   * again: an id whose accounts went to a KOL with another id may live on with the rest.
   */
  private static Dataset<Row> carried(Dataset<Row> members, Dataset<Row> before) {
    Dataset<Row> open =
        members
            .join(before, ACCOUNT_UID.name())
            .groupBy(KOL_ID.col(), col(CLUSTER))
            .agg(negative(count(lit(1))).as(LESS))
            .transform(Materialized::of);
    Dataset<Row> carried = mutual(open).transform(Materialized::of);
    Dataset<Row> rest = without(open, carried);
    while (!rest.isEmpty()) {
      Dataset<Row> more = mutual(rest).transform(Materialized::of);
      rest = without(rest, more);
      carried = carried.unionByName(more);
    }
    return carried;
  }

  /** The pairs of id and cluster that are each other's greatest overlap, ties by key. */
  private static Dataset<Row> mutual(Dataset<Row> open) {
    Dataset<Row> ofId =
        open.groupBy(KOL_ID.col()).agg(min(struct(col(LESS), col(CLUSTER))).as(CHOICE));
    Dataset<Row> ofCluster =
        open.groupBy(col(CLUSTER)).agg(min(struct(col(LESS), KOL_ID.col())).as(CHOICE));
    return ofId.select(col(CHOICE).getField(CLUSTER).as(CLUSTER), KOL_ID.col())
        .intersect(
            ofCluster.select(col(CLUSTER), col(CHOICE).getField(KOL_ID.name()).as(KOL_ID.name())));
  }

  private static Dataset<Row> without(Dataset<Row> open, Dataset<Row> carried) {
    return open.join(carried.select(KOL_ID.col()), new String[] {KOL_ID.name()}, "left_anti")
        .join(carried.select(col(CLUSTER)), new String[] {CLUSTER}, "left_anti")
        .transform(Materialized::of);
  }

  /**
   * A new id comes from the smallest account, numbered on where it was given before, be it to
   * people who have another by now: an id names the same people for good.
   */
  private static Dataset<Row> issued(Dataset<Row> fresh, Dataset<Row> ever) {
    Column hash = sha2(ACCOUNT_UID.col().cast("binary"), 256).substr(1, HASH_LENGTH);
    Column suffix =
        when(KOL_ID.col().contains("-"), substring_index(KOL_ID.col(), "-", -1)).otherwise("1");
    Dataset<Row> taken =
        ever.groupBy(substring_index(KOL_ID.col(), "-", 1).as(STEM))
            .agg(max(suffix.cast("int")).as(NUMBER));
    Column inOrder = row_number().over(Window.partitionBy(col(STEM)).orderBy(col(CLUSTER)));
    Column number = coalesce(col(NUMBER), lit(0)).plus(inOrder);
    return fresh
        .withColumn(STEM, concat(lit("k"), hash))
        .join(taken, new String[] {STEM}, "left")
        .withColumn(NUMBER, number)
        .select(
            col(CLUSTER),
            when(col(NUMBER).equalTo(1), col(STEM))
                .otherwise(concat_ws("-", col(STEM), col(NUMBER)))
                .as(KOL_ID.name()));
  }
}
