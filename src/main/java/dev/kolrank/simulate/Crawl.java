package dev.kolrank.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Walks people and writes what each drop sees of them, with the truth beside it. */
final class Crawl {
  private final World world;
  private final Path folder;
  private final Truth truth;
  private final Map<String, Long> records;
  private final People people;
  private final Crawler crawler;

  Crawl(World world, Path folder, Truth truth, Map<String, Long> records) {
    this.world = world;
    this.folder = folder;
    this.truth = truth;
    this.records = records;
    this.people = new People(world);
    this.crawler = new Crawler(world, people);
  }

  /** One drop over the people from one index up to another; returns how many accounts they have. */
  long drop(int drop, String part, int from, int to) throws IOException {
    long accounts = 0;
    try (SourceWriters writers = new SourceWriters(folder, world.timeline(), drop, part)) {
      for (int index = from; index < to; index++) {
        Person person = people.at(index);
        if (drop == 0) {
          truth.person(person);
        }
        for (Account account : person.accounts()) {
          Visit visit = crawler.visit(person, account, drop);
          records.merge(account.site().source(), writers.write(visit), Long::sum);
          truth.visit(visit, drop);
          accounts++;
        }
      }
    }
    return accounts;
  }
}
