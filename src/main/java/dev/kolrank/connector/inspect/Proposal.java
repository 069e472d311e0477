package dev.kolrank.connector.inspect;

import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.core.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The columns of one kind that a sample's records may give, each with the fields that may hold it,
 * the likeliest first.
 */
public record Proposal(Kind kind, Map<Field, List<Guess>> guesses) {
  public Proposal {
    guesses = new LinkedHashMap<>(guesses);
  }

  /** The likeliest field of a column. */
  public Optional<Guess> best(Field column) {
    return guesses.getOrDefault(column, List.of()).stream().findFirst();
  }

  /** Whether some field may hold the column of that name. */
  boolean gives(String column) {
    return guesses.entrySet().stream()
        .anyMatch(e -> e.getKey().name().equals(column) && !e.getValue().isEmpty());
  }

  /** How many of these columns some field may hold. */
  long given(List<String> columns) {
    return columns.stream().filter(this::gives).count();
  }
}
