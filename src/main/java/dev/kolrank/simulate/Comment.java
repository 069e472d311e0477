package dev.kolrank.simulate;

/**
 * A comment below a post.
 *
 * @param parent the comment it answers, or empty
 * @param at epoch seconds
 * @param likes at the end of its life
 * @param loyal whether its author returns under many posts of the person
 */
record Comment(
    String id,
    long key,
    String parent,
    String authorId,
    String author,
    String text,
    long at,
    long likes,
    Mood mood,
    boolean loyal) {

  /** The sentiment of a comment, as the truth file spells it. */
  enum Mood {
    POSITIVE,
    NEGATIVE,
    NEUTRAL
  }

  boolean root() {
    return parent.isEmpty();
  }
}
