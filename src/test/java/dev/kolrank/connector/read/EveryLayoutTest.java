package dev.kolrank.connector.read;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connectors;
import dev.kolrank.core.Problems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same JSON records give the same rows however they lie in a file, for every connector. */
class EveryLayoutTest {
  /** A name that every rule takes. */
  private static final String NAME = "contents_videos_dynamics_creators_comments";

  @TempDir Path folder;

  /** Those of which a rule reads more than tables. */
  static List<Connector> jsonConnectors() {
    return Connectors.load(Optional.empty(), Map.of(), new Problems()).all().stream()
        .filter(c -> c.layout().shapes().stream().anyMatch(s -> s.columns().isEmpty()))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jsonConnectors")
  void everyLayoutGivesTheSameRows(Connector connector) throws Exception {
    Layout layout = connector.layout();
    var records = new InventedRecords(layout, new Random(18)).records(7);
    Map<String, List<String>> found = new LinkedHashMap<>();
    texts(records).forEach((name, text) -> packed(name, text, layout, found));
    assertSame(7, found);

    for (String path : layout.split()) {
      Map<String, List<String>> pages = new LinkedHashMap<>();
      envelopes(path, records).forEach((name, text) -> packed(name, text, layout, pages));
      assertSame(7, pages);
    }
  }

  private static void assertSame(int records, Map<String, List<String>> found) {
    List<String> first = found.values().iterator().next();
    assertEquals(records, first.size(), first::toString);
    found.forEach((name, rows) -> assertEquals(first, rows, name));
  }

  private static Map<String, String> texts(List<String> records) {
    List<String> pretty = records.stream().map(r -> InventedRecords.pretty(r, "  ")).toList();
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("lines", String.join("\n", records) + "\n");
    texts.put("lines, the last one open", String.join("\n", records));
    texts.put("array", "[" + String.join(",", records) + "]");
    texts.put("array, pretty", "[\n  " + String.join(",\n  ", pretty) + "\n]\n");
    texts.put("array, one a line", "[\n" + String.join(",\n", records) + "\n]\n");
    texts.put("array, from the first line", "[" + String.join(",\n", records) + "]");
    texts.put("array, indented", "[\n    " + String.join(",\n    ", records) + "\n]");
    texts.put("documents", String.join("\n", pretty));
    return texts;
  }

  private static Map<String, String> envelopes(String path, List<String> records) {
    String[] keys = path.split("[.]", -1);
    String before = "{\"cursor\":20,";
    String after = ",\"has_more\":false}";
    for (int i = 0; i < keys.length; i++) {
      before += "\"" + keys[i] + "\":" + (i < keys.length - 1 ? "{" : "");
      after = (i < keys.length - 1 ? "}" : "") + after;
    }
    String minified = before + "[" + String.join(",", records) + "]" + after;
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("minified", minified);
    texts.put("pretty", InventedRecords.pretty(minified, ""));
    texts.put("one a line", before + "[" + String.join(",\n", records) + "]" + after + "\n");
    texts.put("opened", before + "[\n" + String.join(",\n", records) + "\n]" + after);
    texts.put("indented", before + "[\n  " + String.join(",\n  ", records) + "\n]\n" + after);
    texts.put("a page in an array", "[" + minified + "]");
    texts.put("a page a line", minified + "\n" + before + "[]" + after + "\n");
    return texts;
  }

  /** Reads the text as it is and as it may be written, sent and packed. */
  private void packed(String name, String text, Layout layout, Map<String, List<String>> found) {
    String crlf = text.replace("\n", "\r\n");
    read(name, NAME + ".json", text.getBytes(UTF_8), layout, found);
    read(name + ", CRLF", NAME + ".jsonl", crlf.getBytes(UTF_8), layout, found);
    read(name + ", BOM", NAME + ".json", ("\uFEFF" + text).getBytes(UTF_8), layout, found);
    read(name + ", gz", NAME + ".json.gz", Packed.by("gz", text.getBytes(UTF_8)), layout, found);
    byte[] zip = Packed.zip("a/" + NAME + ".json", text);
    read(name + ", zip", "all.zip", zip, layout, found);
    byte[] wide = ("\uFEFF" + text).getBytes(UTF_16LE);
    read(name + ", UTF-16", NAME + ".json", wide, layout, found);
  }

  private void read(
      String name, String file, byte[] bytes, Layout layout, Map<String, List<String>> found) {
    try {
      Path path = Files.write(folder.resolve(file), bytes);
      var rows = new ArrayList<String>();
      ReaderCase.rows(path, layout, row -> rows.add(ReaderCase.content(row)));
      found.put(name, rows);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
