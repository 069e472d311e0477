package dev.kolrank.core;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.repeat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small results move to the driver, larger ones do not; readers see the same rows. */
class MaterializedTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 10, true",
    "1, 1, 10, true",
    "20000, 1, 1, true",
    "20000, 5, 1, true",
    "20001, 1, 1, false",
    "20001, 5, 1, false",
    "40, 3, 100000, true",
    "60, 3, 100000, false",
    "15000, 20, 1, true"
  })
  void limitsAreTwentyThousandRowsAndFourMebibytes(
      int rows, int partitions, int width, boolean onDriver) {
    Dataset<Row> source =
        SparkFixture.spark()
            .range(0, rows, 1, partitions)
            .select(col("id"), repeat(lit("x"), width).as("text"));
    for (Dataset<Row> found : List.of(Materialized.of(source), Materialized.cached(source))) {
      assertEquals(onDriver, Materialized.isLocal(found));
      assertEquals(ids(source), ids(found));
      assertEquals(source.schema(), found.schema());
      found.unpersist();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30_000})
  void theResultJoinsWithWhatItWasComputedFrom(int rows) {
    Dataset<Row> source = SparkFixture.spark().range(rows).toDF();
    Dataset<Row> counted =
        Materialized.of(source.groupBy(col("id")).agg(count(lit(1)).as("times")));
    assertEquals(rows, source.join(counted, "id").count());
    assertTrue(source.where(lit(false)).join(counted, "id").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30_000})
  void aFilterOfTheResultIsOnTheDriverWhereTheResultIs(int rows) {
    Dataset<Row> found = Materialized.of(SparkFixture.spark().range(rows).toDF());
    Dataset<Row> even = found.where(col("id").mod(2).equalTo(0));
    assertEquals(rows == 10, Materialized.isLocal(even));
    assertEquals(rows / 2, even.count());
    assertFalse(Materialized.isLocal(even.groupBy(col("id")).count()), "it takes a job");
  }

  private static List<Long> ids(Dataset<Row> rows) {
    return rows.select(col("id")).as(Encoders.LONG()).collectAsList().stream().sorted().toList();
  }
}
