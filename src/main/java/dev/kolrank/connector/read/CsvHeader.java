package dev.kolrank.connector.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The columns of a table.
 *
 * @param columns names in lower case, white space folded; a name that stands twice gets a number
 * @param written the cells as the file has them
 * @param shape how their cells become a record
 */
record CsvHeader(List<String> columns, Set<String> written, CsvShape shape) {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*");

  static CsvHeader of(List<String> cells, Layout layout) {
    List<String> columns = names(cells);
    return new CsvHeader(columns, Set.copyOf(new HashSet<>(cells)), new CsvShape(columns, layout));
  }

  private static List<String> names(List<String> cells) {
    var names = new ArrayList<String>();
    Set<String> taken = new HashSet<>();
    for (String cell : cells) {
      String name = name(cell);
      if (name.isEmpty()) {
        name = "column " + (names.size() + 1);
      }
      String unique = name;
      for (int n = 2; !taken.add(unique); n++) {
        unique = name + " " + n;
      }
      names.add(unique);
    }
    return List.copyOf(names);
  }

  private static String name(String cell) {
    return cell.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /**
   * Whether a row is a header too, as where a newer crawler appended to the file of an older one:
   * most of its cells are names of columns, each once, and none is a number.
   */
  boolean isRepeatedBy(List<String> cells) {
    int least = Math.min(cells.size(), columns.size());
    if (least < 2 || !(written.contains(cells.get(0)) || written.contains(cells.get(1)))) {
      return false;
    }
    var names = new HashSet<String>();
    int known = 0;
    for (String cell : cells) {
      String name = name(cell);
      if ((!name.isEmpty() && !names.add(name)) || NUMBER.matcher(name).matches()) {
        return false;
      }
      known += columns.contains(name) ? 1 : 0;
    }
    return known >= 2 && 2 * known >= least;
  }
}
