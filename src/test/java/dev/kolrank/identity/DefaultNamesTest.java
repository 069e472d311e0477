package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultNamesTest {
  private static final DefaultNames NAMES = DefaultNames.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "momo",
        "ＭＯＭＯ ～",
        "账号已注销",
        "帳號已註銷",
        "已注销",
        "用户已注销",
        "Deleted user",
        "[deleted]",
        "Facebook User",
        "user1234567890",
        "user8x2k1m9q0z",
        "抖音用户",
        "用户6817392045",
        "手机用户4401",
        "小红薯5F3A2B1C",
        "bili_12345678901",
        "profile.php?id=100012345",
        "id=100012345",
        "TikTok user",
        "YouTube",
        "unknown",
        "admin",
        "Official",
        "News",
        "音乐",
        ".",
        "…",
        "🌸"
      })
  void aNameThatNobodyChoseIsOne(String name) {
    assertTrue(NAMES.contains(name));
  }

  @ParameterizedTest
  @CsvSource({
    "Momo Ito, false",
    "userfriendly, false",
    "userfriendly99, false",
    "id_anna, false",
    "小红薯大王, false",
    "Newsroom Berta, false",
    "Anna 🌸, false",
    "🎮🍀🐝🌸, false",
    "🌸🌸🌸🌸, true",
    "4ever21, false"
  })
  void aNameThatOnlyLooksLikeOneIsNot(String name, boolean expected) {
    assertEquals(expected, NAMES.contains(name));
  }

  @Test
  void anOperatorAddsNamesAndRuns() {
    DefaultNames more = DefaultNames.with(List.of("Neuer Kanal", "gast_#"));
    assertTrue(more.contains("neuer kanal"));
    assertTrue(more.contains("Gast 48213"));
    assertTrue(more.contains("momo"), "the known ones stay");
    assertEquals(false, NAMES.contains("Neuer Kanal"));
    assertNotEquals(NAMES, more);
  }
}
