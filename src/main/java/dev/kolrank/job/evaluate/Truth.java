package dev.kolrank.job.evaluate;

import dev.kolrank.core.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Accounts of which it is known whose they are.
 *
 * @param name of the set
 * @param accounts each once, in a fixed order
 * @param crawl the crawl that shows them; empty where the truth does so itself
 */
public record Truth(String name, List<TruthAccount> accounts, Optional<Path> crawl) {

  /** An account that two persons claim belongs to the first; one that comes twice stands once. */
  public Truth {
    Map<String, TruthAccount> once = new LinkedHashMap<>();
    accounts.forEach(a -> once.putIfAbsent(a.uid(), a));
    accounts = List.copyOf(once.values());
  }

  Truth(String name, List<TruthAccount> accounts) {
    this(name, accounts, Optional.empty());
  }

  /** Tells this truth from every other, also of the same name: eight hexadecimal digits. */
  public String digest() {
    String all = accounts + " " + crawl.map(Path::toAbsolutePath);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 8);
  }

  /**
   * Reads a folder, whose files tell its format.
   *
   * @throws UserError when it holds none that is known
   */
  public static Truth read(Path folder) {
    String name = folder.toAbsolutePath().normalize().getFileName().toString();
    try {
      if (Files.exists(folder.resolve(PlainTruth.WHO))) {
        return new Truth(name, PlainTruth.read(folder));
      }
      if (Files.exists(folder.resolve(CongressTruth.ACCOUNTS))) {
        return new Truth(name, CongressTruth.read(folder));
      }
      if (Files.exists(folder.resolve(StreamersTruth.LIST))) {
        return new Truth(name, StreamersTruth.read(folder.resolve(StreamersTruth.LIST)));
      }
      if (Files.exists(folder.resolve(SimulatedTruth.ACCOUNTS))) {
        Path crawl = folder.resolve(SimulatedTruth.CRAWL);
        return new Truth(name, SimulatedTruth.read(folder), Optional.of(crawl));
      }
      for (Path file : files(folder)) {
        if (file.getFileName().toString().equals(VTuberTruth.LIST)) {
          return new Truth(name, VTuberTruth.read(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new UserError(
        "--truth has no known truth: %s; it wants %s with accounts.csv or accounts.jsonl, %s, %s, %s or %s"
            .formatted(
                folder,
                PlainTruth.WHO,
                SimulatedTruth.ACCOUNTS,
                CongressTruth.ACCOUNTS,
                StreamersTruth.LIST,
                VTuberTruth.LIST));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return new ArrayList<>(files.sorted().toList());
    }
  }
}
