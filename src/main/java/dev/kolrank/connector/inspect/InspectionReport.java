package dev.kolrank.connector.inspect;

import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connector.Kind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints what an inspection found. */
public record InspectionReport(Inspection inspection, Collection<Connector> connectors) {
  private static final int UNREAD_SHOWN = 12;

  /** One line after the other. */
  public void print(Consumer<String> out) {
    var sample = inspection.sample();
    out.accept(
        "%s: %s in %s, %,d records looked at%s"
            .formatted(
                Plain.line(inspection.file().getFileName().toString()),
                sample.layout(),
                sample.charset(),
                sample.records().size(),
                sample.broken() == 0
                    ? ""
                    : ", %,d broken (%s)"
                        .formatted(sample.broken(), Plain.line(sample.problem()))));
    if (!inspection.split().isEmpty()) {
      out.accept("its records lie in the list " + Plain.line(inspection.split()));
    }
    out.accept("");
    fields(out);
    out.accept("");
    nearest(out);
    proposals(out);
  }

  private void fields(Consumer<String> out) {
    boolean comments = inspection.proposals().stream().anyMatch(p -> p.kind() == Kind.COMMENT);
    out.accept("%-40s %6s  %s".formatted("field", "null", "examples"));
    for (FieldSample field : inspection.fields().fields().values()) {
      out.accept(
          String.format(
                  Locale.ROOT,
                  "%-40s %5.0f%%  %s",
                  Plain.line(field.name()) + (field.isList() ? "[]" : ""),
                  100 * field.nullShare(),
                  inspection.shown(comments ? Kind.COMMENT : Kind.POST, field))
              .stripTrailing());
    }
  }

  private void nearest(Consumer<String> out) {
    inspection
        .nearest(connectors)
        .ifPresentOrElse(
            n ->
                out.accept(
                    "nearest rule: %s, %s; %d of the %d fields that it reads are there%s"
                        .formatted(
                            n.connector().name(),
                            n.rule(),
                            n.found().size(),
                            n.read(),
                            n.missing().isEmpty()
                                ? ""
                                : "; nothing gives " + String.join(", ", n.missing()))),
            () -> out.accept("nearest rule: none reads two of these fields"));
  }

  private void proposals(Consumer<String> out) {
    Set<String> used = new LinkedHashSet<>();
    for (Proposal proposal : inspection.proposals()) {
      String columns =
          proposal.kind().columns().stream()
              .flatMap(c -> proposal.best(c).stream())
              .map(
                  g -> {
                    used.add(g.field().name());
                    return "%s = %s".formatted(g.column().name(), Plain.line(g.field().name()));
                  })
              .collect(Collectors.joining(", "));
      out.accept("proposed %s: %s".formatted(proposal.kind().label(), columns));
    }
    String unread =
        inspection.fields().fields().keySet().stream()
            .filter(f -> !used.contains(f))
            .limit(UNREAD_SHOWN)
            .map(Plain::line)
            .collect(Collectors.joining(", "));
    if (!unread.isEmpty()) {
      out.accept("not read: " + unread);
    }
  }
}
