package dev.kolrank.connector.storage;

import dev.kolrank.core.UserError;
import java.io.Serializable;

/**
 * How often an access to the storage is repeated.
 *
 * @param count repetitions after the first failure; 0 for none
 * @param firstWaitMillis the wait before the first repetition; each later wait is twice as long
 */
public record Retries(int count, long firstWaitMillis) implements Serializable {
  /** The defaults of the settings. */
  public static final Retries USUAL = new Retries(3, 1_000);

  /**
   * Checks the ranges.
   *
   * @throws UserError naming the setting that is out of its range
   */
  public Retries {
    if (count < 0 || count > 20) {
      throw new UserError("crawl.retries must be between 0 and 20, got " + count);
    }
    if (firstWaitMillis < 0 || firstWaitMillis > 60_000) {
      throw new UserError(
          "crawl.retry-seconds must be between 0 and 60, got " + firstWaitMillis / 1_000.0);
    }
  }
}
