package dev.kolrank.simulate;

import java.util.List;

/** All that one drop saw of one account. */
record Visit(
    Person person, Account account, long at, long followers, long posted, List<SeenPost> posts) {

  /** A number of [low, high) that belongs to the account, whatever the drop. */
  int fixed(int purpose, int low, int high) {
    return low + (int) (Draw.fraction(Draw.key(account.key(), -purpose)) * (high - low));
  }

  long following() {
    return fixed(1, 10, 900);
  }

  boolean verified() {
    return !account.fan() && fixed(2, 0, 100) < (account.followers() > 100_000 ? 70 : 8);
  }

  /** Epoch seconds of the day the account was opened, 2010 to 2024. */
  long since() {
    return 1_262_304_000L + fixed(3, 0, 5_400) * Timeline.DAY + fixed(4, 0, 86_400);
  }

  /** Milliseconds of the observation, as the crawlers note them. */
  long millis(SeenPost post) {
    return post.at() * 1_000 + Math.floorMod(post.draft().key(), 1_000);
  }

  long likesReceived() {
    return posted * (1 + Math.round(account.audience() * 0.02));
  }
}
