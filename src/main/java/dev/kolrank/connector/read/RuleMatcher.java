package dev.kolrank.connector.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.GlobPattern;

/** Which rules take the records of one file. */
final class RuleMatcher {
  private final List<Layout.Shape> shapes;
  private final String fileName;
  private final List<String> columns;
  private final long ofFile;
  private final Map<String, Long> ofPart = new HashMap<>();

  RuleMatcher(List<Layout.Shape> shapes, String fileName, List<String> columns) {
    this.shapes = shapes;
    this.fileName = FileFormats.plainName(fileName);
    this.columns = List.copyOf(columns);
    var header = new HashSet<>(columns);
    long bits = 0;
    for (int i = 0; i < shapes.size(); i++) {
      Layout.Shape shape = shapes.get(i);
      boolean fits =
          header.containsAll(shape.columns())
              && shape.without().stream().noneMatch(header::contains);
      if (fits && isNamed(shape)) {
        bits |= 1L << i;
      }
    }
    this.ofFile = bits;
  }

  private boolean isNamed(Layout.Shape shape) {
    return new GlobPattern(shape.file()).matches(fileName);
  }

  /** Bits of the rules that could take a record of the file. */
  long ofFile() {
    return ofFile;
  }

  /** Bits of the rules that take records of this part. */
  long taking(String part) {
    return ofPart.computeIfAbsent(part, this::computed);
  }

  private long computed(String part) {
    long bits = 0;
    for (int i = 0; i < shapes.size(); i++) {
      String wanted = shapes.get(i).part();
      if (wanted.isEmpty() || wanted.equals(part)) {
        bits |= 1L << i;
      }
    }
    return bits & ofFile;
  }

  /** Why no rule takes records of this part; null where one may. */
  String untaken(String part) {
    if (taking(part) != 0) {
      return null;
    }
    if (ofFile != 0) {
      return part.isEmpty()
          ? "the rules take records of the paths %s, and the document has none of them"
              .formatted(Shown.names(shapes.stream().map(Layout.Shape::part).distinct().toList()))
          : "no rule takes the records of " + Shown.text(part, 100);
    }
    List<Layout.Shape> named = shapes.stream().filter(this::isNamed).toList();
    if (named.isEmpty()) {
      var globs = new LinkedHashSet<>(shapes.stream().map(Layout.Shape::file).toList());
      return "no rule is for a file of this name: the rules are for " + Shown.names(globs);
    }
    return columns.isEmpty()
        ? "the rules take rows of a table below a header, and this is JSON"
        : ofHeader(named);
  }

  /** By the rule that lacks the fewest columns. */
  private String ofHeader(List<Layout.Shape> named) {
    Set<String> least = null;
    for (Layout.Shape shape : named) {
      var lacking = new LinkedHashSet<>(shape.columns());
      columns.forEach(lacking::remove);
      if (!lacking.isEmpty() && (least == null || lacking.size() < least.size())) {
        least = lacking;
      }
    }
    if (least == null) {
      return "the header has a column that the rules do not allow";
    }
    return "the header lacks %s %s, which the rule needs"
        .formatted(least.size() == 1 ? "the column" : "the columns", Shown.names(least));
  }
}
