package dev.kolrank.silver.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words, faces and emoji that people feel alike about, with how they feel: what an untrained lake
 * goes by, and what a trained model leans on.
 */
final class Lexicon {
  /** The shipped lists. */
  static final Lexicon SHIPPED = load();

  private static final double DENIED = -0.74;
  private static final double RAISED = 1.2;
  private static final int DENIAL_REACH = 3;

  private static final Set<String> DENIALS =
      Set.of(
          "not",
          "no",
          "never",
          "none",
          "nobody",
          "nothing",
          "neither",
          "nor",
          "nowhere",
          "without",
          "hardly",
          "barely",
          "cannot",
          "cant",
          "dont",
          "doesnt",
          "didnt",
          "isnt",
          "wasnt",
          "wont",
          "wouldnt",
          "shouldnt",
          "couldnt",
          "arent",
          "werent",
          "hasnt",
          "havent",
          "aint");

  private static final Set<String> RAISERS =
      Set.of(
          "very",
          "really",
          "so",
          "absolutely",
          "completely",
          "extremely",
          "totally",
          "too",
          "most",
          "more",
          "super",
          "incredibly");

  /** Before a Chinese word; 不错 and the like are words of their own. */
  private static final String CHINESE_DENIALS = "不没沒別别无無未";

  private final Map<String, Double> spaced;
  private final Map<String, Double> chinese;
  private final Map<String, Double> emoji;
  private final Set<String> emoticons;
  private final int longest;

  private Lexicon(
      Map<String, Double> spaced, Map<String, Double> chinese, Map<String, Double> emoji) {
    this.spaced = spaced;
    this.chinese = chinese;
    this.emoji = emoji;
    this.emoticons =
        spaced.keySet().stream()
            .filter(w -> !Character.isLetterOrDigit(w.charAt(0)))
            .collect(Collectors.toUnmodifiableSet());
    this.longest =
        chinese.keySet().stream()
            .filter(w -> w.charAt(0) != '[')
            .mapToInt(String::length)
            .max()
            .orElse(0);
  }

  private static Lexicon load() {
    return new Lexicon(read("words-en.tsv"), read("words-zh.tsv"), read("emoji.tsv"));
  }

  private static Map<String, Double> read(String name) {
    try (var reader =
        new BufferedReader(
            new InputStreamReader(
                Lexicon.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("# "))
          .collect(
              Collectors.toUnmodifiableMap(
                  line -> line.substring(0, line.indexOf('\t')),
                  line -> Double.valueOf(line.substring(line.indexOf('\t') + 1))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Piece> pieces(String text) {
    return Pieces.of(text, emoticons);
  }

  static boolean isDenial(String word) {
    return DENIALS.contains(word) || word.endsWith("n't");
  }

  /**
   * How each thing listed is felt about, in order.
   *
   * @param words whether words count, or only what people of every language write
   */
  List<Double> feelings(List<Piece> pieces, boolean words) {
    var feelings = new ArrayList<Double>();
    int denied = 0;
    boolean raised = false;
    for (Piece piece : pieces) {
      switch (piece.kind()) {
        case WORD -> {
          Double value = words ? spaced.get(piece.text()) : null;
          if (value != null) {
            feelings.add(value * (denied > 0 ? DENIED : 1) * (raised ? RAISED : 1));
          }
          denied = isDenial(piece.text()) ? DENIAL_REACH : denied - 1;
          raised = RAISERS.contains(piece.text());
        }
        case RUN -> {
          if (words) {
            run(piece.text(), feelings);
          }
        }
        case EMOTICON -> add(spaced.get(piece.text()), feelings);
        case EMOJI -> add(emoji.get(piece.text()), feelings);
        case FACE -> add(chinese.get(piece.text()), feelings);
        case SIGN -> denied = piece.ends() ? 0 : denied;
      }
    }
    return feelings;
  }

  private static void add(Double value, List<Double> feelings) {
    if (value != null) {
      feelings.add(value);
    }
  }

  /** The longest words first, left to right. */
  private void run(String run, List<Double> feelings) {
    int at = 0;
    while (at < run.length()) {
      int length = Math.min(longest, run.length() - at);
      while (length > 0 && !chinese.containsKey(run.substring(at, at + length))) {
        length--;
      }
      if (length > 0) {
        double value = chinese.get(run.substring(at, at + length));
        feelings.add(value * (deniedAt(run, at) ? DENIED : 1));
      }
      at += Math.max(1, length);
    }
  }

  private static boolean deniedAt(String run, int at) {
    return (at > 0 && CHINESE_DENIALS.indexOf(run.charAt(at - 1)) >= 0)
        || (at > 1 && CHINESE_DENIALS.indexOf(run.charAt(at - 2)) >= 0);
  }

  /** Between -1 and 1: how a text feels that holds these. */
  static double balance(List<Double> feelings) {
    double sum = feelings.stream().mapToDouble(Double::doubleValue).sum();
    return sum / Math.sqrt(sum * sum + 15);
  }
}
