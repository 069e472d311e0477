package dev.kolrank.job;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Progress;
import dev.kolrank.simulate.Simulation;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.gold.Kol;
import dev.kolrank.table.gold.KolRanking;
import dev.kolrank.table.gold.ScoreContribution;
import dev.kolrank.table.gold.Validation;
import dev.kolrank.table.models.Sentiment;
import dev.kolrank.table.ops.Redelivery;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Comment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole night over a small invented world with broken files in it, and what follows it. */
final class NightlyGoldenTest {
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}_-]+");
  private static final LocalDate NIGHT = LocalDate.parse("2026-06-28");

  @TempDir private static Path folder;
  private static Summary first;
  private static DeltaLake lake;

  @BeforeAll
  static void runOneNight() throws IOException {
    new Simulation(40, 60, 11, NIGHT, 2, 7).writeTo(folder);
    Path day = folder.resolve("crawl/x-api/" + NIGHT);
    Files.writeString(day.resolve("cut.jsonl"), "{\"data\":[{\"id\":\"1\",\"te");
    Files.write(day.resolve("half.json.gz"), new byte[] {31, -117, 8, 0, 0, 0, 0, 0, 0, 3, 75});
    Files.write(day.resolve("garbage.json"), new byte[] {0, 1, 2, 3, 127, -1, -2, 0});
    lake = new DeltaLake(SparkFixture.spark(), folder.resolve("lake").toString());
    first = night(lake.root());
  }

  private static Summary night(String root) {
    return night(root, folder.resolve("crawl"));
  }

  private static Summary night(String root, Path crawl) {
    var request =
        new Nightly.Request(
            Settings.defaults(), crawl.toString(), true, root, Optional.empty(), Optional.empty());
    return Nightly.prepare(request).run(SparkFixture.spark(), Progress.SILENT);
  }

  @Test
  void everyTableIsWrittenAndPublished() {
    assertTrue(first.published());
    assertEquals(NIGHT, first.asOf());
    for (Table table : Tables.STORED) {
      boolean isLater =
          List.of(Redelivery.TABLE, Validation.TABLE, Sentiment.TABLE).contains(table);
      assertTrue(isLater || lake.version(table).isPresent(), table + " is missing");
    }
  }

  @Test
  void everyRecordIsObservedOrRejected() {
    Row sums =
        lake.read(IngestedFile.TABLE)
            .agg(sum("records"), sum("observed"), sum("rejected"), sum("rejects"))
            .first();
    assertEquals(sums.getLong(0), sums.getLong(1) + sums.getLong(2));
    assertEquals(lake.read(Reject.TABLE).count(), sums.getLong(3));
    assertTrue(sums.getLong(1) > 1_000);
  }

  @Test
  void brokenFilesAreQuarantinedWithFileLineAndReason() {
    Map<String, String> reasons = new TreeMap<>();
    for (Row row :
        lake.read(Reject.TABLE).select("source_file", "source_line", "reason").collectAsList()) {
      String file = row.getString(0).substring(row.getString(0).lastIndexOf('/') + 1);
      reasons.put(file, row.getString(2));
      assertTrue(row.getLong(1) >= 1);
    }
    assertEquals(
        List.of("cut.jsonl", "garbage.json", "half.json.gz"), List.copyOf(reasons.keySet()));
    assertTrue(reasons.get("garbage.json").contains("it is not text"), reasons.toString());
  }

  @Test
  void contributionsAddUpToTheScore() {
    Dataset<Row> sums =
        lake.read(ScoreContribution.TABLE).groupBy("kol_id").agg(sum("contribution").as("sum"));
    long apart =
        lake.read(KolRanking.TABLE)
            .where("list = 'overall'")
            .join(sums, "kol_id")
            .where(abs(col("sum").minus(col("score"))).gt(1e-9))
            .count();
    assertEquals(0, apart);
  }

  @Test
  void everyKolStandsInTheOverallListOnceInOrder() {
    List<Row> ranks =
        lake.read(KolRanking.TABLE)
            .where("list = 'overall'")
            .orderBy("rank")
            .select("rank", "score")
            .collectAsList();
    assertEquals(lake.read(Kol.TABLE).count(), ranks.size());
    for (int i = 0; i < ranks.size(); i++) {
      assertEquals(i + 1, ranks.get(i).getLong(0));
      assertTrue(i == 0 || ranks.get(i).getDouble(1) <= ranks.get(i - 1).getDouble(1));
    }
  }

  @Test
  void noCommentersNameOrIdIsStored() throws IOException {
    Set<String> commenters = commenters();
    Set<String> accounts = words(Account.TABLE);
    commenters.removeAll(accounts);
    assertTrue(commenters.size() > 500, commenters.size() + " people only comment");
    for (Table table : Tables.STORED) {
      Set<String> found = words(table);
      found.retainAll(commenters);
      assertEquals(Set.of(), found, table + " knows private people");
    }
    assertTrue(lake.read(Comment.TABLE).where("author_hash rlike '^[0-9a-f]{64}$'").count() > 500);
  }

  /** The names and ids that the crawl gives of those who comment. */
  private static Set<String> commenters() throws IOException {
    var told = Pattern.compile("\"(?:authorDisplayName|value|user_id|nickname)\":\"([^\"\\\\]+)\"");
    var found = new HashSet<String>();
    try (var files = Files.walk(folder.resolve("crawl"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*omment.*\\.gz")).toList()) {
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
          told.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .results()
              .map(m -> m.group(1))
              .filter(who -> !NO_WORD.matcher(who).find())
              .forEach(found::add);
        }
      }
    }
    return found;
  }

  /** Every word of every column of a table. */
  private static Set<String> words(Table table) {
    var words = new HashSet<String>();
    for (String row :
        lake.read(table).select(to_json(struct(col("*")))).as(Encoders.STRING()).collectAsList()) {
      words.addAll(List.of(NO_WORD.split(row)));
    }
    return words;
  }

  @Test
  void aSecondNightChangesNoRow() {
    Map<String, Long> versions = versions();
    Map<String, String> contents = contents(lake);
    Summary second = night(lake.root());
    assertFalse(second.published());
    assertTrue(second.outcome().written().isEmpty(), second.outcome().written().toString());
    assertEquals(versions, versions());
    assertEquals(contents, contents(lake));
  }

  @Test
  void theSameFilesUnderOtherTimesChangeNoRow() throws IOException {
    Path copy = folder.resolve("copy");
    try (var files = Files.walk(folder.resolve("crawl"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = copy.resolve(folder.resolve("crawl").relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        Files.setLastModifiedTime(target, FileTime.fromMillis(1_790_000_000_000L));
      }
    }
    Map<String, Long> versions = versions();
    Summary again = night(lake.root(), copy);
    assertEquals(0, again.files());
    assertFalse(again.published());
    assertEquals(versions, versions());
    assertEquals(lake.read(IngestedFile.TABLE).count(), lake.read(Redelivery.TABLE).count());
  }

  @Test
  void anotherLakeFromTheSameCrawlHoldsTheSameRows() {
    var other = new DeltaLake(SparkFixture.spark(), folder.resolve("other").toString());
    night(other.root());
    assertEquals(contents(lake), contents(other));
  }

  @Test
  void anEarlierNightIsRefused() {
    var request =
        new Nightly.Request(
            Settings.defaults(),
            folder.resolve("crawl").toString(),
            true,
            lake.root(),
            Optional.of(NIGHT.minusDays(1)),
            Optional.empty());
    var nightly = Nightly.prepare(request);
    var fault =
        assertThrows(UserError.class, () -> nightly.run(SparkFixture.spark(), Progress.SILENT));
    assertTrue(fault.getMessage().contains("already holds the night of " + NIGHT));
  }

  @Test
  void theQueryAnswersOverThePublishedNight() {
    var query = new Query(SparkFixture.spark(), lake.root());
    Row best =
        query
            .rows(
                "select rank, score, tier, platforms from gold.kol_ranking where list = 'overall'"
                    + " and rank = (select min(rank) from gold.kol_ranking)")
            .first();
    assertEquals(1, best.getLong(0));
    String kols = "delta.`%s`".formatted(lake.path(Kol.TABLE));
    for (String act :
        List.of(
            "drop table gold.kol",
            "insert into %1$s select * from %1$s".formatted(kols),
            "with k as (select * from gold.kol) insert into %s select * from k".formatted(kols),
            "from gold.kol insert into %s select *".formatted(kols),
            "execute immediate 'delete from %s'".formatted(kols),
            "with k as (select 1) delete from %s where true".formatted(kols),
            "insert overwrite directory '%s' using csv select 1".formatted(folder.resolve("x")))) {
      var fault = assertThrows(UserError.class, () -> query.rows(act), act);
      assertEquals(
          "only queries are answered: the tables are written by jobs alone", fault.getMessage());
    }
    assertTrue(query.rows("describe gold.kol").count() > 5);
    assertEquals(1, query.rows("with k as (select 1) select * from k").count());
    assertThrows(UserError.class, () -> query.rows("select * from gold.nothing"));
    assertThrows(UserError.class, () -> query.rows("selekt 1"));
  }

  private static Map<String, Long> versions() {
    var versions = new TreeMap<String, Long>();
    for (Table table : Tables.STORED) {
      if (Tables.isOfNights(table)) {
        versions.put(table.name(), lake.version(table).orElseThrow());
      }
    }
    return versions;
  }

  /** A digest of every row of every table, bit for bit, whatever their order. */
  private static Map<String, String> contents(DeltaLake of) {
    var contents = new TreeMap<String, String>();
    for (Table table : Tables.STORED) {
      if (Tables.isOfNights(table)) {
        Row digest =
            of.read(table)
                .select(to_json(struct(col("*"))).as("row"))
                .selectExpr("count(*)", "coalesce(sum(cast(xxhash64(row) as decimal(38))), 0)")
                .first();
        contents.put(table.name(), digest.toString());
      }
    }
    return contents;
  }
}
