package dev.kolrank.identity;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.identity.match.NameModel;
import dev.kolrank.table.identity.NamePart;
import java.sql.Date;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

class NameLevelsTest {
  private static final List<String> NAMES =
      List.of(
          "bluewater",
          "greenfield",
          "stonebridge",
          "marigold",
          "musterfrau",
          "kingfisher",
          "zwiebelturm",
          "quetzalline");

  private static NameLevels levels() {
    Map<String, Long> grams = new HashMap<>();
    for (String name : NAMES) {
      String marked = NameModel.marked(name);
      for (int from = 0; from < marked.length(); from++) {
        for (int to = from + 1; to <= Math.min(marked.length(), from + 3); to++) {
          grams.merge(marked.substring(from, to), 1L, Long::sum);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    grams.forEach(
        (gram, count) ->
            rows.add(RowFactory.create(Date.valueOf("2026-06-28"), NamePart.GRAM, gram, count)));
    return new NameLevels(
        SparkFixture.spark(), SparkFixture.spark().createDataFrame(rows, NamePart.TABLE.schema()));
  }

  private static Column list(List<String> values) {
    return functions
        .array(values.stream().map(functions::lit).toArray(Column[]::new))
        .cast("array<string>");
  }

  /** What an account is called; its words are blank-separated. */
  private record Called(List<String> handles, List<String> names, List<String> words) {
    private Stream<Column> columns() {
      return Stream.of(list(handles), list(names), list(words));
    }
  }

  private static Called called(List<String> handles, List<String> names) {
    return new Called(handles, names, List.of());
  }

  /** Levels and excess of what two accounts are called, the same whichever comes first. */
  private static Row compared(Called one, Called other) {
    NameLevels levels = levels();
    Row both =
        SparkFixture.spark()
            .range(1)
            .select(between(levels, one, other), between(levels, other, one))
            .first();
    assertEquals(both.getStruct(0), both.getStruct(1));
    return both.getStruct(0);
  }

  private static Column between(NameLevels levels, Called one, Called other) {
    Column[] sides = Stream.concat(one.columns(), other.columns()).toArray(Column[]::new);
    return levels.of(sides, lit(0L), lit(1_000L));
  }

  private static Map<String, String> levels(
      List<String> handles,
      List<String> names,
      List<String> otherHandles,
      List<String> otherNames) {
    Row found = compared(called(handles, names), called(otherHandles, otherNames));
    return new TreeMap<>(found.<String, String>getJavaMap(0));
  }

  @Test
  void whatIsLeftOutOfTheLevelsStillTellsAmongRivals() {
    var own = called(List.of("zwiebelturm"), List.of("marigold"));
    Row same = compared(own, called(List.of("zwiebelturm"), List.of("marigold")));
    Row likeNamed = compared(own, called(List.of("qxvzjwkpy"), List.of("marigold")));
    assertEquals(Set.of("handle", "name"), same.getJavaMap(1).keySet());
    assertEquals(Set.of("name"), likeNamed.getJavaMap(1).keySet());
  }

  @Test
  void aHandleMayBeANameInShort() {
    var short_ = called(List.of("anzwie"), List.of());
    var full = new Called(List.of(), List.of("annazwiebelturm"), List.of("anna zwiebelturm"));
    String level = compared(short_, full).<String, String>getJavaMap(0).get("handle_name");
    assertTrue(level.startsWith("short_"), level);
  }

  @Test
  void ofHandleAndNameTheMoreTellingCounts() {
    Map<String, String> levels =
        levels(
            List.of("qxvzjwkpy"), List.of("marigold"), List.of("qxvzjwkpy"), List.of("marigold"));
    assertTrue(levels.get("handle").startsWith("exact_"), levels.toString());
    assertEquals(null, levels.get("name"), "as the handle's, it is the same person's choice");
  }

  @Test
  void whatAgreesInNothingIsToldOfEach() {
    assertEquals(
        Map.of("handle", "other", "name", "other", "handle_name", "other"),
        levels(List.of("xyz"), List.of("qqq"), List.of("uvw"), List.of("jjj")));
  }

  @Test
  void whatOneSideLacksIsNotCompared() {
    assertEquals(Map.of(), levels(List.of("anna"), List.of(), List.of(), List.of()));
    assertEquals(
        Map.of("handle", "other"), levels(List.of("xyz"), List.of(), List.of("uvw"), List.of()));
    Map<String, String> across =
        levels(List.of("zwiebelturm"), List.of(), List.of(), List.of("zwiebelturm"));
    assertEquals(List.of("handle_name"), List.copyOf(across.keySet()));
    assertTrue(across.get("handle_name").startsWith("exact_"), across.toString());
  }
}
