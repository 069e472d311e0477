package dev.kolrank.feature.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Ranks of small graphs, computed by hand, and of random ones however they come. */
class PageRankTest {

  @Test
  void onACycleAllAreEqual() {
    assertRanks(Map.of("a", 1.0, "b", 1.0, "c", 1.0), List.of(), "a>b", "b>c", "c>a");
  }

  @Test
  void whatTheMiddleOfAStarHoldsGoesToAllAlike() {
    // leaves x, the middle x + 3 * 0.85 x, together 6.55 x = 4
    double x = 4 / 6.55;
    assertRanks(Map.of("a", 3.55 * x, "b", x, "c", x, "d", x), List.of(), "b>a", "c>a", "d>a");
  }

  @Test
  void anAccountPartsWhatItHoldsByWeight() {
    double x = 3 / 3.85;
    assertRanks(Map.of("a", x, "b", 1.6375 * x, "c", 1.2125 * x), List.of(), "a>b*3", "a>c*1");
  }

  @Test
  void whoTurnsToOthersAllDayGivesThemNoMore() {
    assertEquals(
        ranks(List.of(), "a>b", "c>d", "d>c").get("b")[0],
        ranks(List.of(), "a>b*90", "c>d", "d>c").get("b")[0],
        1e-8);
  }

  @Test
  void chanceOfANicheVisitsItsAccountsOnly() {
    // art: a = x, b = 0.85 x, c = 0.7225 x, together 1; food: b = y, c = 1.85 y, together 2
    double x = 1 / 2.5725;
    double y = 2 / 2.85;
    double z = 3 / 5.4225;
    Map<String, double[]> ranks = ranks(List.of("a:a:art", "b:b:food", "c:c:food"), "a>b", "b>c");
    assertArrayEquals(new double[] {z, x, 0}, ranks.get("a"), 1e-5);
    assertArrayEquals(new double[] {1.85 * z, 0.85 * x, y}, ranks.get("b"), 1e-5);
    assertArrayEquals(new double[] {2.5725 * z, 0.7225 * x, 1.85 * y}, ranks.get("c"), 1e-5);
  }

  @Test
  void nichesAndAccountsOutsideTheGraphDoNotCount() {
    Map<String, double[]> ranks = ranks(List.of("a:a:art", "b:b", "z:z:sports"), "a>b", "b>a");
    assertEquals(2, ranks.size());
    assertArrayEquals(new double[] {1, 1 / 1.85}, ranks.get("a"), 1e-5);
    assertArrayEquals(new double[] {1, 0.85 / 1.85}, ranks.get("b"), 1e-5);
  }

  @Test
  void aCycleIsSettledAfterOneRoundAndNoGraphTakesMoreThanAHundred() {
    assertEquals(1, rank(Edges.of("a>b", "b>a"), List.of(), 1).rounds());
    int rounds = rank(Edges.of("a>b", "b>a", "c>a"), List.of(), 1).rounds();
    assertTrue(rounds > 50 && rounds <= PageRank.MOST_ROUNDS, rounds + " rounds");
  }

  @Test
  void noBitHangsOnBlocksPartitionsOrTheOrderOfRows() {
    var random = new Random(7);
    var edges = new TreeSet<String>();
    List<String> kin = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      kin.add("u%d:p%d:n%d".formatted(i, i, random.nextInt(3)));
    }
    for (int i = 0; i < 300; i++) {
      int from = random.nextInt(60);
      int to = random.nextInt(1 + random.nextInt(60));
      if (from != to) {
        edges.add("u%d>u%d*%d".formatted(from, to, 1 + (from + to) % 9));
      }
    }
    List<String> shuffled = new ArrayList<>(edges);
    var straight = rank(Edges.of(shuffled).repartition(1), kin, 1);
    Collections.shuffle(shuffled, random);
    Collections.shuffle(kin, random);
    var other = rank(Edges.of(shuffled).repartition(5), kin, 4);
    Map<String, List<Long>> mass = mass(straight);
    assertEquals(mass, mass(other));
    assertEquals(straight.rounds(), other.rounds());
    long all = mass.values().stream().mapToLong(m -> m.get(0)).sum();
    long accounts = mass.size();
    assertTrue(all <= accounts * PageRank.PARTS && all > accounts * (PageRank.PARTS - 1));
  }

  private static void assertRanks(Map<String, Double> expected, List<String> kin, String... edges) {
    Map<String, double[]> ranks = ranks(kin, edges);
    assertEquals(expected.keySet(), ranks.keySet());
    expected.forEach((account, rank) -> assertEquals(rank, ranks.get(account)[0], 1e-5, account));
  }

  private static Map<String, double[]> ranks(List<String> kin, String... edges) {
    var ranks = new TreeMap<String, double[]>();
    mass(rank(Edges.of(edges), kin, 2))
        .forEach(
            (account, mass) ->
                ranks.put(
                    account,
                    mass.stream().mapToDouble(m -> (double) m / PageRank.PARTS).toArray()));
    return ranks;
  }

  private static PageRank.Result rank(Dataset<Row> edges, List<String> kin, int blocks) {
    try (var graph = BlockGraph.of(edges, Edges.kin(kin), blocks)) {
      return PageRank.of(graph);
    }
  }

  private static Map<String, List<Long>> mass(PageRank.Result result) {
    var mass = new TreeMap<String, List<Long>>();
    for (Row row : result.rows().collectAsList()) {
      mass.put(row.getString(0), row.getList(2));
    }
    return mass;
  }
}
