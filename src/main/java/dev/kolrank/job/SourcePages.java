package dev.kolrank.job;

import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.connector.Connectors;
import dev.kolrank.connector.read.Layout;
import dev.kolrank.core.Field;
import dev.kolrank.core.Problems;
import dev.kolrank.table.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The page of every shipped source and their index, rendered from the mapping files. */
final class SourcePages {
  /** The folder of the pages, under the site's. */
  static final String FOLDER = "sources/";

  private SourcePages() {}

  /** Every page by its path under the site's folder. */
  static Map<String, String> all() {
    var problems = new Problems();
    Connectors shipped = Connectors.load(Optional.empty(), Map.of(), problems);
    problems.stopIfAny();
    var pages = new TreeMap<String, String>();
    pages.put(FOLDER + "index.md", index(shipped.all()));
    shipped.all().forEach(c -> pages.put(FOLDER + c.name() + ".md", new SourcePage(c).text()));
    return pages;
  }

  private static String index(List<Connector> connectors) {
    var page = new StringBuilder("# Sources\n\n");
    page.append(
        "Files lie at `<crawl>/<source folder>/<YYYY-MM-DD>/<any path>`; the source folder");
    page.append(" says which connector reads them.\n\n");
    page.append("| source folder | platform | what it reads | gives |\n|---|---|---|---|\n");
    for (Connector connector : connectors) {
      page.append(
          "| [%1$s](%1$s.md) | %2$s | %3$s | %4$s |\n"
              .formatted(
                  connector.name(),
                  Markdown.text(String.join(", ", connector.platforms())),
                  Markdown.text(connector.describes()),
                  kinds(connector).map(SourcePage::plural).collect(Collectors.joining(", "))));
    }
    page.append("\nA folder that is named otherwise is mapped in the settings, under");
    page.append(" `crawl.sources`:\n\n```\n");
    page.append("crawl.sources { \"my-folder\" = ").append(connectors.get(0).name());
    page.append(" }\n```\n\nA source of another kind needs a mapping file and no Java:");
    page.append(" `conf/connectors/README.md` says how. A file named like a source above replaces");
    page.append(" its connector.\n");
    return page.toString();
  }

  private static Stream<Kind> kinds(Connector connector) {
    return connector.rules().stream().map(Rule::kind).distinct().sorted();
  }

  /** The page of one source. */
  private record SourcePage(Connector connector) {

    String text() {
      var page = new StringBuilder("# ").append(connector.name()).append("\n\n");
      page.append(Markdown.text(connector.describes())).append(".\n\n");
      facts().forEach((name, fact) -> page.append("- ").append(name).append(fact).append('\n'));
      page.append("\n## Files\n\n");
      page.append("`.json`, `.jsonl`, `.ndjson`, `.csv` or `.tsv`, plain or compressed. A record");
      page.append(
          " goes to every rule that takes it; one that no rule takes is rejected. Fields that no"
              + " rule reads are kept in `extra`, save those of comments.\n\n");
      page.append(rules());
      kinds(connector).forEach(kind -> page.append(kind(kind)));
      return page.toString();
    }

    private Map<String, String> facts() {
      Layout layout = connector.layout();
      var facts = new LinkedHashMap<String, String>();
      facts.put("platform: ", Markdown.text(String.join(", ", connector.platforms())));
      facts.put("folder: ", "`<crawl>/%s/<YYYY-MM-DD>/<any path>`".formatted(connector.name()));
      facts.put(
          "a folder named otherwise: ",
          "`crawl.sources { \"my-folder\" = %s }` in the settings".formatted(connector.name()));
      facts.put("times that name no zone: ", connector.zone().getId());
      facts.put("encodings: ", encodings(layout));
      put(facts, "records inside a document: ", layout.split());
      put(facts, "further records inside a record: ", layout.also());
      put(facts, "the last columns, which a row may leave out: ", layout.trailing());
      put(facts, "never read, since it may name private people: ", layout.hidden());
      connector
          .rejects()
          .forEach(
              (reason, condition) ->
                  facts.put("rejected as \"" + reason + "\": ", codes(List.of(shown(condition)))));
      if (!connector.counts().isEmpty()) {
        facts.put("counts: ", Markdown.text(connector.counts()));
      }
      if (connector.hasComments()) {
        facts.put(
            "authors of comments: ",
            "kept as keyed hashes only, so `KOLRANK_HMAC_KEY` is needed; mail addresses, phone"
                + " numbers and mentions in comments are blanked");
      }
      return facts;
    }

