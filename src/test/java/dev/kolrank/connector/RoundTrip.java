package dev.kolrank.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;

/** Compares observations with those that the simulator says a perfect reader finds. */
final class RoundTrip {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where and of what an observation is. */
  private record Key(String file, String kind, String platform, String id) {}

  private final Map<Key, List<JsonNode>> expected = new LinkedHashMap<>();
  private final Map<Key, List<Row>> found = new LinkedHashMap<>();
  private final Map<String, List<String>> differences = new TreeMap<>();

  /**
   * Reads what the truth of one world says, by source; files get {@code world} before their path.
   */
  static void read(Path truth, String world, Map<String, RoundTrip> trips) throws IOException {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(truth)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = JSON.readTree(line);
        String file = node.get("file").asText();
        String source = file.substring(0, file.indexOf('/'));
        trips.computeIfAbsent(source, s -> new RoundTrip()).expect(world + "/" + file, node);
      }
    }
  }

  /** The name of the second folder of {@code <source>/<day>/…}. */
  static String day(String file) {
    int start = file.indexOf('/') + 1;
    return file.substring(start, file.indexOf('/', start));
  }

  private void expect(String file, JsonNode node) {
    String kind = node.get("kind").asText();
    String id = node.get("values").get(kind + "_id").asText();
    var key = new Key(file, kind, node.get("platform").asText(), id);
    expected.computeIfAbsent(key, k -> new ArrayList<>()).add(node);
  }

  /** Takes a row of {@link ReadCrawl}. */
  void found(Row row) {
    String kind = row.getAs("kind");
    String file = row.getAs("source_file");
    if (kind.equals("file")) {
      return;
    }
    Row body = row.getAs(kind);
    if (kind.equals("reject")) {
      differ("reject: " + body.getAs("reason"), file + ": " + body.getAs("raw"));
      return;
    }
    var key = new Key(file, kind, body.getAs("platform"), body.getAs(kind + "_id"));
    found.computeIfAbsent(key, k -> new ArrayList<>()).add(body);
  }

  /** What is wrong, each with how often and an example. */
  List<String> differences() {
    expected.forEach((key, nodes) -> compare(key, nodes, found.getOrDefault(key, List.of())));
    found.forEach(
        (key, rows) -> {
          if (!expected.containsKey(key)) {
            differ(key.kind() + " not expected", key.toString());
          }
        });
    return differences.entrySet().stream()
        .map(
            e ->
                "%s (%d times): %s".formatted(e.getKey(), e.getValue().size(), e.getValue().get(0)))
        .toList();
  }

  /**
   * Pairs the observations of one thing, those that say most first, each with the most alike. How
   * often a record's reader repeats what it says of an account does not matter.
   */
  private void compare(Key key, List<JsonNode> nodes, List<Row> rows) {
    boolean repeatable = key.kind().equals("account");
    List<JsonNode> telling =
        nodes.stream()
            .sorted(Comparator.comparingInt((JsonNode n) -> -n.get("values").size()))
            .toList();
    List<Row> left = new ArrayList<>(rows);
    for (JsonNode node : telling) {
      Map<String, String> best = null;
      Row bestRow = null;
      for (Row row : repeatable ? rows : left) {
        Map<String, String> unlike = Expectation.unlike(node, row);
        if (best == null || unlike.size() < best.size()) {
          best = unlike;
          bestRow = row;
        }
        if (best.isEmpty()) {
          break;
        }
      }
      if (best == null) {
        differ(key.kind() + " missing", key + " " + node.get("values"));
      } else {
        left.remove(bestRow);
        best.forEach((column, how) -> differ(key.kind() + "." + column, key + ": " + how));
      }
    }
    for (Row row : left) {
      boolean repeats =
          repeatable && nodes.stream().anyMatch(node -> Expectation.unlike(node, row).isEmpty());
      if (!repeats) {
        differ(key.kind() + " too often", key.toString());
      }
    }
  }

  private void differ(String what, String example) {
    differences.computeIfAbsent(what, k -> new ArrayList<>()).add(example);
  }
}
