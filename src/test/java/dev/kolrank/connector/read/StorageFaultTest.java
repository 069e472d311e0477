package dev.kolrank.connector.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.storage.FaultyFileSystem;
import dev.kolrank.connector.storage.FaultyFileSystem.Call;
import dev.kolrank.connector.storage.FaultyFileSystem.Failure;
import dev.kolrank.connector.storage.Retries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.security.AccessControlException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the storage does not give is no bad data: it is asked again, then the source fails. */
final class StorageFaultTest {
  private static final Configuration HADOOP = FaultyFileSystem.configured(new Configuration());
  private static final Retries ONE = new Retries(1, 0);
  private static final Retries NONE = new Retries(0, 0);
  private static final String LINES =
      """
      {"a":1,"text":"a line that is long enough for several reads of the storage"}
      {"a":2,"text":"another one, in which a read may fail in the middle of a value"}
      {"a":3,
      {"a":4,"text":"the line above is broken, and stays a reject whatever the storage does"}
      """;

  @TempDir private Path folder;

  @BeforeEach
  @AfterEach
  void nothingFails() {
    FaultyFileSystem.mend();
    FaultyFileSystem.chunk(64);
  }

  @Test
  void anyReadOrOpenThatFailsOnceIsRepeatedAndNobodySeesIt() throws IOException {
    forEachLayoutAndCall(
        (file, faultless) -> assertEquals(faultless, read(ONE, file), file.path()), 1);
  }

  @Test
  void anyReadOrOpenThatFailsForGoodEndsTheFileWithoutARejectOfItsOwn() throws IOException {
    forEachLayoutAndCall(
        (file, faultless) -> {
          List<String> found = read(NONE, file);
          String last = found.get(found.size() - 1);
          assertEquals(file.path() + " failed: IOException: the disk is on fire", last);
          List<String> before = found.subList(0, found.size() - 1);
          assertEquals(faultless.subList(0, before.size()), before, "a part, as it lies");
        },
        Integer.MAX_VALUE);
  }

  @Test
  void aFaultOfAnyClassIsOne() throws IOException {
    CrawlFile file = file("s", "a.jsonl", LINES);
    List<Failure> failures =
        List.of(
            () -> {
              throw new AccessControlException("denied");
            },
            () -> {
              throw new SocketTimeoutException("Read timed out");
            },
            () -> {
              throw new UncheckedIOException(new IOException("connection reset"));
            },
            () -> {
              throw new IllegalStateException("Unable to execute HTTP request");
            },
            () -> {
              throw ofTheLocalFileSystem();
            });
    var told = new ArrayList<String>();
    for (Failure failure : failures) {
      FaultyFileSystem.fail(Call.READ, 1, Integer.MAX_VALUE, failure);
      told.addAll(read(ONE, file));
    }
    assertEquals(
        List.of(
            "AccessControlException: denied",
            "SocketTimeoutException: Read timed out",
            "IOException: connection reset",
            "IllegalStateException: Unable to execute HTTP request",
            "IOException: Input/output error"),
        told.stream().map(t -> t.replace("s/d/a.jsonl failed: ", "")).toList());
  }

  @Test
  void aFileThatChangesBetweenAReadAndItsRepetitionFails() throws IOException {
    CrawlFile file = file("s", "a.jsonl", LINES);
    FaultyFileSystem.fail(
        Call.READ,
        3,
        3,
        () -> {
          Files.writeString(folder.resolve("a.jsonl"), LINES.replace("\"a\":1", "\"a\":7"));
          throw new IOException("lost");
        });
    List<String> found = read(ONE, file);
    assertEquals(
        "s/d/a.jsonl failed: IOException: the file changed while it was read",
        found.get(found.size() - 1));
  }

  @Test
  void aFileThatIsGoneSinceItWasListedFails() throws IOException {
    CrawlFile file = file("s", "a.jsonl", LINES);
    Files.delete(folder.resolve("a.jsonl"));
    List<String> found = read(ONE, file);
    assertEquals(1, found.size());
    assertTrue(
        found.get(0).startsWith("s/d/a.jsonl failed: FileNotFoundException"), found::toString);
    Files.createDirectory(folder.resolve("a.jsonl"));
    assertTrue(
        read(ONE, file).get(0).startsWith("s/d/a.jsonl failed: "), "a folder is in its place");
  }

  @Test
  void aStorageThatGivesLessThanItListedFails() throws IOException {
    CrawlFile file = file("s", "a.jsonl", LINES);
    Files.writeString(folder.resolve("a.jsonl"), LINES.substring(0, LINES.indexOf('\n') + 1));
    List<String> found = read(ONE, file);
    assertEquals(
        "s/d/a.jsonl failed: EOFException: it ends after 77 of the 253 bytes that were listed",
        found.get(found.size() - 1));
  }

