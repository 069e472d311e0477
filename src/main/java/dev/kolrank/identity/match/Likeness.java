package dev.kolrank.identity.match;

import dev.kolrank.identity.match.NameModel.Surprise;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * How much two accounts' names tell that one person chose them: the rarest stretch that both have,
 * weighed by how unlikely it is to be there by chance. The chance is the letter model's, together
 * with the other accounts that were seen to have it too (term frequency).
 */
public final class Likeness implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Names of which the letter model's word counts as if seen among so many. */
  private static final double TRUST = 300;

  private static final double CLOSE = 0.92;
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]");

  /** An account's pairs come one after the other: few names are needed at a time. */
  private static final int MOST_REMEMBERED = 20_000;

  private final ConcurrentHashMap<String, Read> names = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Surprise> surprises = new ConcurrentHashMap<>();
  private final NameModel model;
  private final Affixes affixes;

  public Likeness(NameModel model, Affixes affixes) {
    this.model = model;
    this.affixes = affixes;
  }

  /**
   * In what way two names are alike, the firmest first: the whole, all but affixes, all but a few
   * letters, one whole in the other, a part at the edge of both, a part inside one.
   */
  public enum Kind {
    EXACT,
    AFFIXES,
    CLOSE,
    WHOLE,
    CORE,
    INSIDE
  }

  /**
   * What was found.
   *
   * @param excess bits of surprise beyond what the platform's size makes happen once by chance
   */
  public record Found(Kind kind, double excess) {}

  /**
   * A name as it is looked at many times.
   *
   * @param bare without affixes
   * @param marked between its marks
   * @param letters without digits and signs
   * @param bareLetters without affixes, digits and signs
   */
  private record Read(String name, String bare, Letters marked, String letters, String bareLetters)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /** A stretch of a name; {@code places} is in how many ways two names could have shared one. */
  private record Stretch(int from, int to, double bits, double places) {}

  /** What two names share; how they are alike is asked of the best alone. */
  private record Shared(Read one, Read other, Stretch stretch, double excess) {}

  /** Of names that tell as much the same ones are chosen, whichever account comes first. */
  private static final Comparator<Shared> MOST_TELLING =
      Comparator.comparingDouble(Shared::excess)
          .thenComparing(s -> s.one().name())
          .thenComparing(s -> s.other().name());

  /**
   * The most telling likeness between any of the one's and any of the other's names.
   *
   * @param rivals how many more accounts of one of the platforms have the stretch too
   * @param population accounts of the smaller platform
   */
  public Optional<Found> between(
      List<String> some, List<String> others, double rivals, double population) {
    Shared best = null;
    for (String one : some) {
      Read read = read(one);
      for (String other : others) {
        Shared shared = shared(read, read(other), rivals, population);
        if (shared != null && (best == null || MOST_TELLING.compare(shared, best) > 0)) {
          best = shared;
        }
      }
    }
    return Optional.ofNullable(best).map(b -> new Found(kind(b), b.excess()));
  }

  /** The keys under which a name is found: stretches too rare to meet by chance, and the whole. */
  public Set<String> keys(String name, double leastBits) {
    var keys = new HashSet<String>();
    Read read = read(name);
    Letters marked = read.marked();
    Surprise surprise = surprise(marked.toString());
    keys.add(marked.toString());
    keys.add(NameModel.marked(read.bare()));
    for (int from = 0; from < marked.length(); from++) {
      double bits = 0;
      for (int i = from; i < marked.length(); i++) {
        bits += surprise.ofLetter(from, i);
        if (bits >= leastBits) {
          keys.add(marked.between(from, i + 1));
          break;
        }
      }
    }
    return keys;
  }

  private Read read(String name) {
    return remembered(
        names,
        name,
        n -> {
          String bare = affixes.strip(n);
          var marked = new Letters(NameModel.marked(n));
          return new Read(n, bare, marked, letters(n), letters(bare));
        });
  }

  private Surprise surprise(String marked) {
    return remembered(surprises, marked, model::surprise);
  }

  private static <T> T remembered(
      ConcurrentHashMap<String, T> memory, String key, Function<String, T> value) {
    T known = memory.get(key);
    if (known == null) {
      known = value.apply(key);
      if (memory.size() >= MOST_REMEMBERED) {
        memory.clear();
      }
      memory.put(key, known);
    }
    return known;
  }

  private Shared shared(Read some, Read others, double rivals, double population) {
    // of stretches that tell as much the first one counts: it must not hang on who comes first
    boolean inOrder = some.name().compareTo(others.name()) <= 0;
    Read one = inOrder ? some : others;
    Read other = inOrder ? others : some;
    Stretch stretch = stretch(one, other);
    if (stretch == null) {
      return null;
    }
    double chance = Math.min(1, Math.pow(2, -stretch.bits()) * stretch.places());
    double u = (TRUST * chance + rivals) / (TRUST + population);
    return new Shared(one, other, stretch, -log2(Math.min(1, u)) - log2(population));
  }

  private Stretch stretch(Read one, Read other) {
    if (one.name().equals(other.name())) {
      return whole(one.marked().toString(), 1);
    }
    if (one.bare().equals(other.bare())) {
      return whole(NameModel.marked(one.bare()), 2);
    }
    return rarest(one.marked(), other.marked());
  }

  private Stretch whole(String marked, double places) {
    int length = marked.codePointCount(0, marked.length());
    return new Stretch(0, length, surprise(marked).of(0, length), places);
  }

  private static Kind kind(Shared shared) {
    Read one = shared.one();
    Read other = shared.other();
    if (one.name().equals(other.name())) {
      return Kind.EXACT;
    }
    if (one.bare().equals(other.bare())) {
      return Kind.AFFIXES;
    }
    if (Letters.closeness(one.name(), other.name()) >= CLOSE) {
      return Kind.CLOSE;
    }
    String stretch = one.marked().between(shared.stretch().from(), shared.stretch().to());
    String letters = letters(stretch);
    if (!letters.isEmpty() && (isWhole(one, letters) || isWhole(other, letters))) {
      return Kind.WHOLE;
    }
    return touchesEdge(one, stretch) && touchesEdge(other, stretch) ? Kind.CORE : Kind.INSIDE;
  }

  /** Whether the name has no other letters, affixes aside. */
  private static boolean isWhole(Read read, String letters) {
    return read.bareLetters().equals(letters) || read.letters().equals(letters);
  }

  private static String letters(String text) {
    return NO_LETTERS.matcher(text).replaceAll("");
  }

  /** Whether the stretch begins or ends where the name does, or the name without its affixes. */
  private static boolean touchesEdge(Read read, String stretch) {
    String marked = read.marked().toString();
    int from = marked.indexOf(stretch);
    int to = from + stretch.length();
    int bareFrom = marked.indexOf(read.bare());
    return from <= 1
        || to >= marked.length() - 1
        || from == bareFrom
        || to == bareFrom + read.bare().length();
  }

  /** The most surprising stretch that stands in both; null if they share no letter. */
  private Stretch rarest(Letters a, Letters b) {
    Surprise surprise = surprise(a.toString());
    int from = 0;
    int to = 0;
    double most = 0;
    var row = new int[b.length() + 1];
    var next = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      for (int j = 0; j < b.length(); j++) {
        boolean same = a.at(i) == b.at(j);
        next[j + 1] = same ? row[j] + 1 : 0;
        boolean goesOn = i + 1 < a.length() && j + 1 < b.length() && a.at(i + 1) == b.at(j + 1);
        if (same && !goesOn) {
          double bits = surprise.of(i + 1 - next[j + 1], i + 1);
          if (bits > most) {
            most = bits;
            from = i + 1 - next[j + 1];
            to = i + 1;
          }
        }
      }
      int[] last = row;
      row = next;
      next = last;
    }
    double places = (double) (a.length() - (to - from) + 1) * (b.length() - (to - from) + 1);
    return to == 0 ? null : new Stretch(from, to, most, places);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
