package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of posts; the pairs are those that crawlers' documents show. */
class WeiboIdsTest {

  @ParameterizedTest
  @CsvSource({
    "ImTGkcdDn, 4454572602912349",
    "z0JH2lOMb, 3501756485200075",
    "ImFwIjaTF, 4454028484570123",
    "4454572602912349, 4454572602912349",
    "' 4454572602912349\t', 4454572602912349"
  })
  void number(String text, String number) {
    assertEquals(number, WeiboIds.number(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "M_ImTGkcdDn", "ImTG-cdDn", "ZZZZZZZZZ", "abc", "4.4E+15"})
  void noNameOfAPost(String text) {
    assertNull(WeiboIds.number(text));
  }

  @Test
  void nothing() {
    assertNull(WeiboIds.number(null));
  }

  @Test
  void digitsAreWesternWhateverTheMachineSpeaks() {
    Locale usual = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("fa-IR-u-nu-arabext"));
    try {
      assertEquals("4454572602912349", WeiboIds.number("ImTGkcdDn"));
    } finally {
      Locale.setDefault(usual);
    }
  }
}
