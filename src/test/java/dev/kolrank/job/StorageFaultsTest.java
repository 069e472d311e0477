package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.Connectors;
import dev.kolrank.connector.storage.FaultyFileSystem;
import dev.kolrank.connector.storage.FaultyFileSystem.Call;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.IngestedFile;
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
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever call of the storage fails, no file is ledgered unread, and the next run mends it. */
final class StorageFaultsTest {
  private static final String RED = "red/2026-06-27/a.jsonl";
  private static final String RED_TOO = "red/2026-06-27/b.jsonl";
  private static final String BLUE = "blue/2026-06-27/a.jsonl";

  /** A small mapping: most of what a run costs here is planning. */
  private static final String MAPPING =
      """
      platform = %s
      describes = "Made-up accounts"
      rules = [
        { makes = account, set { account_id = id, followers = fans, observed_at = seen },
          absent { "*" = "none" } }
      ]
      """;

  /** How many records each file has. */
  private static final Map<String, Integer> RECORDS = Map.of(RED, 3, RED_TOO, 1, BLUE, 1);

  private static final Configuration HADOOP = FaultyFileSystem.configured(new Configuration());

  @TempDir private Path folder;
  private Connectors connectors;
  private MemoryLake lake;
  private IntakeCase crawl;
  private int version;

  @BeforeEach
  void aGoodRun() throws IOException {
    for (String source : List.of("red", "blue")) {
      Path mapping = folder.resolve("connectors/" + source + ".conf");
      Files.createDirectories(mapping.getParent());
      Files.writeString(mapping, MAPPING.formatted(source));
    }
    connectors = IntakeCase.connectors(Optional.of(folder.resolve("connectors")));
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

  /** Runs with the k-th call failing; false where no such call came, and all was taken in. */
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
    // from the second on, the next failing run takes in what this one could not
    if (k == 1) {
      crawl.night();
      assertEquals(expected, ledger(), at + ": the next run tries again");
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
        RED,
        () -> {
          Files.deleteIfExists(folder.resolve("crawl").resolve(RED));
          throw new FileNotFoundException("gone");
        });
    crawl.night();
    FaultyFileSystem.mend();
    assertEquals(of("red", before), of("red", ledger()));
    assertEquals(notOf("red", expected()), notOf("red", ledger()));
    assertEquals(
        List.of(RED + " | FileNotFoundException: gone"),
        crawl.show(SourceFailure.TABLE, "path", "cause"));
  }

  @Test
  void aSourceThatFailsWhileABrokenRunHadBegunToReplaceItStopsTheRun() {
    deliver();
    lake.dieAt(AccountObservation.TABLE, true, false);
    assertThrows(MemoryLake.Death.class, () -> crawl.night());
    lake.revive();
    FaultyFileSystem.failWithin(Call.OPEN, "red");
    var error = assertThrows(StorageError.class, () -> crawl.night());
    assertTrue(error.getMessage().startsWith(RED + " was being replaced"), error.getMessage());
    FaultyFileSystem.failWithin(Call.LIST, "red");
    error = assertThrows(StorageError.class, () -> crawl.night());
    assertTrue(error.getMessage().startsWith("a file of red was being replaced"));
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
    failures.stopIfAll(Set.of("red", "blue", "green"));
    var error = assertThrows(StorageError.class, () -> failures.stopIfAll(Set.of("red", "blue")));
    assertEquals(
        "every source failed, so nothing is published\n"
            + "source blue failed: the storage did not give "
            + BLUE
            + " (IOException: the disk is on fire); nothing of it was taken in and its accounts"
            + " stay as they were: restore access to it, then run the night again",
        error.getMessage().lines().limit(2).reduce((a, b) -> a + "\n" + b).orElseThrow());
    SourceFailures.NONE.stopIfAll(Set.of());
    assertFalse(lake.read(Reject.TABLE).count() > 2, "nothing is rejected for it");
  }

  private IntakeCase intake(MemoryLake into) {
    Path files = folder.resolve("crawl");
    return new IntakeCase(
        connectors, files, into, "faulty:" + files, HADOOP, Set.of("landing", "bronze"));
  }

  /** Every file again, with other content. */
  private void deliver() {
    version++;
    crawl.deliver(RED, lines(account(1), account(2), "{broken"));
    crawl.deliver(RED_TOO, lines(account(3)));
    crawl.deliver(BLUE, lines("{\"id\":\"no time\",\"fans\":" + pad() + "}"));
  }

  /** Of another length each time. */
  private String pad() {
    return "1".repeat(version);
  }

  private String account(int id) {
    return "{\"id\":\"%d\",\"fans\":%s,\"seen\":\"2026-06-27T10:00:00Z\"}".formatted(id, pad());
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
    Table accounts = AccountObservation.TABLE;
    var rows = new ArrayList<>(of.show(accounts, "source_file", "account_uid", "followers"));
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
