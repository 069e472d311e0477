package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void theyEqualAUnionFind() {
    for (long seed = 0; seed < 4; seed++) {
      var random = new Random(seed);
      List<String[]> edges = new ArrayList<>();
      for (int i = 0; i < 120; i++) {
        edges.add(new String[] {"n" + random.nextInt(140), "n" + random.nextInt(140)});
      }
      assertComponents(edges, 1 + random.nextInt(4));
    }
  }

  @Test
  void longChainsSettle() {
    List<String[]> chain = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      chain.add(new String[] {"n" + (i * 37) % 211, "n" + ((i + 1) * 37) % 211});
    }
    assertComponents(chain, 3);
  }

  @Test
  void noEdgesMakeNoComponents() {
    assertComponents(List.of(), 1);
  }

  private static void assertComponents(List<String[]> edges, int partitions) {
    var schema = new StructType().add("a", DataTypes.StringType).add("b", DataTypes.StringType);
    List<Row> rows = edges.stream().map(e -> RowFactory.create(e[0], e[1])).toList();
    Dataset<Row> frame = SparkFixture.spark().createDataFrame(rows, schema).repartition(partitions);
    Map<String, String> found = new TreeMap<>();
    Components.of(frame)
        .collectAsList()
        .forEach(r -> assertEquals(null, found.put(r.getString(0), r.getString(1))));
    assertEquals(unionFind(edges), found);
  }

  private static Map<String, String> unionFind(List<String[]> edges) {
    Map<String, String> parents = new TreeMap<>();
    for (String[] edge : edges) {
      String a = root(parents, edge[0]);
      String b = root(parents, edge[1]);
      if (!a.equals(b)) {
        parents.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
        parents.putIfAbsent(a.compareTo(b) < 0 ? a : b, a.compareTo(b) < 0 ? a : b);
      }
    }
    Map<String, String> roots = new TreeMap<>();
    parents.keySet().forEach(node -> roots.put(node, root(parents, node)));
    return roots;
  }

  private static String root(Map<String, String> parents, String node) {
    String at = node;
    while (!parents.getOrDefault(at, at).equals(at)) {
      at = parents.get(at);
    }
    return at;
  }
}
