package dev.kolrank.core;

/** A fault that the user can mend; its message is one sentence that says what. Exit code 2. */
public final class UserError extends RuntimeException {
  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