    private static String shown(String sql) {
      return sql.strip().replaceAll("\\s+", " ");
    }

    private static void put(Map<String, String> facts, String name, List<String> codes) {
      if (!codes.isEmpty()) {
        facts.put(name, codes(codes));
      }
    }

    private static String encodings(Layout layout) {
      String tried =
          Stream.concat(layout.charsets().stream(), Stream.of("windows-1252"))
              .distinct()
              .map(c -> ", else " + c)
              .collect(Collectors.joining());
      return "UTF-8" + tried + (layout.repair() ? "; text that was encoded twice is mended" : "");
    }

    private String rules() {
      var table =
          new StringBuilder(
              """
              | rule | gives | file | part | header has | header lacks | condition |
              |---|---|---|---|---|---|---|
              """);
      for (int i = 0; i < connector.rules().size(); i++) {
        Rule rule = connector.rules().get(i);
        Layout.Shape shape = connector.layout().shapes().get(i);
        boolean elsewhere = !rule.platform().equals(connector.platform());
        table.append(
            "| %d | %s%s | %s | %s | %s | %s | %s |\n"
                .formatted(
                    i + 1,
                    plural(rule.kind()),
                    elsewhere ? " of " + Markdown.text(rule.platform()) : "",
                    shape.file().equals("*") ? "any" : Markdown.code(shape.file()),
                    shape.part().isEmpty() ? "any" : Markdown.code(shape.part()),
                    codes(shape.columns()),
                    codes(shape.without()),
                    rule.where().isEmpty() ? "" : Markdown.code(rule.where())));
      }
      return table.toString();
    }

    private String kind(Kind kind) {
      var given = new StringBuilder();
      var absent = new StringBuilder();
      for (Field field : kind.columns()) {
        List<Integer> setBy = rulesOf(kind, r -> r.set().get(field.name()));
        if (!setBy.isEmpty()) {
          given.append(
              "| %s | %s | %s |\n"
                  .formatted(field.name(), Markdown.text(field.meaning()), numbers(setBy, kind)));
        } else if (field.equals(Columns.OBSERVED_AT)) {
          given.append(
              "| %s | the end of the folder's day (UTC) | all |\n".formatted(field.name()));
        } else {
          absent.append(
              "| %s | %s |\n".formatted(field.name(), Markdown.text(reasons(kind, field))));
        }
      }
      String title = plural(kind);
      title = Character.toUpperCase(title.charAt(0)) + title.substring(1);
      var part = new StringBuilder("\n## ").append(title).append("\n\n");
      part.append("| column | meaning | by rule |\n|---|---|---|\n").append(given);
      if (!absent.isEmpty()) {
        part.append("\nWhat it cannot give:\n\n| column | why |\n|---|---|\n").append(absent);
      }
      return part.toString();
    }

    /** Numbers, from 1, of the rules of a kind for which {@code what} gives something. */
    private List<Integer> rulesOf(Kind kind, Function<Rule, String> what) {
      return IntStream.range(0, connector.rules().size())
          .filter(i -> connector.rules().get(i).kind() == kind)
          .filter(i -> what.apply(connector.rules().get(i)) != null)
          .mapToObj(i -> i + 1)
          .toList();
    }

    private String numbers(List<Integer> rules, Kind kind) {
      if (rules.equals(rulesOf(kind, r -> ""))) {
        return "all";
      }
      return rules.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The reasons that rules give for the column itself; else those they give for all others. */
    private String reasons(Kind kind, Field field) {
      String own = reasons(kind, r -> r.absent().get(field.name()));
      return own.isEmpty() ? reasons(kind, r -> r.reason(field)) : own;
    }

    private String reasons(Kind kind, Function<Rule, String> reason) {
      return connector.rules().stream()
          .filter(r -> r.kind() == kind)
          .map(reason)
          .filter(Objects::nonNull)
          .distinct()
          .collect(Collectors.joining("; "));
    }

    private static String codes(List<String> texts) {
      return texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }

    static String plural(Kind kind) {
      return kind.label() + "s";
    }
  }

  /** Text of declarations, made safe for a cell of a table. */
  private static final class Markdown {
    static String text(String text) {
      return line(text).replace("|", "\\|").replace("<", "&lt;");
    }

    static String code(String text) {
      String fence = text.contains("`") ? "``" : "`";
      return fence + line(text).replace("|", "\\|") + fence;
    }

    private static String line(String text) {
      return text.strip().replaceAll("\\s+", " ");
    }
  }
}
