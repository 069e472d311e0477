package dev.kolrank.feature.graph;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Materialized;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * PageRank (Brin and Page, 1998), of the whole graph and of each niche (topic-sensitive:
 * Haveliwala, 2002), all in one iteration:
 *
 * <pre>  r'(a) = chance(a) + Σ over b that turn to a: 0.85 · r(b) · w(b, a) / Σ over c: w(b, c)
 * </pre>
 *
 * <p>Chance visits the members of a rank alike, those of the niche or all accounts, with whatever
 * mass edges do not carry: the other 0.15, all of what accounts without edges hold, and what
 * rounding leaves. So no mass is lost, and a member holds 1 on average, if none of a niche's mass
 * has gone to accounts outside.
 *
 * <p>Mass is counted in whole parts, of which the average account holds 10^10, and an edge carries
 * its weight times a whole share: sums are exact, so that neither the order of rows nor how they
 * are spread changes a bit. Rounding costs an account fewer parts than its edges weigh.
 */
public final class PageRank {
  /** The parts of mass that make 1, which a member holds on average. */
  public static final long PARTS = Ranks.PARTS;

  /** The column of what an account holds. */
  public static final String MASS = "mass";

  /** Most rounds; after so many 0.85^100 of a fault, a ten-millionth, is left. */
  public static final int MOST_ROUNDS = 100;

  /** The ranks are settled when a round moves less than the millionth part of the mass of each. */
  private static final long SETTLED = 1_000_000;

  private PageRank() {}

  /** The ranks of a graph. */
  public static final class Result {
    private final BlockGraph graph;
    private final JavaPairRDD<Integer, Ranks> state;
    private final int rounds;

    private Result(BlockGraph graph, JavaPairRDD<Integer, Ranks> state, int rounds) {
      this.graph = graph;
      this.state = state;
      this.rounds = rounds;
    }

    /** How many rounds it took. */
    public int rounds() {
      return rounds;
    }

    /**
     * One row per account: account_uid, niche, and mass in {@link #PARTS}, an array: of the graph,
     * then of the graph's niches in their order. To be asked for once.
     */
    public Dataset<Row> rows() {
      Dataset<Row> rows =
          graph
              .named(graph.spark().createDataFrame(state.flatMap(PageRank::rows), schema()))
              .select(ACCOUNT_UID.col(), col(BlockGraph.NICHE), col(MASS))
              .transform(Materialized::of);
      state.unpersist(false);
      return rows;
    }
  }

  /** Ranks the accounts of the graph. */
  public static Result of(BlockGraph graph) {
    long[] members = graph.members();
    int ranks = members.length;
    JavaPairRDD<Integer, Ranks> state =
        kept(graph.blocks().mapValues(block -> Ranks.first(block, ranks)));
    Ranks.Totals totals = totals(state);
    int rounds = 0;
    do {
      JavaPairRDD<Integer, Ranks> next = kept(next(graph.blocks(), state, chance(members, totals)));
      totals = totals(next);
      state.unpersist(false);
      state = next;
      rounds++;
    } while (rounds < MOST_ROUNDS && !isSettled(members, totals));
    return new Result(graph, state, rounds);
  }

  /** What chance gives a member of each rank. */
  private static long[] chance(long[] members, Ranks.Totals totals) {
    var chance = new long[members.length];
    for (int rank = 0; rank < chance.length; rank++) {
      chance[rank] = (members[rank] * Ranks.PARTS - totals.sent()[rank]) / members[rank];
    }
    return chance;
  }

  private static boolean isSettled(long[] members, Ranks.Totals totals) {
    for (int rank = 0; rank < members.length; rank++) {
      if (totals.changed()[rank] > members[rank] * (Ranks.PARTS / SETTLED)) {
        return false;
      }
    }
    return true;
  }

  private static JavaPairRDD<Integer, Ranks> next(
      JavaPairRDD<Integer, Block> blocks, JavaPairRDD<Integer, Ranks> state, long[] chance) {
    Partitioner partitioner = blocks.partitioner().get();
    JavaPairRDD<Integer, Bundle.Message> messages =
        blocks.join(state, partitioner).values().flatMapToPair(PageRank::messages);
    return blocks
        .cogroup(state, messages, partitioner)
        .mapValues(
            all -> {
              Ranks before = all._2().iterator().next();
              return before.next(all._1().iterator().next(), all._3(), chance);
            });
  }

  private static Iterator<Tuple2<Integer, Bundle.Message>> messages(Tuple2<Block, Ranks> sender) {
    Block block = sender._1();
    Ranks ranks = sender._2();
    long[] shares = ranks.shares(block);
    int count = ranks.totals().sent().length;
    return block.bundles().stream()
        .map(bundle -> new Tuple2<>(bundle.block(), bundle.carry(shares, count)))
        .iterator();
  }

  /** Kept without the rounds before. */
  private static JavaPairRDD<Integer, Ranks> kept(JavaPairRDD<Integer, Ranks> state) {
    JavaPairRDD<Integer, Ranks> kept = state.persist(StorageLevel.MEMORY_AND_DISK());
    kept.rdd().localCheckpoint();
    return kept;
  }

  private static Ranks.Totals totals(JavaPairRDD<Integer, Ranks> state) {
    return state.values().map(Ranks::totals).reduce(Ranks.Totals::and);
  }

  private static Iterator<Row> rows(Tuple2<Integer, Ranks> block) {
    long[] mass = block._2().mass();
    int ranks = block._2().totals().sent().length;
    List<Row> rows = new ArrayList<>();
    for (int place = 0; place < mass.length / ranks; place++) {
      long[] own = Arrays.copyOfRange(mass, place * ranks, (place + 1) * ranks);
      rows.add(RowFactory.create(block._1(), place, own));
    }
    return rows.iterator();
  }

  private static StructType schema() {
    return new StructType()
        .add(BlockGraph.BLOCK, IntegerType)
        .add(BlockGraph.PLACE, IntegerType)
        .add(MASS, createArrayType(LongType, false));
  }
}
