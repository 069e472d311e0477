package dev.kolrank.simulate;

/** How an account's following grows over the span. */
final class Growth {
  private static final double BOUGHT = 4;
  private static final double MONTH = 30.0 * Timeline.DAY;

  private Growth() {}

  /** The share of the final following that was there so many seconds before the end. */
  static double since(Account account, long secondsBeforeEnd) {
    return StrictMath.exp(-account.growth() * secondsBeforeEnd / MONTH);
  }

  /** Followers claimed at that time; bought ones arrive within two days. */
  static long followers(Account account, long at, long stop) {
    double followers = account.followers() * since(account, stop - at);
    if (account.attack().by(Attack.Kind.FOLLOWERS, at)) {
      double arrived = Math.min(1, (at - account.attack().start()) / (2.0 * Timeline.DAY));
      followers *= 1 + BOUGHT * arrived;
    }
    return (long) followers;
  }
}
