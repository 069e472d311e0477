package dev.kolrank.simulate;

/**
 * How a person posts and is received.
 *
 * @param events posting occasions in the span
 * @param hour favourite hour, local time
 * @param zone hours that local time is ahead of UTC
 * @param focus share of posts in the main niche
 * @param sales share of posts that are sponsored
 * @param honesty share of sponsored posts that say so
 * @param loyalty share of comments by returning fans
 * @param echo share of events told in the same words everywhere
 * @param disliked whether most comments are hostile
 * @param links how the accounts cite each other
 */
record Habits(
    int events,
    double hour,
    int zone,
    double focus,
    double sales,
    double honesty,
    double loyalty,
    double echo,
    boolean disliked,
    Links links) {

  /** How the accounts of a person cite each other. */
  enum Links {
    NONE,
    TO_MAIN,
    ALL,
    HUB
  }
}
