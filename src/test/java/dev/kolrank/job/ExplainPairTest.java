package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
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
}
