package dev.kolrank.job;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import dev.kolrank.feature.graph.BlockGraph;
import dev.kolrank.feature.graph.PageRank;
import dev.kolrank.feature.graph.SecondDegree;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Times ranks of an invented graph: kolrank's own, and those of {@link GraphRivals} over as many
 * rounds. Few accounts are named by most and few name most (both by a power law); four edges of
 * five stay within a niche. Everything hangs on the edge's number.
 */
public final class GraphBench implements AutoCloseable {
  static final String FROM_ID = "from_id";
  static final String TO_ID = "to_id";

  private final SparkSession spark;
  private final long accounts;
  private final Dataset<Row> edges;
  private final Dataset<Row> kin;
  private final long distinct;
  private Dataset<Row> ranks;
  private int rounds;
  private double difference;

  /**
   * A benchmark; makes the graph.
   *
   * @param draws how many edges are drawn; those drawn twice weigh more
   * @param niches how many niches accounts are in; 0 for none
   */
  public GraphBench(SparkSession spark, long draws, long accounts, int niches) {
    this.spark = spark;
    this.accounts = accounts;
    this.edges = edges(draws, Math.max(1, niches)).persist(StorageLevel.MEMORY_AND_DISK());
    this.distinct = edges.count();
    String niche = niches == 0 ? "cast(null as string)" : "concat('n', id %% %d)".formatted(niches);
    this.kin =
        spark
            .range(accounts)
            .select(
                uid("id").as(ACCOUNT_UID.name()),
                uid("id").as(BlockGraph.PERSON),
                expr(niche).as(BlockGraph.NICHE));
  }

  /**
   * One measured run.
   *
   * @param readySeconds until the edges lay ready
   * @param rounds rounds of the iteration
   * @param seconds wall time of the rounds
   * @param peakHeap the most heap in use, garbage included, in bytes
   */
  public record Measured(double readySeconds, int rounds, double seconds, long peakHeap) {}

  /** Different pairs of accounts with an edge. */
  public long edges() {
    return distinct;
  }

  private Dataset<Row> edges(long draws, int niches) {
    String from = "cast(%d * pow(u, 2) as bigint)".formatted(accounts);
    String any = "cast(%d * pow(v, 4) as bigint)".formatted(accounts);
    String near = "least(%s - %s %% %d + from_id %% %d, %d)";
    return spark
        .range(draws)
        .withColumn("u", draw(1))
        .withColumn("v", draw(2))
        .withColumn(FROM_ID, expr(from))
        .withColumn(
            TO_ID,
            expr(
                "if(%s < 0.8, %s, %s)"
                    .formatted(
                        "abs(xxhash64(id, 3)) % 1000 / 1000",
                        near.formatted(any, any, niches, niches, accounts - 1), any)))
        .where(col(FROM_ID).notEqual(col(TO_ID)))
        .groupBy(col(FROM_ID), col(TO_ID))
        .agg(count(lit(1)).as(BlockGraph.WEIGHT));
  }

  private static Column draw(int number) {
    return expr("(xxhash64(id, %d) & 1073741823) / 1073741824".formatted(number));
  }

  private static Column uid(String id) {
    return concat(lit("x:a"), col(id));
  }

  private Dataset<Row> named() {
    return edges.select(
        uid(FROM_ID).as(BlockGraph.FROM), uid(TO_ID).as(BlockGraph.TO), col(BlockGraph.WEIGHT));
  }

  /** Ranks as the night does, of the whole graph and of each niche. */
  public Measured ranks() {
    Meter meter = Meter.start();
    try (var graph = BlockGraph.of(named(), kin)) {
      double ready = meter.seconds();
      PageRank.Result result = PageRank.of(graph);
      double seconds = meter.seconds() - ready;
      long peak = meter.peakHeap();
      rounds = result.rounds();
      ranks =
          result
              .rows()
              .select(
                  ACCOUNT_UID.col(),
                  get(col(PageRank.MASS), lit(0)).divide(PageRank.PARTS).as("rank"));
      return new Measured(ready, rounds, seconds, peak);
    }
  }

  /** Second-degree reach as the night finds it: two rounds. */
  public Measured reach() {
    Meter meter = Meter.start();
    try (var graph = BlockGraph.of(named(), kin)) {
      double ready = meter.seconds();
      SecondDegree.of(graph);
      return new Measured(ready, 2, meter.seconds() - ready, meter.peakHeap());
    }
  }

  /** The rounds of the last {@link #ranks()} on GraphX. */
  public Measured graphX() {
    return rival(GraphRivals.GraphX::of);
  }

  /** The rounds of the last {@link #ranks()} as joins of data frames. */
  public Measured frames() {
    return rival(GraphRivals.Frames::of);
  }

  private Measured rival(Function<Dataset<Row>, GraphRivals> make) {
    Meter meter = Meter.start();
    try (GraphRivals rival = make.apply(shared())) {
      double ready = meter.seconds();
      rival.run(rounds);
      double seconds = meter.seconds() - ready;
      long peak = meter.peakHeap();
      difference = differs(rival.ranks());
      return new Measured(ready, rounds, seconds, peak);
    }
  }

  /** By how much the last rival's rank of any account differs at most, as a share of the rank. */
  public double difference() {
    return difference;
  }

  private double differs(Dataset<Row> others) {
    Dataset<Row> named = others.select(uid("id").as(ACCOUNT_UID.name()), col("rank").as("other"));
    Row worst =
        ranks
            .join(named, new String[] {ACCOUNT_UID.name()}, "full")
            .agg(
                max(abs(col("rank").minus(col("other"))).divide(col("rank"))),
                count(expr("if(rank is null or other is null, 1, null)")))
            .first();
    if (worst.getLong(1) > 0) {
      throw new IllegalStateException(worst.getLong(1) + " accounts have one rank only");
    }
    return worst.getDouble(0);
  }

  /** The edges by number, each with its share of what its account passes on. */
  private Dataset<Row> shared() {
    Dataset<Row> weights =
        edges.groupBy(col(FROM_ID)).agg(sum(col(BlockGraph.WEIGHT)).as("all_weight"));
    return edges
        .join(weights, FROM_ID)
        .select(
            col(FROM_ID), col(TO_ID), col(BlockGraph.WEIGHT).divide(col("all_weight")).as("share"));
  }

  @Override
  public void close() {
    edges.unpersist();
  }
}
