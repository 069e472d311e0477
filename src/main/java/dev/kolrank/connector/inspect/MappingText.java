package dev.kolrank.connector.inspect;

import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.core.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a proposal as a mapping file: every column set, or absent for a reason that the operator
 * fills in.
 */
record MappingText(Inspection inspection) {
  /** A guess below is written as a comment. */
  private static final double SURE = 0.6;

  private static final String UNKNOWN = "TODO: say why the source cannot give it, or set it";

  String text() {
    var out = new StringBuilder();
    line(
        out,
        "# Proposed by jobs/inspect from %s.",
        Plain.line(inspection.file().getFileName().toString()));
    line(
        out,
        "# Look at every line marked TODO; the keys are explained in conf/connectors/README.md.");
    line(out, "platform = \"%s\"", inspection.platform());
    line(out, "describes = \"TODO: say in one sentence what %s holds\"", inspection.source());
    if (!inspection.split().isEmpty()) {
      line(out, "split = [\"%s\"]", inspection.split().replace("\"", ""));
    }
    if (inspection.isForeign()) {
      line(out, "charsets = [\"%s\"]", inspection.sample().charset());
    }
    line(out, "# the zone of times that name none, as in Asia/Shanghai");
    line(out, "zone = \"UTC\"");
    types(out);
    line(out, "");
    line(out, "rules = [");
    inspection.proposals().forEach(p -> rule(p, out));
    line(out, "]");
    return out.toString();
  }

  private void types(StringBuilder out) {
    var types = new TreeMap<String, String>();
    for (Proposal proposal : inspection.proposals()) {
      for (Field column : proposal.kind().columns()) {
        proposal
            .best(column)
            .filter(g -> g.field().isList())
            .ifPresent(g -> types.put(reference(g.field(), true), "ARRAY<STRING>"));
      }
    }
    if (!types.isEmpty()) {
      line(out, "");
      line(out, "types {");
      types.forEach((field, type) -> line(out, "  %s = \"%s\"", field, type));
      line(out, "}");
    }
  }

  private void rule(Proposal proposal, StringBuilder out) {
    line(out, "  {");
    line(out, "    makes = %s", proposal.kind().label());
    line(out, "    set {");
    var absent = new ArrayList<Field>();
    for (Field column : proposal.kind().columns()) {
      String expression = expression(proposal, column);
      boolean sure = expression != null && (isRequired(column) || isSure(proposal, column));
      if (expression != null) {
        set(proposal, column, expression, sure ? "" : "# ", out);
      }
      if (!sure && !column.name().equals("observed_at")) {
        absent.add(column);
      } else if (!sure) {
        line(out, "      # observed_at is the end of the folder's day, unless it is set here");
      }
    }
    line(out, "    }");
    line(out, "    absent {");
    absent.forEach(c -> line(out, "      %s = \"%s\"", c.name(), UNKNOWN));
    line(out, "    }");
    line(out, "  }");
  }

  private static boolean isSure(Proposal proposal, Field column) {
    return column.name().equals("tags")
        || proposal.best(column).filter(g -> g.confidence() >= SURE).isPresent();
  }

  private void set(
      Proposal proposal, Field column, String expression, String mark, StringBuilder out) {
    proposal
        .best(column)
        .ifPresent(
            g ->
                line(
                    out,
                    "      # %.0f %%, as in %s%s",
                    100 * g.confidence(),
                    inspection.shown(proposal.kind(), g.field()),
                    others(proposal, column)));
    line(
        out,
        "      %s%s = \"%s\"",
        mark,
        column.name(),
        expression.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private static String others(Proposal proposal, Field column) {
    List<Guess> guesses = proposal.guesses().getOrDefault(column, List.of());
    String names =
        guesses.stream()
            .skip(1)
            .map(g -> Plain.line(g.field().name()))
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "; or " + names;
  }

  /** The expression of a column; null where no field may hold it. */
  private String expression(Proposal proposal, Field column) {
    Guess best = proposal.best(column).orElse(null);
    if (isRequired(column) && best == null) {
      return "TODO";
    }
    if (best == null) {
      return null;
    }
    String field = reference(best.field(), false);
    return switch (column.name()) {
      case "account_id" -> idOrHandle(best.field(), field);
      case "author_id" -> key(best.field(), field);
      case "handle" ->
          ValueTests.areUrls(best.field()) ? "profile_handle(%s)".formatted(field) : field;
      case "tags" -> tags(best.field(), field);
      default -> field;
    };
  }

  /** An id, and where it lacks the handle, if another field holds that. */
  private String idOrHandle(FieldSample sample, String field) {
    String key = key(sample, field);
    if (!key.equals(field)) {
      return key;
    }
    Optional<FieldSample> handle =
        inspection.proposals().stream()
            .filter(p -> p.kind() == Kind.ACCOUNT)
            .flatMap(
                p ->
                    p.kind().columns().stream()
                        .filter(c -> c.name().equals("handle"))
                        .flatMap(c -> p.best(c).stream()))
            .map(Guess::field)
            .filter(f -> !f.equals(sample) && !ValueTests.areUrls(f))
            .findFirst();
    return handle
        .map(
            h ->
                "coalesce(id_of(%s), concat('@', lower(handle_of(%s))))"
                    .formatted(field, reference(h, false)))
        .orElse(field);
  }

  /** How an account is keyed: by its id, else by its handle, else by its name. */
  private static String key(FieldSample sample, String field) {
    if (ValueTests.areUrls(sample)) {
      return "profile_key(%s)".formatted(field);
    }
    if (isId(sample)) {
      return field;
    }
    boolean blank = sample.values().stream().anyMatch(v -> v.indexOf(' ') >= 0);
    return blank
        ? "concat('~', trim(text_of(%s)))".formatted(field)
        : "concat('@', lower(handle_of(%s)))".formatted(field);
  }

  /** A list as it is, a text of hashtags, or a text of words. */
  private static String tags(FieldSample sample, String field) {
    if (sample.isList()) {
      return field;
    }
    boolean words =
        sample.values().stream().noneMatch(v -> v.indexOf('#') >= 0 || v.length() > 200);
    return words ? "split(%s, '[,;|， ]+')".formatted(field) : "hashtags(%s)".formatted(field);
  }

  private static boolean isRequired(Field column) {
    return switch (column.name()) {
      case "account_id", "post_id", "comment_id" -> true;
      default -> false;
    };
  }

  /** Whether the values look like ids of a machine rather than names. */
  private static boolean isId(FieldSample field) {
    String name = field.lastName().toLowerCase(Locale.ROOT);
    return name.endsWith("id")
        || field.values().stream()
            .allMatch(v -> v.matches("[0-9]+|UC[A-Za-z0-9_-]{22}|[0-9a-f]{24}"));
  }

  private String reference(FieldSample field, boolean isKey) {
    if (inspection.sample().isTable()) {
      return quoted(field.name(), isKey);
    }
    return field.path().stream().map(n -> quoted(n, isKey)).collect(Collectors.joining("."));
  }

  private static String quoted(String name, boolean isKey) {
    boolean plain = name.matches("[A-Za-z_][A-Za-z0-9_]*");
    if (plain) {
      return name;
    }
    return isKey ? "\"" + name.replace("\"", "") + "\"" : "`" + name.replace("`", "``") + "`";
  }

  private static void line(StringBuilder out, String format, Object... parts) {
    out.append(
            parts.length == 0 ? format : String.format(Locale.ROOT, format, parts).stripTrailing())
        .append('\n');
  }
}
