package dev.kolrank.job;

import static org.apache.spark.sql.functions.rand;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.KolFeature;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Labels get what was known at their time, never what came later. */
final class TrainingSetTest {
  private static final String NIGHTS =
      """
      select * from values
        (date'2026-06-20', 'x:1', 100L, 1L),
        (date'2026-06-25', 'x:1', 200L, null),
        (date'2026-06-28', 'x:1', 999L, 999L),
        (date'2026-06-25', 'x:2', 5L, 5L)
        as t(as_of, account_uid, followers, posts_28d)
      """;

  @Test
  void anEventGetsTheNewestNightThatHadEndedByThen() {
    assertEquals(
        List.of(
            "[a,x:1,null,null,null]",
            "[b,x:1,2026-06-20,100,1]",
            "[c,x:1,2026-06-20,100,1]",
            "[d,x:1,2026-06-25,200,null]",
            "[e,x:1,2026-06-25,200,null]",
            "[f,x:2,2026-06-25,5,5]",
            "[g,x:9,null,null,null]"),
        joined(
            """
            select * from values
              ('a', 'x:1', timestamp'2026-06-20 23:59:59'),
              ('b', 'x:1', timestamp'2026-06-21 00:00:00'),
              ('c', 'x:1', timestamp'2026-06-25 12:00:00'),
              ('d', 'x:1', timestamp'2026-06-26 00:00:00'),
              ('e', 'x:1', timestamp'2026-06-28 23:59:59'),
              ('f', 'x:2', timestamp'2027-01-01 00:00:00'),
              ('g', 'x:9', timestamp'2027-01-01 00:00:00')
              as t(label, account_uid, event_time)
            """));
  }

  /** Labels come from joins and shuffles; each keeps its own answer, equal ones included. */
  @Test
  void labelsKeepTheirFeaturesHoweverTheyLie() {
    var spark = SparkFixture.spark();
    Dataset<Row> labels =
        spark
            .sql(
                """
                select id as label, if(id % 2 = 0, 'x:1', 'x:2') as account_uid,
                  timestamp'2026-06-27 00:00:00' as event_time from range(40)
                """)
            .repartition(7, rand(5));
    List<Row> rows = new TrainingSet(lake(NIGHTS)).of(labels, List.of("followers")).collectAsList();
    assertEquals(40, rows.size());
    for (Row row : rows) {
      assertEquals(row.getLong(0) % 2 == 0 ? 200 : 5, row.<Long>getAs("followers"), row.toString());
    }
  }

  /** Whatever a later night says, rows of before it do not change. */
  @Test
  void plantedFutureRowsLeakIntoNoEarlierEvent() {
    String labels =
        """
        select concat('l', id) as label, if(id % 2 = 0, 'x:1', 'x:2') as account_uid,
          timestamp'2026-06-18 06:00:00' + make_interval(0, 0, 0, 0, id * 11) as event_time
        from range(30)
        """;
    List<Row> before = rows(lake(NIGHTS), labels);
    for (String night : List.of("2026-06-26", "2026-06-27", "2026-06-30")) {
      String planted =
          NIGHTS
              + " union all select date'%1$s', 'x:1', 31337L, 31337L union all select date'%1$s', 'x:2', 31337L, 31337L"
                  .formatted(night);
      List<Row> after = rows(lake(planted), labels);
      for (int i = 0; i < before.size(); i++) {
        Row row = after.get(i);
        boolean ended =
            !row.getTimestamp(2)
                .toInstant()
                .isBefore(
                    LocalDate.parse(night).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        assertTrue(ended || row.equals(before.get(i)), () -> "leaked into " + row);
        assertTrue(
            ended || !"31337".equals(String.valueOf(row.get(4))), () -> "leaked into " + row);
      }
      assertTrue(
          after.stream().anyMatch(r -> "31337".equals(String.valueOf(r.get(4))))
              || night.equals("2026-06-30"));
    }
  }

  @Test
  void faultsAreToldWithWhatToMend() {
    assertFault("either a column account_uid or a column kol_id", "select 1 as label");
    assertFault("need a column event_time", "select 'x:1' as account_uid");
    assertFault(
        "a column followers already",
        "select 'x:1' as account_uid, timestamp'2026-06-28 00:00:00' as event_time, 1 as"
            + " followers");
    var set = new TrainingSet(lake(NIGHTS));
    var labels =
        SparkFixture.spark()
            .sql("select 'x:1' as account_uid, timestamp'2026-06-28 00:00:00' as event_time");
    var fault = assertThrows(UserError.class, () -> set.of(labels, List.of("folowers")));
    assertTrue(fault.getMessage().contains("has no feature folowers"), fault.getMessage());
    assertThrows(UserError.class, () -> set.of(labels, List.of("as_of")));
    assertThrows(UserError.class, () -> set.of(labels, List.of()));
  }

  @Test
  void kolsHaveTheirOwnFeatures() {
    var lake = new MemoryLake();
    var spark = SparkFixture.spark();
    lake.write(
        KolFeature.TABLE,
        conformed(
            KolFeature.TABLE,
            spark.sql("select date'2026-06-20' as as_of, 'k1' as kol_id, 0.5D as topic_breadth")),
        "");
    var labels = spark.sql("select 'k1' as kol_id, timestamp'2026-06-28 00:00:00' as event_time");
    Row row = new TrainingSet(lake).of(labels, List.of("topic_breadth")).first();
    assertEquals(0.5, row.getDouble(3));
  }

  private static void assertFault(String words, String labels) {
    var fault = assertThrows(UserError.class, () -> rows(lake(NIGHTS), labels));
    assertTrue(fault.getMessage().contains(words), fault.getMessage());
  }

  private static List<String> joined(String labels) {
    return rows(lake(NIGHTS), labels).stream()
        .map(r -> "[%s,%s,%s,%s,%s]".formatted(r.get(0), r.get(1), r.get(3), r.get(4), r.get(5)))
        .toList();
  }

  private static List<Row> rows(MemoryLake lake, String labels) {
    return new TrainingSet(lake)
        .of(SparkFixture.spark().sql(labels), List.of("followers", "posts_28d"))
        .collectAsList();
  }

  private static MemoryLake lake(String nights) {
    var lake = new MemoryLake();
    lake.write(
        AccountFeature.TABLE,
        conformed(AccountFeature.TABLE, SparkFixture.spark().sql(nights)),
        "");
    return lake;
  }

  private static Dataset<Row> conformed(Table table, Dataset<Row> rows) {
    return rows.sparkSession()
        .createDataFrame(List.of(), table.schema())
        .unionByName(rows, true)
        .select(table.conform());
  }
}
