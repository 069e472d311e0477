package dev.kolrank.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * Walks people and writes what each drop sees of them, with the truth beside it.
 *
 * @param found where to note what the files say
 * @param records counts what each source writes
 */
record Crawl(
    World world,
    Path folder,
    Collection<Source> sources,
    Truth truth,
    ObservationTruth found,
    Map<String, Long> records,
    People people) {

  /** Whether somebody asks for the comments of TikTok. */
  private boolean discussed() {
    return sources.stream().anyMatch(source -> source.id().equals(Source.TIKTOK_WEB_API));
  }

  /** One drop over the people from one index up to another; returns how many accounts they have. */
  long drop(int drop, String part, int from, int to) throws IOException {
    Crawler crawler = new Crawler(world, people, discussed());
    long accounts = 0;
    try (SourceWriters writers =
        new SourceWriters(folder, sources, world.timeline(), drop, part, found)) {
      for (int index = from; index < to; index++) {
        Person person = people.at(index);
        if (drop == 0) {
          truth.person(person);
        }
        for (Account account : person.accounts()) {
          Visit visit = crawler.visit(person, account, drop);
          writers.write(visit, records);
          truth.visit(visit, drop);
          accounts++;
        }
      }
    }
    return accounts;
  }
}
