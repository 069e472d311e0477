package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostCodesTest {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @ParameterizedTest
  @CsvSource({"BV17x411w7KC, 170001", "BV1Q541167Qg, 455017605", "BV1L9Uoa9EUx, 111298867365120"})
  void readsTheNameOfABilibiliVideo(String name, long number) {
    assertEquals(number, PostCodes.bilibili(name));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "BV", "170001", "BV17x411w7K0", "BV27x411w7KC", "BV17x411w7KC_p1"})
  void readsNothingElseAsOne(String text) {
    assertNull(PostCodes.bilibili(text));
  }

  @Property
  void readsTheCodeOfAnInstagramPost(@ForAll @LongRange(min = 1L << 24) long number) {
    var code = new StringBuilder();
    for (long rest = number; rest > 0; rest /= 64) {
      code.insert(0, DIGITS.charAt((int) (rest % 64)));
    }
    assertEquals(number, PostCodes.instagram(code.toString()));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "BA", "IAAAAAAAAAA", "AAAAAAAAAAAA", "Cx AbCdEfGh", "Cx.bCdEfGhI"})
  void readsNothingElseAsACode(String text) {
    assertNull(PostCodes.instagram(text));
  }

  @Property
  void neverThrows(@ForAll String text) {
    PostCodes.bilibili(text);
    PostCodes.bilibili("BV1" + text);
    PostCodes.instagram(text);
  }
}
