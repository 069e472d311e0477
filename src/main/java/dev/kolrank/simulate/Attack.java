package dev.kolrank.simulate;

/** Engagement that an account did not earn, from a moment on (epoch seconds). */
record Attack(Kind kind, long start) {

  /** The ways to cheat, as the truth file spells them. */
  enum Kind {
    NONE,
    FOLLOWERS,
    LIKES,
    POD
  }

  static final Attack NONE = new Attack(Kind.NONE, Long.MAX_VALUE);

  boolean by(Kind asked, long at) {
    return kind == asked && at >= start;
  }
}
