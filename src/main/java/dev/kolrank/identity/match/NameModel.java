package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/**
 * How surprising a stretch of a name is: a letter model with long memory (Witten-Bell smoothed)
 * over the names of the night. Runs that few names have are left out, else a person's own accounts
 * would make a rare name look common; then the shorter run behind them tells. So what many bear,
 * like "office", "maria" or "小明", says little as a whole; "schakowsky" says much. Letters are code
 * points, as Spark counts them. Serializable, since executors ask it.
 */
public final class NameModel implements Serializable {
  /** The longest counted run of letters: most given and family names are no longer. */
  public static final int ORDER = 8;

  /** Stands before the first letter, so that a shared beginning counts as one. */
  public static final char BEGIN = '\u0002';

  /** Stands behind the last letter. */
  public static final char END = '\u0003';

  private static final long serialVersionUID = 1L;

  /** What a letter never seen costs at most: one of so many. */
  private static final double LETTERS = 64;

  /** What a digit costs at most: one of ten, however rare numbers are in the names. */
  private static final double DIGIT = Math.log(10) / Math.log(2);

  /** By run of letters; the empty run is what stands before any letter. */
  private final HashMap<String, Run> runs = new HashMap<>();

  /**
   * What was counted of a run of letters.
   *
   * @param count names' places that it stands at
   * @param followed of these, the ones where a counted run goes on
   * @param letters different letters that follow, those left out for being rare among them
   */
  private record Run(long count, long followed, long letters) implements Serializable {
    private static final long serialVersionUID = 1L;
    static final Run NONE = new Run(0, 0, 0);

    Run counted(long times) {
      return new Run(times, followed, letters);
    }

    Run goesOn(long times) {
      return new Run(count, followed + times, letters + 1);
    }

    /** What follows in names too few to be counted is left to the shorter run. */
    Run withRare() {
      return new Run(count, followed, letters + Math.max(0, count - followed));
    }
  }

  /**
   * A model.
   *
   * @param grams how often each run of up to {@link #ORDER} letters stands in marked names, rare
   *     ones left out
   */
  public NameModel(Map<String, Long> grams) {
    grams.forEach(
        (gram, count) -> {
          runs.merge(gram, Run.NONE.counted(count), (run, counted) -> run.counted(count));
          String before = gram.substring(0, gram.offsetByCodePoints(gram.length(), -1));
          runs.put(before, runs.getOrDefault(before, Run.NONE).goesOn(count));
        });
    runs.replaceAll((run, counted) -> counted.followed() == 0 ? counted : counted.withRare());
  }

  /** How many names it was made of. */
  long names() {
    return runs.getOrDefault(String.valueOf(BEGIN), Run.NONE).count();
  }

  /** The name between its marks. */
  public static String marked(String name) {
    return BEGIN + name + END;
  }

  /** The surprise of each letter of a text, by how many letters before it are known. */
  public Surprise surprise(String text) {
    return surprise(new Letters(text));
  }

  Surprise surprise(Letters text) {
    var bits = new double[text.length() * ORDER];
    var before = new Run[ORDER];
    for (int i = 0; i < text.length(); i++) {
      var here = new Run[ORDER];
      double p = 1 / LETTERS;
      int known = 0;
      for (; known < ORDER && known <= i; known++) {
        Run context = known == 0 ? runs.get("") : before[known - 1];
        if (context == null) {
          context = runs.get(text.between(i - known, i));
        }
        if (context == null || context.followed() == 0) {
          break;
        }
        Run run = runs.get(text.between(i - known, i + 1));
        here[known] = run;
        long count = run == null ? 0 : run.count();
        p = (count + context.letters() * p) / (context.followed() + context.letters());
        bits[i * ORDER + known] = bits(p, text.at(i));
      }
      for (int more = known; more < ORDER; more++) {
        bits[i * ORDER + more] = bits(p, text.at(i));
      }
      before = here;
    }
    return new Surprise(bits);
  }

  private static double bits(double p, int letter) {
    double bits = -Math.log(p) / Math.log(2);
    return Character.isDigit(letter) ? Math.min(DIGIT, bits) : bits;
  }

  /** The bits of a text's letters. */
  public static final class Surprise implements Serializable {
    private static final long serialVersionUID = 1L;
    private final double[] bits;

    private Surprise(double[] bits) {
      this.bits = bits;
    }

    /** The bits of the letter at {@code i}, known what stands from {@code from} on before it. */
    double ofLetter(int from, int i) {
      return bits[i * ORDER + Math.min(ORDER - 1, i - from)];
    }

    /** The bits of a stretch, each letter expected from those before it in the stretch. */
    double of(int from, int to) {
      double sum = 0;
      for (int i = from; i < to; i++) {
        sum += ofLetter(from, i);
      }
      return sum;
    }
  }
}
