package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.identity.Agglomerate.Edge;
import dev.kolrank.identity.Agglomerate.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AgglomerateTest {
  private static final List<String> PLATFORMS = List.of("douyin", "weibo", "x", "youtube");

  @Test
  void theStrongestLinkGoesFirst() {
    assertClusters(
        "[tiktok:1, x:2] [x:1]",
        link("tiktok:1", "x:1", 0.9, "description"),
        link("tiktok:1", "x:2", 0.95, "bio"));
  }

  @Test
  void twoChannelsThatNameEachOtherMayBeOnePerson() {
    assertClusters(
        "[tiktok:1, x:1, x:2]",
        link("tiktok:1", "x:1", 0.95, "bio"),
        link("x:1", "x:2", 0.99, "mutual"));
  }

  @Test
  void mustLinksJoinAlsoInChains() {
    assertClusters(
        "[x:1, x:2, x:3]", link("x:1", "x:2", 1, "must_link"), link("x:2", "x:3", 1, "must_link"));
  }

  @Test
  void aCannotLinkPartsEvenMustLinked() {
    assertClusters(
        "[weibo:1, x:1] [x:2]",
        link("weibo:1", "x:1", 1, "must_link"),
        link("weibo:1", "x:2", 1, "must_link"),
        new Edge("x:1", "x:2", false, 0, 0, List.of("cannot_link")));
  }

  @Test
  void whatWasComparedInVainWeighsAgainstAJoin() {
    Edge sure = link("tiktok:1", "x:1", 0.99, "mutual");
    Edge weak = link("weibo:1", "x:1", 0.6, "name");
    assertClusters("[tiktok:1, weibo:1, x:1]", sure, weak);
    assertClusters(
        "[tiktok:1, x:1] [weibo:1]",
        sure,
        weak,
        new Edge("tiktok:1", "weibo:1", false, 0.05, 0, List.of("fan")));
  }

  @Test
  void oneThinThreadMakesNoTwoPeopleOne() {
    Edge one = link("tiktok:1", "x:1", 0.99, "name");
    Edge other = link("weibo:1", "youtube:1", 0.99, "name");
    assertClusters(
        "[tiktok:1, x:1] [weibo:1, youtube:1]", one, other, link("weibo:1", "x:1", 0.85, "name"));
    assertClusters(
        "[tiktok:1, weibo:1, x:1, youtube:1]", one, other, link("weibo:1", "x:1", 0.95, "name"));
    assertClusters(
        "[tiktok:1, weibo:1, x:1, youtube:1]",
        one,
        other,
        link("weibo:1", "x:1", 0.85, "name"),
        link("tiktok:1", "youtube:1", 0.85, "name"));
    assertClusters("[tiktok:1, weibo:1, x:1]", one, link("weibo:1", "x:1", 0.85, "name"));
  }

  @Test
  void aPageThatNamesManyIsNoChain() {
    Edge[] page = new Edge[9];
    Edge[] chain = new Edge[9];
    for (int i = 0; i < 9; i++) {
      page[i] = link("p0:1", "p%d:1".formatted(i + 1), 0.95, "bio");
      chain[i] = link("p%d:1".formatted(i), "p%d:1".formatted(i + 1), 0.55, "name");
    }
    assertEquals(1, clusters(page).size());
    assertTrue(clusters(chain).size() > 2);
  }

  @Test
  void aMemberTellsWhatLinksItInsideItsCluster() {
    List<Member> members =
        Agglomerate.cluster(
            List.of(
                link("tiktok:1", "x:1", 0.9, "description"),
                link("tiktok:1", "weibo:1", 0.95, "bio"),
                link("weibo:1", "x:1", 0.99, "mutual"),
                link("weibo:1", "youtube:1", 0.9, "description"),
                link("youtube:1", "x:9", 0.99, "mutual")),
            TestRules.RULE);
    assertEquals(
        List.of(
            new Member("tiktok:1", "tiktok:1", 0.95, List.of("bio", "description")),
            new Member("weibo:1", "tiktok:1", 0.99, List.of("bio", "mutual")),
            new Member("x:1", "tiktok:1", 0.99, List.of("description", "mutual")),
            new Member("x:9", "x:9", 0.99, List.of("mutual")),
            new Member("youtube:1", "x:9", 0.99, List.of("mutual"))),
        members);
  }

  @Test
  void noPlatformTwiceAndNoOrderMattersOnRandomGraphs() {
    for (long seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      List<Edge> edges = randomEdges(random);
      List<Member> members = Agglomerate.cluster(edges, TestRules.RULE);
      assertOnePerPlatform(edges, members, seed);
      List<Edge> shuffled = new ArrayList<>(edges);
      Collections.shuffle(shuffled, random);
      assertEquals(members, Agglomerate.cluster(shuffled, TestRules.RULE), "seed " + seed);
    }
  }

  private static void assertOnePerPlatform(List<Edge> edges, List<Member> members, long seed) {
    Set<String> direct = new TreeSet<>();
    Set<String> cannot = new TreeSet<>();
    for (Edge edge : edges) {
      String pair = edge.left() + " " + edge.right();
      if (edge.evidence().contains("mutual")) {
        direct.add(pair);
      }
      if (edge.evidence().contains("cannot_link")) {
        cannot.add(pair);
      }
    }
    for (Member a : members) {
      for (Member b : members) {
        if (a.account().compareTo(b.account()) < 0 && a.cluster().equals(b.cluster())) {
          String pair = a.account() + " " + b.account();
          boolean samePlatform = a.account().split(":", 2)[0].equals(b.account().split(":", 2)[0]);
          assertTrue(!samePlatform || direct.contains(pair), () -> pair + ", seed " + seed);
          assertTrue(!cannot.contains(pair), () -> pair + ", seed " + seed);
        }
      }
    }
  }

  private static List<Edge> randomEdges(Random random) {
    Map<String, Edge> edges = new TreeMap<>();
    for (int i = 0; i < 5 + random.nextInt(40); i++) {
      String a = account(random);
      String b = account(random);
      if (a.compareTo(b) < 0) {
        edges.put(
            a + " " + b,
            switch (random.nextInt(6)) {
              case 0 -> new Edge(a, b, false, 0, 0, List.of("cannot_link"));
              case 1 -> link(a, b, 0.99, "mutual");
              case 2 -> link(a, b, 0.95, "bio");
              default -> link(a, b, 0.9, "description");
            });
      }
    }
    return List.copyOf(edges.values());
  }

  private static String account(Random random) {
    return PLATFORMS.get(random.nextInt(PLATFORMS.size())) + ":" + random.nextInt(5);
  }

  private static Edge link(String left, String right, double probability, String evidence) {
    return new Edge(left, right, true, probability, 1, List.of(evidence));
  }

  private static void assertClusters(String expected, Edge... edges) {
    assertEquals(expected, String.join(" ", clusters(edges)));
  }

  private static List<String> clusters(Edge... edges) {
    Map<String, Set<String>> clusters = new TreeMap<>();
    for (Member member : Agglomerate.cluster(List.of(edges), TestRules.RULE)) {
      clusters.computeIfAbsent(member.cluster(), c -> new TreeSet<>()).add(member.account());
    }
    return clusters.values().stream().map(Set::toString).toList();
  }
}
