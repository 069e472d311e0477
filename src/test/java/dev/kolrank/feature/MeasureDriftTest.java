package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.FeatureDrift;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class MeasureDriftTest {

  @Test
  void binsAreHalfPowersOfTwoOfThousandths() {
    Row row =
        measured("account_uid | engagement_band\nx:1 | 0\nx:2 | 0.001\nx:3 | -0.003\nx:4 | null");
    assertEquals(4, row.<Long>getAs("rows"));
    assertEquals(0.25, row.<Double>getAs("null_share"));
    assertEquals(-0.003, row.<Double>getAs("least"));
    assertEquals(0.001, row.<Double>getAs("greatest"));
    assertEquals(
        Map.of(0, 1L, 2, 1L, -4, 1L), row.getJavaMap(row.fieldIndex(FeatureDrift.BINS.name())));
    assertNull(row.getAs("psi_7"));
  }

  @Test
  void theNightsSevenAndTwentyEightDaysAgoAreComparedWith() {
    String values =
        IntStream.range(0, 60).mapToObj("x:%d | 0\n"::formatted).collect(Collectors.joining());
    List<Row> rows =
        given(AccountFeature.COMPUTED, "account_uid | engagement_band\n" + values)
            .givenPrevious(
                FeatureDrift.TABLE,
                """
                as_of      | entity  | feature         | null_share | bins
                2026-06-22 | account | engagement_band | 0.9        | {0: 60}
                2026-06-21 | account | engagement_band | 0.5        | {0: 60}
                2026-06-20 | account | engagement_band | 0.8        | {0: 60}
                2026-05-30 | account | engagement_band | 0.25       | {2: 60}
                2026-06-01 | account | engagement_band | 0.8        | {0: 60}
                """)
            .when(new MeasureDrift())
            .rows();
    Row row = band(rows);
    assertEquals("2026-06-21", row.getAs("compared_7").toString());
    assertEquals(0.5, row.<Double>getAs("null_share_7"));
    assertEquals(0.0, row.<Double>getAs("psi_7"), 1e-12);
    assertEquals("2026-05-30", row.getAs("compared_28").toString());
    // twice (60.5 - 0.5) / 61 * ln(60.5 / 0.5)
    assertEquals(2 * 60 / 61.0 * Math.log(121), row.<Double>getAs("psi_28"), 1e-9);
  }

  @Test
  void fewValuesCannotDrift() {
    assertNull(Distribution.index(Map.of(0, 49L), Map.of(0, 1000L)));
    assertNull(Distribution.index(Map.of(0, 1000L), Map.of(0, 49L)));
    assertEquals(0, Distribution.index(Map.of(0, 50L, 1, 50L), Map.of(0, 50L, 1, 50L)), 1e-12);
  }

  private static Row measured(String computed) {
    return band(given(AccountFeature.COMPUTED, computed).when(new MeasureDrift()).rows());
  }

  private static Row band(List<Row> rows) {
    return rows.stream()
        .filter(r -> r.getAs(FeatureDrift.FEATURE.name()).equals("engagement_band"))
        .findFirst()
        .orElseThrow();
  }
}
