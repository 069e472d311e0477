package dev.kolrank.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record in the making: its fields in order, and what a perfect reader finds in them. */
final class Entry {
  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Observed> observed = new ArrayList<>();

  /** Sets a field: text, number, flag, null, or a list or map of those. */
  Entry put(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  Observed account(Site site) {
    return add(Observed.account(site));
  }

  Observed post(Site site) {
    return add(Observed.post(site));
  }

  Observed comment(Site site) {
    return add(Observed.comment(site));
  }

  Observed add(Observed observation) {
    observed.add(observation);
    return observation;
  }

  Map<String, Object> fields() {
    return fields;
  }

  List<Observed> observed() {
    return observed;
  }

  /** An object of fields in the order given, as a value of a field. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }
}
