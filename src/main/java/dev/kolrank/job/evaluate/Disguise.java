package dev.kolrank.job.evaluate;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * What of the true accounts' names the trial gets to see. Chance is a hash of the account's key:
 * the same account is treated alike every time.
 *
 * @param names whose names are shown
 * @param perturbed whether half of the shown names are written otherwise, as people write theirs
 *     from one platform to the next
 * @param draw which of many ways to draw the halves: what is found hangs on which names are shown
 */
public record Disguise(Names names, boolean perturbed, int draw) {

  /** Whose names are shown. */
  public enum Names {
    ALL,
    HALF,
    NONE
  }

  private static final List<String> SUFFIXES =
      List.of(" Ch.", "official", " Channel", "【公式】", "TV", " live");
  private static final List<Transliterator> SCRIPTS =
      Stream.of(
              "Hiragana-Katakana",
              "Katakana-Hiragana",
              "Simplified-Traditional",
              "Traditional-Simplified",
              "Latin-Katakana",
              "Any-Latin")
          .map(Transliterator::getInstance)
          .toList();
  private static final int FULL_WIDTH = 0xfee0;

  /** The accounts as shown. */
  public List<TruthAccount> of(List<TruthAccount> accounts) {
    return accounts.stream().map(this::disguised).toList();
  }

  /** In words, for the report. */
  @Override
  public String toString() {
    String shown = names.name().toLowerCase(Locale.ROOT);
    return "names " + shown + (perturbed ? ", half of them perturbed" : "") + ", draw " + draw;
  }

  private TruthAccount disguised(TruthAccount account) {
    boolean shown =
        switch (names) {
          case ALL -> true;
          case HALF -> draw(account, "shown", 2) == 0;
          case NONE -> false;
        };
    if (!shown || account.name() == null) {
      return account.withName(null);
    }
    boolean changed = perturbed && draw(account, "changed", 2) == 0;
    return changed ? account.withName(perturb(account)) : account;
  }

  private String perturb(TruthAccount account) {
    String name = account.name();
    return switch (draw(account, "way", 4)) {
      case 0 -> name + SUFFIXES.get(draw(account, "suffix", SUFFIXES.size()));
      case 1 -> "✨" + name + "🎮";
      case 2 -> inOtherForms(name);
      default -> inOtherScript(name);
    };
  }

  /**
   * Kana for kana, katakana for Latin letters, the other set of Chinese characters, else Latin
   * letters: the first that changes anything.
   */
  static String inOtherScript(String name) {
    return SCRIPTS.stream()
        .map(script -> script.transliterate(name))
        .filter(other -> !other.equals(name))
        .findFirst()
        .orElse(name);
  }

  /** Full width for ASCII, as names are often written in East Asia; half width for the rest. */
  private static String inOtherForms(String name) {
    StringBuilder other = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c > ' ' && c <= '~') {
        other.append((char) (c + FULL_WIDTH));
      } else if (c > '~' + FULL_WIDTH || c <= ' ' + FULL_WIDTH) {
        other.append(c);
      } else {
        other.append((char) (c - FULL_WIDTH));
      }
    }
    return other.toString();
  }

  private int draw(TruthAccount account, String what, int of) {
    var hash = new CRC32();
    String asked = account.uid() + "\n" + what + (draw == 0 ? "" : "\n" + draw);
    hash.update(asked.getBytes(StandardCharsets.UTF_8));
    // neighbouring bits of a CRC depend on each other less than its lowest
    return (int) (((hash.getValue() * 2_654_435_761L) >>> 16) % of);
  }
}
