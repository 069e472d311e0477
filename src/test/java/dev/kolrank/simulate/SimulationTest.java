package dev.kolrank.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
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
        "the span must begin after 2015-01-01, got 60 days ending on 2015-02-01",
        () -> new Simulation(9, 60, 7, LocalDate.parse("2015-02-01"), 3, 7));
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
