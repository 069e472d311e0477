package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.storage.FailedSource;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.gold.Kol;
import dev.kolrank.table.ops.Publication;
import dev.kolrank.table.ops.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run leaves in the lake beside its tables. */
class RunRecordTest {
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-28");
  private static final Runner.Outcome NOTHING =
      new Runner.Outcome(Map.of(), List.of(Kol.TABLE.name()));

  private final MemoryLake lake = new MemoryLake();

  @BeforeEach
  void aNightWrote() {
    write();
  }

  @Test
  void whatADeadRunLeftUnpublishedTheNextPublishes() {
    assertTrue(record(NIGHT).done(NOTHING, 0, true, SourceFailures.NONE).published());
    assertFalse(
        record(NIGHT).done(NOTHING, 0, true, SourceFailures.NONE).published(),
        "it stands published");
    write();
    assertTrue(record(NIGHT).done(NOTHING, 0, true, SourceFailures.NONE).published());
    assertTrue(
        record(NIGHT.plusDays(1)).done(NOTHING, 0, true, SourceFailures.NONE).published(),
        "another night");
    assertEquals(3, lake.read(Publication.TABLE).count());
  }

  @Test
  void aPartOfANightIsNotPublished() {
    var wrote = new Runner.Outcome(Map.of(Kol.TABLE.name(), 1L), List.of());
    assertFalse(record(NIGHT).done(wrote, 0, false, SourceFailures.NONE).published());
    assertTrue(record(NIGHT).done(NOTHING, 0, true, SourceFailures.NONE).published());
  }

  @Test
  void aNightThatOnlyBeganKeepsEarlierOnesFromRunning() {
    record(NIGHT).refuseEarlierNight();
    record(NIGHT).begun();
    record(NIGHT).refuseEarlierNight();
    var fault =
        assertThrows(UserError.class, () -> record(NIGHT.minusDays(1)).refuseEarlierNight());
    assertTrue(fault.getMessage().startsWith("the lake already holds the night of 2026-06-28"));
  }

  @Test
  void howARunEndedStandsBesideItsBeginning() {
    RunRecord done = record(NIGHT);
    done.begun();
    done.done(NOTHING, 0, true, SourceFailures.NONE);
    RunRecord failed = record(NIGHT);
    failed.begun();
    failed.failed(new IllegalStateException("the disk is full\nmore"));
    assertEquals(
        List.of("begun null", "begun null", "done null", "failed illegalstateexception: the disk"),
        lake.read(Run.TABLE).select(Run.STATE.col(), Run.MESSAGE.col()).collectAsList().stream()
            .map(r -> r.getString(0) + " " + r.getString(1))
            .map(s -> s.replace(" is full", ""))
            .sorted()
            .toList());
  }

  @Test
  void whatAnEarlierRunFoundOfABatchIsNotToldByAPartThatDidNotLook() {
    var check =
        SparkFixture.spark()
            .sql(
                """
                select 3L as batch, 'x-api' as source, 'post' as rule, 'views' as column_name,
                  12L as rows, 0L as given, 0L as unreadable, 1L as batches_before,
                  12D as expected, true as drifted, 'withheld' as verdict
                """)
            .select(SourceCheck.TABLE.conform());
    lake.write(SourceCheck.TABLE, check, "batch = 3");
    assertEquals(List.of(), record(NIGHT).done(NOTHING, 3, false, SourceFailures.NONE).drift());
    var looked = new Runner.Outcome(Map.of(), List.of(SourceCheck.TABLE.name()));
    assertEquals(1, record(NIGHT).done(looked, 3, true, SourceFailures.NONE).drift().size());
  }

  @Test
  void fewerKolsThanBeforeAreReportedWhereASourceFailed() {
    write("array('x:1', 'x:2')", "array('x:3')");
    assertEquals(List.of(), record(NIGHT).done(NOTHING, 0, true, SourceFailures.NONE).failed());
    write("array('x:1')");
    var failure = new FailedSource("x-api", "x-api/2026-06-28/a.jsonl", "IOException: no ETag");
    List<String> failed =
        record(NIGHT).done(NOTHING, 0, true, new SourceFailures(List.of(failure))).failed();
    assertEquals(
        List.of(
            "source x-api failed: the storage did not give x-api/2026-06-28/a.jsonl (IOException:"
                + " no ETag); nothing of it was taken in and its accounts stay as they were:"
                + " restore access to it, then run the night again",
            "1 accounts of 1 KOLs are published, after 3 accounts of 2 KOLs in the night of"
                + " 2026-06-28: run the night again once the failed sources can be read"),
        failed);
    assertEquals(
        1,
        record(NIGHT).done(NOTHING, 0, true, new SourceFailures(List.of(failure))).failed().size());
  }

  /** Writes KOLs of these accounts as the night's. */
  private void write(String... accounts) {
    var spark = SparkFixture.spark();
    var rows = spark.createDataFrame(List.of(), Kol.TABLE.schema());
    for (String of : accounts) {
      var row = spark.sql("select date'%s' as as_of, %s as accounts".formatted(NIGHT, of));
      rows = rows.unionByName(row, true);
    }
    lake.write(Kol.TABLE, rows, "true");
  }

  @Test
  void aLakeThatFailsDoesNotHideWhatFailedFirst() {
    lake.dieAt(Run.TABLE, false, true);
    var first = new IllegalStateException("the disk is full");
    record(NIGHT).failed(first);
    assertEquals(1, first.getSuppressed().length);
  }

  private RunRecord record(LocalDate night) {
    return new RunRecord(lake, "crawl", night, Instant.parse("2026-06-29T01:00:00Z"));
  }

  private void write() {
    lake.write(
        Kol.TABLE, SparkFixture.spark().createDataFrame(List.of(), Kol.TABLE.schema()), "true");
  }
}
