package dev.kolrank.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A world of creators, crawled several times.
 *
 * @param people creators of the world
 * @param days length of the simulated span, in which all posts are published
 * @param seed the same seed gives the same bytes
 * @param end last day of the span and day of the last crawl drop
 * @param crawls crawl drops
 * @param everyDays days between drops
 * @param sources the crawlers, by the names of their folders
 * @param checkable whether to write {@code truth/observations.jsonl.gz}, which says of every file
 *     what a perfect reader finds in it; it is about as large as the crawl
 */
public record Simulation(
    int people,
    int days,
    long seed,
    LocalDate end,
    int crawls,
    int everyDays,
    List<String> sources,
    boolean checkable) {
  /** People whose records share files; a larger world gets folders {@code part-0000} and so on. */
  private static final int PART = 5_000;

  /** The crawlers of a world for which none is asked, one for each of eight platforms. */
  public static final List<String> USUAL_SOURCES = Source.USUAL.stream().map(Source::id).toList();

  /** All crawlers that can be played. */
  public static final List<String> ALL_SOURCES = Source.ALL.stream().map(Source::id).toList();

  private static final LocalDate EARLIEST = LocalDate.of(2015, 1, 1);

  /** Checks that the span leaves posts to be crawled before the first drop. */
  public Simulation {
    require(people >= 1, "people must be at least 1, got " + people);
    require(crawls >= 1, "crawls must be at least 1, got " + crawls);
    require(everyDays >= 1, "everyDays must be at least 1, got " + everyDays);
    long least = (crawls - 1L) * everyDays + 2;
    require(
        days >= least,
        "days must be at least " + least + " to begin before the first crawl, got " + days);
    require(
        end.minusDays(days).isAfter(EARLIEST),
        "the span must begin after " + EARLIEST + ", got " + days + " days ending on " + end);
    require(!sources.isEmpty(), "sources must name at least one");
    sources = List.copyOf(sources);
    sources.forEach(Source::of);
  }

  /** With the usual sources. */
  public Simulation(int people, int days, long seed, LocalDate end, int crawls, int everyDays) {
    this(people, days, seed, end, crawls, everyDays, USUAL_SOURCES, false);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /**
   * Writes {@code crawl/<source>/<day>/…} and {@code truth/*.csv} below a folder; files of the same
   * name are replaced.
   */
  public Summary writeTo(Path out) throws IOException {
    Timeline timeline = new Timeline(end, days, crawls, everyDays);
    List<Source> crawlers = sources.stream().distinct().map(Source::of).toList();
    World world = new World(seed, people, timeline, Vocabulary.load(), unusual(crawlers));
    Path folder = out.resolve("crawl");
    SortedMap<String, Long> records = new TreeMap<>();
    long accounts = 0;
    try (Truth truth = new Truth(out.resolve("truth"), timeline);
        ObservationTruth readable = readable(out, folder)) {
      Crawl crawl = new Crawl(world, folder, crawlers, truth, readable, records, new People(world));
      for (int from = 0; from < people; from += PART) {
        int to = Math.min(people, from + PART);
        String part = people <= PART ? "" : String.format(Locale.ROOT, "part-%04d", from / PART);
        for (int drop = 0; drop < crawls; drop++) {
          long found = crawl.drop(drop, part, from, to);
          accounts += drop == 0 ? found : 0;
        }
      }
    }
    return new Summary(Collections.unmodifiableSortedMap(records), people, accounts, size(out));
  }

  private ObservationTruth readable(Path out, Path crawl) throws IOException {
    return checkable
        ? ObservationTruth.in(out.resolve("truth/observations.jsonl.gz"), crawl)
        : ObservationTruth.NONE;
  }

  /** The platforms of the crawlers that not every world has. */
  private static Set<Site> unusual(List<Source> crawlers) {
    return crawlers.stream()
        .flatMap(source -> source.sites().stream())
        .filter(site -> !site.usual())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static long size(Path out) throws IOException {
    long bytes = 0;
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
