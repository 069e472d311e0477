package dev.kolrank.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.engine.Night;
import dev.kolrank.engine.Progress;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Columns;
import dev.kolrank.table.Tables;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.BlockingRule;
import dev.kolrank.table.identity.Cluster;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.identity.PairLikeness;
import dev.kolrank.table.silver.Account;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/** A night that compares only what changed ends as one that compares all with its parameters. */
final class IncrementalIdentityTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
  private static final String[] SYLLABLES = {
    "bra", "dul", "fim", "gop", "hek", "jor", "kiv", "lam", "mur", "nes", "pov", "qua", "rix",
    "sol", "tev", "wug", "yan", "zip"
  };

  private static final List<Table> COMPARED =
      List.of(
          MatchBasis.TABLE,
          MatchParameter.TABLE,
          PairLikeness.TABLE,
          BlockingRule.TABLE,
          AccountPair.TABLE,
          KolAccount.TABLE,
          Cluster.TABLE);

  /** What a night starts from beside the accounts; the likeness of pairs is not among it. */
  private static final List<Table> BEFORE =
      List.of(
          MatchBasis.TABLE,
          NamePart.TABLE,
          MatchParameter.TABLE,
          AccountPair.TABLE,
          KolAccount.TABLE,
          Cluster.TABLE);

  private final MemoryLake lake = new MemoryLake();
  private final TreeMap<String, Row> accounts = new TreeMap<>();

  @Test
  void everyNightEndsAsIfAllPairsHadBeenComparedAnew() {
    for (int person = 0; person < 50; person++) {
      put("x", person, name(person), null, 1_000 + person);
      put("weibo", person, null, name(person) + (person % 3 == 0 ? "official" : ""), 500);
    }
    assertAsInFull(0, true);

    put("x", 3, name(3) + "tv", null, 1_003);
    put("weibo", 7, null, name(8), 500);
    put("x", 60, name(7), "Somebody else", 10);
    accounts.remove("weibo:11");
    accounts.remove("x:12");
    Dataset<Row> before = lake.read(PairLikeness.TABLE).localCheckpoint();
    assertAsInFull(1, false);
    long kept = kept(before);
    assertTrue(kept > 0 && kept < before.count(), kept + " of " + before.count() + " are kept");

    put("x", 12, name(12), null, 1_012);
    put("x", 5, name(5), null, 1_009);
    killAt(AccountPair.TABLE, true, 2);
    assertAsInFull(2, false);

    put("weibo", 20, null, name(20) + "vlog", 900);
    killAt(NamePart.TABLE, false, 3);
    accounts.remove("weibo:21");
    assertAsInFull(4, true);

    for (int person = 70; person < 80; person++) {
      put("x", person, name(person), null, 1_000 + person);
    }
    assertAsInFull(5, true);
  }

  @Test
  void aNightThatFittedAndIsRunAgainEndsAsIfItHadSeenAllAtOnce() {
    for (int person = 0; person < 30; person++) {
      put("x", person, name(person), null, 1_000 + person);
      put("weibo", person, null, name(person), 500);
    }
    assertAsInFull(0, true);
    for (int late = 100; late < 140; late++) {
      put("x", late, name(late % 30) + "late", null, 10);
    }
    Dataset<Row> before = lake.read(PairLikeness.TABLE).localCheckpoint();
    assertAsInFull(0, true);
    assertEquals(0, kept(before), "the names' letters are others, so no pair compares as before");
    assertAsInFull(0, true);
  }

  @Test
  void whatDidNotChangeIsCarriedOver() {
    for (int person = 0; person < 20; person++) {
      put("x", person, name(person), null, 1_000);
      put("weibo", person, null, name(person), 500);
    }
    night(lake, 0);
    Dataset<Row> marked =
        lake.read(PairLikeness.TABLE)
            .withColumn(PairLikeness.LEVELS.name(), map(lit("bio"), lit("same")));
    lake.write(PairLikeness.TABLE, marked.localCheckpoint(), "");
    put("weibo", 4, null, name(4), 90_000);
    night(lake, 1);
    Column isMarked = functions.map_contains_key(PairLikeness.LEVELS.col(), "bio");
    Column touched =
        AccountPair.LEFT_UID
            .col()
            .equalTo("weibo:4")
            .or(AccountPair.RIGHT_UID.col().equalTo("weibo:4"));
    Dataset<Row> pairs = lake.read(PairLikeness.TABLE);
    assertEquals(0, pairs.where(touched.and(isMarked)).count(), "they changed");
    assertTrue(pairs.where(touched).count() > 0);
    assertTrue(pairs.where(isMarked).count() > 0, "nothing was carried over");
    assertEquals(
        0,
        pairs.where(functions.not(touched).and(functions.not(isMarked))).count(),
        "pairs were compared again of which nothing changed");
  }

  /** Runs the night here, and anew from what was before; both must leave the same. */
  private void assertAsInFull(int night, boolean fits) {
    var full = new MemoryLake();
    for (Table table : BEFORE) {
      Dataset<Row> rows = lake.read(table);
      String slice = table.slice().orElseThrow().name();
      full.write(table, rows.where(col(slice).lt(lit(date(night)))), "");
    }
    night(lake, night);
    night(full, night);
    for (Table table : COMPARED) {
      assertEquals(rows(full, table, night), rows(lake, table, night), night + ": " + table);
    }
    Date fittedOn =
        lake.read(MatchBasis.TABLE)
            .where(Columns.AS_OF.col().equalTo(lit(date(night))))
            .select(MatchBasis.FITTED_ON.col())
            .first()
            .getDate(0);
    assertEquals(fits, fittedOn.equals(date(night)), "night " + night + " fits anew");
  }

  private void killAt(Table table, boolean afterItsCommit, int night) {
    lake.dieAt(table, afterItsCommit, true);
    assertThrows(MemoryLake.Death.class, () -> night(lake, night));
    lake.revive();
  }

  private long kept(Dataset<Row> before) {
    String[] key = {
      AccountPair.LEFT_UID.name(), AccountPair.RIGHT_UID.name(), PairLikeness.DIGEST.name()
    };
    return before.join(lake.read(PairLikeness.TABLE), key, "left_semi").count();
  }

  private static List<String> rows(MemoryLake lake, Table table, int night) {
    Dataset<Row> rows = lake.read(table);
    return (table.slice().isPresent()
            ? rows.where(col(table.slice().get().name()).equalTo(lit(date(night))))
            : rows)
        .collectAsList().stream().map(Row::json).sorted().toList();
  }

  private void night(MemoryLake into, int number) {
    into.write(Account.TABLE, accounts(), "");
    List<Row> gone =
        into.read(Account.TABLE).select(Columns.ACCOUNT_UID.col()).collectAsList().stream()
            .filter(row -> !accounts.containsKey(row.getString(0)))
            .toList();
    var key = new StructType().add(Columns.ACCOUNT_UID.name(), DataTypes.StringType);
    into.merge(Account.TABLE, accounts().limit(0), SparkFixture.spark().createDataFrame(gone, key));
    List<Step> steps = IdentitySteps.of(Settings.defaults());
    Set<Table> sources = new HashSet<>(Tables.STORED);
    steps.forEach(s -> sources.remove(s.output()));
    LocalDate asOf = FIRST.plusDays(number);
    var night = new Night("run" + number, asOf, 0, 0, "", "code");
    new Runner(into, Progress.SILENT, 1).run(Plan.of(sources, steps), night);
  }

  private static Date date(int night) {
    return Date.valueOf(FIRST.plusDays(night));
  }

  private Dataset<Row> accounts() {
    var schema =
        new StructType()
            .add(Columns.ACCOUNT_UID.name(), DataTypes.StringType)
            .add(Columns.PLATFORM.name(), DataTypes.StringType)
            .add(Account.ACCOUNT_ID.name(), DataTypes.StringType)
            .add(Account.HANDLE.name(), DataTypes.StringType)
            .add(Account.NAME.name(), DataTypes.StringType)
            .add(Account.FOLLOWERS.name(), DataTypes.LongType);
    Dataset<Row> given =
        SparkFixture.spark().createDataFrame(new ArrayList<>(accounts.values()), schema);
    Set<String> names = Set.of(schema.fieldNames());
    Column seen = lit("2026-06-01 00:00:00").cast(DataTypes.TimestampType);
    return given.select(
        Account.TABLE.fields().stream()
            .map(
                f ->
                    names.contains(f.name())
                        ? f.col()
                        : f.equals(Columns.FIRST_SEEN) || f.equals(Columns.LAST_SEEN)
                            ? seen.as(f.name())
                            : f.equals(Columns.SEEN)
                                ? map().cast(f.type()).as(f.name())
                                : lit(null).cast(f.type()).as(f.name()))
            .toArray(Column[]::new));
  }

  private void put(String platform, int id, String handle, String name, long followers) {
    String uid = platform + ":" + id;
    accounts.put(
        uid, RowFactory.create(uid, platform, String.valueOf(id), handle, name, followers));
  }

  private static String name(int person) {
    return SYLLABLES[person % 18]
        + SYLLABLES[(person * 7 + 3) % 17]
        + SYLLABLES[(person * 5 + person / 18) % 18];
  }
}
