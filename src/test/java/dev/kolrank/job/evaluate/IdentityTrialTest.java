package dev.kolrank.job.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.EvaluateIdentity;
import dev.kolrank.table.gold.Validation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTrialTest {
  @TempDir private Path folder;

  @Test
  void aPairThatIsNotKeptWasComparedOrMetInLargeBlocksOrNever() {
    var world = new SmallWorld("weibo", "x");
    for (int i = 0; i < 120; i++) {
      world.with(i % 2 == 0 ? "weibo" : "x", "6" + i, null, "小明", null);
    }
    world.with("weibo", "1", "qqqqqq", null, null).with("x", "2", "jjjjjj", null, null);
    IdentityTrial trial = world.run();
    var met =
        trial.met(
            List.of(
                new Faults.Pair("weibo:1", "x:2"),
                new Faults.Pair("weibo:60", "x:61"),
                new Faults.Pair("weibo:90", "x:80")));
    assertEquals(
        Map.of(
            new Faults.Pair("weibo:60", "x:61"),
            IdentityTrial.Meeting.TOO_LARGE,
            new Faults.Pair("weibo:90", "x:80"),
            IdentityTrial.Meeting.COMPARED),
        met);
  }

  @Test
  void reliabilityIsKeptWithWhatWasExpectedInAnyLocale() {
    var bin = new Evaluation.Bin(0.9, 4, 0.95, Agreement.share(3, 4));
    var evaluation =
        new Evaluation("t", "names all", List.of(), Map.of(), List.of(bin), Map.of(), List.of());
    Locale before = Locale.getDefault();
    DeltaLake lake = DeltaLake.at(SparkFixture.spark(), folder.resolve("lake").toString());
    try {
      Locale.setDefault(Locale.GERMANY);
      EvaluateIdentity.keep(lake, evaluation, Instant.EPOCH);
    } finally {
      Locale.setDefault(before);
    }
    List<String> kept =
        lake
            .read(Validation.TABLE)
            .orderBy(Validation.MEASURE.col())
            .select(
                Validation.SCOPE.col(),
                Validation.MEASURE.col(),
                Validation.VALUE.col(),
                Validation.LOW.col().isNotNull(),
                Validation.COUNT.col())
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
    assertEquals(
        List.of(
            "[probability from 0.9,expected,0.95,false,4]",
            "[probability from 0.9,reliability,0.75,true,4]"),
        kept);
  }
}
