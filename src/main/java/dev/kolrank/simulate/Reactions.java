package dev.kolrank.simulate;

/** The likes of a Facebook post by their faces. */
record Reactions(long like, long love, long wow, long haha) {

  static Reactions of(SeenPost post) {
    long all = post.metrics().likes();
    long love = all / 5;
    long wow = all / 20;
    long haha = all / 10;
    return new Reactions(all - love - wow - haha, love, wow, haha);
  }
}
