package dev.kolrank.job;

import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connectors;
import dev.kolrank.connector.inspect.Inspection;
import dev.kolrank.core.Problems;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at one file of a source that may have no mapping yet. */
public final class Inspect {

  private Inspect() {}

  /** Looks at a file. */
  public static Inspection look(Path sample, String source) {
    return Inspection.of(sample, source, Instant.now());
  }

  /**
   * The source that a file belongs to: the folder above the one named by a day, as in a crawl; else
   * the file's own name without its endings.
   */
  public static String sourceOf(Path sample) {
    for (Path folder = sample.toAbsolutePath().getParent();
        folder != null;
        folder = folder.getParent()) {
      Path name = folder.getFileName();
      Path above = folder.getParent() == null ? null : folder.getParent().getFileName();
      if (name != null && above != null && isDay(name.toString())) {
        return above.toString();
      }
    }
    return sample.getFileName().toString().replaceFirst("[.].*$", "");
  }

  private static boolean isDay(String name) {
    try {
      LocalDate.parse(name);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  /** Every connector, those that the operator added among them. */
  public static List<Connector> connectors(Settings settings) {
    var problems = new Problems();
    Connectors all =
        Connectors.load(Optional.of(settings.place("crawl.connectors")), Map.of(), problems);
    return all.all();
  }
}
