package dev.kolrank.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Short names of posts; the pairs are those that the platforms' documentation shows. */
class PostIdsTest {

  @ParameterizedTest
  @CsvSource({
    "ImTGkcdDn, 4454572602912349",
    "z0JH2lOMb, 3501756485200075",
    "ImFwIjaTF, 4454028484570123",
    "4454572602912349, 4454572602912349",
    "' 4454572602912349\t', 4454572602912349"
  })
  void weibo(String text, String number) {
    assertEquals(number, PostIds.weibo(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "None", "M_ImTGkcdDn", "ImTG-cdDn", "ZZZZZZZZZ", "abc", "4.4E+15"})
  void noPostOfWeibo(String text) {
    assertNull(PostIds.weibo(text));
  }

  @ParameterizedTest
  @CsvSource({
    "BV17x411w7KC, 170001",
    "BV1L9Uoa9EUx, 111298867365120",
    "av170001, 170001",
    "AV170001, 170001",
    "170001, 170001"
  })
  void bilibili(String text, String number) {
    assertEquals(number, PostIds.bilibili(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nan", "BV17x411w7K", "BV17x411w7K0", "XX17x411w7KC", "av", "avx1"})
  void noVideoOfBilibili(String text) {
    assertNull(PostIds.bilibili(text));
  }

  @Test
  void nothing() {
    assertNull(PostIds.weibo(null));
    assertNull(PostIds.bilibili(null));
  }
}
