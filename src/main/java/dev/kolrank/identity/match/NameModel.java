package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How surprising a stretch of a name is: a letter model with long memory (Witten-Bell smoothed)
 * over the names of the night. Runs that few names have are left out, else a person's own accounts
 * would make a rare name look common; then the shorter run behind them tells. So what many bear,
 * like "office", "maria" or "小明", says little as a whole; "schakowsky" says much. Serializable,
 * since executors ask it.
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

  /** Short stretches come again in every other pair; rare ones do not fill the memory. */
  private static final int MOST_REMEMBERED = 100_000;

  private final ConcurrentHashMap<String, Double> remembered = new ConcurrentHashMap<>();
  private final HashMap<String, Long> counts = new HashMap<>();
  private final HashMap<String, long[]> contexts = new HashMap<>();

  /**
   * A model.
   *
   * @param grams how often each run of up to {@link #ORDER} letters stands in marked names, rare
   *     ones left out
   */
  public NameModel(Map<String, Long> grams) {
    grams.forEach(
        (gram, count) -> {
          counts.put(gram, count);
          long[] context =
              contexts.computeIfAbsent(gram.substring(0, gram.length() - 1), c -> new long[2]);
          context[0] += count;
          context[1]++;
        });
    // what follows a run in names too few to be counted is left to the shorter run
    contexts.forEach(
        (run, context) -> {
          long missing = counts.getOrDefault(run, 0L) - context[0];
          context[1] += Math.max(0, missing);
        });
  }

  /** The name between its marks. */
  public static String marked(String name) {
    return BEGIN + name + END;
  }

  /**
   * The bits of surprise in a stretch, each letter expected from those before it in the stretch.
   */
  public double bits(String stretch) {
    Double known = remembered.get(stretch);
    if (known != null) {
      return known;
    }
    double bits = 0;
    for (int i = 0; i < stretch.length(); i++) {
      bits += bits(stretch, 0, i);
    }
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(stretch, bits);
    }
    return bits;
  }

  /** The surprise of the letter at {@code i}, known what stands from {@code from} on before it. */
  double bits(String text, int from, int i) {
    double p = 1 / LETTERS;
    for (int before = 0; before < ORDER && i - before >= from; before++) {
      long[] context = contexts.get(text.substring(i - before, i));
      if (context == null) {
        break;
      }
      long count = counts.getOrDefault(text.substring(i - before, i + 1), 0L);
      p = (count + context[1] * p) / (context[0] + context[1]);
    }
    return -Math.log(p) / Math.log(2);
  }
}
