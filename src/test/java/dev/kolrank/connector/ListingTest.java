package dev.kolrank.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a crawl folder is read, and what is passed over with a note. */
class ListingTest {
  private static final Connectors SHIPPED = ConnectorsTest.shipped();

  @TempDir Path folder;
  private Path crawl;

  @BeforeEach
  void aCrawlOfOneFile() throws IOException {
    crawl = Files.createDirectory(folder.resolve("crawl"));
    write("crawl/x-api/2026-01-31/deep/er/a.jsonl");
  }

  @Test
  void filesOfEveryEnding() throws IOException {
    write("crawl/x-api/2026-01-31/b.ZIP");
    write("crawl/x-api/2026-01-31/c.CSV.GZ");
    write("crawl/x-api/2026-01-31/.hidden.json");
    write("crawl/x-api/2026-01-31/_SUCCESS");
    write("crawl/x-api/2026-01-31/.ipynb_checkpoints/c-checkpoint.csv");
    write("crawl/x-api/2026-01-31/out/_temporary/0/part.json");
    write("crawl/x-api/2026-01-31/me.png");
    write("crawl/x-api/2026-01-31/a.zip!/b.json");
    assertEquals(
        List.of(
            "x-api/2026-01-31/b.ZIP",
            "x-api/2026-01-31/c.CSV.GZ",
            "x-api/2026-01-31/deep/er/a.jsonl"),
        paths());
    assertEquals(
        List.of(
            "not read: x-api/2026-01-31/a.zip!/b.json looks like a file inside an archive;"
                + " rename its folder",
            "not read: x-api/2026-01-31/me.png has an ending that no layout knows"),
        landing().notes());
  }

  @Test
  void foldersThatAreNoDayOrNoSource() throws IOException {
    write("crawl/x-api/2026-02-30/a.jsonl");
    write("crawl/x-api/latest/a.jsonl");
    write("crawl/x-api/a.jsonl");
    write("crawl/unheard-of/2026-01-31/a.jsonl");
    write("crawl/a.jsonl");
    assertEquals(List.of("x-api/2026-01-31/deep/er/a.jsonl"), paths());
    assertEquals(
        List.of(
            "not read: a.jsonl lies outside any source folder",
            "not read: unheard-of/ has no connector; add conf/connectors/unheard-of.conf",
            "not read: x-api/2026-02-30 is no folder named by a day",
            "not read: x-api/a.jsonl is no folder named by a day",
            "not read: x-api/latest is no folder named by a day"),
        landing().notes());
  }

  @Test
  void linksAreFollowedToFilesInsideTheCrawlAlone() throws IOException {
    Path secret = write("outside/2026-01-31/secret.jsonl").getParent();
    Path day = crawl.resolve("x-api/2026-01-31");
    link(day.resolve("b.jsonl"), secret.resolve("secret.jsonl"));
    link(day.resolve("c"), secret);
    link(day.resolve("d.jsonl"), day.resolve("deep/er/a.jsonl"));
    link(day.resolve("e.jsonl"), folder.resolve("nowhere"));
    link(day.resolve("loop"), day);
    link(crawl.resolve("x-api/2026-02-01"), secret);
    link(crawl.resolve("twitch-helix"), secret.getParent());
    assertEquals(List.of("x-api/2026-01-31/d.jsonl", "x-api/2026-01-31/deep/er/a.jsonl"), paths());
    List<String> notes = landing().notes();
    assertEquals(6, notes.size(), notes::toString);
    assertTrue(notes.stream().allMatch(n -> n.contains("is a link out of the crawl folder")));
    link(folder.resolve("link-to-crawl"), crawl);
    Landing through =
        Landing.list(folder + "/link-to-crawl", SHIPPED, new Configuration(), new Retries(0, 0));
    assertEquals(landing().files(), through.files(), "the crawl folder itself may be a link");
  }

  @Test
  void anEmptyCrawlIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    assertThrows(
        UserError.class,
        () -> Landing.list(folder + "/empty", SHIPPED, new Configuration(), new Retries(0, 0)));
  }

  private Path write(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "{}");
  }

  private static void link(Path from, Path to) throws IOException {
    Files.createSymbolicLink(from, to);
  }

  private List<String> paths() {
    return landing().files().stream().map(CrawlFile::path).toList();
  }

  private Landing landing() {
    return Landing.list(crawl.toString(), SHIPPED, new Configuration(), new Retries(0, 0));
  }
}
