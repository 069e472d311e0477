package dev.kolrank.feature.graph;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Some of the graph's accounts with all edges that go out from them.
 *
 * @param members its accounts, each at its place
 * @param weights by account, the weight of all its edges
 * @param bundles its edges, by the block that they lead to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Block(Member[] members, long[] weights, List<Bundle> bundles) implements Serializable {

  /**
   * An account.
   *
   * @param place its number in the block
   * @param niche the rank whose chance visits it besides those of rank 0; 0 for none
   * @param hash stands for it in sketches
   * @param own the hashes of its person's accounts
   */
  record Member(int place, int niche, long hash, long[] own) implements Serializable {}

  static Block of(Iterable<Member> accounts, Iterable<Bundle.Part> edges) {
    var found = new ArrayList<Member>();
    accounts.forEach(found::add);
    var members = new Member[found.size()];
    found.forEach(m -> members[m.place()] = m);
    var byBlock = new TreeMap<Integer, List<Bundle.Part>>();
    edges.forEach(p -> byBlock.computeIfAbsent(p.block(), b -> new ArrayList<>()).add(p));
    var bundles = new ArrayList<Bundle>();
    byBlock.forEach((block, parts) -> bundles.add(Bundle.of(block, parts)));
    var weights = new long[members.length];
    for (Bundle bundle : bundles) {
      for (int edge = 0; edge < bundle.from().length; edge++) {
        weights[bundle.from()[edge]] += bundle.weights()[edge];
      }
    }
    return new Block(members, weights, bundles);
  }

  int size() {
    return members.length;
  }
}
