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

/**
 * How much two accounts' names tell that one person chose them: the rarest stretch that both have,
 * weighed by how unlikely it is to be there by chance. The chance is the letter model's, together
 * with the other accounts that were seen to have it too (term frequency).
 */
public final class Likeness implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Names of which the letter model's word counts as if seen among so many. */
  private static final double TRUST = 300;

  /** The share of people who have a second account on a platform, of the name of the first. */
  private static final double SECOND_ACCOUNTS = 0.02;

  private static final double CLOSE = 0.92;

  /** An account's pairs come one after the other: few names are needed at a time. */
  private static final int MOST_REMEMBERED = 20_000;

  private final ConcurrentHashMap<String, ReadName> names = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, Surprise> surprises = new ConcurrentHashMap<>();
  private final NameModel model;
  private final Affixes affixes;
  private final Caution caution;

  public Likeness(NameModel model, Affixes affixes) {
    this(model, affixes, CommonNames.shipped());
  }

  Likeness(NameModel model, Affixes affixes, CommonNames common) {
    this.model = model;
    this.affixes = affixes;
    this.caution = new Caution(common, model.names());
  }

  /**
   * In what way two names are alike, the firmest first: the whole, all but affixes, all but a few
   * letters, one whole in the other, a name's words in short, a part at the edge of both, a part
   * inside one.
   */
  public enum Kind {
    EXACT,
    AFFIXES,
    CLOSE,
    WHOLE,
    SHORT,
    CORE,
    INSIDE
  }

  /**
   * What was found.
   *
   * @param excess bits of surprise beyond what the platform's size makes happen once by chance
   */
  public record Found(Kind kind, double excess) {}

  /** What two names share; how they are alike is asked of the best alone. */
  private record Shared(ReadName one, ReadName other, Stretch stretch, double excess) {}

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
      ReadName read = read(one);
      for (String other : others) {
        Shared shared = shared(read, read(other), rivals, population);
        if (shared != null && (best == null || MOST_TELLING.compare(shared, best) > 0)) {
          best = shared;
        }
      }
    }
    return Optional.ofNullable(best).map(b -> new Found(kind(b), b.excess()));
  }

  /**
   * The most telling way in which any of the handles is a name in short.
   *
   * @param names their words in Latin letters, a blank between them
   * @param rivals how many more accounts of one of the platforms share a stretch, too
   * @param population accounts of the smaller platform
   */
  public Optional<Found> shortening(
      List<String> handles, List<String> names, double rivals, double population) {
    Stretch best = null;
    for (String name : names) {
      List<String> words = List.of(name.split(" "));
      for (String handle : handles) {
        Stretch found = shortForm(read(handle), words);
        if (found != null && (best == null || found.chance() < best.chance())) {
          best = found;
        }
      }
    }
    double excess = best == null ? 0 : excess(best, rivals, population);
    for (String name : names) {
      excess = caution.ofName(name.replace(" ", ""), excess);
    }
    return best == null ? Optional.empty() : Optional.of(new Found(Kind.SHORT, excess));
  }

  private Stretch shortForm(ReadName handle, List<String> words) {
    boolean isWhole = ShortForm.isOf(handle.letters(), words);
    String letters = isWhole ? handle.letters() : handle.bareLetters();
    if (letters.isEmpty() || !(isWhole || ShortForm.isOf(letters, words))) {
      return null;
    }
    // all who bear the name may shorten it so: it tells no more than the name itself does
    Stretch shown = whole(NameModel.marked(letters), 1);
    Stretch full = whole(NameModel.marked(String.join("", words)), 1);
    double ways = ShortForm.count(words) * (letters.equals(handle.name()) ? 1 : 2);
    return new Stretch(0, shown.to(), Math.min(shown.bits(), full.bits()), ways);
  }

  /** The keys under which a name is found: stretches too rare to meet by chance, and the whole. */
  public Set<String> keys(String name, double leastBits) {
    var keys = new HashSet<String>();
    ReadName read = read(name);
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

  private ReadName read(String name) {
    return remembered(names, name, n -> ReadName.of(n, affixes));
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

  private Shared shared(ReadName some, ReadName others, double rivals, double population) {
    // of stretches that tell as much the first one counts: it must not hang on who comes first
    boolean inOrder = some.name().compareTo(others.name()) <= 0;
    ReadName one = inOrder ? some : others;
    ReadName other = inOrder ? others : some;
    Stretch stretch = stretch(one, other);
    if (stretch == null) {
      return null;
    }
    return new Shared(one, other, stretch, excess(one, other, stretch, rivals, population));
  }

  private double excess(
      ReadName one, ReadName other, Stretch stretch, double rivals, double population) {
    if (one.bare().equals(other.bare())) {
      String whole = one.name().equals(other.name()) ? one.name() : one.bare();
      return caution.ofName(whole, excess(stretch, rivals, population));
    }
    String part = ReadName.letters(one.marked().between(stretch.from(), stretch.to()));
    boolean isWhole = one.isWhole(part) || other.isWhole(part);
    Stretch doubted = stretch.of(caution.ofPart(part, isWhole, stretch.bits()));
    return caution.ofName(part, excess(doubted, rivals, population));
  }

  private static double excess(Stretch stretch, double rivals, double population) {
    double due = TRUST * stretch.chance();
    double u = (due + strangers(due, rivals, population)) / (TRUST + population);
    return -log2(Math.min(1, u)) - log2(population);
  }

  /**
   * How many of the rivals are other people's. One may be a second account of this person, or be
   * named after it: the rarer the stretch, the sooner that explains it than chance does.
   *
   * @param due as how many coincidences the letter model counts
   */
  private static double strangers(double due, double rivals, double population) {
    double seen = -Math.expm1(-due * Math.log1p(population / TRUST));
    return rivals - Math.min(1, rivals) * SECOND_ACCOUNTS / (SECOND_ACCOUNTS + seen);
  }

  private Stretch stretch(ReadName one, ReadName other) {
    if (one.name().equals(other.name())) {
      return whole(one.marked().toString(), 1);
    }
    if (one.bare().equals(other.bare())) {
      return whole(NameModel.marked(one.bare()), 2);
    }
    return Stretch.rarest(one.marked(), other.marked(), surprise(one.marked().toString()));
  }

  private Stretch whole(String marked, double places) {
    int length = marked.codePointCount(0, marked.length());
    return new Stretch(0, length, surprise(marked).of(0, length), places);
  }

  private static Kind kind(Shared shared) {
    ReadName one = shared.one();
    ReadName other = shared.other();
    if (one.name().equals(other.name())) {
      return Kind.EXACT;
    }
    if (one.bare().equals(other.bare())) {
      return Kind.AFFIXES;
    }
    // two senators are not alike for being senators
    if (Letters.closeness(one.bare(), other.bare()) >= CLOSE) {
      return Kind.CLOSE;
    }
    String stretch = one.marked().between(shared.stretch().from(), shared.stretch().to());
    String letters = ReadName.letters(stretch);
    if (!(one.touchesEdge(stretch) && other.touchesEdge(stretch))) {
      return Kind.INSIDE;
    }
    boolean isWhole = one.isWhole(letters) || other.isWhole(letters);
    return !letters.isEmpty() && isWhole ? Kind.WHOLE : Kind.CORE;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
