package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.identity.match.Pattern;
import dev.kolrank.table.matching.ComparedPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Patterns are counted, and no more of them are fitted than fit. */
final class PatternsTest {
  private final List<Row> pairs = new ArrayList<>();

  @Test
  void fewPatternsAllCount() {
    pair("weibo|x", null, Map.of("name", "exact_12", "region", "same"));
    pair("weibo|x", null, Map.of("name", "exact_12", "region", "same"));
    pair("weibo|x", true, Map.of("name", "exact_12", "region", "same"));
    pair("tiktok|x", null, Map.of());
    Patterns patterns = patterns(100);
    assertEquals(3, patterns.shown());
    Map<String, String> same = Map.of("name", "exact_12", "region", "same");
    assertEquals(
        List.of(
            new Pattern("tiktok|x", Map.of(), 1, Optional.empty()),
            new Pattern("weibo|x", same, 1, Optional.of(true)),
            new Pattern("weibo|x", same, 2, Optional.empty())),
        sorted(patterns.all()));
  }

  @Test
  void ofManyRarePatternsSomeStandForAll() {
    for (int i = 0; i < 2_000; i++) {
      pair("weibo|x", null, Map.of("name", "level_" + i));
    }
    for (int i = 0; i < 2_000; i++) {
      pair("weibo|x", null, Map.of("name", "common"));
    }
    pair("weibo|x", false, Map.of("name", "labelled"));
    Patterns patterns = patterns(400);
    assertEquals(2_002, patterns.shown());
    assertTrue(patterns.all().size() < 500, "fitted are " + patterns.all().size());
    assertEquals(2_000, count(patterns, "common"), "what is common is counted as it is");
    assertEquals(1, count(patterns, "labelled"), "and so is what a person says");
    long rare = patterns.all().stream().mapToLong(Pattern::count).sum() - 2_001;
    assertEquals(2_000.0, (double) rare, 300.0, "those drawn stand for the others");
    assertEquals(patterns, patterns(400), "the same ones are drawn again");
  }

  @Test
  void ofControlsEachLevelIsCountedAlone() {
    pair("x|x", null, Map.of("name", "core_4", "region", "same"));
    pair("x|x", null, Map.of("name", "core_4", "region", "other"));
    pair("x|x", null, Map.of("name", "core_8", "link", "bio"));
    Patterns patterns = patterns(100);
    assertEquals(1, patterns.shown());
    assertEquals(
        List.of(
            new Pattern("x|x", Map.of("name", "core_8", "link", "bio"), 1, Optional.empty()),
            new Pattern("x|x", Map.of("name", "core_4"), 2, Optional.empty()),
            new Pattern("x|x", Map.of("region", "other"), 1, Optional.empty()),
            new Pattern("x|x", Map.of("region", "same"), 1, Optional.empty())),
        patterns.all());
  }

  private static List<Pattern> sorted(List<Pattern> patterns) {
    return patterns.stream()
        .sorted(Comparator.comparing(Pattern::platforms).thenComparing(Pattern::count))
        .toList();
  }

  private static long count(Patterns patterns, String level) {
    return patterns.all().stream()
        .filter(p -> level.equals(p.levels().get("name")))
        .mapToLong(Pattern::count)
        .sum();
  }

  private void pair(String platforms, Boolean label, Map<String, String> levels) {
    String uid = "x:" + pairs.size();
    pairs.add(
        RowFactory.create(
            uid,
            uid,
            platforms,
            new String[0],
            CollectionConverters.asScala(levels),
            CollectionConverters.asScala(Map.of()),
            label));
  }

  private Patterns patterns(long most) {
    Dataset<Row> compared =
        SparkFixture.spark().createDataFrame(pairs, ComparedPair.TABLE.schema());
    return Patterns.of(compared.repartition(3), most);
  }
}
