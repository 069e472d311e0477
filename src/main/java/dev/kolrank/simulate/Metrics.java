package dev.kolrank.simulate;

/** What a post has got so far. */
record Metrics(long views, long likes, long dislikes, long comments, long shares, long saves) {

  /** What of it a post has after a share of its life. */
  Metrics grown(double share) {
    return new Metrics(
        (long) (views * share),
        (long) (likes * share),
        (long) (dislikes * share),
        (long) (comments * share),
        (long) (shares * share),
        (long) (saves * share));
  }

  Metrics withLikes(long bought) {
    return new Metrics(views, bought, dislikes, comments, shares, saves);
  }

  Metrics withComments(long written) {
    return new Metrics(views, likes, dislikes, written, shares, saves);
  }
}
