package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.engine.Progress;
import dev.kolrank.job.IdentityBench.Measured;
import dev.kolrank.simulate.Census;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark measures a night over all accounts, and one of which little changed. */
final class IdentityBenchTest {
  private static final LocalDate NIGHT = LocalDate.of(2026, 6, 28);

  @TempDir private Path folder;

  @Test
  void theNightAfterComparesOnlyWhatChanged() throws IOException {
    Path census = folder.resolve("census");
    new Census(7, 600).writeTo(census);
    var bench =
        new IdentityBench(
            SparkFixture.spark(), Settings.defaults(), census, folder.resolve("lake").toString());
    Measured first = bench.run(NIGHT, Progress.SILENT);
    bench.passOneDay();
    Measured next = bench.run(NIGHT.plusDays(1), Progress.SILENT);
    assertTrue(first.pairs() > 0 && first.fresh() >= first.pairs(), first.toString());
    assertTrue(next.fresh() > 0 && next.fresh() < first.fresh() / 2, next.toString());
    assertTrue(first.precision() > 0.9 && first.recall() > 0.3, first.toString());
    assertTrue(first.patterns() > 0 && next.patterns() == first.patterns(), next.toString());
    assertTrue(first.seconds() > 0 && first.cpuSeconds() > 0 && first.peakHeap() > 0);
  }

  @Test
  void theExponentIsThePowerOfTheAccounts() {
    Measured small = new Measured(100, 1, 1, 1, 1, 1, 1, 0, 1, 1);
    Measured large = new Measured(1_000, 1, 1, 1, 1, 1, 1, 0, 1, 1);
    assertEquals(2.0, Measured.exponent(small, large, 3, 300), 1e-12);
  }

  @Test
  void pairsOfOnePlatformDoNotCountAsInTheEvaluation() {
    List<Row> rows =
        List.of(
            RowFactory.create("x:1", "a"),
            RowFactory.create("x:2", "a"),
            RowFactory.create("weibo:3", "a"),
            RowFactory.create("weibo:4", "b"));
    var schema =
        new StructType()
            .add("account_uid", DataTypes.StringType)
            .add("kol_id", DataTypes.StringType);
    var accounts = SparkFixture.spark().createDataFrame(rows, schema);
    assertEquals(2, IdentityBench.pairs(accounts, accounts.col("kol_id")));
  }
}
