package dev.kolrank.core;

import java.io.IOException;
import java.io.ObjectStreamException;
import java.util.List;

/**
 * The storage of the crawl or of the lake cannot be used; its message is one sentence that says
 * what to do. Exit code 6.
 */
public final class StorageError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Packages whose I/O exceptions speak of files and connections, not of what a text says. */
  private static final List<String> STORAGE =
      List.of("java.io", "java.nio.file", "java.net", "javax.net.ssl", "org.apache");

  public StorageError(String message) {
    super(message);
  }

  public StorageError(String message, Throwable cause) {
    super(message, cause);
  }

  /** Whether a failure comes from the storage: an error of files or connections lies below it. */
  public static boolean isBelow(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 50; depth++) {
      String in = cause.getClass().getPackageName();
      boolean isIo = cause instanceof IOException && !(cause instanceof ObjectStreamException);
      if (cause instanceof StorageError || (isIo && STORAGE.stream().anyMatch(in::startsWith))) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
