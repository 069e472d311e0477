package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "12345",
        "1740000000000000001",
        "M_AbCdE",
        "UCaaaaaaaaaaaaaaaaaaaaaa",
        "5f00e12",
        "12e34",
        "123456789012e45678901234",
        "-abc",
        "123_456",
        "a.b",
        "1.2.3",
        "nano",
        "Nonesuch",
        "3.5x",
        "1e+"
      })
  void keepsWhatTellsThingsApart(String id) {
    assertEquals(id, Ids.clean(id));
    assertEquals(id, Ids.clean(" \ufeff" + id + "\u00a0\n"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "  ",
        "None",
        "null",
        "nan",
        "NaN",
        "-",
        "3.21098E+18",
        "3,21098E+18",
        "3E+18",
        "3.2e18",
        "1e-5",
        "123.0",
        "-1.5",
        "123.",
        "#VALOR!",
        "#N/A",
        "#NAME?",
        "undefined"
      })
  void refusesWhatDoesNot(String text) {
    assertNull(Ids.clean(text));
  }

  @Test
  void keepsLongIds() {
    String id = "a".repeat(100_000);
    assertEquals(id, Ids.clean(id));
  }

  @Property
  void keepsEveryWholeNumber(@ForAll @LongRange(min = 0) long id) {
    assertEquals(Long.toString(id), Ids.clean(Long.toString(id)));
  }

  @Property
  void neverThrows(@ForAll String text) {
    Ids.clean(text);
    Ids.clean("1" + text);
    Ids.clean("#" + text);
  }
}
