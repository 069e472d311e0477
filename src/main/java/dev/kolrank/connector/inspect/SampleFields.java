package dev.kolrank.connector.inspect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.types.variant.Variant;
import org.apache.spark.types.variant.VariantUtil;

/**
 * The fields of a sample's records.
 *
 * @param fields every field with a plain value or a list of them, by its dotted name
 * @param lists dotted paths of arrays of objects, with how many objects they hold
 */
public record SampleFields(Map<String, FieldSample> fields, Map<String, Integer> lists) {
  private static final int DEEPEST = 6;
  private static final int MOST_FIELDS = 2_000;
  private static final int MOST_VALUES = 400;

  /** Words for nothing, as texts. */
  private static final Set<String> NOTHING =
      Set.of("", "null", "none", "nan", "undefined", "n/a", "-", "[]", "{}", "无");

  static SampleFields of(List<Variant> records) {
    var collected = new LinkedHashMap<String, Collected>();
    var lists = new TreeMap<String, Integer>();
    for (Variant record : records) {
      collect(record, List.of(), collected, lists);
    }
    var fields = new LinkedHashMap<String, FieldSample>();
    collected.forEach(
        (name, c) ->
            fields.put(name, new FieldSample(c.path, c.isList, c.values, c.given, records.size())));
    return new SampleFields(fields, lists);
  }

  /** A field while records are read. */
  private static final class Collected {
    private final List<String> path;
    private final List<String> values = new ArrayList<>();
    private boolean isList;
    private int given;

    Collected(List<String> path) {
      this.path = path;
    }

    void add(List<String> texts, boolean list) {
      isList |= list;
      given += texts.isEmpty() ? 0 : 1;
      texts.stream().limit(MOST_VALUES - values.size()).forEach(values::add);
    }
  }

  private static void collect(
      Variant object, List<String> path, Map<String, Collected> into, Map<String, Integer> lists) {
    if (object.getType() != VariantUtil.Type.OBJECT || path.size() >= DEEPEST) {
      return;
    }
    for (int i = 0; i < object.objectSize(); i++) {
      var field = object.getFieldAtIndex(i);
      var inner = new ArrayList<>(path);
      inner.add(field.key);
      String name = String.join(".", inner);
      switch (field.value.getType()) {
        case OBJECT -> collect(field.value, inner, into, lists);
        case ARRAY -> list(field.value, inner, into, lists);
        default -> field(inner, name, into).add(texts(field.value), false);
      }
    }
  }

  private static void list(
      Variant array, List<String> path, Map<String, Collected> into, Map<String, Integer> lists) {
    var texts = new ArrayList<String>();
    int objects = 0;
    for (int i = 0; i < array.arraySize(); i++) {
      Variant element = array.getElementAtIndex(i);
      if (element.getType() == VariantUtil.Type.OBJECT) {
        objects++;
      } else {
        texts.addAll(texts(element));
      }
    }
    String name = String.join(".", path);
    if (objects > 0) {
      lists.merge(name, objects, Integer::sum);
    } else {
      field(path, name, into).add(texts, true);
    }
  }

  private static Collected field(List<String> path, String name, Map<String, Collected> into) {
    return into.size() < MOST_FIELDS || into.containsKey(name)
        ? into.computeIfAbsent(name, n -> new Collected(path))
        : new Collected(path);
  }

  private static List<String> texts(Variant value) {
    String text =
        switch (value.getType()) {
          case NULL, OBJECT, ARRAY -> "";
          case STRING -> value.getString().strip();
          default -> value.toJson(java.time.ZoneOffset.UTC);
        };
    boolean none = text.length() < 10 && NOTHING.contains(text.toLowerCase(java.util.Locale.ROOT));
    return none ? List.of() : List.of(text);
  }
}
