package dev.kolrank.silver.sentiment;

import dev.kolrank.table.models.Sentiment;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/**
 * Judges texts: by the newest trained model of their language, where none is trained by the shipped
 * lexicon, and in languages that it lacks by emoji and emoticons alone.
 */
public final class Judge implements Serializable {
  private static final long serialVersionUID = 1;

  /** Names what judges where no model is trained; a change of the lists changes the name. */
  public static final String LEXICON = "lexicon-1";

  static final String NONE = "none";

  private static final List<String> LISTED = List.of("en", "zh");

  /** A balance nearer to 0 than this is no leaning. */
  private static final double LEANING = 0.25;

  private final TreeMap<String, SentimentModel> models;
  private final TreeMap<String, String> names;

  private Judge(Map<String, SentimentModel> models, Map<String, String> names) {
    this.models = new TreeMap<>(models);
    this.names = new TreeMap<>(names);
  }

  /** The lexicon alone. */
  public static Judge untrained() {
    return new Judge(Map.of(), Map.of());
  }

  /** The newest model of each language among rows of {@code models.sentiment}. */
  public static Judge of(List<Row> rows) {
    Judge judge = untrained();
    Map<String, Long> versions = new TreeMap<>();
    for (Row row : rows) {
      String language = row.getAs(Sentiment.LANGUAGE.name());
      long version = row.getAs(Sentiment.VERSION.name());
      if (version > versions.getOrDefault(language, 0L)) {
        versions.put(language, version);
        judge.models.put(language, SentimentModel.of(row));
        judge.names.put(language, language + "-" + version);
      }
    }
    return judge;
  }

  /**
   * What judges texts of a language that models or lists know.
   *
   * @param language null if undecided: emoji alone are judged then
   */
  public String nameFor(String language) {
    return language == null ? LEXICON : names.getOrDefault(language, LEXICON);
  }

  /** Languages that models or the lexicon know. */
  public List<String> languages() {
    var all = new TreeSet<>(LISTED);
    all.addAll(models.keySet());
    return List.copyOf(all);
  }

  /**
   * The judgement; none where nothing is known of the text.
   *
   * @param language null if undecided
   */
  public Optional<Verdict> of(String text, String language) {
    SentimentModel model = language == null ? null : models.get(language);
    if (model == null) {
      return byLexicon(text, language != null && LISTED.contains(language));
    }
    Map<Polarity, Double> p = model.probabilities(text);
    Polarity best = Polarity.NEGATIVE;
    for (Polarity polarity : p.keySet()) {
      best = p.get(polarity) > p.get(best) ? polarity : best;
    }
    double sentiment = p.get(Polarity.POSITIVE) - p.get(Polarity.NEGATIVE);
    return Optional.of(new Verdict(best, sentiment));
  }

  private static Optional<Verdict> byLexicon(String text, boolean words) {
    List<Double> feelings = Lexicon.SHIPPED.feelings(Lexicon.SHIPPED.pieces(text), words);
    if (feelings.isEmpty() && !words) {
      return Optional.empty();
    }
    double balance = Lexicon.balance(feelings);
    Polarity polarity =
        balance > LEANING
            ? Polarity.POSITIVE
            : balance < -LEANING ? Polarity.NEGATIVE : Polarity.NEUTRAL;
    return Optional.of(new Verdict(polarity, balance));
  }
}
