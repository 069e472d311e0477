package dev.kolrank.identity;

/**
 * How certain each kind of evidence makes a pair, until labelled pairs calibrate it. At least
 * {@link #DESCRIPTION} links, at most {@link #CONTESTED} does not.
 */
final class Certainty {
  static final double MUST_LINK = 1;

  /** Each account cites the other: one side alone could be mistaken or a fan. */
  static final double MUTUAL = 0.99;

  /** The account's own profile names the other. */
  static final double BIO = 0.95;

  /** Both profiles carry one page of links or one's own domain. */
  static final double SAME_LINK = 0.95;

  /** Most of the account's captions that name a profile there name this one. */
  static final double DESCRIPTION = 0.9;

  /** Several accounts claim it and another one, or none, is named like it. */
  static final double CONTESTED = 0.3;

  /** Named somewhere, as guests and friends are. */
  static final double WEAK = 0.1;

  /** An account about the other one. */
  static final double FAN = 0.05;

  static final double CANNOT_LINK = 0;

  private Certainty() {}
}
