package dev.kolrank.feature.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Some of the graph's accounts with all edges that go out from them.
 *
 * @param niches by account, the rank whose chance visits it besides those of rank 0; 0 for none
 * @param weights by account, the weight of all its edges
 * @param bundles its edges, by the block that they lead to
 */
record Block(int[] niches, long[] weights, List<Bundle> bundles) implements Serializable {

  /** Accounts as one partition of rows held them: their places in the block, and niches. */
  record Part(int[] places, int[] niches) implements Serializable {}

  static Block of(Iterable<Part> accounts, Iterable<Bundle.Part> edges) {
    int size = 0;
    for (Part part : accounts) {
      size += part.places().length;
    }
    var niches = new int[size];
    for (Part part : accounts) {
      for (int i = 0; i < part.places().length; i++) {
        niches[part.places()[i]] = part.niches()[i];
      }
    }
    var byBlock = new TreeMap<Integer, List<Bundle.Part>>();
    edges.forEach(p -> byBlock.computeIfAbsent(p.block(), b -> new ArrayList<>()).add(p));
    var bundles = new ArrayList<Bundle>();
    byBlock.forEach((block, parts) -> bundles.add(Bundle.of(block, parts)));
    var weights = new long[size];
    for (Bundle bundle : bundles) {
      for (int edge = 0; edge < bundle.from().length; edge++) {
        weights[bundle.from()[edge]] += bundle.weights()[edge];
      }
    }
    return new Block(niches, weights, bundles);
  }

  int size() {
    return niches.length;
  }
}
