package dev.kolrank.identity.match;

/**
 * One outcome of a comparison.
 *
 * @param name as stored
 * @param way how its weight comes about
 * @param m share of matching pairs expected to show it, before any is counted
 * @param u share of other pairs expected to show it; of {@link Way#CHANCE} the part of the band's
 *     chance that falls to it
 * @param low where its band of excess begins, in bits; of {@link Way#CERTAIN} the certainty, of
 *     {@link Way#FIXED} the weight
 * @param high where the band ends
 */
public record Level(String name, Way way, double m, double u, double low, double high) {

  /** How a level's weight comes about. */
  public enum Way {
    /** The share of other pairs is that of random pairs. */
    COUNTED,
    /** Both shares are fitted: the level says how a candidate stands among its rivals. */
    FITTED,
    /** The chance follows from the excess: one bit more halves it. */
    CHANCE,
    /** The evidence stands for a certainty of its own. */
    CERTAIN,
    /** A person fixed the weight: the names agree on purpose, so counting would mislead. */
    FIXED
  }

  private static final double LN2 = Math.log(2);

  static Level counted(String name, double m, double u) {
    return new Level(name, Way.COUNTED, m, u, 0, 0);
  }

  static Level fitted(String name, double m, double u) {
    return new Level(name, Way.FITTED, m, u, 0, 0);
  }

  static Level banded(String name, double m, double part, double low, double high) {
    return new Level(name, Way.CHANCE, m, part, low, high);
  }

  static Level certain(String name, double certainty) {
    return new Level(name, Way.CERTAIN, 0, 0, certainty, 0);
  }

  static Level fixed(String name, double bits) {
    return new Level(name, Way.FIXED, 0, 0, bits, 0);
  }

  /** Coincidences per account expected in the band, were all of them of this level. */
  double band() {
    return Math.pow(2, -low) - Math.pow(2, -high);
  }

  /** Bits that a value in the band weighs more than the band at large. */
  public double rarity(double excess) {
    if (way != Way.CHANCE) {
      return 0;
    }
    double inside = Math.max(low, Math.min(high, excess));
    return inside + Math.log(band() / ((high - low) * LN2)) / LN2;
  }
}
