package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.engine.MemoryLake;
import dev.kolrank.simulate.Simulation;
import dev.kolrank.table.silver.QuarantinedValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same crawl in any order, over any nights, ends in the same silver tables. */
final class DeliveryOrderTest {
  private static final int NIGHTS = 3;

  /** Enough for every kind of record and file; what a night costs grows with its sources. */
  private static final List<String> SOURCES = List.of("mediacrawler-bili/", "tiktok-scraper/");

  @TempDir private static Path folder;
  private static Path world;
  private static List<String> files;
  private static Map<String, List<String>> atOnce;

  @BeforeAll
  static void deliverAllAtOnce() throws IOException {
    new Simulation(10, 40, 5, IntakeCase.NIGHT, 3, 7).writeTo(folder.resolve("world"));
    world = folder.resolve("world/crawl");
    try (var found = Files.walk(world)) {
      files =
          found
              .filter(Files::isRegularFile)
              .map(f -> world.relativize(f).toString())
              .filter(f -> SOURCES.stream().anyMatch(f::startsWith))
              .sorted()
              .toList();
    }
    var crawl = new IntakeCase(folder.resolve("once"), new MemoryLake());
    for (String file : files) {
      crawl.deliver(file, bytes(file));
    }
    crawl.night();
    atOnce = crawl.silver();
    Set<String> mayBeEmpty = Set.of(QuarantinedValue.TABLE.name());
    atOnce.forEach(
        (table, rows) ->
            assertTrue(!rows.isEmpty() || mayBeEmpty.contains(table), table + " is empty"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void shuffledOverNightsWithOldVersionsFirst(long seed) throws IOException {
    var random = new Random(seed);
    var crawl = new IntakeCase(folder.resolve("shuffled" + seed), new MemoryLake());
    List<String> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, random);
    var changing = new TreeSet<String>();
    for (int night = 0; night < NIGHTS; night++) {
      for (String file : changing) {
        crawl.deliver(file, bytes(file));
      }
      changing.clear();
      for (int i = night; i < shuffled.size(); i += NIGHTS) {
        String file = shuffled.get(i);
        boolean changes = night < NIGHTS - 1 && random.nextBoolean();
        crawl.deliver(file, bytes(changes ? sibling(file, random) : file));
        if (changes) {
          changing.add(file);
        }
      }
      LocalDate asOf = IntakeCase.NIGHT.minusDays(4L * (NIGHTS - 1 - night));
      crawl.night(asOf);
    }
    assertSame(atOnce, crawl.silver());
  }

  private static void assertSame(
      Map<String, List<String>> expected, Map<String, List<String>> found) {
    for (var table : expected.entrySet()) {
      List<String> missing = new ArrayList<>(table.getValue());
      missing.removeAll(found.get(table.getKey()));
      List<String> surplus = new ArrayList<>(found.get(table.getKey()));
      surplus.removeAll(table.getValue());
      assertEquals(List.of(), missing, table.getKey() + " lacks rows, and has " + surplus);
      assertEquals(List.of(), surplus, table.getKey() + " has rows too many");
    }
  }

  /** A file of the same source and format: what this one might have held before. */
  private static String sibling(String file, Random random) {
    String source = file.substring(0, file.indexOf('/') + 1);
    String ending = file.substring(file.lastIndexOf('.'));
    List<String> alike =
        files.stream().filter(f -> f.startsWith(source) && f.endsWith(ending)).toList();
    return alike.get(random.nextInt(alike.size()));
  }

  private static byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(world.resolve(file));
  }
}
