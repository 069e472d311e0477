package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.table.identity.AccountPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class WebsTest {

  @Test
  void aSmallComponentIsWhole() {
    assertEquals("[a:1, b:1, c:1] [a:2, b:2]", webs(3, "a:1 b:1 0.5, b:1 c:1 0.5, a:2 b:2 0.9"));
  }

  @Test
  void aLargeOneKeepsWhatIsBestForBoth() {
    assertEquals(
        "[a:1, b:1, c:1] [a:2, b:2, c:2]",
        webs(
            3,
            "a:1 b:1 0.95, a:1 c:1 0.95, b:1 c:1 0.95, a:2 b:2 0.95, a:2 c:2 0.95,"
                + " a:1 b:2 0.9, b:1 c:2 0.9"));
  }

  @Test
  void aChainIsCutWhereItIsWeakest() {
    assertEquals(
        "[a:1, b:1, c:1] [d:1, e:1]",
        webs(4, "a:1 b:1 0.95, b:1 c:1 0.95, c:1 d:1 0.6, d:1 e:1 0.95"));
  }

  @Test
  void mustLinksHoldWhatever() {
    assertEquals(
        "[a:1, a:2, a:3] [b:1, c:1]",
        webs(2, "a:1 a:2 must, a:2 a:3 must, a:3 b:1 0.95, b:1 c:1 0.99"));
  }

  @Test
  void noComponentIsTooLargeAndNoneJoinsWhatWasApart() {
    var random = new Random(11);
    Map<String, String> links = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      String a = "%c:%d".formatted('a' + random.nextInt(4), random.nextInt(60));
      String b = "%c:%d".formatted('a' + random.nextInt(4), random.nextInt(60));
      if (a.compareTo(b) < 0) {
        links.put(a + " " + b, a + " " + b + " 0." + (6 + random.nextInt(3)));
      }
    }
    String text = String.join(", ", links.values());
    List<Set<String>> wholes = webs(10_000, pairs(text));
    List<Set<String>> split = webs(8, pairs(text));
    assertTrue(wholes.stream().anyMatch(w -> w.size() > 100), "nothing is to be split");
    for (Set<String> web : split) {
      assertTrue(web.size() <= 8, web::toString);
      assertTrue(wholes.stream().anyMatch(w -> w.containsAll(web)), web::toString);
    }
  }

  private static String webs(int largest, String links) {
    return String.join(" ", webs(largest, pairs(links)).stream().map(Set::toString).toList());
  }

  private static List<Set<String>> webs(int largest, Dataset<Row> pairs) {
    Map<String, Set<String>> found = new TreeMap<>();
    for (Row row : Webs.of(pairs, largest).collectAsList()) {
      String component = row.getAs(Components.COMPONENT);
      found.computeIfAbsent(component, c -> new TreeSet<>()).add(row.getAs(Components.NODE));
    }
    return found.values().stream().filter(w -> w.size() > 1).toList();
  }

  private static Dataset<Row> pairs(String links) {
    List<Row> rows = new ArrayList<>();
    for (String link : links.split(", *", -1)) {
      String[] part = link.split(" ", -1);
      boolean must = part[2].equals("must");
      rows.add(
          RowFactory.create(
              null,
              part[0],
              part[1],
              List.of(must ? Findings.MUST_LINK : "bio").toArray(),
              1.0,
              true,
              must ? 1.0 : Double.parseDouble(part[2]),
              null,
              new Row[0]));
    }
    return SparkFixture.spark().createDataFrame(rows, AccountPair.TABLE.schema());
  }
}
