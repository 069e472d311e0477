package dev.kolrank.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.storage.FaultyFileSystem;
import dev.kolrank.connector.storage.FaultyFileSystem.Call;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong call is answered in one sentence and exit code 2, before Spark starts. */
final class MainTest {
  private static final String FAULTY =
      """
      crawl.retries = 0
      spark { spark.hadoop.fs.faulty.impl = %s }
      """
          .formatted(FaultyFileSystem.class.getName());

  @TempDir private Path folder;

  private record Answer(int code, String text) {}

  @Test
  void anUnknownOptionIsRefused() {
    Answer answer = run("nightly", "--lak", "x");
    assertEquals(2, answer.code());
    assertTrue(answer.text().contains("Unknown option"), answer.text());
  }

  @Test
  void anUnknownCommandIsRefused() {
    assertEquals(2, run("weekly").code());
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    Answer answer = run("nightly", "--as-of", "yesterday");
    assertEquals(2, answer.code());
    String told = "kolrank: Invalid value for option '--as-of': 'yesterday' is no day such as 2026";
    assertTrue(answer.text().contains(told), answer.text());
  }

  @Test
  void aMissingCrawlFolderIsNamed() {
    String missing = folder.resolve("nowhere").toString();
    refused("--crawl names no folder: " + missing, "nightly", "--crawl", missing);
  }

  @Test
  void anEmptyCrawlFolderIsTold() {
    refused("--crawl holds nothing to read", "nightly", "--crawl", folder.toString());
  }

  @Test
  void unknownSourcesAndFoldersWithoutDayAreNamedOneALine() throws IOException {
    crawl("strange-source/2026-01-01/a.json");
    crawl("x-api/lately/a.json");
    crawl("x-api/2026-01-01/a.jsonl");
    Answer answer = run("nightly", "--crawl", folder.toString(), "--dry-run");
    assertEquals(0, answer.code(), answer.text());
    assertTrue(answer.text().contains("not read: strange-source/ has no connector"), answer.text());
    assertTrue(answer.text().contains("not read: x-api/lately is no folder named by a day"));
    assertTrue(answer.text().contains("gold.kol_ranking"));
  }

  @Test
  void anUnknownStepIsRefusedWithTheSteps() throws IOException {
    crawl("x-api/2026-01-01/a.jsonl");
    refused(
        "--only names no step: gold.kols; the steps are",
        "nightly",
        "--crawl",
        folder.toString(),
        "--only",
        "gold.kols");
  }

  @Test
  void aNightBeforeTheFirstCrawlDayIsRefused() throws IOException {
    crawl("x-api/2026-01-02/a.jsonl");
    refused(
        "--as-of 2026-01-01 is before the first crawl day",
        "nightly",
        "--crawl",
        folder.toString(),
        "--as-of",
        "2026-01-01");
  }

  @Test
  void aNightInTheFutureIsRefused() throws IOException {
    crawl("x-api/2026-01-02/a.jsonl");
    refused(
        "--as-of 2962-06-28 lies in the future: give a day up to ",
        "nightly",
        "--crawl",
        folder.toString(),
        "--as-of",
        "2962-06-28");
    crawl("x-api/2962-01-02/a.jsonl");
    refused(
        "the newest crawl day, 2962-01-02, lies in the future: mend the folder's name",
        "nightly",
        "--crawl",
        folder.toString());
  }

  @Test
  void controlCharactersOfFileNamesDoNotReachTheTerminal() throws IOException {
    crawl("x-api/2026-01-02/a.jsonl");
    crawl("\u001b]0;hello\u0007/2026-01-02/a.jsonl");
    Answer answer = run("nightly", "--crawl", folder.toString(), "--dry-run");
    assertEquals(0, answer.code(), answer.text());
    assertTrue(answer.text().contains("]0;hello"), answer.text());
    assertTrue(answer.text().indexOf('\u001b') < 0, "it could rename the window");
  }

