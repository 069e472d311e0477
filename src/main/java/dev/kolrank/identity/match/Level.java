package dev.kolrank.identity.match;

import java.io.Serializable;

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
public record Level(String name, Way way, double m, double u, double low, double high)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How a level's weight comes about. */
  public enum Way {
    /**
     * Both shares are fitted, that of other pairs from what random pairs show: accounts that a key
     * brings together have more in common than any two, the language above all.
     */
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

  /** A thousand to one against. */
  private static final double CONTRADICTION = -10;

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

  /** Whether it says by itself that two accounts are not one person's. */
  public boolean contradicts() {
    return way == Way.FIXED && low <= CONTRADICTION;
  }

  /** Coincidences per account expected in the band, were all of them of this level. */
  double band() {
    return Math.pow(2, -low) - Math.pow(2, -high);
  }

  /** The middle of the band, in bits. */
  double middle() {
    return (low + high) / 2;
  }

  /** The way of likeness, where the level is a band of one. */
  String kind() {
    return name.substring(0, Math.max(0, name.lastIndexOf('_')));
  }

  /**
   * Bits that a value in the band weighs more than the band at large.
   *
   * @param slope by how many bits coincidences grow rarer with each bit of excess: one where chance
   *     makes them, none where people share a name, however rare
   */
  double rarity(double excess, double slope) {
    if (way != Way.CHANCE || slope <= 0) {
      return 0;
    }
    double inside = Math.max(low, Math.min(high, excess));
    double mass = Math.pow(2, -slope * low) - Math.pow(2, -slope * high);
    return slope * inside + Math.log(mass / (slope * LN2 * (high - low))) / LN2;
  }
}
