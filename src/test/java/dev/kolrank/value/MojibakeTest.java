package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MojibakeTest {

  private static final String HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

  /** UTF-8 read as windows-1252, as browsers read it. */
  private static String damage(String text) {
    StringBuilder damaged = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int unsigned = b & 0xff;
      damaged.append(
          unsigned >= 0x80 && unsigned < 0xa0 ? HIGH.charAt(unsigned - 0x80) : (char) unsigned);
    }
    return damaged.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cafÃ© crÃ¨me                     | café crème
          MÃ©xico                          | México
          CANCIÃ“N DEL AÃ‘O                | CANCIÓN DEL AÑO
          donâ€™t stop â€” â€œnowâ€\u009d   | don’t stop — “now”
          wait forâ€¦it                     | wait for…it
          dziÄ™ki                          | dzięki
          Ã…rhus                           | Århus
          Â© 2022                          | © 2022
          cut hereâ€™s an endâ€             | cut here’s an endâ€
          """)
  void repairsWhatReadersSee(String damaged, String text) {
    assertEquals(text, Mojibake.repair(damaged));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "你好，世界",
        "컴백 무대",
        "こんにちは",
        "Привет, мир",
        "שלום עולם",
        "مرحبا",
        "Γειά σου",
        "hi 👋🏽 there",
        "déjà vu",
        "Ærøskøbing",
        "Größe",
        "łódź",
        "नमस्ते",
        "Tiếng Việt",
        "🚀 launch",
        "▶ Music",
        "️⃣ 1️⃣"
      })
  void undoesOneAndTwoRounds(String text) {
    assertEquals(text, Mojibake.repair(damage(text)));
    assertEquals(text, Mojibake.repair(damage(damage(text))));
    assertTrue(Mojibake.isDamaged(damage(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "déjà vu",
        "Ã",
        "Ã alone",
        "NÃO",
        "SÃO PAULO",
        "IRMÃ…",
        "CAFÉ…",
        "“CAFÉ”",
        "été…»",
        "voilà…”",
        "un exposé…”",
        "¿Qué? ¡Olé!",
        "Straße™",
        "Spaß… und Gruß”",
        "2×½",
        "10×°",
        "Â l’aube",
        "naïve façade",
        "Übergröße",
        "ÅÄÖ åäö",
        "Œuvre — 50 €",
        "© 2022 – tous droits réservés",
        "emoji 😀👨‍👩‍👧",
        "你好，世界",
        "Привет…",
        "Ñandú",
        "l'été «chaud»",
        "RÉSUMÉ²",
        "É…",
        "MÊME…",
        "ÇA… OUÏ…",
        "D’ACCORD… CRÉÉ”",
        "Tiếng Việt… đã",
        "ŽIŽEK",
        "señor·a",
        "10 µm ± 2",
        "ª º °"
      })
  void leavesOrdinaryTextAlone(String text) {
    assertEquals(text, Mojibake.repair(text));
    assertFalse(Mojibake.isDamaged(text));
  }

  @Test
  void repairsTheDamagedPartOfAMixedText() {
    assertEquals("déjà 你好", Mojibake.repair("déjà " + damage("你好")));
  }

  @Test
  void answersNullToNull() {
    assertNull(Mojibake.repair(null));
  }

  @Property
  void undoesDamage(@ForAll("texts") String text) {
    Assume.that(!Mojibake.isDamaged(text));
    assertEquals(text, Mojibake.repair(damage(text)));
    assertEquals(text, Mojibake.repair(damage(damage(text))));
  }

  @Property
  void leavesTextOfOtherScriptsAlone(@ForAll("distant") String text) {
    assertEquals(text, Mojibake.repair(text));
  }

  @Property
  void neverThrows(@ForAll String text) {
    Mojibake.repair(text);
  }

  @Property
  void survivesFragments(@ForAll("fragments") String text) {
    Mojibake.repair(text);
  }

  @Test
  void isLinear() {
    String text = "ä½ å¥½ÃÂâ€".repeat(20_000);
    Mojibake.repair(text);
  }

  /** Any assigned characters, two of them side by side beyond ASCII. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> any = characters(0x20, 0x2fa1f).list().ofMaxSize(20).map(MojibakeTest::join);
    Arbitrary<String> pair = characters(0xa1, 0x2fa1f).list().ofSize(2).map(MojibakeTest::join);
    return net.jqwik.api.Combinators.combine(any, pair, any).as((a, b, c) -> a + b + c);
  }

  @Provide
  Arbitrary<String> distant() {
    return characters(0x370, 0x1fff).list().ofMaxSize(40).map(MojibakeTest::join);
  }

  @Provide
  Arbitrary<String> fragments() {
    return Arbitraries.strings().withChars("ÃÂâ€™œ\u009dðŸ˜€éàEa …”").ofMaxLength(30);
  }

  private static Arbitrary<Integer> characters(int from, int to) {
    return Arbitraries.integers()
        .between(from, to)
        .filter(c -> Character.isDefined(c) && (c < 0xd800 || c > 0xf8ff));
  }

  private static String join(Iterable<Integer> codePoints) {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }
}
