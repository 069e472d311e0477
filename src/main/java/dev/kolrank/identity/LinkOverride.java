package dev.kolrank.identity;

/**
 * What a person decided about two accounts; it wins over all evidence.
 *
 * @param left an account key, {@code platform:id}
 * @param right another one
 * @param same whether both belong to one KOL
 */
public record LinkOverride(String left, String right, boolean same) {

  /** Refuses what names no two accounts. */
  public LinkOverride {
    for (String uid : new String[] {left, right}) {
      if (!uid.matches("[a-z0-9_-]+:.+")) {
        throw new IllegalArgumentException(
            "an override names accounts as platform:id, got \"%s\"".formatted(uid));
      }
    }
    if (left.equals(right)) {
      throw new IllegalArgumentException("an override names %s twice".formatted(left));
    }
  }
}
