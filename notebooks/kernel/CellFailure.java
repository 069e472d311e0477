package dev.kolrank.notebook;

/** A cell that does not compile or did not end well; the message is for the reader. */
final class CellFailure extends Exception {
  private static final long serialVersionUID = 1;

  CellFailure(String message) {
    super(message);
  }
}
