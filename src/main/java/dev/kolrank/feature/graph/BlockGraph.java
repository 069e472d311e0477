package dev.kolrank.feature.graph;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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

  /** Below this the whole graph is one block: a round is one task. */
  private static final long FEW_EDGES = 200_000;

  /** 50 MB of arrays. */
  private static final long EDGES_OF_BLOCK = 4_000_000;

  static final String BLOCK = "block";
  static final String PLACE = "place";
  private static final String RANK = "rank";

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
   * @param edges from_uid, to_uid and weight (1 to the most that an int holds), each pair once; read
   *     several times
   * @param kin account_uid and niche, which may be null; of accounts that have an edge
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
            .select(ACCOUNT_UID.col(), col(NICHE), block.as(BLOCK))
            .withColumn(PLACE, place)
            .localCheckpoint();
    List<String> niches =
        accounts.where(col(NICHE).isNotNull()).select(col(NICHE)).distinct().collectAsList().stream()
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
                col(FROM + BLOCK), col(TO + BLOCK), col(FROM + PLACE), col(TO + PLACE),
                col(WEIGHT).cast("int"))
            .toJavaRDD()
            .mapPartitionsToPair(BlockGraph::bundled);
    JavaPairRDD<Integer, Block.Part> accounts =
        places
            .select(col(BLOCK), col(PLACE), col(RANK))
            .toJavaRDD()
            .mapPartitionsToPair(BlockGraph::grouped);
    JavaPairRDD<Integer, Block> blocks =
        accounts
            .cogroup(out, partitioner)
            .mapValues(parts -> Block.of(parts._1(), parts._2()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    blocks.rdd().localCheckpoint();
    blocks.count();
    return blocks;
  }

  private static Dataset<Row> end(Dataset<Row> places, String end) {
    return places.select(
        ACCOUNT_UID.col().as(end), col(BLOCK).as(end + BLOCK), col(PLACE).as(end + PLACE));
  }

  private static Iterator<Tuple2<Integer, Bundle.Part>> bundled(Iterator<Row> rows) {
    var columns = new HashMap<List<Integer>, List<IntStream.Builder>>();
    while (rows.hasNext()) {
      Row row = rows.next();
      add(columns, List.of(row.getInt(0), row.getInt(1)), row, 2);
    }
    var parts = new ArrayList<Tuple2<Integer, Bundle.Part>>();
    columns.forEach(
        (key, values) -> {
          List<int[]> arrays = arrays(values);
          var part = new Bundle.Part(key.get(1), arrays.get(0), arrays.get(1), arrays.get(2));
          parts.add(new Tuple2<>(key.get(0), part));
        });
    return parts.iterator();
  }

  private static Iterator<Tuple2<Integer, Block.Part>> grouped(Iterator<Row> rows) {
    var columns = new HashMap<List<Integer>, List<IntStream.Builder>>();
    while (rows.hasNext()) {
      Row row = rows.next();
      add(columns, List.of(row.getInt(0)), row, 1);
    }
    var parts = new ArrayList<Tuple2<Integer, Block.Part>>();
    columns.forEach(
        (key, values) -> {
          List<int[]> arrays = arrays(values);
          parts.add(new Tuple2<>(key.get(0), new Block.Part(arrays.get(0), arrays.get(1))));
        });
    return parts.iterator();
  }

  /** Appends the row's numbers behind its key to the columns of the key. */
  private static void add(
      Map<List<Integer>, List<IntStream.Builder>> columns, List<Integer> key, Row row, int first) {
    List<IntStream.Builder> values =
        columns.computeIfAbsent(
            key,
            k ->
                IntStream.range(first, row.length()).mapToObj(i -> IntStream.builder()).toList());
    for (int i = first; i < row.length(); i++) {
      values.get(i - first).add(row.getInt(i));
    }
  }

  private static List<int[]> arrays(List<IntStream.Builder> columns) {
    return columns.stream().map(c -> c.build().toArray()).toList();
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
