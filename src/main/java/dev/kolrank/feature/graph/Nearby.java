package dev.kolrank.feature.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.datasketches.memory.Memory;
import org.apache.datasketches.theta.CompactSketch;
import org.apache.datasketches.theta.SetOperation;
import org.apache.datasketches.theta.Union;
import org.apache.datasketches.theta.UpdateSketch;

/**
 * Who turns to the accounts of a block.
 *
 * @param edges the edges into the block
 * @param sketches by account, who turns to it; null where nobody does
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Nearby(List<Inward> edges, byte[][] sketches) implements Serializable {
  /** Counts are exact up to as many, then within 1 / √512 or 4.4 % (one standard deviation). */
  private static final int NOMINAL_ENTRIES = 512;

  /** The edges from one block into another, and the hashes of all accounts of the first. */
  record Inward(int block, long[] hashes, Bundle edges) implements Serializable {}

  /** The sketches of all accounts of a block. */
  record Message(int block, byte[][] sketches) implements Serializable {}

  static Nearby of(Block block, Iterable<Inward> into) {
    var edges = new ArrayList<Inward>();
    var sketches = new UpdateSketch[block.size()];
    for (Inward inward : into) {
      edges.add(inward);
      Bundle bundle = inward.edges();
      for (int i = 0; i < bundle.targets().length; i++) {
        int place = bundle.targets()[i];
        if (sketches[place] == null) {
          sketches[place] = empty();
        }
        for (int edge = bundle.starts()[i]; edge < bundle.starts()[i + 1]; edge++) {
          sketches[place].update(inward.hashes()[bundle.from()[edge]]);
        }
      }
    }
    var bytes = new byte[sketches.length][];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = sketches[i] == null ? null : sketches[i].compact().toByteArray();
    }
    return new Nearby(edges, bytes);
  }

  private static UpdateSketch empty() {
    return UpdateSketch.builder().setNominalEntries(NOMINAL_ENTRIES).build();
  }

  /**
   * By account, how many of other people turn to it or to who turns to it; 0 for none. A union
   * keeps the least hashes of all, in whatever order they come.
   */
  long[] reach(Block block, Iterable<Message> messages) {
    Map<Integer, CompactSketch[]> near = new HashMap<>();
    messages.forEach(m -> near.put(m.block(), read(m.sketches())));
    CompactSketch[] here = read(sketches);
    var next = new int[edges.size()];
    var reach = new long[block.size()];
    Union union = SetOperation.builder().setNominalEntries(NOMINAL_ENTRIES).buildUnion();
    for (int place = 0; place < reach.length; place++) {
      if (here[place] == null) {
        continue;
      }
      union.reset();
      union.union(here[place]);
      for (int i = 0; i < next.length; i++) {
        Inward inward = edges.get(i);
        Bundle bundle = inward.edges();
        if (next[i] < bundle.targets().length && bundle.targets()[next[i]] == place) {
          CompactSketch[] sources = near.get(inward.block());
          for (int e = bundle.starts()[next[i]]; e < bundle.starts()[next[i] + 1]; e++) {
            if (sources[bundle.from()[e]] != null) {
              union.union(sources[bundle.from()[e]]);
            }
          }
          next[i]++;
        }
      }
      reach[place] = without(union, block.members()[place].own());
    }
    return reach;
  }

  private static long without(Union union, long[] own) {
    UpdateSketch people = empty();
    for (long hash : own) {
      people.update(hash);
    }
    CompactSketch others = SetOperation.builder().buildANotB().aNotB(union.getResult(), people);
    return Math.round(others.getEstimate());
  }

  private static CompactSketch[] read(byte[][] sketches) {
    var read = new CompactSketch[sketches.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = sketches[i] == null ? null : CompactSketch.heapify(Memory.wrap(sketches[i]));
    }
    return read;
  }
}
