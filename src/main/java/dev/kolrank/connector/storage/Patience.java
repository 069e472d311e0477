package dev.kolrank.connector.storage;

import dev.kolrank.core.UserError;
import java.io.IOException;
import org.apache.hadoop.fs.FSError;

/**
 * Repeats accesses of one task that fail. All waits together are bounded: a storage that is down
 * fails each of a thousand files, and the task must end.
 */
public final class Patience {
  private static final long LONGEST_WAIT = 30_000;
  private static final long ALL_WAITS = 60_000;

  private final Retries retries;
  private long left = ALL_WAITS;

  /** The patience of one task, which runs on one thread. */
  public Patience(Retries retries) {
    this.retries = retries;
  }

  /** An access to the storage. */
  public interface Access<T> {
    T run() throws IOException;
  }

  /**
   * The result of an access, repeated while it fails.
   *
   * @throws StorageFault when the last repetition fails; at once when the access itself throws one
   */
  public <T> T run(Access<T> access) throws StorageFault {
    for (int failed = 1; ; failed++) {
      try {
        return access.run();
      } catch (StorageFault | UserError e) {
        throw e;
      } catch (IOException | RuntimeException | FSError e) {
        if (failed > retries.count() || !waits(failed)) {
          throw new StorageFault(e);
        }
      }
    }
  }

  /** Waits before a repetition; false where the thread is to end. */
  private boolean waits(int failed) {
    long wait = Math.min(retries.firstWaitMillis() << Math.min(failed - 1, 20), LONGEST_WAIT);
    wait = Math.min(wait, left);
    left -= wait;
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
