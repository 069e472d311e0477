package dev.kolrank.simulate;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The simulated span and the crawl drops in it; all times are epoch seconds, UTC. */
record Timeline(LocalDate end, int days, int crawls, int everyDays) {
  static final long DAY = 86_400;
  private static final long HOUR = 3_600;
  private static final long REVISIT = 14 * DAY;
  private static final long OBSERVATION = 0x0B5;

  long start() {
    return end.minusDays(days - 1L).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  long stop() {
    return start() + days * DAY;
  }

  LocalDate day(int drop) {
    return end.minusDays((crawls - 1L - drop) * everyDays);
  }

  /** Days of the span before the first drop. */
  int daysBeforeCrawls() {
    return days - 1 - (crawls - 1) * everyDays;
  }

  /** When a drop looks at an account: on its day, between 04:00 and 22:00. */
  long observed(Account account, int drop) {
    double place = Draw.fraction(Draw.key(Draw.key(account.key(), OBSERVATION), drop));
    long midnight = day(drop).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    return midnight + 4 * HOUR + (long) (place * 18 * HOUR);
  }

  /** Whether a drop shows a post: the new ones, those of two weeks, and always the pinned one. */
  boolean shows(Account account, int ordinal, long postedAt, int drop) {
    long now = observed(account, drop);
    if (postedAt > now) {
      return false;
    }
    return drop == 0
        || ordinal == 0
        || postedAt > now - REVISIT
        || postedAt > observed(account, drop - 1);
  }

  /** Whether this drop is the first to show the post together with what came at {@code at}. */
  boolean first(Account account, int ordinal, long postedAt, long at, int drop) {
    for (int before = 0; before < drop; before++) {
      if (shows(account, ordinal, postedAt, before) && at <= observed(account, before)) {
        return false;
      }
    }
    return true;
  }
}
