package dev.kolrank.feature.graph;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The edges from one block of accounts to another, packed and in the order of their targets.
 *
 * @param block the block that they lead to
 * @param targets the accounts there that any edge leads to, ascending
 * @param starts where the edges of each target begin, and behind the last where they end
 * @param from the account of each edge, in its own block
 * @param weights the weight of each edge
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Bundle(int block, int[] targets, int[] starts, int[] from, int[] weights)
    implements Serializable {

  /** Edges to one block, as one partition of rows held them. */
  record Part(int block, int[] from, int[] to, int[] weights) implements Serializable {}

  /** What a block sends to another: for each of the targets, one number for each rank. */
  record Message(int[] targets, long[] mass) implements Serializable {}

  /** The bundle of parts that lead to one block. */
  static Bundle of(int block, List<Part> parts) {
    int[] targets =
        parts.stream().flatMapToInt(p -> Arrays.stream(p.to())).sorted().distinct().toArray();
    var starts = new int[targets.length + 1];
    for (Part part : parts) {
      for (int to : part.to()) {
        starts[Arrays.binarySearch(targets, to) + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    var from = new int[starts[targets.length]];
    var weights = new int[from.length];
    for (Part part : parts) {
      for (int i = 0; i < part.to().length; i++) {
        int edge = next[Arrays.binarySearch(targets, part.to()[i])]++;
        from[edge] = part.from()[i];
        weights[edge] = part.weights()[i];
      }
    }
    return new Bundle(block, targets, starts, from, weights);
  }

  /**
   * Carries mass along the edges.
   *
   * @param shares of each account and rank, what an edge of weight 1 carries
   * @param ranks how many ranks an account has
   */
  Message carry(long[] shares, int ranks) {
    var mass = new long[targets.length * ranks];
    for (int target = 0; target < targets.length; target++) {
      int to = target * ranks;
      for (int edge = starts[target]; edge < starts[target + 1]; edge++) {
        int source = from[edge] * ranks;
        long weight = weights[edge];
        for (int rank = 0; rank < ranks; rank++) {
          mass[to + rank] += shares[source + rank] * weight;
        }
      }
    }
    return new Message(targets, mass);
  }
}