  @Test
  void ofASourceThatFailedNoFurtherFileIsReadAndAnotherSourceIsReadWhole() throws IOException {
    CrawlFile first = file("s", "a.jsonl", LINES);
    CrawlFile second = file("s", "b.jsonl", LINES);
    CrawlFile other = file("t", "c.jsonl", LINES);
    FaultyFileSystem.failWithin(Call.OPEN, "a.jsonl");
    List<String> found = read(ONE, first, second, other);
    assertEquals("s/d/a.jsonl failed: IOException: the disk is on fire", found.get(0));
    assertEquals(6, found.size(), found::toString);
    assertTrue(found.subList(1, 6).stream().allMatch(r -> r.startsWith("t/d/c.jsonl")));
  }

  @Test
  void bytesThatDoNotUnpackStayARejectOfAFileThatWasRead() throws IOException {
    byte[] whole = Packed.by("gz", LINES.getBytes(StandardCharsets.UTF_8));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    List<String> found = read(ONE, file("s", "a.jsonl.gz", half));
    assertTrue(found.get(found.size() - 2).contains("cannot be read"), found::toString);
    assertTrue(found.get(found.size() - 1).contains("ended"), found::toString);
  }

  /** An error that Hadoop's local file system throws where a read fails. */
  private static FSError ofTheLocalFileSystem() {
    try {
      var constructor = FSError.class.getDeclaredConstructor(Throwable.class);
      constructor.setAccessible(true);
      return constructor.newInstance(new IOException("Input/output error"));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is asserted of a file while one call fails. */
  private interface Claim {
    void of(CrawlFile file, List<String> faultless);
  }

  /** Fails every call of a file of every layout in turn, so many times one after the other. */
  private void forEachLayoutAndCall(Claim claim, int times) throws IOException {
    FaultyFileSystem.chunk(97);
    for (Map.Entry<String, byte[]> packed : layouts().entrySet()) {
      FaultyFileSystem.mend();
      CrawlFile file = file("s", packed.getKey(), packed.getValue());
      List<String> faultless = read(NONE, file);
      for (Call call : List.of(Call.OPEN, Call.READ)) {
        int tried = 0;
        for (boolean fails = true; fails; ) {
          int to = times == 1 ? tried + 1 : times;
          FaultyFileSystem.fail(call, tried + 1, to);
          read(NONE, file);
          fails = FaultyFileSystem.hasFailed();
          if (fails) {
            FaultyFileSystem.fail(call, tried + 1, to);
            claim.of(file, faultless);
            tried++;
          }
        }
        assertTrue(tried >= (call == Call.OPEN ? 1 : 3), call + " of " + file.path());
      }
    }
  }

  private static Map<String, byte[]> layouts() {
    var layouts = new TreeMap<String, byte[]>();
    byte[] lines = LINES.getBytes(StandardCharsets.UTF_8);
    layouts.put("lines.jsonl", lines);
    layouts.put(
        "array.json",
        ("[" + LINES.replace("}\n{", "},\n{") + "]").getBytes(StandardCharsets.UTF_8));
    layouts.put(
        "table.csv",
        ("a,text\n" + "1,\"quoted, and\nover lines\"\n".repeat(8))
            .getBytes(StandardCharsets.UTF_8));
    for (String ending : Packed.ENDINGS) {
      layouts.put("packed.jsonl." + ending, Packed.by(ending, lines));
    }
    layouts.put("archive.zip", Packed.zip("b.jsonl", LINES, "c.csv", "a\n1\n2\n"));
    return layouts;
  }

  private CrawlFile file(String source, String name, String text) throws IOException {
    return file(source, name, text.getBytes(StandardCharsets.UTF_8));
  }

  private CrawlFile file(String source, String name, byte[] bytes) throws IOException {
    Path path = Files.write(folder.resolve(name), bytes);
    return new CrawlFile(
        "faulty:" + path, source + "/d/" + name, source, LocalDate.EPOCH, bytes.length, 0);
  }

  /** Every row as a text: of a record its fields, else its problem; the last row of a file. */
  private static List<String> read(Retries retries, CrawlFile... files) {
    var layout = ReaderCase.layout(List.of());
    var found = new ArrayList<String>();
    try (var reader = new CrawlReader(List.of(files), layout, HADOOP, retries)) {
      while (reader.next()) {
        InternalRow row = reader.get();
        String what =
            !row.isNullAt(CrawlRow.AT_FAULT)
                ? "failed: " + row.getUTF8String(CrawlRow.AT_FAULT)
                : !row.isNullAt(CrawlRow.AT_RECORDS)
                    ? "ended " + row.getUTF8String(CrawlRow.AT_SHA256)
                    : row.getLong(CrawlRow.AT_LINE)
                        + " "
                        + row.getUTF8String(
                            row.isNullAt(CrawlRow.AT_PROBLEM)
                                ? CrawlRow.AT_EXTRA
                                : CrawlRow.AT_PROBLEM);
        found.add(row.getUTF8String(CrawlRow.AT_FILE) + " " + what);
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
