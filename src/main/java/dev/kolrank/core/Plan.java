package dev.kolrank.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Steps in an order in which every input stands before its readers. */
public record Plan(List<Step> steps) {

  public Plan {
    steps = List.copyOf(steps);
  }

  /**
   * Orders the steps.
   *
   * @param sources tables that no step produces but that the lake holds
   * @throws IllegalArgumentException on two producers of one table, an input nobody produces, or a
   *     cycle
   */
  public static Plan of(Set<Table> sources, List<Step> steps) {
    Map<String, Step> producers = producers(steps);
    for (Step step : steps) {
      for (Table input : step.inputs()) {
        if (!producers.containsKey(input.name()) && !sources.contains(input)) {
          throw new IllegalArgumentException(
              "%s reads %s, which no step produces".formatted(step.name(), input));
        }
      }
    }
    var ordered = new LinkedHashSet<Step>();
    for (Step step : steps) {
      visit(step, producers, ordered, new ArrayList<>());
    }
    return new Plan(List.copyOf(ordered));
  }

  /** How many of the steps write a table. */
  public int stored() {
    return (int) steps.stream().filter(s -> s.output().mode() != WriteMode.TRANSIENT).count();
  }

  private static Map<String, Step> producers(List<Step> steps) {
    var producers = new HashMap<String, Step>();
    for (Step step : steps) {
      if (producers.put(step.output().name(), step) != null) {
        throw new IllegalArgumentException("two steps produce " + step.output());
      }
    }
    return producers;
  }

  private static void visit(
      Step step, Map<String, Step> producers, Set<Step> ordered, List<String> path) {
    if (ordered.contains(step)) {
      return;
    }
    if (path.contains(step.name())) {
      throw new IllegalArgumentException("a cycle: " + String.join(" <- ", path));
    }
    path.add(step.name());
    for (String input : new TreeSet<>(names(step.inputs()))) {
      Step producer = producers.get(input);
      if (producer != null && producer != step) {
        visit(producer, producers, ordered, path);
      }
    }
    path.remove(path.size() - 1);
    ordered.add(step);
  }

  private static Set<String> names(Set<Table> tables) {
    return tables.stream().map(Table::name).collect(Collectors.toSet());
  }

  /** The step called {@code name} and every step it needs, in order. */
  public Plan only(String name) {
    Map<String, Step> producers = producers(steps);
    if (!producers.containsKey(name)) {
      throw new UserError(
          "--only names no step: %s; the steps are %s"
              .formatted(name, steps.stream().map(Step::name).collect(Collectors.joining(", "))));
    }
    var needed = new LinkedHashSet<Step>();
    visit(producers.get(name), producers, needed, new ArrayList<>());
    return new Plan(List.copyOf(needed));
  }
}
