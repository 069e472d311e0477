package dev.kolrank.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How links hold accounts together.
 *
 * @param accounts how many there are
 * @param links how many links
 * @param weakest the last link that a tree of the most probable ones needs to join them all
 */
record Cohesion(long accounts, long links, Link weakest) {

  /** Two accounts that the evidence links. */
  record Link(String left, String right, double probability) {
    private static final Comparator<Link> STRONGEST_FIRST =
        Comparator.comparingDouble(Link::probability)
            .reversed()
            .thenComparing(Link::left)
            .thenComparing(Link::right);
  }

  /** The cohesion of accounts between which there is at least one link. */
  static Cohesion of(Collection<Link> links) {
    Map<String, String> parents = new HashMap<>();
    Link weakest = null;
    List<Link> sorted = links.stream().sorted(Link.STRONGEST_FIRST).toList();
    for (Link link : sorted) {
      String left = root(parents, link.left());
      String right = root(parents, link.right());
      if (!left.equals(right)) {
        parents.put(left, right);
        weakest = link;
      }
    }
    return new Cohesion(parents.size(), links.size(), weakest);
  }

  double density() {
    return links / (accounts * (accounts - 1) / 2.0);
  }

  private static String root(Map<String, String> parents, String account) {
    String at = account;
    String parent = parents.computeIfAbsent(at, k -> k);
    while (!parent.equals(at)) {
      String next = parents.get(parent);
      parents.put(at, next);
      at = parent;
      parent = next;
    }
    return at;
  }
}
