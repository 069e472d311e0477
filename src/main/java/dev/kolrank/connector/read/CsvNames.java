package dev.kolrank.connector.read;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of columns that a connector knows: those that its rules read or ask for. */
final class CsvNames {
  private static final Pattern ELEMENT = Pattern.compile("/[0-9]+$");

  private final Set<String> known = new HashSet<>();
  private final Layout layout;

  CsvNames(Layout layout) {
    this.layout = layout;
    layout.known().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
    layout.shapes().forEach(shape -> known.addAll(shape.columns()));
    known.remove(Surroundings.OUTER);
  }

  /** Whether the connector knows none. */
  boolean isEmpty() {
    return known.isEmpty();
  }

  /** How many of these columns the connector knows. */
  int count(List<String> columns) {
    int count = 0;
    for (String column : columns) {
      count += known.contains(ELEMENT.matcher(column).replaceFirst("")) ? 1 : 0;
    }
    return count;
  }

  /** Whether these can only be a header: half of them are known, or all that a rule asks for. */
  boolean isHeader(List<String> columns) {
    int count = count(columns);
    boolean asked =
        layout.shapes().stream()
            .anyMatch(s -> !s.columns().isEmpty() && columns.containsAll(s.columns()));
    return asked || (count >= 2 && 2 * count >= columns.size());
  }
}
