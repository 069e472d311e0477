package dev.kolrank.core;

/** Rows broke their table's contract, so nothing of them was written. Exit code 3. */
public final class ContractViolation extends RuntimeException {
  public ContractViolation(String message) {
    super(message);
  }
}
