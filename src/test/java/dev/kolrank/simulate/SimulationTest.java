package dev.kolrank.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
  private static final LocalDate END = LocalDate.parse("2026-06-28");

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
    assertEquals(hash("first", 7), hash("second", 7));
    assertNotEquals(hash("first", 7), hash("third", 8));
  }

  @Test
  void aSummaryCountsWhatWasWritten() throws IOException {
    Summary summary = new Simulation(60, 30, 7, END, 2, 7).writeTo(folder);

    assertEquals(8, summary.records().size());
    assertEquals(60, summary.people());
    assertEquals(lines("truth/accounts.csv") - 1, summary.accounts());
    assertEquals(60, lines("truth/people.csv") - 1);
  }

  @Test
  void refusesWhatCannotBeSimulated() {
    refused("people must be at least 1, got 0", () -> new Simulation(0, 60, 7, END, 3, 7));
    refused("crawls must be at least 1, got 0", () -> new Simulation(9, 60, 7, END, 0, 7));
    refused("everyDays must be at least 1, got 0", () -> new Simulation(9, 60, 7, END, 3, 0));
    refused(
        "days must be at least 16 to begin before the first crawl, got 15",
        () -> new Simulation(9, 15, 7, END, 3, 7));
    refused(
        "sources must name at least one",
        () -> new Simulation(9, 60, 7, END, 3, 7, List.of(), false));
    String unknown =
        assertThrows(
                IllegalArgumentException.class,
                () -> new Simulation(9, 60, 7, END, 3, 7, List.of("x-ap"), false))
            .getMessage();
    assertTrue(unknown.startsWith("there is no source x-ap; there are mediacrawler-weibo, "));
    refused(
        "the span must begin after 2015-01-01, got 60 days ending on 2015-02-01",
        () -> new Simulation(9, 60, 7, LocalDate.parse("2015-02-01"), 3, 7));
  }

  @Test
  void everySourceFindsSomethingAndTheUsualOnesFindTheSame() throws IOException {
    Summary usual = new Simulation(40, 30, 7, END, 2, 7).writeTo(folder.resolve("usual"));
    Summary all =
        new Simulation(40, 30, 7, END, 2, 7, Simulation.ALL_SOURCES, false)
            .writeTo(folder.resolve("all"));

    assertEquals(Set.copyOf(Simulation.ALL_SOURCES), all.records().keySet());
    assertEquals(Set.copyOf(Simulation.USUAL_SOURCES), usual.records().keySet());
    Path crawl = folder.resolve("usual/crawl");
    for (Path file : files(crawl)) {
      Path same = folder.resolve("all/crawl").resolve(crawl.relativize(file).toString());
      assertEquals(-1, Files.mismatch(file, same), file.toString());
    }
  }

  @Test
  void aCheckableWorldSaysWhatEachOfItsFilesHolds() throws IOException {
    List<String> one = List.of("weibo-cn");
    new Simulation(40, 30, 7, END, 2, 7, one, true).writeTo(folder);

    List<String> truth = new ArrayList<>();
    Path file = folder.resolve("truth/observations.jsonl.gz");
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.lines().forEach(truth::add);
    }
    long accounts = truth.stream().filter(line -> line.contains("\"kind\":\"account\"")).count();
    long posts = truth.stream().filter(line -> line.contains("\"kind\":\"post\"")).count();
    assertTrue(posts > 0 && accounts > posts, accounts + " accounts, " + posts + " posts");
    for (String line : truth) {
      assertTrue(line.startsWith("{\"file\":\"weibo-cn/2026-06-2"), line);
    }
  }

  private static void refused(String message, Executable simulation) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, simulation).getMessage());
  }

  private long lines(String file) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(file))) {
      return lines.count();
    }
  }

  private String hash(String name, long seed) throws Exception {
    Path out = folder.resolve(name);
    new Simulation(40, 30, seed, END, 3, 7).writeTo(out);
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files(out)) {
      digest.update(out.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> files(Path out) throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
