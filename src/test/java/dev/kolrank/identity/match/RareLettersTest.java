package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.identity.match.Likeness.Found;
import dev.kolrank.identity.match.Likeness.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names of letters that are two chars each, and of none at all. */
class RareLettersTest {
  private static final List<String> NAMES =
      List.of("🎮", "🍀", "🎸🎮", "🐝", "🌸🐝", "𠮷野", "𠮷田", "野口", "田中", "anna", "4711", "0815");
  private static final Likeness LIKENESS =
      new Likeness(new NameModel(grams()), new Affixes(List.of("🎸"), List.of("tv")));

  /** Runs of up to three letters, counted as Spark does it. */
  private static Map<String, Long> grams() {
    Map<String, Long> grams = new HashMap<>();
    for (String name : NAMES) {
      int[] letters = NameModel.marked(name).codePoints().toArray();
      for (int from = 0; from < letters.length; from++) {
        for (int many = 1; many <= Math.min(3, letters.length - from); many++) {
          grams.merge(new String(letters, from, many), 1L, Long::sum);
        }
      }
    }
    return grams;
  }

  private static String level(String one, String other) {
    return LIKENESS
        .between(List.of(one), List.of(other), 0, 1_000)
        .map(Comparison::levelOf)
        .orElse(Comparison.OTHER);
  }

  private static Kind kind(String one, String other) {
    return LIKENESS.between(List.of(one), List.of(other), 0, 1_000).map(Found::kind).orElseThrow();
  }

  @Test
  void twoEmojiHaveNothingInCommonThoughTheirFirstCharsAreOne() {
    assertEquals("🎮".charAt(0), "🍀".charAt(0));
    assertEquals(Comparison.OTHER, level("🎮", "🍀"));
    assertEquals(Comparison.OTHER, level("🎮🎸🌸🐢", "🍀🍁🍂🍃"));
    assertEquals(Kind.EXACT, kind("🎮", "🎮"));
    assertNotEquals(
        Kind.CLOSE, kind("🎮🎸🌸", "🎮🎸🌷"), "two of three letters, not five of six chars");
  }

  @Test
  void twoRareHanSignsHaveNothingInCommonEither() {
    assertEquals("𠮷".charAt(0), "𠮟".charAt(0));
    assertEquals(Comparison.OTHER, level("𠮷", "𠮟"));
    assertEquals(Kind.WHOLE, kind("𠮷野", "𠮷野浩二"));
    assertEquals(Kind.CORE, kind("𠮷野三", "𠮷野浩二"));
  }

  @Test
  void keysAreWholeLetters() {
    for (String name : List.of("🎮🎸🌸🐢", "𠮷野浩二", "anna🎮")) {
      for (String key : LIKENESS.keys(name, 8)) {
        assertTrue(
            key.codePoints()
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE),
            name + ": " + key);
      }
    }
    var shared = new HashSet<>(LIKENESS.keys("🎮🎸🌸", 8));
    shared.retainAll(LIKENESS.keys("🍀🍁🍂", 8));
    assertEquals(new HashSet<>(), shared);
  }

  @Test
  void aNameWithoutLettersStandsWholeInNoOther() {
    assertEquals(Kind.EXACT, kind("4711", "4711"));
    assertEquals(Kind.CORE, kind("4711", "47110815"));
    assertEquals(Kind.CORE, kind("🎮", "anna🎮"));
    assertEquals(Kind.WHOLE, kind("anna", "anna4711"));
  }

  @Test
  void aRareLetterIsOneWhenAffixesGo() {
    var affixes = new Affixes(List.of("🎸"), List.of());
    assertEquals("🎸🎮", affixes.strip("🎸🎮"), "one letter would remain, not two");
    assertEquals("𠮷", new Affixes(List.of(), List.of("tv")).strip("𠮷tv"));
  }
}
