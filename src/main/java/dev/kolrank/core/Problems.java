package dev.kolrank.core;

import java.util.ArrayList;
import java.util.List;

/** Gathers every fault of what the user gave, to be told at once. */
public final class Problems {
  private final List<String> found = new ArrayList<>();

  /** Notes a fault: where it stands, what is wrong, how to mend it. */
  public void add(String where, String fault, String remedy) {
    found.add("%s: %s; %s".formatted(where, fault, remedy));
  }

  public int count() {
    return found.size();
  }

  /**
   * Stops if there are any.
   *
   * @throws UserError with all of them, one a line
   */
  public void stopIfAny() {
    if (!found.isEmpty()) {
      throw new UserError(String.join("\n", found));
    }
  }
}
