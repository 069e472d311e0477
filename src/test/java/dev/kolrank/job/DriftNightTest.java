package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Progress;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.gold.Kol;
import dev.kolrank.table.ops.Audit;
import dev.kolrank.table.silver.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A source whose field is renamed fails alone, and comes in once its mapping knows the new name.
 */
final class DriftNightTest {
  private static final String MAPPING =
      """
      platform = %1$s
      describes = "Made-up posts of %1$s"
      rules = [
        { makes = post, set { post_id = id, account_id = owner, views = "%2$s", text = body },
          absent { "*" = "none" } },
        { makes = account, set { account_id = owner, followers = fans }, absent { "*" = "none" } }
      ]
      """;

  @TempDir private Path folder;
  private DeltaLake lake;

  @Test
  void aRenamedFieldWithholdsItsSourceAlone() throws IOException {
    lake = new DeltaLake(SparkFixture.spark(), folder.resolve("lake").toString());
    mapping("red", "views");
    mapping("blue", "views");
    crawl("red", "2026-06-01", "views", 100, "ok");
    crawl("blue", "2026-06-01", "views", 100, "ok");
    assertEquals(List.of(), night().drift());

    crawl("red", "2026-06-02", "plays", 200, "");
    crawl("blue", "2026-06-02", "views", 200, "ok");
    theSourceIsWithheldAndTheNightGoesOn(night());
    aRerunReadsItAgainAndChangesNothing(night());

    mapping("red", "coalesce(views, plays)");
    Summary mended = night();
    assertEquals(List.of(), mended.drift());
    assertEquals(2, mended.files());
    assertTrue(mended.published());
    assertEquals(List.of("1 blue", "1 red", "2 blue", "3 red", "3 red"), ledger());
    assertEquals(List.of("blue 200", "red 200"), views());
    assertEquals(2, lake.read(Reject.TABLE).count());
  }

  private void theSourceIsWithheldAndTheNightGoesOn(Summary night) {
    assertTrue(night.published());
    assertEquals(1, night.files());
    assertEquals(
        List.of(
            "source red: views of \"post\" is missing in 100 % of 12 rows, in 0 % in the batch"
                + " before; nothing of it was taken in and its accounts stay as they were: mend its"
                + " mapping or its crawler, or accept the change by drift.accept = [\"red\"] in the"
                + " settings, then run the night again"),
        night.drift());
    assertEquals(List.of("1 blue", "1 red", "2 blue"), ledger());
    assertEquals(List.of("blue 200", "red 100"), views());
    assertEquals(0, lake.read(PostObservation.TABLE).where("source = 'red' and batch > 1").count());
    assertEquals(0, lake.read(Reject.TABLE).count());
    assertEquals(8, lake.read(Kol.TABLE).where("as_of = date'2026-06-02'").count());
    assertEquals(
        List.of(
            "source blue gives what its batches before let expect: 0",
            "source red gives what its batches before let expect: 1",
            "source red: views of \"post\" is missing in 100 % of 12 rows, in 0 % in the batch"
                + " before: 12"),
        texts(
            Audit.TABLE,
            "as_of = date'2026-06-02' and rule rlike '^source (red|blue)'",
            "rule || ': ' || violations"));
  }

  private void aRerunReadsItAgainAndChangesNothing(Summary rerun) throws IOException {
    assertEquals(1, rerun.drift().size());
    assertEquals(0, rerun.files());
    assertEquals(List.of("1 blue", "1 red", "2 blue"), ledger());
    assertTrue(
        rerun.outcome().written().keySet().stream().allMatch(t -> t.startsWith("bronze.")),
        rerun.outcome().written().toString());
    Summary again = night();
    assertEquals(1, again.drift().size());
    assertTrue(again.outcome().written().isEmpty(), again.outcome().written().toString());
    assertFalse(again.published());
  }

  @Test
  void aSourceThatDoesNotExistCannotBeAccepted() throws IOException {
    mapping("red", "views");
    crawl("red", "2026-06-01", "views", 100, "ok");
    var fault = assertThrows(UserError.class, () -> prepared("accept = [rde]"));
    assertEquals("drift.accept names no source folder: rde", fault.getMessage());
    fault = assertThrows(UserError.class, () -> prepared("lost-values = 2.0"));
    assertTrue(fault.getMessage().startsWith("drift.lost-values must be above 0"));
  }

  /** Twelve posts of four accounts; a last line of something else where {@code end} is empty. */
  private void crawl(String source, String day, String field, int count, String end)
      throws IOException {
    Path file = folder.resolve("crawl/%s/%s/a.jsonl".formatted(source, day));
    Files.createDirectories(file.getParent());
    String posts =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "{\"id\":\"p%d\",\"owner\":\"u%d\",\"fans\":900,\"%s\":%d,\"body\":\"soup\"}\n"
                        .formatted(i, i % 4, field, count))
            .collect(Collectors.joining());
    Files.writeString(file, posts);
    if (end.isEmpty()) {
      Files.writeString(file.resolveSibling("b.jsonl"), "[broken\n");
    }
  }

  private void mapping(String source, String views) throws IOException {
    Path file = folder.resolve("connectors/%s.conf".formatted(source));
    Files.createDirectories(file.getParent());
    Files.writeString(file, MAPPING.formatted(source, views));
  }

  private Summary night() throws IOException {
    return prepared("least-values = 5, least-batches = 1")
        .run(SparkFixture.spark(), Progress.SILENT);
  }

  private Nightly prepared(String drift) throws IOException {
    Path conf = folder.resolve("my.conf");
    Files.writeString(
        conf,
        "crawl.connectors = \"%s\"\ndrift { %s }\n".formatted(folder.resolve("connectors"), drift));
    return Nightly.prepare(
        new Nightly.Request(
            Settings.load(Optional.of(conf)),
            folder.resolve("crawl").toString(),
            false,
            lake == null ? "" : lake.root(),
            Optional.empty(),
            Optional.empty()));
  }

  private List<String> ledger() {
    return texts(IngestedFile.TABLE, "true", "batch || ' ' || source");
  }

  private List<String> views() {
    return texts(Post.TABLE, "true", "platform || ' ' || views").stream().distinct().toList();
  }

  private List<String> texts(Table table, String where, String expression) {
    return lake.read(table).where(where).selectExpr(expression).collectAsList().stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }
}
