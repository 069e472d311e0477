package dev.kolrank.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.simulate.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator wrote in each format, over twenty seeds, is what its connector reads. */
class RoundTripTest {
  private static final int SEEDS = 20;
  private static final int PEOPLE = 20;
  private static final LocalDate END = LocalDate.parse("2026-06-28");
  private static final Connectors SHIPPED = ConnectorsTest.shipped();

  private static final Map<String, RoundTrip> TRIPS = new TreeMap<>();

  @TempDir static Path folder;

  @BeforeAll
  static void simulate() throws IOException {
    for (int seed = 1; seed <= SEEDS; seed++) {
      new Simulation(PEOPLE, 12, seed, END, 2 + seed % 2, 4, Simulation.ALL_SOURCES, true)
          .writeTo(folder.resolve("seed" + seed));
      Path truth = folder.resolve("seed" + seed + "/truth/observations.jsonl.gz");
      RoundTrip.read(truth, "seed" + seed, TRIPS);
    }
  }

  static List<String> sources() {
    return Simulation.ALL_SOURCES;
  }

  @ParameterizedTest
  @MethodSource("sources")
  void everyTrueValueComesBackAndNothingElse(String source) throws IOException {
    Connector connector = SHIPPED.forFolder(source).orElseThrow();
    List<CrawlFile> files = files(source);
    var step = new ReadCrawl(1, Map.of(connector, files), AuthorHash.under(CrawlCase.KEY));
    List<Row> rows =
        step.rows(new CrawlCase.OnlySession(SparkFixture.spark()))
            .select("kind", "source_file", "account", "post", "comment", "reject", "file")
            .collectAsList();

    RoundTrip trip = TRIPS.get(source);
    assertNotNull(trip, "no world shows anything to this crawler");
    rows.forEach(trip::found);

    assertEquals(List.of(), trip.differences());
  }

  private static List<CrawlFile> files(String source) throws IOException {
    List<CrawlFile> files = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      Path crawl = folder.resolve("seed" + seed + "/crawl");
      if (!Files.isDirectory(crawl.resolve(source))) {
        continue;
      }
      try (Stream<Path> all = Files.walk(crawl.resolve(source))) {
        for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
          String path = crawl.relativize(file).toString().replace('\\', '/');
          String seeded = "seed" + seed + "/" + path;
          LocalDate day = LocalDate.parse(RoundTrip.day(path));
          files.add(
              new CrawlFile(
                  "file:" + file.toAbsolutePath(), seeded, source, day, Files.size(file), 0));
        }
      }
    }
    return files;
  }
}
