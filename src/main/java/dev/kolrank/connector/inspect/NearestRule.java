package dev.kolrank.connector.inspect;

import dev.kolrank.connector.Canonical;
import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.core.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rule of a connector whose fields a sample has most of.
 *
 * @param rule its words
 * @param found fields that it reads and the sample has
 * @param read how many fields it reads
 * @param missing required columns of which the sample has no field that the rule reads
 */
record NearestRule(
    Connector connector, String rule, Set<String> found, int read, List<String> missing) {

  /**
   * Of all connectors; empty where the sample has less than two, or a quarter, of the fields of
   * each.
   */
  static Optional<NearestRule> of(
      Collection<Connector> connectors, Set<String> fields, boolean isTable) {
    Set<String> known = isTable ? lower(fields) : fields;
    return connectors.stream()
        .flatMap(
            c ->
                java.util.stream.IntStream.range(0, c.rules().size())
                    .mapToObj(i -> of(c, i, known, isTable)))
        .filter(n -> n.found.size() >= 2 && 4 * n.found.size() >= n.read)
        .max(
            Comparator.comparingDouble(NearestRule::nearness)
                .thenComparing(n -> n.connector.name(), Comparator.reverseOrder()));
  }

  private static NearestRule of(
      Connector connector, int number, Set<String> fields, boolean isTable) {
    Rule rule = connector.rules().get(number);
    var read = new LinkedHashSet<String>();
    for (Field column : rule.kind().columns()) {
      read.addAll(isTable ? lower(Set.copyOf(rule.reads(column))) : rule.reads(column));
    }
    read.removeIf(name -> name.startsWith("_"));
    var found = new LinkedHashSet<>(read);
    found.retainAll(fields);
    List<String> missing =
        Canonical.required(rule.kind()).stream()
            .filter(
                c ->
                    rule.reads(c).stream()
                        .noneMatch(f -> fields.contains(isTable ? f.toLowerCase(Locale.ROOT) : f)))
            .map(Field::name)
            .toList();
    return new NearestRule(connector, connector.ruleName(number), found, read.size(), missing);
  }

  private double nearness() {
    return read == 0 ? 0 : found.size() * ((double) found.size() / read);
  }

  private static Set<String> lower(Set<String> names) {
    return names.stream().map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }
}
