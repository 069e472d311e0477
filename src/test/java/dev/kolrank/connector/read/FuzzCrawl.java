package dev.kolrank.connector.read;

import dev.kolrank.connector.read.ReaderCase.Found;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Damages sound files at random and reads them. A file passes when the reading ends in time, throws
 * nothing, counts its rows, and loses no record: each record that the damage did not touch is in a
 * row, or lies within stretches that were told. Started by hand it takes {@code --files N --seed
 * N}, or {@code --show S} to see the file of a seed that was reported, and what was read of it.
 */
public final class FuzzCrawl {
  private static final int SECONDS = 20;
  private static final Layout PLAIN = ReaderCase.layout(List.of());
  private static final Layout PAGES = ReaderCase.layout(List.of("items"));

  private final Path folder;
  private byte[] last;
  private List<Found> lastFound = List.of();
  private final TreeMap<String, Integer> counts = new TreeMap<>();

  /** A run that writes its files to a folder. */
  FuzzCrawl(Path folder) {
    this.folder = folder;
  }

  /** Runs as told. */
  public static void main(String[] args) throws IOException {
    int files = 10_000;
    long seed = 1;
    for (int i = 0; i + 1 < args.length; i += 2) {
      if (args[i].equals("--files")) {
        files = Integer.parseInt(args[i + 1]);
      } else if (args[i].equals("--seed")) {
        seed = Long.parseLong(args[i + 1]);
      } else if (args[i].equals("--show")) {
        System.out.println(
            new FuzzCrawl(Path.of("target", "tmp")).shown(Long.parseLong(args[i + 1])));
        return;
      } else {
        throw new IllegalArgumentException("--files, --seed and --show are known, not " + args[i]);
      }
    }
    var run = new FuzzCrawl(Files.createTempDirectory("fuzz"));
    long begun = System.nanoTime();
    List<String> faults = run.run(files, seed);
    System.out.printf("%d files in %d s%n", files, (System.nanoTime() - begun) / 1_000_000_000);
    run.counts.forEach((what, count) -> System.out.printf("%,12d %s%n", count, what));
    faults.forEach(System.out::println);
    if (!faults.isEmpty()) {
      System.exit(1);
    }
  }

  /** What went wrong, one sentence a file that did not pass. */
  List<String> run(int files, long seed) {
    var faults = new ArrayList<String>();
    ThreadFactory daemons =
        work -> {
          var thread = new Thread(work);
          thread.setDaemon(true);
          return thread;
        };
    var reading = Executors.newCachedThreadPool(daemons);
    for (int i = 0; i < files; i++) {
      long ofFile = seed * 1_000_003 + i;
      Future<String> outcome = reading.submit(() -> file(ofFile));
      try {
        String fault = outcome.get(SECONDS, TimeUnit.SECONDS);
        if (fault != null) {
          faults.add("file of seed %d: %s".formatted(ofFile, fault));
        }
      } catch (TimeoutException e) {
        faults.add("file of seed %d: not read in %d s".formatted(ofFile, SECONDS));
      } catch (ExecutionException e) {
        faults.add("file of seed %d: %s".formatted(ofFile, e.getCause()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    reading.shutdownNow();
    return faults;
  }

  /** How many records or files there were of each fate. */
  int count(String what) {
    return counts.getOrDefault(what, 0);
  }

  private String file(long seed) throws IOException {
    var random = new Random(seed);
    Specimen specimen = Specimen.of(random.nextInt(Specimen.FORMATS), random);
    return random.nextInt(3) == 0 ? packed(specimen, random) : plain(specimen, random);
  }

  private String plain(Specimen specimen, Random random) throws IOException {
    Mutant mutant = Mutant.of(specimen, random);
    boolean inZip = random.nextInt(4) == 0;
    byte[] bytes = inZip ? Packed.zipOf(specimen.name(), mutant.text()) : mutant.text();
    List<Found> found = read(inZip ? "a.zip" : specimen.name(), bytes);
    if (specimen.name().matches(".*[ct]sv")) {
      // a record that damage puts on the header's line is a part of the header
      int header = new String(mutant.text(), StandardCharsets.ISO_8859_1).indexOf('\n');
      mutant = mutant.behind(header);
    }
    return lost(mutant.whole(), found, false);
  }

  /** Damage to the packed bytes: a lost end, or a flip that a checksum must show. */
  private String packed(Specimen specimen, Random random) throws IOException {
    String ending = Packed.ENDINGS.get(random.nextInt(Packed.ENDINGS.size()));
    boolean inZip = random.nextInt(4) == 0;
    byte[] bytes =
        inZip ? Packed.zipOf(specimen.name(), specimen.text()) : Packed.by(ending, specimen.text());
    boolean cut = random.nextBoolean();
    int at = random.nextInt(bytes.length);
    if (cut) {
      bytes = Arrays.copyOf(bytes, at);
    } else {
      bytes[at] ^= (byte) (1 << random.nextInt(8));
    }
    List<Found> found = read(inZip ? "a.zip" : specimen.name() + "." + ending, bytes);
    boolean told =
        found.stream()
            .anyMatch(f -> !f.isRecord() && (f.to() == null || f.problem().contains("checksum")));
    if (told && !cut) {
      add("packed files with a flipped bit that was told");
      return null;
    }
    // zstd as it is mostly written has no checksum: nothing shows what a flip changed
    boolean hidden = !cut && !inZip && ending.equals("zst");
    return hidden ? null : lost(specimen.pieces(), found, cut);
  }

  private String shown(long seed) throws IOException {
    String fault = file(seed);
    return "%s%n%s%n%s".formatted(new String(last, StandardCharsets.UTF_8), lastFound, fault);
  }

  private List<Found> read(String name, byte[] bytes) {
    last = bytes;
    // an envelope's own path leads nowhere in other files
    boolean pages =
        new String(bytes, StandardCharsets.ISO_8859_1).contains("items") || !isPlain(name);
    lastFound = ReaderCase.read(folder, name, bytes, pages ? PAGES : PLAIN);
    return lastFound;
  }

  private static boolean isPlain(String name) {
    return FileFormats.plainName(name).equals(name) && !FileFormats.isArchive(name);
  }

  private String lost(List<Specimen.Piece> whole, List<Found> found, boolean cut) {
    add("files");
    String records =
        found.stream()
            .filter(Found::isRecord)
            .map(Found::record)
            .reduce("", (a, b) -> a + "\n" + b);
    for (Specimen.Piece piece : whole) {
      if (records.contains(piece.marker())) {
        add("records untouched and read");
      } else if (isTold(piece, found, cut)) {
        add("records untouched, within a stretch that was told");
      } else {
        return "the record %s at bytes %d to %d is lost; told were %s"
            .formatted(
                piece.marker(),
                piece.from(),
                piece.to(),
                found.stream()
                    .filter(f -> !f.isRecord())
                    .map(f -> f.stretch() + f.problem())
                    .toList());
      }
    }
    return null;
  }

  /** Whether every byte of a record lies in stretches that were told, which are in order. */
  private static boolean isTold(Specimen.Piece piece, List<Found> found, boolean cut) {
    long reached = piece.from();
    for (Found f : found) {
      if (f.from() == null) {
        continue;
      }
      boolean breaks = f.to() == null;
      if (f.from() <= reached || (cut && breaks && f.from() < piece.to())) {
        reached = Math.max(reached, breaks ? Long.MAX_VALUE : f.to());
      }
    }
    return reached >= piece.to();
  }

  private void add(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
