package dev.kolrank.identity.match;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

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
  private static final JaroWinklerSimilarity EDITS = new JaroWinklerSimilarity();

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

  private record Shared(String stretch, Kind kind, double places) {}

  /**
   * The most telling likeness between any of the one's and any of the other's names.
   *
   * @param rivals how many more accounts of one of the platforms have the stretch too
   * @param population accounts of the smaller platform
   */
  public Optional<Found> between(
      List<String> some, List<String> others, double rivals, double population) {
    Found best = null;
    for (String one : some) {
      for (String other : others) {
        Shared shared = shared(one, other);
        if (shared != null) {
          Found found = new Found(shared.kind(), excess(shared, rivals, population));
          if (best == null || found.excess() > best.excess()) {
            best = found;
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The keys under which a name is found: stretches too rare to meet by chance, and the whole. */
  public Set<String> keys(String name, double leastBits) {
    var keys = new HashSet<String>();
    String marked = NameModel.marked(name);
    keys.add(marked);
    keys.add(NameModel.marked(affixes.strip(name)));
    for (int from = 0; from < marked.length(); from++) {
      double bits = 0;
      for (int i = from; i < marked.length(); i++) {
        bits += model.bits(marked, from, i);
        if (bits >= leastBits) {
          keys.add(marked.substring(from, i + 1));
          break;
        }
      }
    }
    return keys;
  }

  private double excess(Shared shared, double rivals, double population) {
    double chance = Math.min(1, Math.pow(2, -model.bits(shared.stretch())) * shared.places());
    double u = (TRUST * chance + rivals) / (TRUST + population);
    return -log2(Math.min(1, u)) - log2(population);
  }

  private Shared shared(String one, String other) {
    if (one.equals(other)) {
      return new Shared(NameModel.marked(one), Kind.EXACT, 1);
    }
    String bare = affixes.strip(one);
    if (bare.equals(affixes.strip(other))) {
      return new Shared(NameModel.marked(bare), Kind.AFFIXES, 2);
    }
    String a = NameModel.marked(one);
    String b = NameModel.marked(other);
    String stretch = rarest(a, b);
    if (stretch == null) {
      return null;
    }
    double places =
        (double) (a.length() - stretch.length() + 1) * (b.length() - stretch.length() + 1);
    if (EDITS.apply(one, other) >= CLOSE) {
      return new Shared(stretch, Kind.CLOSE, places);
    }
    if (isWhole(one, stretch) || isWhole(other, stretch)) {
      return new Shared(stretch, Kind.WHOLE, places);
    }
    boolean atEdges = touchesEdge(one, a, stretch) && touchesEdge(other, b, stretch);
    return new Shared(stretch, atEdges ? Kind.CORE : Kind.INSIDE, places);
  }

  /** Whether the name has nothing telling beside the stretch: only affixes, digits and signs. */
  private boolean isWhole(String name, String stretch) {
    String bare = affixes.strip(name);
    String letters = stretch.replaceAll("[^\\p{L}\\p{M}]", "");
    return bare.replaceAll("[^\\p{L}\\p{M}]", "").equals(letters)
        || name.replaceAll("[^\\p{L}\\p{M}]", "").equals(letters);
  }

  /** Whether the stretch begins or ends where the name does, or the name without its affixes. */
  private boolean touchesEdge(String name, String marked, String stretch) {
    int from = marked.indexOf(stretch);
    int to = from + stretch.length();
    String bare = affixes.strip(name);
    int bareFrom = marked.indexOf(bare);
    return from <= 1
        || to >= marked.length() - 1
        || from == bareFrom
        || to == bareFrom + bare.length();
  }

  /** The most surprising stretch that stands in both; null if they share no letter. */
  private String rarest(String a, String b) {
    String best = null;
    double most = 0;
    int[] row = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      int[] next = new int[b.length() + 1];
      for (int j = 0; j < b.length(); j++) {
        if (a.charAt(i) != b.charAt(j)) {
          continue;
        }
        next[j + 1] = row[j] + 1;
        boolean ends =
            i + 1 == a.length() || j + 1 == b.length() || a.charAt(i + 1) != b.charAt(j + 1);
        if (ends) {
          String stretch = a.substring(i + 1 - next[j + 1], i + 1);
          double bits = model.bits(stretch);
          if (bits > most) {
            most = bits;
            best = stretch;
          }
        }
      }
      row = next;
    }
    return best;
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
