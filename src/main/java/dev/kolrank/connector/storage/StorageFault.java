package dev.kolrank.connector.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.FSError;

/**
 * The storage failed to open, read or list, also after retries. It says nothing about the content
 * of a file, so no record is rejected for it; it fails the file's source.
 */
public final class StorageFault extends IOException {
  private static final long serialVersionUID = 1L;

  /** A fault with the class and the first line of its cause as message. */
  public StorageFault(Throwable cause) {
    super(words(cause), cause);
  }

  private static String words(Throwable fault) {
    Throwable told = fault;
    while (isWrapper(told) && told.getCause() != null) {
      told = told.getCause();
    }
    String message = told.getMessage();
    String name = told.getClass().getSimpleName();
    return message == null || message.isBlank()
        ? name
        : name + ": " + message.lines().findFirst().orElse("");
  }

  private static boolean isWrapper(Throwable fault) {
    return fault instanceof UncheckedIOException || fault instanceof FSError;
  }
}
