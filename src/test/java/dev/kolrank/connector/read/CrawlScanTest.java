package dev.kolrank.connector.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.storage.Retries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.util.SerializableConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many small files are few tasks, and large ones are tasks of their own. */
class CrawlScanTest {
  private static final Layout PLAIN = ReaderCase.layout(List.of());

  @TempDir Path folder;

  @Test
  void manySmallFilesAreFewTasks() throws IOException {
    var files = new ArrayList<CrawlFile>();
    for (int i = 0; i < 2_000; i++) {
      Path path = Files.writeString(folder.resolve(i + ".json"), "{\"a\":%d}".formatted(i));
      files.add(file(path.toString(), i + ".json", Files.size(path)));
    }
    var rows = CrawlSource.read(SparkFixture.spark(), "many", files, PLAIN, Retries.USUAL);
    assertEquals(8, rows.rdd().getNumPartitions());
    assertEquals(2_000, rows.where("records = 1").count());
    assertEquals(2_000, rows.where("record is not null").select("source_file").distinct().count());
  }

  @Test
  void aHundredThousandFilesAreAFewHundredTasks() {
    List<CrawlFile> files =
        LongStream.range(0, 100_000).mapToObj(i -> file("/x/" + i, "x/" + i, 2_000)).toList();
    InputPartition[] tasks = tasks(files);
    assertTrue(tasks.length < 500, tasks.length + " tasks");
    int held = 0;
    for (InputPartition task : tasks) {
      held += ((CrawlScan.Task) task).files().size();
    }
    assertEquals(100_000, held);
  }

  @Test
  void largeFilesAreReadSideBySide() {
    assertEquals(3, tasks(List.of(large("a"), large("b"), large("c"))).length);
  }

  @Test
  void aRequestIsNotKept() throws IOException {
    Path path = Files.writeString(folder.resolve("a.json"), "{\"a\":1}");
    var rows =
        CrawlSource.read(
            SparkFixture.spark(),
            "again",
            List.of(file(path.toString(), "a.json", 7)),
            PLAIN,
            Retries.USUAL);
    assertEquals(0, CrawlSource.pending());
    assertEquals(2, rows.count());
    assertEquals(2, rows.selectExpr("*", "1 as one").count(), "it can be planned again");
  }

  private static InputPartition[] tasks(List<CrawlFile> files) {
    var hadoop = new SerializableConfiguration(new Configuration());
    return new CrawlScan(new CrawlSource.Request(files, PLAIN, hadoop, Retries.USUAL))
        .planInputPartitions();
  }

  private static CrawlFile large(String name) {
    return file("/" + name, name, 100L << 20);
  }

  private static CrawlFile file(String location, String path, long size) {
    return new CrawlFile("file:" + location, path, "s", LocalDate.of(2026, 1, 31), size, 0);
  }
}
