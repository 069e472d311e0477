package dev.kolrank.job;

import static dev.kolrank.job.GraphBench.FROM_ID;
import static dev.kolrank.job.GraphBench.TO_ID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.EdgeContext;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.TripletFields;
import org.apache.spark.graphx.VertexRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Function1;
import scala.Function2;
import scala.Function3;
import scala.Option;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Other ways to rank the accounts of a graph, with fractions, to measure kolrank's against. */
abstract class GraphRivals implements AutoCloseable {
  private static final double PASSED = 0.85;

  /** Goes so many rounds on. */
  abstract void run(int rounds);

  /** The ranks, by id. */
  abstract Dataset<Row> ranks();

  @Override
  public abstract void close();

  /** What chance gives each of so many accounts, when edges carry so much. */
  private static double chance(double accounts, double carried) {
    return (accounts - carried) / accounts;
  }

  /** Data frames, joined and added up in each round, and cut off from the round before. */
  static final class Frames extends GraphRivals {
    private final Dataset<Row> edges;
    private final double accounts;
    private Dataset<Row> ranks;

    private Frames(Dataset<Row> edges) {
      this.edges = edges;
      this.ranks =
          edges
              .select(col(FROM_ID).as("id"))
              .union(edges.select(col(TO_ID)))
              .distinct()
              .withColumn("rank", lit(1.0))
              .localCheckpoint();
      this.accounts = ranks.count();
    }

    static GraphRivals of(Dataset<Row> shared) {
      Dataset<Row> edges = shared.repartition(col(FROM_ID)).persist(StorageLevel.MEMORY_AND_DISK());
      edges.count();
      return new Frames(edges);
    }

    @Override
    void run(int rounds) {
      for (int round = 0; round < rounds; round++) {
        Dataset<Row> carried =
            edges
                .join(ranks.withColumnRenamed("id", FROM_ID), FROM_ID)
                .groupBy(col(TO_ID).as("id"))
                .agg(sum(col("rank").multiply(col("share"))).multiply(PASSED).as("carried"));
        Dataset<Row> next =
            ranks
                .select(col("id"))
                .join(carried, new String[] {"id"}, "left")
                .select(col("id"), coalesce(col("carried"), lit(0.0)).as("carried"))
                .localCheckpoint();
        double all = next.agg(sum("carried")).first().getDouble(0);
        ranks = next.select(col("id"), col("carried").plus(lit(chance(accounts, all))).as("rank"));
      }
    }

    @Override
    Dataset<Row> ranks() {
      return ranks;
    }

    @Override
    public void close() {
      edges.unpersist();
    }
  }

  /** GraphX, whose own PageRank knows no weights: the same rounds by its messages. */
  static final class GraphX extends GraphRivals {
    private static final ClassTag<Object> NUMBER = ClassTag$.MODULE$.apply(double.class);
    private static final StorageLevel KEPT = StorageLevel.MEMORY_AND_DISK();

    private final org.apache.spark.sql.SparkSession spark;
    private final double accounts;
    private Graph<Object, Object> graph;

    private GraphX(org.apache.spark.sql.SparkSession spark, Graph<Object, Object> graph) {
      this.spark = spark;
      this.graph = graph;
      this.accounts = graph.vertices().count();
    }

    static GraphRivals of(Dataset<Row> shared) {
      JavaRDD<Edge<Object>> edges =
          shared.toJavaRDD().map(r -> new Edge<Object>(r.getLong(0), r.getLong(1), r.getDouble(2)));
      Graph<Object, Object> graph =
          Graph.fromEdges(edges.rdd(), (Object) 1.0, KEPT, KEPT, NUMBER, NUMBER);
      graph.edges().count();
      return new GraphX(shared.sparkSession(), graph);
    }

    /** A function that Spark can send to its workers. */
    private interface Send
        extends Function1<EdgeContext<Object, Object, Object>, BoxedUnit>, Serializable {}

    private interface Add extends Function2<Object, Object, Object>, Serializable {}

    private interface Next
        extends Function3<Object, Object, Option<Object>, Object>, Serializable {}

    private static BoxedUnit send(EdgeContext<Object, Object, Object> edge) {
      edge.sendToDst((double) edge.srcAttr() * (double) edge.attr() * PASSED);
      return BoxedUnit.UNIT;
    }

    @Override
    void run(int rounds) {
      Send send = GraphX::send;
      Add add = (a, b) -> (double) a + (double) b;
      for (int round = 0; round < rounds; round++) {
        VertexRDD<Object> carried = graph.aggregateMessages(send, add, TripletFields.Src, NUMBER);
        carried.persist(KEPT);
        double all = carried.toJavaRDD().map(v -> (double) v._2()).reduce((a, b) -> a + b);
        double chance = chance(accounts, all);
        Next next = (id, old, sum) -> chance + (sum.isDefined() ? (double) sum.get() : 0);
        Graph<Object, Object> before = graph;
        graph =
            before.outerJoinVertices(
                carried, next, NUMBER, NUMBER, scala.$less$colon$less$.MODULE$.refl());
        graph.persist(KEPT);
        graph.vertices().count();
        graph.edges().count();
        carried.unpersist(false);
        before.unpersistVertices(false);
        before.edges().unpersist(false);
      }
    }

    @Override
    Dataset<Row> ranks() {
      JavaRDD<Row> rows =
          graph.vertices().toJavaRDD().map(v -> RowFactory.create((long) v._1(), (double) v._2()));
      return spark.createDataFrame(
          rows, new StructType().add("id", LongType).add("rank", DoubleType));
    }

    @Override
    public void close() {
      graph.unpersist(false);
    }
  }
}
