package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of names beside those of the lake, here one of twenty accounts. */
class CommonNamesTest {
  private static final double ACCOUNTS_OF_A_PLATFORM = 6;
  private static final Likeness LIKENESS =
      new Likeness(
          new NameModel(letters("johnsmith", "zwiebelturm", "lenazockt", "bertabackt", "momoko")),
          Affixes.of(List.of("the"), List.of("official")));

  /** Of few names single letters alone are counted. */
  private static Map<String, Long> letters(String... names) {
    Map<String, Long> letters = new HashMap<>();
    for (String name : names) {
      NameModel.marked(name)
          .codePoints()
          .forEach(c -> letters.merge(Character.toString(c), 1L, Long::sum));
    }
    return letters;
  }

  private static double excess(String one, String other) {
    return LIKENESS
        .between(List.of(one), List.of(other), 0, ACCOUNTS_OF_A_PLATFORM)
        .orElseThrow()
        .excess();
  }

  @ParameterizedTest
  @CsvSource({
    "John Smith, true",
    "Smith John, true",
    "张伟, true",
    "王芳, true",
    "María García, true",
    "Maria, true",
    "김민준, true",
    "Zwiebelturm, false",
    "John Zwiebelturm, false"
  })
  void whatVeryManyBearIsKnown(String name, boolean expected) {
    assertEquals(expected, CommonNames.shipped().contains(Spelling.name(name)));
  }

  @Test
  void aNameOfVeryManyTellsNoMoreThanChance() {
    assertTrue(excess("johnsmith", "johnsmith") <= -2);
    assertTrue(excess("johnsmith", "johnsmithofficial") <= -2);
    assertTrue(excess("maria", "mariazwiebel") <= -2, "a given name that begins another name");
    assertTrue(excess("zwiebelturm", "zwiebelturm") > 12);
  }

  @Test
  void digitsBehindACommonNameTell() {
    assertTrue(excess("johnsmith80417", "johnsmith80417") > 12);
  }

  @Test
  void aWordInTwoUnlikeNamesIsNoRarityWhereFewNamesAreKnown() {
    assertTrue(excess("lenazockt", "bertabackt") < 4, "an ending");
    assertTrue(excess("lenatanzt", "bertatanzt") < 4, "a word");
    assertTrue(excess("annazwiebelturm", "zwiebelturm") > 9, "a whole long name");
  }
}
