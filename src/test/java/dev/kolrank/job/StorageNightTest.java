package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.storage.FaultyFileSystem;
import dev.kolrank.connector.storage.FaultyFileSystem.Call;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.Table;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Progress;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.bronze.SourceFailure;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.ops.Publication;
import dev.kolrank.table.ops.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole nights over a storage that fails: one source fails alone, all of them fail the night. */
final class StorageNightTest {
  private static final String MAPPING =
      """
      platform = %s
      describes = "Made-up accounts"
      rules = [
        { makes = account, set { account_id = id, followers = fans, observed_at = seen },
          absent { "*" = "none" } }
      ]
      """;

  @TempDir private Path folder;
  private DeltaLake lake;

  @BeforeEach
  void twoSources() throws IOException {
    SparkFixture.spark()
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.faulty.impl", FaultyFileSystem.class.getName());
    lake = new DeltaLake(SparkFixture.spark(), folder.resolve("lake").toString());
    for (String source : List.of("red", "blue")) {
      write("connectors/%s.conf".formatted(source), MAPPING.formatted(source));
      crawl(source, "2026-06-01", 1_000);
    }
  }

  @AfterEach
  void nothingFails() {
    FaultyFileSystem.mend();
  }

  @Test
  void aSourceThatFailsIsReportedAndStaysAsItWasAndAllOfThemAreNoNight() throws IOException {
    FaultyFileSystem.failWithin(Call.OPEN, "");
    var error = assertThrows(StorageError.class, this::night);
    assertTrue(error.getMessage().startsWith("every source failed, so nothing is published\n"));
    assertEquals(List.of(), texts(Publication.TABLE, "run_id"));
    assertEquals(List.of(), texts(IngestedFile.TABLE, "source"));
    assertEquals(List.of(), texts(Reject.TABLE, "reason"));
    assertEquals(List.of("begun", "failed"), texts(Run.TABLE, "state"));

    FaultyFileSystem.mend();
    crawl("red", "2026-06-08", 4_000);
    FaultyFileSystem.failWithin(Call.READ, "blue/2026-06-01");
    Summary night = night();
    assertTrue(night.published());
    assertEquals(2, night.files());
    assertEquals(
        List.of(
            "source blue failed: the storage did not give blue/2026-06-01/a.jsonl (IOException: the"
                + " disk is on fire); nothing of it was taken in and its accounts stay as they"
                + " were: restore access to it, then run the night again"),
        night.failed());
    assertEquals(List.of("red", "red"), texts(IngestedFile.TABLE, "source"));
    assertEquals(List.of("blue"), texts(SourceFailure.TABLE, "source"));
    assertEquals(
        List.of("blue failed"),
        texts(
            SourceCheck.TABLE, "if(batch = 2 and verdict = 'failed', source || ' failed', null)"));

    FaultyFileSystem.failWithin(Call.LIST, "red");
    night = night();
    assertEquals(1, night.failed().size(), night.failed()::toString);
    assertTrue(night.failed().get(0).contains("red failed: the storage did not give red "));
    assertEquals(List.of("blue", "red", "red"), texts(IngestedFile.TABLE, "source"));
    assertEquals(
        List.of("blue 7 -", "red 0 -"),
        texts(
            AccountFeature.TABLE,
            "platform || ' ' || staleness_days || ' ' || coalesce(string(follower_growth_28d), '-')"));
  }

  private void crawl(String source, String day, int fans) throws IOException {
    write(
        "crawl/%s/%s/a.jsonl".formatted(source, day),
        "{\"id\":\"1\",\"fans\":%d,\"seen\":\"%sT10:00:00Z\"}\n".formatted(fans, day));
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Summary night() throws IOException {
    write(
        "my.conf",
        """
        crawl { connectors = "%s", retries = 0 }
        spark { spark.hadoop.fs.faulty.impl = %s }
        """
            .formatted(folder.resolve("connectors"), FaultyFileSystem.class.getName()));
    return Nightly.prepare(
            new Nightly.Request(
                Settings.load(Optional.of(folder.resolve("my.conf"))),
                "faulty:" + folder.resolve("crawl"),
                false,
                lake.root(),
                Optional.empty(),
                Optional.empty()))
        .run(SparkFixture.spark(), Progress.SILENT);
  }

  private List<String> texts(Table table, String expression) {
    return lake.read(table).selectExpr(expression).collectAsList().stream()
        .filter(r -> !r.isNullAt(0))
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }
}
