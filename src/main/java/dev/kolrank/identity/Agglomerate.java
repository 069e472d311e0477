package dev.kolrank.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Parts the accounts of one component into people by average link: of all clusters with a link
 * between them, those become one whose pairs are the most probable on average, while the rule
 * allows. A join that would put two accounts of one platform together counts only where those two
 * are linked directly, both ways or by a must-link; one that would join what a cannot-link parts
 * never counts. Must-links go first.
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

    boolean isForbidden() {
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

  /** A join that may come next; it holds while neither cluster has grown. */
  private record Join(Cluster left, Cluster right, int sizes, double mean, Bond bond) {
    static final Comparator<Join> BEST_FIRST =
        Comparator.comparingDouble(Join::mean)
            .thenComparingDouble(j -> j.bond().best())
            .thenComparingDouble(j -> j.bond().support())
            .reversed()
            .thenComparing(j -> j.left().first())
            .thenComparing(j -> j.right().first());

    boolean holds() {
      return left.isAlive() && right.isAlive() && sizes == left.size() + right.size();
    }
  }

  /** Accounts that are one person, as far as is known. */
  private static final class Cluster {
    private final TreeSet<String> accounts = new TreeSet<>();
    private final Map<Cluster, Bond> bonds = new HashMap<>();
    private boolean joinedAnother;

    String first() {
      return accounts.first();
    }

    int size() {
      return accounts.size();
    }

    boolean isAlive() {
      return !joinedAnother;
    }
  }

  private final ClusterRule rule;
  private final Map<String, Cluster> clusters = new TreeMap<>();
  private final Map<String, Set<String>> direct = new HashMap<>();
  private final PriorityQueue<Join> joins = new PriorityQueue<>(Join.BEST_FIRST);

  private Agglomerate(ClusterRule rule) {
    this.rule = rule;
  }

  /** The members of all clusters, by account. */
  static List<Member> cluster(Collection<Edge> given, ClusterRule rule) {
    // sums of fractions go in one order
    List<Edge> edges =
        given.stream().sorted(Comparator.comparing(Edge::left).thenComparing(Edge::right)).toList();
    var state = new Agglomerate(rule);
    edges.forEach(state::read);
    edges.stream().filter(Edge::isMust).forEach(state::joinMust);
    List.copyOf(state.clusters.values()).forEach(state::propose);
    state.joinAll();
    return state.members(edges);
  }

  private void read(Edge edge) {
    Cluster left = clusterOf(edge.left());
    Cluster right = clusterOf(edge.right());
    Bond bond = Bond.of(edge);
    left.bonds.merge(right, bond, Bond::and);
    right.bonds.merge(left, bond, Bond::and);
    if (edge.isMutual()) {
      connect(edge.left(), edge.right());
    }
  }

  /** A must-link makes all accounts of one platform that it joins directly linked. */
  private void joinMust(Edge edge) {
    Cluster left = clusterOf(edge.left());
    Cluster right = clusterOf(edge.right());
    if (left != right && !left.bonds.get(right).isForbidden()) {
      for (String a : left.accounts) {
        right.accounts.stream().filter(b -> sharePlatform(a, b)).forEach(b -> connect(a, b));
      }
      join(left, right);
    }
  }

  private void joinAll() {
    while (!joins.isEmpty()) {
      Join next = joins.poll();
      if (next.holds() && allows(next)) {
        propose(join(next.left(), next.right()));
      }
    }
  }

  /** Puts the joins of a cluster in the queue; those that will never be allowed are left out. */
  private void propose(Cluster cluster) {
    cluster.bonds.forEach(
        (other, bond) -> {
          if (bond.linked() == 0 || bond.isForbidden()) {
            return;
          }
          if (rule.suffices(bond, cluster.size(), other.size())) {
            double mean = rule.mean(bond, (long) cluster.size() * other.size());
            boolean inOrder = cluster.first().compareTo(other.first()) < 0;
            joins.add(
                new Join(
                    inOrder ? cluster : other,
                    inOrder ? other : cluster,
                    cluster.size() + other.size(),
                    mean,
                    bond));
          }
        });
  }

  private boolean allows(Join join) {
    for (String a : join.left().accounts) {
      for (String b : join.right().accounts) {
        if (sharePlatform(a, b) && !direct.getOrDefault(a, Set.of()).contains(b)) {
          return false;
        }
      }
    }
    return true;
  }

  /** One cluster of two; the smaller joins the larger. */
  private Cluster join(Cluster left, Cluster right) {
    boolean leftIsLarger = left.size() >= right.size();
    Cluster into = leftIsLarger ? left : right;
    Cluster from = leftIsLarger ? right : left;
    from.joinedAnother = true;
    into.accounts.addAll(from.accounts);
    from.accounts.forEach(account -> clusters.put(account, into));
    into.bonds.remove(from);
    from.bonds.forEach(
        (other, bond) -> {
          other.bonds.remove(from);
          if (other != into) {
            into.bonds.merge(other, bond, Bond::and);
            other.bonds.put(into, into.bonds.get(other));
          }
        });
    from.bonds.clear();
    return into;
  }

  private List<Member> members(List<Edge> edges) {
    Map<String, Set<String>> evidence = new HashMap<>();
    Map<String, Double> probability = new HashMap<>();
    for (Edge edge : edges) {
      if (edge.linked() && clusterOf(edge.left()) == clusterOf(edge.right())) {
        for (String account : List.of(edge.left(), edge.right())) {
          evidence.computeIfAbsent(account, a -> new TreeSet<>()).addAll(edge.evidence());
          probability.merge(account, edge.probability(), Math::max);
        }
      }
    }
    List<Member> members = new ArrayList<>();
    clusters.forEach(
        (account, cluster) ->
            members.add(
                new Member(
                    account,
                    cluster.first(),
                    probability.getOrDefault(account, 1.0),
                    List.copyOf(evidence.getOrDefault(account, Set.of("single"))))));
    return members;
  }

  private Cluster clusterOf(String account) {
    return clusters.computeIfAbsent(
        account,
        a -> {
          var cluster = new Cluster();
          cluster.accounts.add(a);
          return cluster;
        });
  }

  private void connect(String a, String b) {
    direct.computeIfAbsent(a, k -> new HashSet<>()).add(b);
    direct.computeIfAbsent(b, k -> new HashSet<>()).add(a);
  }

  private static boolean sharePlatform(String a, String b) {
    return platform(a).equals(platform(b));
  }

  private static String platform(String uid) {
    return uid.substring(0, uid.indexOf(':'));
  }
}
