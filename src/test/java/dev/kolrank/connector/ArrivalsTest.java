package dev.kolrank.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.ops.Redelivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files count as new, and which are looked into to tell. */
class ArrivalsTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-28");
  private static final Retries NONE = new Retries(0, 0);
  private static final Instant THEN = Instant.parse("2026-06-28T01:00:00Z");

  @TempDir private Path folder;
  private final List<CrawlFile> listed = new ArrayList<>();
  private final List<String> ledger = new ArrayList<>();
  private final List<String> redelivered = new ArrayList<>();

  @Test
  void aFileIsNewByItsSizeOrItsContentAndNotByItsTime() throws Exception {
    held("same.json", "abc", 0);
    held("touched.json", "abc", 1);
    held("grown.json", "ab", 0);
    held("edited.json", "abX", 1);
    list("same.json", "touched.json", "grown.json", "edited.json", "new.json");
    Arrivals arrivals = arrivals(Set.of());
    assertEquals(List.of("grown.json", "new.json", "edited.json"), names(arrivals.fresh()));
    assertEquals(List.of("s/2026-06-27/touched.json"), again(arrivals));
  }

  @Test
  void aFileOfTheSameSizeAndTimeIsTrusted() throws Exception {
    held("trusted.json", "abX", 0);
    list("trusted.json");
    assertEquals(List.of(), names(arrivals(Set.of()).fresh()));
  }

  @Test
  void whatWasHashedIsNotHashedAgainWhileTheLedgerHoldsIt() throws Exception {
    held("touched.json", "abc", 1);
    held("replaced.json", "abX", 1);
    redelivered.add(row("touched.json", "abc", 0));
    redelivered.add(row("replaced.json", "abc", 0));
    list("touched.json", "replaced.json");
    Files.delete(folder.resolve("touched.json"));
    Arrivals arrivals = arrivals(Set.of());
    assertEquals(List.of("replaced.json"), names(arrivals.fresh()), "it was remembered as another");
    assertEquals(List.of(), again(arrivals));
  }

  @Test
  void aFileThatCannotBeReadIsLeftToTheReader() throws Exception {
    held("gone.json", "abc", 1);
    list("gone.json");
    Files.delete(folder.resolve("gone.json"));
    assertEquals(List.of("gone.json"), names(arrivals(Set.of()).fresh()));
  }

  @Test
  void aFileThatABrokenRunBeganToReplaceIsReadAsItIs() throws Exception {
    held("begun.json", "abc", 0);
    list("begun.json");
    assertEquals(List.of("begun.json"), names(arrivals(Set.of("s/2026-06-27/begun.json")).fresh()));
  }

  @Test
  void aFileOfALaterDayWaits() throws Exception {
    list("later.json");
    var landing = new Landing(listed, List.of(), List.of());
    var arrivals =
        Arrivals.of(
            landing,
            LocalDate.parse("2026-06-26"),
            frame(IngestedFile.TABLE, ledger),
            frame(Redelivery.TABLE, redelivered),
            Set.of(),
            NONE);
    assertEquals(List.of(), arrivals.fresh());
  }

  private Arrivals arrivals(Set<String> broken) {
    return Arrivals.of(
        new Landing(listed, List.of(), List.of()),
        NIGHT,
        frame(IngestedFile.TABLE, ledger),
        frame(Redelivery.TABLE, redelivered),
        broken,
        NONE);
  }

  /** Enters a file into the ledger as it was so many seconds before it was listed. */
  private void held(String name, String text, int secondsBefore) throws Exception {
    ledger.add(row(name, text, secondsBefore));
  }

  private static String row(String name, String text, int secondsBefore) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    return "(1L, 's/2026-06-27/%s', %dL, TIMESTAMP'%s', '%s')"
        .formatted(name, bytes.length, THEN.minusSeconds(secondsBefore), sha256);
  }

  private static Dataset<Row> frame(Table table, List<String> rows) {
    String columns = " AS t(batch, source_file, size_bytes, modified_at, sha256)";
    String sql =
        rows.isEmpty() ? "(1L, '', 0L, TIMESTAMP'1970-01-01', '')" : String.join(", ", rows);
    Dataset<Row> given = SparkFixture.spark().sql("SELECT * FROM VALUES " + sql + columns);
    var all = given;
    for (var field : table.fields()) {
      if (!List.of(given.columns()).contains(field.name())) {
        all = all.withColumn(field.name(), functions.lit(null).cast(field.type()));
      }
    }
    return all.where("source_file <> ''").select(table.conform());
  }

  /** Writes and lists files that hold {@code abc}. */
  private void list(String... names) throws IOException {
    for (String name : names) {
      Path file = Files.writeString(folder.resolve(name), "abc");
      String path = "s/2026-06-27/" + name;
      listed.add(
          new CrawlFile(
              file.toUri().toString(), path, "s", NIGHT.minusDays(1), 3, THEN.toEpochMilli()));
    }
  }

  private static List<String> names(List<CrawlFile> files) {
    return files.stream().map(CrawlFile::name).toList();
  }

  private static List<String> again(Arrivals arrivals) {
    return arrivals.again().stream().map(r -> r.getString(0)).toList();
  }
}
