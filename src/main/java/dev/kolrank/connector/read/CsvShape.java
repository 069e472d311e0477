package dev.kolrank.connector.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantBuilder;

/**
 * How the cells of a row become a record: under the spelling that the rules use, columns such as
 * {@code tags/0, tags/1} as one array, empty cells not at all.
 */
final class CsvShape {
  private static final Pattern ELEMENT = Pattern.compile("(.+)/[0-9]+");

  /** Field to the cells that make it; one cell for a plain field. */
  private final Map<String, int[]> plain = new LinkedHashMap<>();

  private final Map<String, int[]> arrays = new LinkedHashMap<>();

  CsvShape(List<String> columns, Layout layout) {
    Map<String, String> spelling =
        layout.known().stream()
            .collect(Collectors.toMap(k -> k.toLowerCase(Locale.ROOT), k -> k, (a, b) -> a));
    var hidden =
        new FieldFilter(
            layout.hidden().stream().map(h -> h.toLowerCase(Locale.ROOT)).toList(), List.of());
    for (int i = 0; i < columns.size(); i++) {
      String column = columns.get(i);
      Matcher element = ELEMENT.matcher(column);
      boolean known = spelling.containsKey(column);
      String name = !known && element.matches() ? element.group(1) : column;
      if (!hidden.hides(column) && !hidden.hides(name)) {
        var fields = name.equals(column) ? plain : arrays;
        fields.merge(spelling.getOrDefault(name, name), new int[] {i}, CsvShape::joined);
      }
    }
    plain.keySet().forEach(arrays::remove);
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  /** The record that these cells make. */
  Variant of(List<String> cells) {
    var builder = new VariantBuilder(true);
    var fields = new ArrayList<VariantBuilder.FieldEntry>(plain.size() + arrays.size());
    plain.forEach(
        (name, at) -> {
          String cell = cell(cells, at[0]);
          if (!cell.isEmpty()) {
            fields.add(entry(name, builder));
            builder.appendString(cell);
          }
        });
    arrays.forEach(
        (name, at) -> {
          if (Arrays.stream(at).anyMatch(i -> !cell(cells, i).isEmpty())) {
            fields.add(entry(name, builder));
            appendArray(cells, at, builder);
          }
        });
    builder.finishWritingObject(0, fields);
    return builder.result();
  }

  /** A row may lack its last cells. */
  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }

  private static void appendArray(List<String> cells, int[] at, VariantBuilder builder) {
    int start = builder.getWritePos();
    var offsets = new ArrayList<Integer>(at.length);
    for (int i : at) {
      if (!cell(cells, i).isEmpty()) {
        offsets.add(builder.getWritePos() - start);
        builder.appendString(cells.get(i));
      }
    }
    builder.finishWritingArray(start, offsets);
  }

  private static VariantBuilder.FieldEntry entry(String name, VariantBuilder builder) {
    return new VariantBuilder.FieldEntry(name, builder.addKey(name), builder.getWritePos());
  }
}
