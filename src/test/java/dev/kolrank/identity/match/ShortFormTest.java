package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortFormTest {

  @ParameterizedTest
  @CsvSource({
    "lspilca, laura spilca, true",
    "lspil, laura spilca, true",
    "spilcalaura, laura spilca, true",
    "aml, anna maria lopez, true",
    "alopez, anna maria lopez, true",
    "lzq, li zi qi, true",
    "lopezanna, anna maria lopez, true",
    "laura, laura spilca, false",
    "spilca, laura spilca, false",
    "xspilca, laura spilca, false",
    "lspilcax, laura spilca, false",
    "marialopezanna, anna maria lopez, false"
  })
  void twoWordsAtLeastHavePartInIt(String letters, String words, boolean isShort) {
    assertEquals(isShort, ShortForm.isOf(letters, List.of(words.split(" "))));
  }

  @Test
  void nothingIsNoShortForm() {
    assertFalse(ShortForm.isOf("", List.of("laura", "spilca")));
  }

  @Test
  void aNameMadeToBeReadInManyWaysIsReadSoon() {
    List<String> words = Collections.nCopies(5, "a".repeat(500));
    assertFalse(ShortForm.isOf("a".repeat(59) + "b", words));
    assertTrue(ShortForm.isOf("a".repeat(60), words));
  }

  @Test
  void aLongerNameCanBeShortenedInMoreWays() {
    // none to all five letters of the one, none to all six of the other, in two orders
    assertEquals(2 * 6 * 7, ShortForm.count(List.of("laura", "spilca")));
  }
}
