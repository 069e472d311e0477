package dev.kolrank.simulate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The crawlers of one drop. */
final class SourceWriters implements Closeable {
  private final Map<Source, SourceWriter> writers = new LinkedHashMap<>();

  /** They write below {@code crawl/<source>/<day>/<part>}. */
  SourceWriters(
      Path crawl,
      Collection<Source> sources,
      Timeline timeline,
      int number,
      String part,
      ObservationTruth truth) {
    LocalDate day = timeline.day(number);
    boolean last = number > 0 && number == timeline.crawls() - 1;
    for (Source source : sources) {
      Path folder = crawl.resolve(source.id()).resolve(day.toString()).resolve(part);
      writers.put(source, source.open(new Drop(folder, day, number, last, truth)));
    }
  }

  /** Lets every crawler of the platform look; counts what each writes. */
  void write(Visit visit, Map<String, Long> records) throws IOException {
    for (Map.Entry<Source, SourceWriter> writer : writers.entrySet()) {
      if (writer.getKey().sites().contains(visit.account().site())) {
        records.merge(writer.getKey().id(), writer.getValue().write(visit), Long::sum);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (SourceWriter writer : writers.values()) {
      writer.close();
    }
  }
}
