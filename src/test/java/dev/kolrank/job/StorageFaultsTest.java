package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.storage.FaultyFileSystem;
import dev.kolrank.connector.storage.FaultyFileSystem.Call;
import dev.kolrank.core.StorageError;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.bronze.SourceFailure;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever call of the storage fails, no file is ledgered unread, and the next run mends it. */
final class StorageFaultsTest {
  private static final String BILI = "mediacrawler-bili/2026-06-27/search_contents_a.jsonl";
  private static final String BILI_TOO = "mediacrawler-bili/2026-06-27/search_contents_b.jsonl";
  private static final String KS = "mediacrawler-kuaishou/2026-06-27/search_contents.jsonl";

  /** How many records each file has. */
  private static final Map<String, Integer> RECORDS = Map.of(BILI, 3, BILI_TOO, 1, KS, 1);

  private static final Configuration HADOOP = FaultyFileSystem.configured(new Configuration());

  @TempDir private Path folder;
  private MemoryLake lake;
  private IntakeCase crawl;
  private int version;

  @BeforeEach
  void aGoodRun() {
    FaultyFileSystem.mend();
    FaultyFileSystem.chunk(1_000);
    SparkFixture.spark()
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.faulty.impl", FaultyFileSystem.class.getName());
    lake = new MemoryLake();
    crawl = intake(lake);
    deliver();
    crawl.night();
  }

  @AfterEach
  void nothingFails() {
    FaultyFileSystem.mend();
  }

  @Test
  void everyCallThatFailsLeavesTheLastGoodStateAndIsReportedAndMended() {
    for (Call call : Call.values()) {
      int k = 1;
      while (failsAt(call, k)) {
        k++;
      }
      assertTrue(k > 1, call + " was never asked for");
    }
    var faultless = intake(new MemoryLake());
    faultless.night();
    assertEquals(shown(faultless), shown(crawl), "as if nothing had ever failed");
  }

  /** Runs with the k-th call failing, then without; false where no such call came. */
  private boolean failsAt(Call call, int k) {
    List<String> before = ledger();
    List<String> observed = shown(crawl);
    deliver();
    FaultyFileSystem.fail(call, k, k);
    boolean listed = true;
    try {
      crawl.night();
    } catch (StorageError e) {
      listed = false;
      assertTrue(e.getMessage().startsWith("the crawl folder faulty:"), e.getMessage());
      assertEquals(observed, shown(crawl), "a run that cannot list does nothing");
    }
    boolean failed = FaultyFileSystem.hasFailed();
    FaultyFileSystem.mend();
    String at = call + " " + k;
    Set<String> sources = SourceFailures.of(lake, newestFailed()).sources();
    List<String> expected = expected();
    if (!failed) {
      assertEquals(expected, ledger(), at);
      return false;
    }
    if (listed) {
      assertEquals(1, sources.size(), at);
      String source = sources.iterator().next();
      assertEquals(of(source, before), of(source, ledger()), at + ": the last good state stays");
      assertEquals(of(source, observed), of(source, shown(crawl)), at);
      assertEquals(notOf(source, expected), notOf(source, ledger()), at + ": the rest goes on");
      assertTrue(SourceFailures.of(lake, newestFailed()).sentences().get(0).contains("on fire"));
    }
    crawl.night();
    assertEquals(expected, ledger(), at + ": the next run tries again");
    if (k == 1) {
      assertEquals(Map.of(), crawl.night().written(), at + ": and then there is nothing to do");
    }
    return true;
  }

  @Test
  void aFileThatVanishesAfterItWasListedFailsItsSource() {
    deliver();
    List<String> before = ledger();
    FaultyFileSystem.failWithin(
        Call.OPEN,
        BILI,
        () -> {
          Files.deleteIfExists(folder.resolve("crawl").resolve(BILI));
          throw new FileNotFoundException("gone");
        });
    crawl.night();
    FaultyFileSystem.mend();
    assertEquals(of("bili", before), of("bili", ledger()));
    assertEquals(notOf("bili", expected()), notOf("bili", ledger()));
    assertEquals(
        List.of(BILI + " | FileNotFoundException: gone"),
        crawl.show(SourceFailure.TABLE, "path", "cause"));
  }

