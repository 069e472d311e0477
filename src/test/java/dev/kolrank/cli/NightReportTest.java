package dev.kolrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.engine.Runner;
import dev.kolrank.job.Summary;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closing lines of a run without a ranking. */
class NightReportTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "true, nobody is ranked: no record was read",
    "false, no ranking of 2026-06-28 yet: run the night without --only"
  })
  void onlyAWholeRunSaysThatNobodyIsRanked(boolean published, String line) {
    var printed = new StringWriter();
    var outcome = new Runner.Outcome(Map.of("bronze.ingested_file", 1L), List.of());
    var summary =
        new Summary(
            LocalDate.of(2026, 6, 28),
            1,
            1,
            0,
            List.of(),
            List.of(),
            List.of(),
            outcome,
            published);
    new NightReport(SparkFixture.spark(), folder.toString())
        .print(summary, new PrintWriter(printed));
    List<String> lines = printed.toString().lines().toList();
    assertTrue(lines.contains(line), printed::toString);
    assertEquals(1, lines.stream().filter(l -> l.contains("rank")).count(), printed::toString);
  }
}
