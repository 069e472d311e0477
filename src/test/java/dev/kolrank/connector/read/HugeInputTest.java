package dev.kolrank.connector.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.read.ReaderCase.Found;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines, rows and documents that no memory should hold: told, passed, and what follows is read. */
@Timeout(120)
class HugeInputTest {
  private static final int HUGE = 200 << 20;

  /** More than the reader holds at once. */
  private static final int LARGE = 80 << 20;

  @TempDir Path folder;

  @Test
  void aLine() {
    List<Found> found = read("a.jsonl", "{\"a\":1}\n{\"a\":\"", "x", "\"}\n{\"a\":3}\n");
    BadInputTest.assertRows(
        found, "1 {\"a\":1}", "2 the line is longer than 64 MiB", "3 {\"a\":3}");
    assertEquals("lines 2-2, bytes 8-%d".formatted(8 + HUGE + 9), found.get(1).stretch());
    assertEquals(RawRecord.RAW_LIMIT, found.get(1).raw().length());
  }

  @Test
  void aRowWhoseQuoteDoesNotClose() {
    List<Found> found = read("a.csv", "a,b\n1,2\n3,\"", "x", "\n4,5\n");
    BadInputTest.assertRows(found, "2 {\"a\":\"1\"", "3 the row is longer", "4 {\"a\":\"4\"");
    assertEquals("lines 3-3, bytes 8-%d".formatted(8 + HUGE + 4), found.get(1).stretch());
  }

  @Test
  void aQuoteThatNeverClosesBeforeManyRows() throws IOException {
    Path file = write("a.csv", LARGE, "a,b\n1,\"2\n", "4," + "z".repeat(999_997) + "\n", "5,6\n");
    var told = new ArrayList<String>();
    long[] records = new long[1];
    ReaderCase.visit(
        file,
        ReaderCase.layout(List.of()),
        found -> {
          records[0] += found.isRecord() ? 1 : 0;
          if (!found.isRecord()) {
            told.add(found.stretch());
          }
        });
    assertEquals(List.of("lines 2-2, bytes 4-9"), told);
    assertEquals(LARGE / 1_000_000 + 2, records[0]);
  }

  @Test
  void aDocumentOfNestedValues() {
    List<Found> found = read("a.json", "{\"a\":[", "{\"b\":[1,2]},", "3]}");
    BadInputTest.assertRows(found, "1 not JSON from here on: it is longer than 64 MiB");
    assertEquals(0, found.get(0).from());
    assertEquals(folder.resolve("a.json").toFile().length(), found.get(0).to());
  }

  @Test
  void anEnvelopeOfManyRecords() throws IOException {
    Path file =
        write(
            "a.json",
            LARGE,
            "{\"items\":[",
            "{\"a\":\"" + "y".repeat(10_000) + "\"},",
            "{\"a\":1}]}");
    long[] count = new long[2];
    ReaderCase.visit(
        file, ReaderCase.layout(List.of("items")), found -> count[found.isRecord() ? 0 : 1]++);
    assertEquals(0, count[1]);
    assertEquals(LARGE / 10_009 + 2, count[0]);
  }

  @Test
  void aHundredThousandLevels() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String objects = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    for (String value : List.of(deep, objects)) {
      String record = "{\"a\":" + value + "}";
      BadInputTest.assertRows(
          ReaderCase.read(folder, "a.jsonl", "{\"a\":1}\n" + record + "\n{\"a\":3}\n"),
          "1 {\"a\":1}",
          "2 not JSON: it is nested too deep",
          "3 {\"a\":3}");
      BadInputTest.assertRows(
          ReaderCase.read(folder, "a.json", "[{\"a\":1},\n" + record + ",\n{\"a\":3}]\n"),
          "1 {\"a\":1}",
          "2 not JSON: it is nested too deep",
          "3 {\"a\":3}");
    }
    BadInputTest.assertRows(
        ReaderCase.read(folder, "b.json", "[".repeat(100_000)), "1 not JSON from here on");
  }

  private List<Found> read(String name, String before, String repeated, String after) {
    try {
      Path file = write(name, HUGE, before, repeated, after);
      var found = new ArrayList<Found>();
      long peak = peakOf(() -> ReaderCase.visit(file, ReaderCase.layout(List.of()), found::add));
      assertTrue(peak < 600L << 20, "bytes of heap: " + peak);
      return found;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Path write(String name, int size, String before, String repeated, String after)
      throws IOException {
    Path file = folder.resolve(name);
    byte[] block =
        repeated.repeat(1 + (1 << 20) / repeated.length()).getBytes(StandardCharsets.UTF_8);
    int times = size / repeated.length() + (repeated.length() == 1 ? 0 : 1);
    int perBlock = block.length / repeated.length();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(before.getBytes(StandardCharsets.UTF_8));
      for (int left = times; left > 0; left -= perBlock) {
        out.write(block, 0, Math.min(left, perBlock) * repeated.length());
      }
      out.write(after.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  /** The most heap in use while it runs, garbage included as far as it was not collected. */
  private static long peakOf(Runnable work) {
    System.gc();
    List<MemoryPoolMXBean> pools =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == MemoryType.HEAP)
            .toList();
    long before = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    work.run();
    return pools.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() - before;
  }
}
