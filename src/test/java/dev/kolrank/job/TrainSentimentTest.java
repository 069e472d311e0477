package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.evaluate.SentimentTrial;
import dev.kolrank.silver.sentiment.LabelledText;
import dev.kolrank.silver.sentiment.Polarity;
import dev.kolrank.table.gold.Validation;
import dev.kolrank.table.models.Sentiment;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on an invented language, whose feelings only labels tell. */
class TrainSentimentTest {
  @TempDir private static Path folder;

  @Test
  void versionsFollowEachOtherAndTheTrialBeatsTheLexicon() {
    var lake = new DeltaLake(SparkFixture.spark(), folder.resolve("lake").toString());
    Map<String, List<LabelledText>> sets = Map.of("moods", moods());
    var first = TrainSentiment.run(lake, "en", sets, 2);
    var second = TrainSentiment.run(lake, "en", sets, 2);
    assertEquals(1, first.version());
    assertEquals(2, second.version());
    assertEquals(1, TrainSentiment.run(lake, "zh", sets, 2).version());
    assertEquals(3, lake.read(Sentiment.TABLE).count());
    var scores = second.trial().bySet().get("moods");
    assertEquals(1.0, scores.get(SentimentTrial.TRAINED).macroF1());
    assertEquals(0.5, scores.get(SentimentTrial.LEXICON).accuracy());
    assertEquals(40, scores.get(SentimentTrial.TRAINED).texts());
  }

  @Test
  void measuresAreKept() {
    var lake = new DeltaLake(SparkFixture.spark(), folder.resolve("kept").toString());
    var trial = SentimentTrial.of(lake.spark(), "en", Map.of("moods", moods()), 2);
    EvaluateSentiment.keep(lake, "en", trial, Instant.parse("2026-06-28T00:00:00Z"));
    var rows =
        lake.read(Validation.TABLE)
            .where("method = 'trained' and measure = 'macro_f1'")
            .select("subject", "truth", "variant", "value", "count")
            .collectAsList();
    assertEquals("[[sentiment,moods,en,1.0,40]]", rows.toString());
  }

  @Test
  void equalTextsAreNeverOnBothSides() {
    var sets = new ArrayList<LabelledText>();
    for (int i = 0; i < 40; i++) {
      // each text has a word of its own beside a label by chance: only who saw it can know it
      String word =
          Integer.toString(i, 2).replace('0', 'a').replace('1', 'o') + "x" + (char) ('a' + i % 26);
      Polarity polarity = i * 7919 % 13 % 2 == 0 ? Polarity.POSITIVE : Polarity.NEGATIVE;
      sets.add(new LabelledText(word, polarity));
      sets.add(new LabelledText(word, polarity));
    }
    var trial = SentimentTrial.of(SparkFixture.spark(), "en", Map.of("twins", sets), 2);
    assertTrue(trial.bySet().get("twins").get(SentimentTrial.TRAINED).accuracy() < 0.8);
  }

  private static List<LabelledText> moods() {
    var texts = new ArrayList<LabelledText>();
    for (char c = 'a'; c < 'u'; c++) {
      texts.add(new LabelledText("%cubo blimo".formatted(c), Polarity.POSITIVE));
      texts.add(new LabelledText("%cubo groka".formatted(c), Polarity.NEGATIVE));
    }
    return texts;
  }
}
