package dev.kolrank.feature.graph;

import static dev.kolrank.feature.graph.BlockGraph.FROM;
import static dev.kolrank.feature.graph.BlockGraph.TO;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.theta_difference;
import static org.apache.spark.sql.functions.theta_sketch_agg;
import static org.apache.spark.sql.functions.theta_sketch_estimate;
import static org.apache.spark.sql.functions.theta_union_agg;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The accounts of other people that turn to an account, directly or through one between. Who turns
 * to an account is a theta sketch of bounded size, so that two steps are one join of edges with
 * sketches, however many turn to a hub.
 */
public final class SecondDegree {
  public static final String PERSON = "person";
  public static final String REACH = "reach";

  /** Exact up to 1,024 accounts, then within 3 % (one standard deviation). */
  private static final int LOG_SIZE = 10;

  private static final String SKETCH = "sketch";

  private SecondDegree() {}

  /**
   * One row, account_uid and reach, per account that any other turns to.
   *
   * @param edges from_uid and to_uid, each pair once
   * @param people account_uid and person, of all accounts that have an edge
   */
  public static Dataset<Row> of(Dataset<Row> edges, Dataset<Row> people) {
    Dataset<Row> near =
        edges
            .groupBy(col(TO).as(ACCOUNT_UID.name()))
            .agg(theta_sketch_agg(col(FROM), LOG_SIZE).as(SKETCH))
            .localCheckpoint();
    Dataset<Row> far =
        edges
            .withColumnRenamed(FROM, ACCOUNT_UID.name())
            .join(near, ACCOUNT_UID.name())
            .select(col(TO).as(ACCOUNT_UID.name()), col(SKETCH));
    Dataset<Row> reached =
        near.union(far)
            .groupBy(ACCOUNT_UID.col())
            .agg(theta_union_agg(col(SKETCH), LOG_SIZE).as(SKETCH));
    Dataset<Row> own =
        people
            .groupBy(col(PERSON))
            .agg(theta_sketch_agg(ACCOUNT_UID.col(), LOG_SIZE).as("own"));
    return reached
        .join(people, ACCOUNT_UID.name())
        .join(own, PERSON)
        .select(
            ACCOUNT_UID.col(),
            theta_sketch_estimate(theta_difference(col(SKETCH), col("own"))).as(REACH));
  }
}
