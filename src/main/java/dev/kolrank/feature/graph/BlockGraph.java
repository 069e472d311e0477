package dev.kolrank.feature.graph;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Materialized;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * A weighted graph of accounts in blocks: an account is a place in a block, and the edges of a
 * block are arrays. Ranks of a graph do not depend on which block an account is in.
 */
public final class BlockGraph implements AutoCloseable {
  public static final String FROM = "from_uid";
  public static final String TO = "to_uid";
  public static final String WEIGHT = "weight";
  public static final String NICHE = "niche";
  public static final String PERSON = "person";

  /** Below this the whole graph is one block: a round is one task. */
  private static final long FEW_EDGES = 200_000;

  /** 50 MB of arrays. */
  private static final long EDGES_OF_BLOCK = 4_000_000;

  static final String BLOCK = "block";
  static final String PLACE = "place";
  private static final String RANK = "rank";
  private static final String HASH = "hash";
  private static final String OWN = "own";

  private final Dataset<Row> places;
  private final JavaPairRDD<Integer, Block> blocks;
  private final List<String> niches;
  private final long[] members;

  private BlockGraph(
      Dataset<Row> places,
      JavaPairRDD<Integer, Block> blocks,
      List<String> niches,
      long[] members) {
    this.places = places;
    this.blocks = blocks;
    this.niches = niches;
    this.members = members;
  }

  /**
   * The graph of these edges.
   *
   * @param edges from_uid, to_uid and weight (1 to the most that an int holds), each pair once;
   *     read several times
   * @param kin account_uid, and person and niche as far as known
   */
  public static BlockGraph of(Dataset<Row> edges, Dataset<Row> kin) {
    int parallelism = edges.sparkSession().sparkContext().defaultParallelism();
    long count = edges.count();
    long many = Math.max(parallelism, (count + EDGES_OF_BLOCK - 1) / EDGES_OF_BLOCK);
    return of(edges, kin, count < FEW_EDGES ? 1 : Math.toIntExact(many));
  }

  /** The same in so many blocks. */
  static BlockGraph of(Dataset<Row> edges, Dataset<Row> kin, int count) {
    Column block = pmod(xxhash64(ACCOUNT_UID.col()), lit(count)).cast("int");
    Column place =
        row_number().over(Window.partitionBy(col(BLOCK)).orderBy(ACCOUNT_UID.col())).minus(1);
    Dataset<Row> accounts =
        edges
            .select(col(FROM).as(ACCOUNT_UID.name()))
            .union(edges.select(col(TO)))
            .distinct()
            .join(kin, new String[] {ACCOUNT_UID.name()}, "left")
            .select(
                ACCOUNT_UID.col(),
                col(NICHE),
                coalesce(col(PERSON), ACCOUNT_UID.col()).as(PERSON),
                block.as(BLOCK),
                xxhash64(ACCOUNT_UID.col()).as(HASH))
            .withColumn(PLACE, place)
            .withColumn(OWN, collect_list(col(HASH)).over(Window.partitionBy(col(PERSON))))
            .transform(Materialized::of);
    List<String> niches =
        accounts
            .where(col(NICHE).isNotNull())
            .select(col(NICHE))
            .distinct()
            .collectAsList()
            .stream()
            .map(r -> r.getString(0))
            .sorted()
            .toList();
    Column names = lit(niches.toArray(String[]::new));
    Column rank = coalesce(array_position(names, col(NICHE)).cast("int"), lit(0));
    Dataset<Row> places = accounts.withColumn(RANK, rank);
    var members = new long[niches.size() + 1];
    for (Row row : places.groupBy(col(RANK)).count().collectAsList()) {
      members[0] += row.getLong(1);
      members[row.getInt(0)] = row.getInt(0) == 0 ? members[0] : row.getLong(1);
    }
    return new BlockGraph(places, blocks(edges, places, count), niches, members);
  }

  private static JavaPairRDD<Integer, Block> blocks(
      Dataset<Row> edges, Dataset<Row> places, int count) {
    var partitioner = new HashPartitioner(count);
    JavaPairRDD<Integer, Bundle.Part> out =
        edges
            .join(end(places, FROM), FROM)
            .join(end(places, TO), TO)
            .select(
                col(FROM + BLOCK),
                col(TO + BLOCK),
                col(FROM + PLACE),
                col(TO + PLACE),
                col(WEIGHT).cast("int"))
            .toJavaRDD()
            .mapPartitionsToPair(BlockGraph::bundled);
    JavaPairRDD<Integer, Block.Member> members =
        places
            .select(col(BLOCK), col(PLACE), col(RANK), col(HASH), col(OWN))
            .toJavaRDD()
            .mapToPair(row -> new Tuple2<>(row.getInt(0), member(row)));
    JavaPairRDD<Integer, Block> blocks =
        members
            .cogroup(out, partitioner)
            .mapValues(parts -> Block.of(parts._1(), parts._2()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    blocks.rdd().localCheckpoint();
    blocks.count();
    return blocks;
  }

  /** Hashed, for there are few accounts for each that edges name. */
  private static Dataset<Row> end(Dataset<Row> places, String end) {
    return places
        .select(ACCOUNT_UID.col().as(end), col(BLOCK).as(end + BLOCK), col(PLACE).as(end + PLACE))
        .hint("shuffle_hash");
  }

  private static Block.Member member(Row row) {
    long[] own = row.<Long>getList(4).stream().mapToLong(Long::longValue).toArray();
    return new Block.Member(row.getInt(1), row.getInt(2), row.getLong(3), own);
  }

  /** The edges of a partition, by the blocks of both ends. */
  private static Iterator<Tuple2<Integer, Bundle.Part>> bundled(Iterator<Row> rows) {
    var columns = new HashMap<List<Integer>, List<IntStream.Builder>>();
    while (rows.hasNext()) {
      Row row = rows.next();
      List<IntStream.Builder> edges =
          columns.computeIfAbsent(
              List.of(row.getInt(0), row.getInt(1)),
              k -> Stream.generate(IntStream::builder).limit(3).toList());
      for (int i = 0; i < edges.size(); i++) {
        edges.get(i).add(row.getInt(i + 2));
      }
    }
    return columns.entrySet().stream().map(BlockGraph::part).iterator();
  }

  private static Tuple2<Integer, Bundle.Part> part(
      Map.Entry<List<Integer>, List<IntStream.Builder>> edges) {
    List<int[]> arrays = edges.getValue().stream().map(c -> c.build().toArray()).toList();
    return new Tuple2<>(
        edges.getKey().get(0),
        new Bundle.Part(edges.getKey().get(1), arrays.get(0), arrays.get(1), arrays.get(2)));
  }

  JavaPairRDD<Integer, Block> blocks() {
    return blocks;
  }

  /** The niches, in the order of their ranks, which begin at 1. */
  public List<String> niches() {
    return niches;
  }

  /** How many accounts the chance of each rank visits. */
  long[] members() {
    return members.clone();
  }

  /** Rows with a block and a place, under their account and its niche. */
  Dataset<Row> named(Dataset<Row> rows) {
    return places.join(rows, new String[] {BLOCK, PLACE}, "inner").drop(BLOCK, PLACE);
  }

  SparkSession spark() {
    return places.sparkSession();
  }

  @Override
  public void close() {
    blocks.unpersist(false);
  }
}
