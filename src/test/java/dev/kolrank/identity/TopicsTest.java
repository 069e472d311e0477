package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TopicsTest {
  private static final Map<String, Double> RARITY =
      Map.of("sourdough", 5.0, "crumb", 4.0, "oven", 3.0, "rye", 3.0, "knife", 2.0, "today", 1.0);

  @Test
  void whatIsSaidOftenAndByFewTellsMost() {
    List<String> words =
        List.of("today", "crumb", "oven", "today", "rye", "sourdough", "knife", "crumb");
    assertEquals(
        List.of("crumb", "sourdough", "oven", "rye", "knife", "today"), Topics.pick(words, RARITY));
  }

  @Test
  void wordsThatNobodyElseUsesDoNotCount() {
    List<String> words =
        List.of("zzq", "zzq", "zzq", "crumb", "oven", "rye", "sourdough", "knife", "today");
    assertEquals(
        List.of("sourdough", "crumb", "oven", "rye", "knife", "today"), Topics.pick(words, RARITY));
  }

  @Test
  void whoSaysLittleHasNoTopics() {
    assertNull(Topics.pick(List.of("crumb", "oven", "rye", "crumb", "knife", "today"), RARITY));
    assertNull(Topics.pick(List.of(), RARITY));
  }

  @Test
  void noMoreThanTwentyAreKept() {
    Map<String, Double> many = new HashMap<>();
    List<String> words = IntStream.range(10, 40).mapToObj(i -> "w" + i).toList();
    words.forEach(w -> many.put(w, 1.0));
    assertEquals(
        Stream.iterate(10, i -> i + 1).limit(20).map(i -> "w" + i).toList(),
        Topics.pick(words, many));
  }
}
