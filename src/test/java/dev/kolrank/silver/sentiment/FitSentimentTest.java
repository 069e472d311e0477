package dev.kolrank.silver.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.table.models.Sentiment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model of an invented language, whose words no lexicon knows. */
class FitSentimentTest {
  private static final List<LabelledText> TEXTS = new ArrayList<>();
  private static SentimentModel model;

  @BeforeAll
  static void fit() {
    for (String thing : List.of("zubo", "kela", "miro", "tavu", "sopi", "gano")) {
      TEXTS.add(new LabelledText(thing + " blimo", Polarity.POSITIVE));
      TEXTS.add(new LabelledText("blimo " + thing, Polarity.POSITIVE));
      TEXTS.add(new LabelledText(thing + " groka", Polarity.NEGATIVE));
      TEXTS.add(new LabelledText(thing + " hada", Polarity.NEUTRAL));
    }
    model = FitSentiment.of(SparkFixture.spark(), TEXTS);
  }

  @Test
  void itTellsTextsThatItHasNotSeen() {
    assertEquals(Polarity.POSITIVE, judge("wuxi blimo"));
    assertEquals(Polarity.NEGATIVE, judge("groka wuxi"));
    assertEquals(Polarity.NEUTRAL, judge("wuxi hada wuxi"));
    assertEquals(Polarity.POSITIVE, judge("blimooo"), "stretches of characters carry over");
  }

  @Test
  void theOrderOfTheTextsDoesNotMatter() {
    var turned = new ArrayList<>(TEXTS);
    Collections.reverse(turned);
    SentimentModel other = FitSentiment.of(SparkFixture.spark(), turned);
    assertEquals(model.probabilities("wuxi blimo"), other.probabilities("wuxi blimo"));
  }

  @Test
  void aModelIsTheSameWhenReadBack() {
    Row row = model.row("xx", 3, TEXTS.size(), OptionalDouble.of(0.5));
    Row stored =
        SparkFixture.spark().createDataFrame(List.of(row), Sentiment.TABLE.schema()).first();
    SentimentModel read = SentimentModel.of(stored);
    assertEquals(model.probabilities("kela groka"), read.probabilities("kela groka"));
    assertEquals(List.of(Polarity.NEGATIVE, Polarity.NEUTRAL, Polarity.POSITIVE), read.classes());
  }

  @Test
  void theNewestVersionJudgesItsLanguage() {
    Judge judge = Judge.of(List.of(stored("xx", 2), stored("xx", 10)));
    assertEquals("xx-10", judge.nameFor("xx"));
    assertEquals(Judge.LEXICON, judge.nameFor("en"));
    assertEquals(Polarity.NEGATIVE, judge.of("wuxi groka", "xx").orElseThrow().polarity());
    assertTrue(judge.of("wuxi groka", "xx").orElseThrow().sentiment() < 0);
  }

  private static Row stored(String language, long version) {
    Row row = model.row(language, version, TEXTS.size(), OptionalDouble.empty());
    return SparkFixture.spark().createDataFrame(List.of(row), Sentiment.TABLE.schema()).first();
  }

  private static Polarity judge(String text) {
    Map<Polarity, Double> p = model.probabilities(text);
    return Collections.max(p.keySet(), Comparator.comparing(p::get));
  }
}
