package dev.kolrank.feature.graph;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What the accounts of a block hold in one round: rank 0 of the whole graph, then one per niche.
 *
 * @param mass parts by account, then rank
 * @param totals over the block
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Ranks(long[] mass, Totals totals) implements Serializable {

  /** What the average account holds. */
  static final long PARTS = 10_000_000_000L;

  /** The share of its mass that an account passes on is 17 of 20: 0.85. */
  private static final long PASSED = 17;

  private static final long OF = 20;

  /**
   * Sums by rank.
   *
   * @param sent what the accounts pass on along their edges in the next round
   * @param changed by how much their mass differs from the round before, either way
   */
  record Totals(long[] sent, long[] changed) implements Serializable {
    Totals and(Totals other) {
      return new Totals(sum(sent, other.sent), sum(changed, other.changed));
    }

    private static long[] sum(long[] left, long[] right) {
      long[] sum = left.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += right[i];
      }
      return sum;
    }
  }

  /** Before the first round everybody whom a rank's chance visits holds the same. */
  static Ranks first(Block block, int ranks) {
    var equal = new long[ranks];
    Arrays.fill(equal, PARTS);
    long[] mass = chance(block, equal);
    return new Ranks(mass, totals(block, mass, mass, ranks));
  }

  /** The next round: what chance gives, and what the messages bring. */
  Ranks next(Block block, Iterable<Bundle.Message> messages, long[] chance) {
    int ranks = chance.length;
    long[] next = chance(block, chance);
    for (Bundle.Message message : messages) {
      int[] targets = message.targets();
      for (int i = 0; i < targets.length; i++) {
        for (int rank = 0; rank < ranks; rank++) {
          next[targets[i] * ranks + rank] += message.mass()[i * ranks + rank];
        }
      }
    }
    return new Ranks(next, totals(block, mass, next, ranks));
  }

  /** Of each account and rank, what an edge of weight 1 carries, in whole parts. */
  long[] shares(Block block) {
    int ranks = totals.sent().length;
    var shares = new long[mass.length];
    for (int account = 0; account < block.size(); account++) {
      long weight = block.weights()[account];
      for (int i = account * ranks; i < (account + 1) * ranks; i++) {
        shares[i] = share(mass[i], weight);
      }
    }
    return shares;
  }

  private static long[] chance(Block block, long[] chance) {
    int ranks = chance.length;
    var mass = new long[block.size() * ranks];
    for (int account = 0; account < block.size(); account++) {
      int niche = block.members()[account].niche();
      mass[account * ranks] = chance[0];
      mass[account * ranks + niche] = chance[niche];
    }
    return mass;
  }

  private static Totals totals(Block block, long[] before, long[] mass, int ranks) {
    var sent = new long[ranks];
    var changed = new long[ranks];
    for (int account = 0; account < block.size(); account++) {
      long weight = block.weights()[account];
      int first = account * ranks;
      for (int rank = 0; rank < ranks; rank++) {
        sent[rank] += share(mass[first + rank], weight) * weight;
        changed[rank] += Math.abs(mass[first + rank] - before[first + rank]);
      }
    }
    return new Totals(sent, changed);
  }

  /** Fails beyond 54 million accounts, whose mass a long cannot hold seventeen times. */
  private static long share(long mass, long weight) {
    return weight == 0 || mass == 0 ? 0 : Math.multiplyExact(mass, PASSED) / (OF * weight);
  }
}