  @Test
  void aSourceThatFailsWhileABrokenRunHadBegunToReplaceItStopsTheRun() {
    deliver();
    lake.dieAt(PostObservation.TABLE, true, false);
    assertThrows(MemoryLake.Death.class, () -> crawl.night());
    lake.revive();
    FaultyFileSystem.failWithin(Call.OPEN, "bili");
    var error = assertThrows(StorageError.class, () -> crawl.night());
    assertTrue(error.getMessage().startsWith(BILI + " was being replaced"), error.getMessage());
    FaultyFileSystem.failWithin(Call.LIST, "bili/");
    error = assertThrows(StorageError.class, () -> crawl.night());
    assertTrue(error.getMessage().startsWith("a file of mediacrawler-bili was being replaced"));
    FaultyFileSystem.mend();
    crawl.night();
    assertEquals(expected(), ledger());
  }

  @Test
  void everySourceThatFailsIsNoNight() {
    deliver();
    List<String> before = ledger();
    FaultyFileSystem.fail(Call.OPEN, 1, Integer.MAX_VALUE);
    crawl.night();
    assertEquals(before, ledger());
    var failures = SourceFailures.of(lake, newestFailed());
    failures.stopIfAll(Set.of("mediacrawler-bili", "mediacrawler-kuaishou", "x-api"));
    var error =
        assertThrows(
            StorageError.class,
            () -> failures.stopIfAll(Set.of("mediacrawler-bili", "mediacrawler-kuaishou")));
    assertEquals(
        "every source failed, so nothing is published\n"
            + "source mediacrawler-bili failed: the storage did not give "
            + BILI
            + " (IOException: the disk is on fire); nothing of it was taken in and its accounts"
            + " stay as they were: restore access to it, then run the night again",
        error.getMessage().lines().limit(2).reduce((a, b) -> a + "\n" + b).orElseThrow());
    SourceFailures.NONE.stopIfAll(Set.of());
    assertFalse(lake.read(Reject.TABLE).count() > 2, "nothing is rejected for it");
  }

  private IntakeCase intake(MemoryLake into) {
    Path files = folder.resolve("crawl");
    return new IntakeCase(files, into, "faulty:" + files, HADOOP, Set.of("landing", "bronze"));
  }

  /** Every file again, with other content. */
  private void deliver() {
    version++;
    crawl.deliver(BILI, lines(video(1, version), video(2, version), "{broken"));
    crawl.deliver(BILI_TOO, lines(video(3, version)));
    crawl.deliver(KS, lines("{\"video_id\":\"k1\",\"user_id\":\"9\",\"version\":" + pad() + "}"));
  }

  /** Of another length each time. */
  private String pad() {
    return "1".repeat(version);
  }

  private String video(int id, int views) {
    return """
    {"video_id":"%d","user_id":"7","nickname":"Ann","title":"Soup %s","create_time":1782460800,\
    "video_play_count":"%d","last_modify_ts":1782550800000}\
    """
        .formatted(id, pad(), views);
  }

  private static byte[] lines(String... records) {
    return (String.join("\n", records) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private long newestFailed() {
    var newest = lake.read(SourceFailure.TABLE).selectExpr("max(batch)").first();
    return newest.isNullAt(0) ? 0 : newest.getLong(0);
  }

  /** What the ledger says once everything that lies there was read. */
  private List<String> expected() {
    return RECORDS.entrySet().stream()
        .filter(f -> Files.exists(folder.resolve("crawl").resolve(f.getKey())))
        .map(f -> "%s | %s | %d".formatted(f.getKey(), sha256(f.getKey()), f.getValue()))
        .sorted()
        .toList();
  }

  private String sha256(String file) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve("crawl").resolve(file));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> ledger() {
    return crawl.show(IngestedFile.TABLE, "source_file", "sha256", "records");
  }

  private static List<String> shown(IntakeCase of) {
    var rows = new ArrayList<>(of.show(PostObservation.TABLE, "source_file", "post_uid", "views"));
    rows.addAll(of.show(AccountObservation.TABLE, "source_file", "account_uid", "name"));
    rows.addAll(of.show(Reject.TABLE, "source_file", "source_line", "reason"));
    return rows;
  }

  private static List<String> of(String source, List<String> rows) {
    return rows.stream().filter(r -> r.contains(source)).toList();
  }

  private static List<String> notOf(String source, List<String> rows) {
    return rows.stream().filter(r -> !r.contains(source)).toList();
  }
}
