package dev.kolrank.silver.sentiment;

import dev.kolrank.silver.sentiment.Piece.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * What a model sees of a text: hashed words, pairs of words and stretches of characters with how
 * often they occur, and what the lexicon makes of it.
 */
final class Traits {
  /** How many hashes there are. */
  static final int GRAMS = 1 << 18;

  static final int NUMBERS = 14;

  private static final int WORD = 0x11;
  private static final int PAIR = 0x23;
  private static final int PART = 0x35;
  private static final int RUN = 0x47;
  private static final int MARK = 0x59;
  private static final int DENIED = 0x6b;
  private static final int SHORTEST_PART = 2;
  private static final int LONGEST_PART = 5;
  private static final int LONGEST_OF_RUN = 3;

  private final int[] grams;
  private final double[] counts;
  private final double[] numbers;

  private Traits(int[] grams, double[] counts, double[] numbers) {
    this.grams = grams;
    this.counts = counts;
    this.numbers = numbers;
  }

  /** Hashes below {@link #GRAMS}, ascending, each once. */
  int[] grams() {
    return grams;
  }

  /** How often each hash occurs, damped: 1 + ln n. */
  double[] counts() {
    return counts;
  }

  /** {@link #NUMBERS} numbers about the whole text. */
  double[] numbers() {
    return numbers;
  }

  static Traits of(String text, Lexicon lexicon) {
    List<Piece> pieces = lexicon.pieces(text);
    var grams = new Grams();
    int denied = 0;
    int before = 0;
    for (Piece piece : pieces) {
      if (piece.is(Kind.WORD)) {
        int word = hash(denied > 0 ? DENIED : WORD, piece.text());
        grams.add(word);
        grams.add(before * 31 + word + PAIR);
        parts(piece.text(), grams);
        before = word;
        denied = Lexicon.isDenial(piece.text()) ? 3 : denied - 1;
      } else if (piece.is(Kind.RUN)) {
        run(piece.text(), grams);
      } else {
        int mark = hash(MARK, piece.text());
        grams.add(mark);
        grams.add(before * 31 + mark + PAIR);
        before = mark;
        denied = piece.ends() ? 0 : denied;
      }
    }
    return grams.with(numbers(text, pieces, lexicon));
  }

  /** Stretches of a word and the blanks around it: stems, endings, letters drawn out. */
  private static void parts(String word, Grams grams) {
    String padded = " " + word + " ";
    for (int from = 0; from < padded.length(); from++) {
      int hash = PART;
      int end = Math.min(padded.length(), from + LONGEST_PART);
      for (int i = from; i < end; i++) {
        hash = step(hash, padded.charAt(i));
        if (i - from + 1 >= SHORTEST_PART) {
          grams.add(hash);
        }
      }
    }
  }

  private static void run(String run, Grams grams) {
    for (int from = 0; from < run.length(); from++) {
      int hash = RUN;
      int end = Math.min(run.length(), from + LONGEST_OF_RUN);
      for (int i = from; i < end; i++) {
        hash = step(hash, run.charAt(i));
        grams.add(hash);
      }
    }
  }

  private static int hash(int seed, String text) {
    int hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = step(hash, text.charAt(i));
    }
    return hash;
  }

  private static int step(int hash, char c) {
    return (hash ^ c) * 0x01000193 + (hash >>> 15);
  }

  private static double[] numbers(String text, List<Piece> pieces, Lexicon lexicon) {
    List<Double> feelings = lexicon.feelings(pieces, true);
    double good = feelings.stream().mapToDouble(f -> Math.max(0, f)).sum();
    double bad = feelings.stream().mapToDouble(f -> Math.max(0, -f)).sum();
    double best = feelings.stream().mapToDouble(f -> Math.max(0, f)).max().orElse(0);
    double worst = feelings.stream().mapToDouble(f -> Math.max(0, -f)).max().orElse(0);
    long capitals = text.chars().filter(Character::isUpperCase).count();
    return new double[] {
      good / 4,
      bad / 4,
      Lexicon.balance(feelings),
      best / 4,
      worst / 4,
      feelings.stream().filter(f -> f > 0).count() / 3.0,
      feelings.stream().filter(f -> f < 0).count() / 3.0,
      feelings.isEmpty() ? 0 : feelings.get(feelings.size() - 1) / 4,
      flag(good - bad > 1),
      flag(bad - good > 1),
      flag(feelings.isEmpty()),
      flag(text.indexOf('!') >= 0 || text.indexOf('！') >= 0),
      flag(text.indexOf('?') >= 0 || text.indexOf('？') >= 0),
      3.0 * capitals / Math.max(1, text.length())
    };
  }

  private static double flag(boolean holds) {
    return holds ? 1 : 0;
  }

  /** The hashes of a text while they are gathered. */
  private static final class Grams {
    private int[] all = new int[256];
    private int size;

    void add(int hash) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size * 2);
      }
      all[size++] = spread(hash) & (GRAMS - 1);
    }

    /** Every bit of the hash counts in the lowest ones. */
    private static int spread(int hash) {
      int h = (hash ^ (hash >>> 16)) * 0x85ebca6b;
      h = (h ^ (h >>> 13)) * 0xc2b2ae35;
      return h ^ (h >>> 16);
    }

    Traits with(double[] numbers) {
      Arrays.sort(all, 0, size);
      int[] grams = new int[size];
      double[] counts = new double[size];
      int distinct = 0;
      for (int i = 0; i < size; i++) {
        if (distinct == 0 || grams[distinct - 1] != all[i]) {
          grams[distinct++] = all[i];
        }
        counts[distinct - 1]++;
      }
      for (int i = 0; i < distinct; i++) {
        counts[i] = 1 + StrictMath.log(counts[i]);
      }
      return new Traits(Arrays.copyOf(grams, distinct), Arrays.copyOf(counts, distinct), numbers);
    }
  }
}
