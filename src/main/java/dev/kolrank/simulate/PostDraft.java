package dev.kolrank.simulate;

import java.util.List;

/**
 * A post, before any platform's format.
 *
 * @param at when it was published, epoch seconds
 * @param words its text and what it is about
 * @param disclosed whether the audience is told that it is sponsored, in words or by the flag
 * @param flagged whether the platform's own paid-partnership flag is set
 * @param links lines of links below the text, may be empty
 * @param partner the account of somebody else that it names; none or one
 * @param repost whether it only repeats a post of the partner
 * @param full the metrics at the end of its life
 * @param discussed comments that a crawl can find, at most
 */
record PostDraft(
    long key,
    int ordinal,
    String id,
    long at,
    PostWords words,
    boolean disclosed,
    boolean flagged,
    String links,
    List<Account> partner,
    boolean repost,
    Metrics full,
    int discussed) {

  boolean sponsored() {
    return words.sponsored();
  }

  /** Seconds of a video, the same in every crawl. */
  int seconds() {
    return 15 + (int) (Draw.fraction(key) * 600);
  }
}