  @Test
  void stepsThatCannotRunAreRefused() throws IOException {
    crawl("x-api/2026-01-02/a.jsonl");
    Path conf = folder.resolve("my.conf");
    for (String setting : new String[] {"run.parallelism", "niche.sample"}) {
      Files.writeString(conf, setting + " = 0");
      refused(
          setting + " must be at least",
          "nightly",
          "--crawl",
          folder.toString(),
          "--conf",
          conf.toString());
    }
  }

  @Test
  void aSettingOutOfItsRangeIsRefused() throws IOException {
    crawl("x-api/2026-01-02/a.jsonl");
    Path conf = folder.resolve("my.conf");
    Files.writeString(conf, "score.weights.reach = 0.9");
    refused(
        "score.weights must not be negative and add up to 1",
        "nightly",
        "--crawl",
        folder.toString(),
        "--conf",
        conf.toString());
  }

  @Test
  void aSimulationThatMakesNoSenseIsRefused() {
    assertEquals(
        2, run("simulate", "--people", "-1", "--out", folder.resolve("sim").toString()).code());
  }

  @Test
  void aSimulationDoesNotWriteOverAnything() throws IOException {
    Files.writeString(folder.resolve("mine"), "x");
    refused("--out is not an empty folder", "simulate", "--out", folder.toString());
  }

  @Test
  void aCrawlFolderThatCannotBeListedIsCodeSix() throws IOException {
    crawl("x-api/2026-01-02/a.jsonl");
    FaultyFileSystem.failWithin(Call.LIST, "");
    Answer answer = dryRun();
    assertEquals(6, answer.code(), answer.text());
    String told =
        " cannot be listed (IOException: the disk is on fire): restore access to it, then";
    assertTrue(answer.text().contains("kolrank: the crawl folder faulty:" + folder + told));
  }

  @Test
  void aSourceThatCannotBeListedIsCodeFourAndOfAllSourcesCodeSix() throws IOException {
    crawl("x-api/2026-01-02/a.jsonl");
    crawl("twitch-helix/2026-01-02/a.json");
    FaultyFileSystem.failWithin(Call.LIST, "x-api/2026");
    Answer answer = dryRun();
    assertEquals(4, answer.code(), answer.text());
    String told =
        "source x-api failed: the storage did not give x-api/2026-01-02 (IOException: the disk is"
            + " on fire); nothing of it was taken in and its accounts stay as they were: restore"
            + " access";
    assertTrue(answer.text().contains(told), answer.text());
    assertTrue(answer.text().contains("gold.kol_ranking"), answer.text());
    FaultyFileSystem.failWithin(Call.LIST, "/2026");
    answer = dryRun();
    assertEquals(6, answer.code(), answer.text());
    assertTrue(answer.text().contains("kolrank: every source failed, so nothing is published\n"));
  }

  @Test
  void aFileSystemThatNobodyKnowsIsTheUsersFault() {
    refused(
        "--crawl names no folder: s4://bucket/crawl", "nightly", "--crawl", "s4://bucket/crawl");
  }

  private Answer dryRun() throws IOException {
    Path conf = Files.writeString(folder.resolve("my.conf"), FAULTY);
    try {
      return run("nightly", "--crawl", "faulty:" + folder, "--conf", conf.toString(), "--dry-run");
    } finally {
      FaultyFileSystem.mend();
    }
  }

  private void crawl(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{}\n");
  }

  private static void refused(String sentence, String... args) {
    Answer answer = run(args);
    assertEquals(2, answer.code(), answer.text());
    assertTrue(answer.text().contains("kolrank: " + sentence), answer.text());
    assertTrue(!answer.text().contains("\tat "), "no stack trace: " + answer.text());
  }

  private static Answer run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    var text = new ByteArrayOutputStream();
    try (var both = new PrintStream(text, true, StandardCharsets.UTF_8)) {
      System.setOut(both);
      System.setErr(both);
      int code = Main.run(args);
      return new Answer(code, text.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
