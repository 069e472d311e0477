package dev.kolrank.connector.inspect;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.connector.Connectors;
import dev.kolrank.connector.read.FileFormats;
import dev.kolrank.connector.read.Layout;
import dev.kolrank.core.Field;
import dev.kolrank.core.Problems;
import dev.kolrank.simulate.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Of the columns that a shipped mapping reads from fields of its files, at least 80 % are proposed
 * from one of the same fields by who does not know the mapping. The files are those of a simulated
 * world.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InferenceTest {
  private static final Instant SEEN = Instant.parse("2026-06-29T00:00:00Z");
  private static final double ENOUGH = 0.8;

  /**
   * What is missed, as it stands: rows that hold the account in the address of the post alone, and
   * pages whose addresses, reposts and times are computed from other fields.
   */
  private static final Map<String, Double> MISSED = Map.of("brightdata-x", 0.7, "x-api", 0.78);

  /** Of a source's files so many are looked at. */
  private static final int FILES = 12;

  /** By source and column: per file nothing where the proposal is right, else what is wrong. */
  private final Map<String, Map<String, List<String>>> told = new TreeMap<>();

  private final Connectors shipped = shipped();
  @TempDir static Path folder;

  private static Connectors shipped() {
    var problems = new Problems();
    Connectors all = Connectors.load(Optional.empty(), Map.of(), problems);
    problems.stopIfAny();
    return all;
  }

  static List<String> sources() {
    return Simulation.ALL_SOURCES;
  }

  @BeforeAll
  void look() throws IOException {
    var world = LocalDate.parse("2026-06-28");
    new Simulation(40, 14, 3, world, 2, 4, Simulation.ALL_SOURCES, false).writeTo(folder);
    for (String source : sources()) {
      told.put(source, new TreeMap<>());
      for (Path file : files(source)) {
        compare(shipped.forFolder(source).orElseThrow(), file);
      }
    }
  }

  private List<Path> files(String source) throws IOException {
    Path home = folder.resolve("crawl").resolve(source);
    if (!Files.isDirectory(home)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(home)) {
      List<Path> files =
          all.filter(Files::isRegularFile)
              .filter(f -> FileFormats.isReadable(f.getFileName().toString()))
              .sorted()
              .toList();
      int step = Math.max(1, files.size() / FILES);
      var some = new ArrayList<Path>();
      for (int i = 0; i < files.size(); i += step) {
        some.add(files.get(i));
      }
      return some;
    }
  }

  private void compare(Connector connector, Path file) {
    Inspection inspection = Inspection.of(file, connector.name(), SEEN);
    Set<String> fields = inspection.fields().fields().keySet();
    for (Proposal proposal : inspection.proposals()) {
      for (Field column : proposal.kind().columns()) {
        Set<String> read = read(connector, inspection, proposal.kind(), column);
        read.retainAll(fields);
        if (!read.isEmpty()) {
          boolean found =
              proposal.best(column).filter(g -> read.contains(g.field().name())).isPresent();
          String key = proposal.kind().label() + "." + column.name();
          String words =
              "%s: %s, not %s"
                  .formatted(
                      key,
                      read,
                      proposal.best(column).map(g -> g.field().name()).orElse("nothing"));
          told.get(connector.name())
              .computeIfAbsent(key, k -> new ArrayList<>())
              .add(found ? "" : words);
        }
      }
    }
  }

  /**
   * The fields that the shipped mapping reads the column from, in files of this name and header.
   */
  private static Set<String> read(
      Connector connector, Inspection inspection, Kind kind, Field column) {
    var read = new LinkedHashSet<String>();
    for (int i = 0; i < connector.rules().size(); i++) {
      Rule rule = connector.rules().get(i);
      Layout.Shape shape = connector.layout().shapes().get(i);
      boolean here =
          rule.kind() == kind
              && (shape.part().isEmpty() || shape.part().equals(inspection.split()))
              && inspection.sample().columns().containsAll(shape.columns());
      if (here) {
        rule.reads(column).forEach(read::add);
        if (inspection.sample().isTable()) {
          rule.reads(column).forEach(f -> read.add(f.toLowerCase(Locale.ROOT)));
        }
      }
    }
    return read;
  }

  @ParameterizedTest
  @MethodSource("sources")
  void mostColumnsAreProposedFromTheFieldsThatTheShippedMappingReads(String source) {
    Map<String, List<String>> columns = told.get(source);
    List<String> wrong =
        columns.values().stream()
            .filter(files -> 2 * files.stream().filter(String::isEmpty).count() < files.size())
            .map(files -> files.stream().filter(f -> !f.isEmpty()).findFirst().orElseThrow())
            .toList();
    int right = columns.size() - wrong.size();
    assertTrue(!columns.isEmpty(), "files of " + source + " give columns");
    assertTrue(
        right >= MISSED.getOrDefault(source, ENOUGH) * columns.size(),
        () ->
            "%s: %d of %d columns\n  %s"
                .formatted(source, right, columns.size(), String.join("\n  ", wrong)));
  }
}
