package dev.kolrank.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parts the accounts of one component into people, strongest link first. A link that would put two
 * accounts of one platform together counts only where those two are linked directly, both ways or
 * by a must-link; one that would join what a cannot-link parts never counts.
 */
final class Agglomerate {

  /**
   * What is known of two accounts.
   *
   * @param linked whether the evidence suffices
   */
  record Edge(
      String left,
      String right,
      boolean linked,
      double probability,
      double support,
      List<String> evidence) {

    private boolean isMust() {
      return linked && evidence.contains(Findings.MUST_LINK);
    }

    private boolean isMutual() {
      return linked && evidence.contains("mutual");
    }

    private boolean isForbidden() {
      return evidence.contains(Findings.CANNOT_LINK);
    }
  }

  /**
   * An account's place.
   *
   * @param cluster the smallest account of the cluster
   * @param probability of the best link to another account of the cluster; 1 if it is alone
   * @param linkedBy the evidence of all its links inside the cluster
   */
  record Member(String account, String cluster, double probability, List<String> linkedBy) {}

  private static final Comparator<Edge> STRONGEST_FIRST =
      Comparator.comparing(Edge::isMust)
          .thenComparingDouble(Edge::probability)
          .thenComparingDouble(Edge::support)
          .reversed()
          .thenComparing(Edge::left)
          .thenComparing(Edge::right);

  private final Map<String, Set<String>> clusters = new HashMap<>();
  private final Map<String, Set<String>> direct = new HashMap<>();
  private final Map<String, Set<String>> forbidden = new HashMap<>();

  private Agglomerate() {}

  /** The members of all clusters, by account. */
  static List<Member> cluster(List<Edge> edges) {
    var state = new Agglomerate();
    List<Edge> links = edges.stream().filter(Edge::linked).sorted(STRONGEST_FIRST).toList();
    for (Edge edge : edges) {
      if (edge.isForbidden()) {
        connect(state.forbidden, edge.left(), edge.right());
      }
      if (edge.isMutual()) {
        connect(state.direct, edge.left(), edge.right());
      }
    }
    for (Edge link : links) {
      state.merge(link);
    }
    return state.members(links);
  }

  private void merge(Edge link) {
    Set<String> left = clusterOf(link.left());
    Set<String> right = clusterOf(link.right());
    if (left == right || !allows(left, right, link.isMust())) {
      return;
    }
    boolean leftIsLarger = left.size() >= right.size();
    Set<String> larger = leftIsLarger ? left : right;
    for (String account : leftIsLarger ? right : left) {
      larger.add(account);
      clusters.put(account, larger);
    }
  }

  /** Whether the clusters may become one; a must-link makes all it joins directly linked. */
  private boolean allows(Set<String> left, Set<String> right, boolean must) {
    List<String[]> twins = new ArrayList<>();
    for (String a : left) {
      for (String b : right) {
        if (forbidden.getOrDefault(a, Set.of()).contains(b)) {
          return false;
        }
        if (platform(a).equals(platform(b)) && !direct.getOrDefault(a, Set.of()).contains(b)) {
          if (!must) {
            return false;
          }
          twins.add(new String[] {a, b});
        }
      }
    }
    twins.forEach(pair -> connect(direct, pair[0], pair[1]));
    return true;
  }

  private List<Member> members(List<Edge> links) {
    Map<String, Set<String>> evidence = new HashMap<>();
    Map<String, Double> probability = new HashMap<>();
    for (Edge link : links) {
      if (clusterOf(link.left()) == clusterOf(link.right())) {
        for (String account : List.of(link.left(), link.right())) {
          evidence.computeIfAbsent(account, a -> new TreeSet<>()).addAll(link.evidence());
          probability.merge(account, link.probability(), Math::max);
        }
      }
    }
    var keys = new IdentityHashMap<Set<String>, String>();
    List<Member> members = new ArrayList<>();
    new TreeMap<>(clusters)
        .forEach(
            (account, cluster) -> {
              // accounts come in order, so the first of a cluster is its smallest
              String key = keys.computeIfAbsent(cluster, c -> account);
              Set<String> by = evidence.getOrDefault(account, Set.of("single"));
              members.add(
                  new Member(
                      account, key, probability.getOrDefault(account, 1.0), List.copyOf(by)));
            });
    return members;
  }

  private Set<String> clusterOf(String account) {
    return clusters.computeIfAbsent(account, a -> new HashSet<>(Set.of(a)));
  }

  private static void connect(Map<String, Set<String>> graph, String a, String b) {
    graph.computeIfAbsent(a, k -> new HashSet<>()).add(b);
    graph.computeIfAbsent(b, k -> new HashSet<>()).add(a);
  }

  private static String platform(String uid) {
    return uid.substring(0, uid.indexOf(':'));
  }
}
