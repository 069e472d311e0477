package dev.kolrank.feature.graph;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.core.Materialized;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The accounts of other people that turn to an account, directly or through one between. Who turns
 * to an account is a theta sketch of bounded size (Dasgupta et al., 2016), and an account's reach
 * is the union of those that turn to it: no pairs are made, however many turn to a hub.
 */
public final class SecondDegree {
  public static final String REACH = "reach";

  private SecondDegree() {}

  /** One row, account_uid and reach, per account that any other turns to. */
  public static Dataset<Row> of(BlockGraph graph) {
    JavaPairRDD<Integer, Block> blocks = graph.blocks();
    Partitioner partitioner = blocks.partitioner().get();
    JavaPairRDD<Integer, Nearby> near =
        blocks
            .cogroup(blocks.flatMapToPair(SecondDegree::inward), partitioner)
            .mapValues(all -> Nearby.of(all._1().iterator().next(), all._2()))
            .persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Integer, Nearby.Message> messages =
        blocks.join(near, partitioner).flatMapToPair(SecondDegree::sent);
    JavaPairRDD<Integer, long[]> reach =
        blocks
            .cogroup(near, messages, partitioner)
            .mapValues(
                all -> {
                  Block block = all._1().iterator().next();
                  return all._2().iterator().next().reach(block, all._3());
                });
    Dataset<Row> rows =
        graph
            .named(graph.spark().createDataFrame(reach.flatMap(SecondDegree::rows), schema()))
            .select(ACCOUNT_UID.col(), col(REACH))
            .transform(Materialized::of);
    near.unpersist(false);
    return rows;
  }

  private static Iterator<Tuple2<Integer, Nearby.Inward>> inward(Tuple2<Integer, Block> named) {
    Block block = named._2();
    long[] hashes = Stream.of(block.members()).mapToLong(Block.Member::hash).toArray();
    return block.bundles().stream()
        .map(b -> new Tuple2<>(b.block(), new Nearby.Inward(named._1(), hashes, b)))
        .iterator();
  }

  private static Iterator<Tuple2<Integer, Nearby.Message>> sent(
      Tuple2<Integer, Tuple2<Block, Nearby>> named) {
    var message = new Nearby.Message(named._1(), named._2()._2().sketches());
    return named._2()._1().bundles().stream()
        .map(bundle -> new Tuple2<>(bundle.block(), message))
        .iterator();
  }

  private static Iterator<Row> rows(Tuple2<Integer, long[]> block) {
    List<Row> rows = new ArrayList<>();
    for (int place = 0; place < block._2().length; place++) {
      if (block._2()[place] > 0) {
        rows.add(RowFactory.create(block._1(), place, block._2()[place]));
      }
    }
    return rows.iterator();
  }

  private static StructType schema() {
    return new StructType()
        .add(BlockGraph.BLOCK, IntegerType)
        .add(BlockGraph.PLACE, IntegerType)
        .add(REACH, LongType);
  }
}
