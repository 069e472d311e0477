package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.PROBABILITY;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.AccountPair.SUPPORT;
import static dev.kolrank.table.identity.KolAccount.LINKED_BY;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Materialized;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The accounts that linked pairs make one person, component by component. */
final class Clusters {
  /** The smallest account of the cluster. */
  static final String CLUSTER = "cluster";

  /** Of a component's pairs the weakest beyond this many decide nothing. */
  private static final int MOST_EDGES = 50_000;

  /** What is known of two accounts, in the order in which {@link #edge} reads it. */
  private static final Column[] EDGE = {
    LEFT_UID.col(), RIGHT_UID.col(), LINKED.col(), PROBABILITY.col(), SUPPORT.col(), EVIDENCE.col()
  };

  private static final String RANK = "edge_rank";
  private static final String OTHER = "other_component";

  private Clusters() {}

  /**
   * Account, cluster, probability and evidence of every account that a pair links.
   *
   * @param pairs rows of the pair table
   * @param contradicted pairs of which something says that they are not one person's; those too
   *     improbable for the pair table count against their accounts' being one all the same
   */
  static Dataset<Row> of(Dataset<Row> pairs, Dataset<Row> contradicted, ClusterRule rule) {
    Dataset<Row> components = Webs.of(pairs, rule.largest()).transform(Materialized::of);
    Dataset<Row> kept = within(components, pairs.select(EDGE));
    Dataset<Row> improbable =
        within(components, contradicted.select(LEFT_UID.col(), RIGHT_UID.col()))
            .join(kept, new String[] {LEFT_UID.name(), RIGHT_UID.name()}, "left_anti")
            .withColumn(LINKED.name(), lit(false))
            .withColumn(PROBABILITY.name(), lit(0.0))
            .withColumn(SUPPORT.name(), lit(0.0))
            .withColumn(EVIDENCE.name(), array().cast(EVIDENCE.type()));
    Dataset<Row> placed = kept.unionByName(improbable);
    Column forbids = array_contains(EVIDENCE.col(), Findings.CANNOT_LINK);
    var strongest =
        Window.partitionBy(col(Components.COMPONENT))
            .orderBy(
                not(forbids),
                not(LINKED.col()),
                PROBABILITY.col().desc(),
                SUPPORT.col().desc(),
                LEFT_UID.col(),
                RIGHT_UID.col());
    return placed
        .withColumn(RANK, row_number().over(strongest))
        .where(col(RANK).leq(MOST_EDGES))
        .groupBy(col(Components.COMPONENT))
        .agg(collect_list(struct(EDGE)).as("edges"))
        .select(explode(agglomeration(rule).apply(col("edges"))).as("member"))
        .select(col("member.*"));
  }

  /** The pairs of which both accounts lie in one component, with it. */
  private static Dataset<Row> within(Dataset<Row> components, Dataset<Row> pairs) {
    Column node = col(Components.NODE);
    Dataset<Row> ofRight = components.withColumnRenamed(Components.COMPONENT, OTHER);
    return pairs
        .join(components, LEFT_UID.col().equalTo(node))
        .drop(Components.NODE)
        .join(ofRight, RIGHT_UID.col().equalTo(node))
        .drop(Components.NODE)
        .where(col(Components.COMPONENT).equalTo(col(OTHER)))
        .drop(OTHER);
  }

  private static UserDefinedFunction agglomeration(ClusterRule rule) {
    return udf(
            (UDF1<Seq<Row>, List<Row>>) edges -> agglomerate(edges, rule),
            createArrayType(
                new StructType()
                    .add(ACCOUNT_UID.name(), StringType)
                    .add(CLUSTER, StringType)
                    .add(PROBABILITY.name(), DoubleType)
                    .add(LINKED_BY.name(), createArrayType(StringType))))
        .withName("agglomerate");
  }

  private static List<Row> agglomerate(Seq<Row> edges, ClusterRule rule) {
    List<Agglomerate.Edge> read =
        CollectionConverters.asJava(edges).stream().map(Clusters::edge).toList();
    return Agglomerate.cluster(read, rule).stream()
        .map(
            m ->
                RowFactory.create(
                    m.account(), m.cluster(), m.probability(), m.linkedBy().toArray()))
        .toList();
  }

  private static Agglomerate.Edge edge(Row row) {
    return new Agglomerate.Edge(
        row.getString(0),
        row.getString(1),
        row.getBoolean(2),
        row.getDouble(3),
        row.getDouble(4),
        row.getList(5));
  }
}
