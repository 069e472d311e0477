package dev.kolrank.connector.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.GlobPattern;

/** Which rules take the records of one file. */
final class RuleMatcher {
  private final List<Layout.Shape> shapes;
  private final long ofFile;
  private final Map<String, Long> ofPart = new HashMap<>();

  RuleMatcher(List<Layout.Shape> shapes, String fileName, List<String> columns) {
    this.shapes = shapes;
    var header = new HashSet<>(columns);
    long bits = 0;
    for (int i = 0; i < shapes.size(); i++) {
      if (takes(shapes.get(i), fileName, header)) {
        bits |= 1L << i;
      }
    }
    this.ofFile = bits;
  }

  private static boolean takes(Layout.Shape shape, String fileName, Set<String> header) {
    return new GlobPattern(shape.file()).matches(FileFormats.plainName(fileName))
        && header.containsAll(shape.columns())
        && shape.without().stream().noneMatch(header::contains);
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
}
