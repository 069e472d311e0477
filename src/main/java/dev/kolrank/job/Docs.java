package dev.kolrank.job;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.Tables;
import dev.kolrank.table.features.Feature;
import dev.kolrank.table.features.Features;
import dev.kolrank.table.features.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Renders the declarations as pages; a test fails when a page in the repository is stale. */
public final class Docs {
  private static final String GENERATED =
      "<!-- generated from the declarations by jobs/docs: change the code, not this page -->\n\n";

  private Docs() {}

  /** Every generated page by its path under the site's folder. */
  public static Map<String, String> pages() {
    var pages = new TreeMap<String, String>();
    pages.put("tables.md", tables());
    pages.put("features.md", features());
    SourcePages.all().forEach((path, text) -> pages.put(path, GENERATED + text));
    return pages;
  }

  /** Writes the pages that differ, and removes those of sources that are gone. */
  public static void write(Path folder) throws IOException {
    for (Path gone : strangers(folder)) {
      Files.delete(gone);
    }
    for (var page : pages().entrySet()) {
      Path file = folder.resolve(page.getKey());
      Files.createDirectories(file.getParent());
      if (!Files.exists(file) || !Files.readString(file).equals(page.getValue())) {
        Files.writeString(file, page.getValue());
      }
    }
  }

  /** Files among the pages of sources that no source accounts for. */
  static List<Path> strangers(Path folder) throws IOException {
    Path sources = folder.resolve(SourcePages.FOLDER);
    if (!Files.isDirectory(sources)) {
      return List.of();
    }
    var known = pages().keySet();
    try (var files = Files.list(sources)) {
      return files
          .filter(f -> !known.contains(SourcePages.FOLDER + f.getFileName()))
          .sorted()
          .toList();
    }
  }

  private static String tables() {
    var page = new StringBuilder(GENERATED).append("# Tables\n\n");
    page.append("Every table is a Delta table at `<lake>/<layer>/<table>`; times are UTC.\n");
    for (Table table : Tables.STORED) {
      page.append("\n## ").append(table.name()).append("\n\n");
      page.append(sentence(table.grain())).append(' ').append(mode(table)).append('\n');
      if (!table.key().isEmpty()) {
        page.append("Key: ").append(String.join(", ", Table.names(table.key()))).append(".\n");
      }
      table
          .clustering()
          .ifPresent(day -> page.append("Clustered by ").append(day.name()).append(".\n"));
      page.append("\n| column | type | unit | null? | meaning |\n|---|---|---|---|---|\n");
      for (Field field : table.fields()) {
        page.append(row(field));
      }
      if (!table.checks().isEmpty()) {
        page.append("\nAudited: ");
        page.append(table.checks().stream().map(Check::rule).collect(Collectors.joining("; ")));
        page.append(".\n");
      }
    }
    return page.toString();
  }

  private static String row(Field field) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            field.name(),
            field.type().sql().toLowerCase(Locale.ROOT),
            field.unit(),
            field.nullable() ? "yes" : "",
            escaped(field.meaning()));
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("<", "&lt;");
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String mode(Table table) {
    return switch (table.mode()) {
      case REPLACE_BATCH ->
          "A batch is appended; writing it again replaces it, as does a file that comes again its"
              + " rows.";
      case UPSERT ->
          "Rows replace those of the same key; keys of which nothing is left are taken away.";
      case REPLACE_NIGHT -> "A night's rows are replaced, other nights stay.";
      case REPLACE_ALL -> "Replaced as a whole.";
      case APPEND -> "Rows are only added.";
      case TRANSIENT -> "Not stored.";
    };
  }

  private static String features() {
    var page = new StringBuilder(GENERATED).append("# Features\n\n");
    page.append("Per account in `features.account_feature`, per KOL in `features.kol_feature`;");
    page.append(" the registry is the table `features.feature_definition`.\n");
    for (Feature feature : Features.ALL) {
      page.append("\n## ").append(feature.name()).append("\n\n");
      page.append(feature.definition()).append(".\n\n");
      page.append("- columns: ");
      page.append(
          feature.variants().map(v -> "`" + v.name() + "`").collect(Collectors.joining(", ")));
      page.append("\n- type: ").append(feature.type().sql().toLowerCase(Locale.ROOT));
      page.append("\n- unit: ").append(feature.unit());
      page.append("\n- null: ").append(feature.whenNull());
      page.append("\n- from: `").append(feature.source().table()).append('`');
      if (!feature.formula().isEmpty()) {
        page.append("\n- formula: ").append(feature.formula());
      }
      page.append("\n- kept: ").append(feature.contract().words()).append(relations(feature));
      page.append("\n- KOL: ").append(combine(feature));
      page.append("\n- version ").append(feature.version());
      page.append(", owner ").append(feature.owner()).append('\n');
    }
    return page.toString();
  }

  private static String relations(Feature feature) {
    return Relation.ALL.stream()
        .filter(r -> feature.variants().anyMatch(v -> v.name().equals(r.less())))
        .map(r -> "; `%s` is never above `%s`".formatted(r.less(), r.more()))
        .collect(Collectors.joining());
  }

  private static String combine(Feature feature) {
    if (feature.entity() == Feature.Entity.KOL) {
      return "its alone";
    }
    return switch (feature.combine()) {
      case SUM -> "sum over accounts";
      case MAX -> "greatest of the accounts";
      case MIN -> "least of the accounts";
      case WEIGHTED_MEAN -> "mean over accounts, weighted by effective audience";
    };
  }
}
