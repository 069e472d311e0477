package dev.kolrank.feature.graph;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * The edges from one block of accounts to another, packed.
 *
 * @param block the block that they lead to
 * @param targets the accounts there that any edge leads to, ascending
 * @param from the account of each edge, in its own block
 * @param to the place of each edge's account in {@code targets}
 * @param weights the weight of each edge
 */
record Bundle(int block, int[] targets, int[] from, int[] to, int[] weights)
    implements Serializable {

  /** What a block sends to another: for each of the targets, one number for each rank. */
  record Message(int[] targets, long[] mass) implements Serializable {}

  /** The bundle of parts that lead to one block; their {@code to} are accounts, not places yet. */
  static Bundle of(int block, List<Part> parts) {
    int edges = parts.stream().mapToInt(p -> p.from().length).sum();
    var from = new int[edges];
    var to = new int[edges];
    var weights = new int[edges];
    int done = 0;
    for (Part part : parts) {
      int length = part.from().length;
      System.arraycopy(part.from(), 0, from, done, length);
      System.arraycopy(part.to(), 0, to, done, length);
      System.arraycopy(part.weights(), 0, weights, done, length);
      done += length;
    }
    int[] targets = Arrays.stream(to).sorted().distinct().toArray();
    for (int edge = 0; edge < edges; edge++) {
      to[edge] = Arrays.binarySearch(targets, to[edge]);
    }
    return new Bundle(block, targets, from, to, weights);
  }

  /** Edges to one block, as one partition of rows held them. */
  record Part(int block, int[] from, int[] to, int[] weights) implements Serializable {}

  /**
   * Carries mass along the edges.
   *
   * @param shares of each account and rank, what an edge of weight 1 carries
   * @param ranks how many ranks an account has
   */
  Message carry(long[] shares, int ranks) {
    var mass = new long[targets.length * ranks];
    for (int edge = 0; edge < from.length; edge++) {
      int source = from[edge] * ranks;
      int target = to[edge] * ranks;
      long weight = weights[edge];
      for (int rank = 0; rank < ranks; rank++) {
        mass[target + rank] += shares[source + rank] * weight;
      }
    }
    return new Message(targets, mass);
  }
}
