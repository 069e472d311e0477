package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.UserError;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.AccountPair;
import java.sql.Date;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class ExplainPairTest {

  @Test
  void theWeightsAddUpLineByLine() {
    Row pair =
        RowFactory.create(
            Date.valueOf("2026-06-28"),
            "weibo:1",
            "x:2",
            List.of("handle"),
            0.0,
            true,
            0.875,
            -8.0,
            List.of(
                RowFactory.create("handle", "core_9", 12.5, 10.25),
                RowFactory.create("region", "other", -1.7, 0.0)));
    Row stored =
        SparkFixture.spark()
            .createDataFrame(List.of(pair), AccountPair.TABLE.schema())
            .collectAsList()
            .get(0);
    List<String> lines = ExplainPair.lines(stored);
    assertEquals("weibo:1 and x:2, night of 2026-06-28", lines.get(0));
    assertEquals(List.of("prior", "-8.00", "-8.00"), List.of(lines.get(2).split(" +")));
    assertEquals(
        List.of("handle", "core_9", "+12.50", "+10.25", "+4.50"),
        List.of(lines.get(3).split(" +")));
    assertTrue(lines.get(4).endsWith("+2.80"), lines.get(4));
    assertEquals("linked with probability 0.8750; evidence: handle", lines.get(5));
  }

  private static Row pair(String night, String left, String right) {
    return RowFactory.create(
        Date.valueOf(night), left, right, List.of("handle"), 0.0, true, 0.875, -8.0, List.of());
  }

  private static List<String> explained(String one, String other) {
    var pairs = List.of(pair("2026-06-28", "weibo:1", "x:2"), pair("2026-06-28", "x:3", "y:4"));
    var aliases =
        List.of(
            RowFactory.create(Date.valueOf("2026-06-28"), "x:@anna", "x:2", "handle"),
            RowFactory.create(Date.valueOf("2026-06-27"), "x:@old", "x:2", "handle"));
    return ExplainPair.of(
        SparkFixture.spark().createDataFrame(pairs, AccountPair.TABLE.schema()),
        SparkFixture.spark().createDataFrame(aliases, AccountAlias.TABLE.schema()),
        one,
        other);
  }

  @Test
  void aFoldedKeyStandsForItsAccountAndItIsSaid() {
    List<String> lines = explained("x:@anna", "weibo:1");
    assertEquals("x:@anna is folded into x:2", lines.get(0));
    assertEquals("weibo:1 and x:2, night of 2026-06-28", lines.get(1));
    assertEquals("weibo:1 and x:2, night of 2026-06-28", explained("weibo:1", "x:2").get(0));
  }

  @Test
  void whatCannotBeExplainedIsSaid() {
    assertTrue(message("x:@anna", "x:2").contains("are one account: x:2"));
    String nothing = message("x:@anna", "y:4");
    assertTrue(nothing.startsWith("x:@anna is folded into x:2\nnothing brought x:2 and y:4"));
    assertTrue(message("x:@old", "weibo:1").startsWith("nothing brought x:@old"), "folded no more");
  }

  private static String message(String one, String other) {
    return assertThrows(UserError.class, () -> explained(one, other)).getMessage();
  }
}
