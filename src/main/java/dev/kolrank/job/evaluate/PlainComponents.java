package dev.kolrank.job.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Plain connected components: what clusters are compared with. */
final class PlainComponents {

  private PlainComponents() {}

  /** Clusters of what plain edges connect, by account. */
  static Map<String, String> of(List<TruthAccount> accounts, List<String[]> edges) {
    Map<String, String> parents = new HashMap<>();
    accounts.forEach(a -> parents.put(a.uid(), a.uid()));
    for (String[] edge : edges) {
      // a crawl also shows accounts that no truth speaks of; they connect others all the same
      parents.putIfAbsent(edge[0], edge[0]);
      parents.putIfAbsent(edge[1], edge[1]);
      String one = root(parents, edge[0]);
      String other = root(parents, edge[1]);
      if (one.compareTo(other) < 0) {
        parents.put(other, one);
      } else {
        parents.put(one, other);
      }
    }
    Map<String, String> clusters = new TreeMap<>();
    accounts.forEach(a -> clusters.put(a.uid(), root(parents, a.uid())));
    return clusters;
  }

  private static String root(Map<String, String> parents, String account) {
    String root = account;
    while (!parents.get(root).equals(root)) {
      root = parents.get(root);
    }
    return root;
  }
}
