package dev.kolrank.feature.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Who turns to an account within two steps. */
class SecondDegreeTest {

  @Test
  void whoTurnsToAHubReachesWhomTheHubTurnsTo() {
    assertEquals(
        Map.of("a", 4L, "hub", 3L),
        reach(
            List.of("a:pa", "hub:ph", "x:px", "y:py", "z:pz"),
            List.of("x>hub", "y>hub", "z>hub", "hub>a", "x>a")));
  }

  @Test
  void aThirdStepIsNotCounted() {
    assertEquals(
        Map.of("b", 1L, "c", 2L, "d", 2L),
        reach(List.of("a:1", "b:2", "c:3", "d:4"), List.of("a>b", "b>c", "c>d")));
  }

  @Test
  void neitherTheAccountNorItsPersonsOthersCount() {
    assertEquals(
        Map.of("a", 2L, "b", 3L),
        reach(List.of("a:pa", "a2:pa", "b:pb", "c:pc"), List.of("a>b", "a2>b", "c>b", "b>a")));
  }

  @Test
  void aLargeHubIsEstimatedAlikeInAnyOrder() {
    List<String> people = new ArrayList<>(List.of("a:a", "hub:hub"));
    List<String> edges = new ArrayList<>(List.of("hub>a"));
    IntStream.range(0, 5_000)
        .forEach(
            i -> {
              people.add("x%d:x%d".formatted(i, i));
              edges.add("x%d>%s".formatted(i, i % 5 == 0 ? "a" : "hub"));
            });
    Dataset<Row> straight = Edges.of(edges).repartition(1);
    Map<String, Long> once = reach(people, straight, 1);
    Collections.shuffle(edges, new Random(7));
    assertEquals(once, reach(people, Edges.of(edges).repartition(7), 3));
    assertEquals(5_001, once.get("a"), 500);
    assertTrue(once.get("hub") < once.get("a"), once.toString());
  }

  private static Map<String, Long> reach(List<String> people, List<String> edges) {
    return reach(people, Edges.of(edges), 2);
  }

  private static Map<String, Long> reach(List<String> people, Dataset<Row> edges, int blocks) {
    var reach = new TreeMap<String, Long>();
    try (var graph = BlockGraph.of(edges, Edges.kin(people), blocks)) {
      for (Row row : SecondDegree.of(graph).collectAsList()) {
        reach.put(row.getString(0), row.getLong(1));
      }
    }
    return reach;
  }
}
