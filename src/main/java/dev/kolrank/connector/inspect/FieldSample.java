package dev.kolrank.connector.inspect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/**
 * What the records of a sample hold in one field.
 *
 * @param path the field's names from the outside in
 * @param isList whether it is an array of plain values
 * @param values its texts, in the order of the records; a list gives those of its elements
 * @param given in how many records it has a value
 * @param records how many records there are
 */
public record FieldSample(
    List<String> path, boolean isList, List<String> values, int given, int records) {
  private static final int EXAMPLES = 3;

  public FieldSample {
    path = List.copyOf(path);
    values = List.copyOf(values);
  }

  /** The names with points between them. */
  String name() {
    return String.join(".", path);
  }

  String lastName() {
    return path.get(path.size() - 1);
  }

  /** The share of records without a value. */
  double nullShare() {
    return records == 0 ? 1 : 1 - (double) given / records;
  }

  /** The share of different values. */
  double distinctShare() {
    return values.isEmpty() ? 0 : (double) new HashSet<>(values).size() / values.size();
  }

  /** The first three different values. */
  List<String> examples() {
    var examples = new ArrayList<String>();
    for (String value : values) {
      if (examples.size() < EXAMPLES && !examples.contains(value)) {
        examples.add(value);
      }
    }
    return examples;
  }
}
