package dev.kolrank.silver;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What disclosure.conf promises of hashtags and full-width letters. */
class DisclosureHashtagTest {

  @ParameterizedTest
  @CsvSource({
    "最高の化粧水でした#PR, true",
    "这支口红太好看了#ad, true",
    "＃ＰＲ 新しい化粧水, true",
    "thanks🙏#ad, true",
    "#ad_free music, false"
  })
  void aHashtagMayFollowTextAndIsWhole(String text, boolean discloses) {
    var row = SparkFixture.spark().range(1).select(Disclosure.load().marks(lit(text))).first();
    assertEquals(discloses, row.getBoolean(0));
  }
}
