package dev.kolrank.job.evaluate;

import dev.kolrank.silver.sentiment.FitSentiment;
import dev.kolrank.silver.sentiment.Judge;
import dev.kolrank.silver.sentiment.LabelledText;
import dev.kolrank.silver.sentiment.Polarity;
import dev.kolrank.silver.sentiment.SentimentModel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.apache.spark.sql.SparkSession;

/**
 * Cross-validation of sentiment: the texts fall into parts by a hash of the text, so that equal
 * texts are in one part; each part is judged by a model that was fitted on the others.
 */
public record SentimentTrial(Map<String, Map<String, Score>> bySet) {
  /** The trained model. */
  public static final String TRAINED = "trained";

  /** The shipped lists alone. */
  public static final String LEXICON = "lexicon";

  /**
   * How a method judged a set.
   *
   * @param f1 per polarity that occurs in the set
   * @param macroF1 their mean
   * @param accuracy share of texts judged right
   */
  public record Score(Map<Polarity, Double> f1, double macroF1, double accuracy, long texts) {}

  /** What people said and what a method says of one text. */
  private record Guess(Polarity truth, Polarity said) {}

  /** Runs it. */
  public static SentimentTrial of(
      SparkSession spark, String language, Map<String, List<LabelledText>> sets, int parts) {
    var guesses = new TreeMap<String, Map<String, List<Guess>>>();
    for (int part = 0; part < parts; part++) {
      SentimentModel model = FitSentiment.of(spark, others(sets, part, parts));
      int tested = part;
      sets.forEach(
          (name, texts) -> {
            Set<Polarity> known = polarities(texts);
            var methods = guesses.computeIfAbsent(name, n -> new LinkedHashMap<>());
            for (LabelledText text : texts) {
              if (part(text, parts) == tested) {
                note(methods, TRAINED, text, best(model.probabilities(text.text()), known));
                note(methods, LEXICON, text, byLexicon(text.text(), language, known));
              }
            }
          });
    }
    var scores = new TreeMap<String, Map<String, Score>>();
    guesses.forEach(
        (name, methods) -> {
          var of = new LinkedHashMap<String, Score>();
          methods.forEach((method, all) -> of.put(method, score(all)));
          scores.put(name, of);
        });
    return new SentimentTrial(scores);
  }

  private static void note(
      Map<String, List<Guess>> methods, String method, LabelledText text, Polarity said) {
    methods.computeIfAbsent(method, m -> new ArrayList<>()).add(new Guess(text.polarity(), said));
  }

  private static List<LabelledText> others(
      Map<String, List<LabelledText>> sets, int part, int parts) {
    return sets.values().stream()
        .flatMap(List::stream)
        .filter(t -> part(t, parts) != part)
        .toList();
  }

  private static int part(LabelledText text, int parts) {
    var digest = new CRC32();
    digest.update(text.text().strip().getBytes(StandardCharsets.UTF_8));
    return (int) (digest.getValue() % parts);
  }

  private static Set<Polarity> polarities(List<LabelledText> texts) {
    Set<Polarity> known = EnumSet.noneOf(Polarity.class);
    texts.forEach(t -> known.add(t.polarity()));
    return known;
  }

  /** The most probable of those that the set tells apart. */
  private static Polarity best(Map<Polarity, Double> probabilities, Set<Polarity> known) {
    Polarity best = null;
    for (Polarity p : known) {
      if (best == null || probabilities.get(p) > probabilities.get(best)) {
        best = p;
      }
    }
    return best;
  }

  private static Polarity byLexicon(String text, String language, Set<Polarity> known) {
    var verdict = Judge.untrained().of(text, language).orElseThrow();
    if (known.contains(verdict.polarity())) {
      return verdict.polarity();
    }
    return verdict.sentiment() < 0 ? Polarity.NEGATIVE : Polarity.POSITIVE;
  }

  private static Score score(List<Guess> guesses) {
    var f1 = new TreeMap<Polarity, Double>();
    for (Polarity p : Polarity.values()) {
      double truth = count(guesses, g -> g.truth() == p);
      double said = count(guesses, g -> g.said() == p);
      double both = count(guesses, g -> g.truth() == p && g.said() == p);
      if (truth > 0) {
        f1.put(p, 2 * both / (truth + said));
      }
    }
    double mean = f1.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double right = count(guesses, g -> g.truth() == g.said());
    return new Score(f1, mean, right / guesses.size(), guesses.size());
  }

  private static long count(List<Guess> guesses, Function<Guess, Boolean> holds) {
    return guesses.stream().filter(holds::apply).count();
  }
}
