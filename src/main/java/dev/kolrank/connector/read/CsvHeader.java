package dev.kolrank.connector.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.GlobPattern;

/**
 * The columns of a table.
 *
 * @param columns names in lower case, white space folded; a name that stands twice gets a number
 * @param written the cells as the file has them
 * @param ends how many cells a row may have: columns that one glob of {@code trailing} names are
 *     left out all or none
 * @param kinds what the cells of each column hold; empty where that is not known
 * @param shape how their cells become a record
 */
record CsvHeader(
    List<String> columns,
    Set<String> written,
    Set<Integer> ends,
    List<Optional<CellKind>> kinds,
    CsvShape shape) {

  /** As strange as a row must be that is taken for a shifted one: one bad count is none. */
  private static final int SHIFTED = 2;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9.,]*");

  static CsvHeader of(List<String> cells, Layout layout) {
    List<String> columns = names(cells);
    Set<String> written = Set.copyOf(new HashSet<>(cells));
    var kinds = layout.tabular().kinds();
    return new CsvHeader(
        columns,
        written,
        ends(columns, layout.trailing()),
        columns.stream().map(c -> Optional.ofNullable(kinds.get(c))).toList(),
        new CsvShape(columns, layout));
  }

  private static Set<Integer> ends(List<String> columns, List<String> trailing) {
    List<GlobPattern> globs = trailing.stream().map(GlobPattern::new).toList();
    Set<Integer> ends = new HashSet<>();
    ends.add(columns.size());
    int end = columns.size();
    while (end > 1) {
      String last = columns.get(end - 1);
      var glob = globs.stream().filter(g -> g.matches(last)).findFirst();
      if (glob.isEmpty()) {
        break;
      }
      while (end > 1 && glob.get().matches(columns.get(end - 1))) {
        end--;
      }
      ends.add(end);
    }
    return ends;
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

  boolean fits(List<String> cells) {
    return ends.contains(cells.size());
  }

  /** Whether a row fits and no cell of it is strange. */
  boolean takes(List<String> cells) {
    if (!fits(cells)) {
      return false;
    }
    for (int i = 0; i < cells.size(); i++) {
      if (strangeness(cells, i) > 0) {
        return false;
      }
    }
    return true;
  }

  /** The header that a row fits: this one, else one of those that extend it; null where none. */
  CsvHeader fitting(List<String> cells, List<CsvHeader> declared) {
    if (isRepeatedBy(cells) || (fits(cells) && shifted(cells) < 0)) {
      return this;
    }
    return declared.stream()
        .filter(other -> other.extendsTo(this) && other.takes(cells))
        .findFirst()
        .orElse(null);
  }

  /** Says why a row does not fit. */
  String misfit(List<String> cells) {
    if (!fits(cells)) {
      return "the row has %d fields where the header has %d"
          .formatted(cells.size(), columns.size());
    }
    int at = shifted(cells);
    return "the row does not fit the header: its column %s holds no %s"
        .formatted(Shown.names(List.of(columns.get(at))), kinds.get(at).orElseThrow().label());
  }

  /**
   * The column that shows that a row is shifted against the header, or -1. Only rows that may lack
   * cells are looked at: of the others their number tells.
   */
  int shifted(List<String> cells) {
    int strange = 0;
    for (int i = 0; ends.size() > 1 && i < cells.size(); i++) {
      strange += strangeness(cells, i);
      if (strange >= SHIFTED) {
        return i;
      }
    }
    return -1;
  }

  private int strangeness(List<String> cells, int at) {
    return kinds.get(at).isEmpty() ? 0 : kinds.get(at).get().strangeness(cells.get(at));
  }

  /** Whether this header has the columns of another one, in their order, and further ones. */
  boolean extendsTo(CsvHeader other) {
    int found = 0;
    for (String column : columns) {
      found += found < other.columns.size() && other.columns.get(found).equals(column) ? 1 : 0;
    }
    return found == other.columns.size();
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
