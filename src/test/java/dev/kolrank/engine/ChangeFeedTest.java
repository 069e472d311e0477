package dev.kolrank.engine;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.silver.ActivityDay;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers follow feature tables by Delta's change feed, as the page for ML teams shows. */
class ChangeFeedTest {
  @TempDir private Path folder;

  @Test
  void aReaderSeesWhatCameSinceTheVersionItKnows() {
    var lake = new DeltaLake(SparkFixture.spark(), folder.toString());
    night(lake, "2026-06-27", "('k1', 10L), ('k2', 20L)");
    long known = lake.version(KolFeature.TABLE).orElseThrow();
    night(lake, "2026-06-28", "('k1', 11L), ('k3', 30L)");
    assertEquals(
        List.of("insert 2026-06-28 k1 11", "insert 2026-06-28 k3 30"), changes(lake, known + 1));
    night(lake, "2026-06-28", "('k1', 12L), ('k3', 30L)");
    List<String> again = changes(lake, known + 2);
    assertEquals(
        List.of("delete 2026-06-28 k1 11", "insert 2026-06-28 k1 12"),
        again.stream().filter(c -> c.contains("k1")).toList());
  }

  @Test
  void aCopyThatFollowsTheFeedIsTheTable() {
    var lake = new DeltaLake(SparkFixture.spark(), folder.toString());
    night(lake, "2026-06-27", "('k1', 10L), ('k2', 20L)");
    long known = lake.version(KolFeature.TABLE).orElseThrow();
    Dataset<Row> copy = lake.read(KolFeature.TABLE).localCheckpoint();
    night(lake, "2026-06-28", "('k1', 11L), ('k3', 30L)");
    // k3 is another's account after all
    night(lake, "2026-06-28", "('k1', 12L)");
    assertEquals(
        List.of("2026-06-27 k1 10", "2026-06-27 k2 20", "2026-06-28 k1 12"),
        rows(followed(lake, copy, known)));
    assertEquals(
        rows(copy), rows(followed(lake, copy, lake.version(KolFeature.TABLE).orElseThrow())));
  }

  /** The reader of the page for ML teams. */
  private static Dataset<Row> followed(DeltaLake lake, Dataset<Row> copy, long known) {
    long newest = lake.version(KolFeature.TABLE).orElseThrow();
    if (newest == known) {
      return copy;
    }
    Dataset<Row> changes =
        lake.spark()
            .read()
            .format("delta")
            .option("readChangeFeed", "true")
            .option("startingVersion", known + 1)
            .option("endingVersion", newest)
            .load(lake.path(KolFeature.TABLE))
            .where("_change_type <> 'update_preimage'");
    var last =
        Window.partitionBy("as_of", "kol_id")
            .orderBy(col("_commit_version").desc(), col("_change_type").equalTo("delete"));
    Dataset<Row> now =
        changes.withColumn("place", row_number().over(last)).where("place = 1").drop("place");
    return copy.join(now, List.of("as_of", "kol_id").toArray(String[]::new), "left_anti")
        .unionByName(
            now.where("_change_type <> 'delete'")
                .drop("_change_type", "_commit_version", "_commit_timestamp"));
  }

  private static List<String> rows(Dataset<Row> features) {
    return features
        .selectExpr("as_of || ' ' || kol_id || ' ' || followers")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void mergesOfSilverMarkRowsInsteadOfWritingFilesAnew() {
    var lake = new DeltaLake(SparkFixture.spark(), folder.toString());
    var spark = SparkFixture.spark();
    for (int posts : List.of(1, 2)) {
      String row =
          "select 'x:1' as account_uid, date'2026-06-28' as day, %dL as posts".formatted(posts);
      lake.write(ActivityDay.TABLE, conformed(ActivityDay.TABLE, spark.sql(row)), "");
    }
    assertEquals(
        "true",
        spark
            .sql("show tblproperties delta.`%s`".formatted(lake.path(ActivityDay.TABLE)))
            .where(col("key").equalTo("delta.enableDeletionVectors"))
            .first()
            .getString(1));
    assertEquals(2, lake.read(ActivityDay.TABLE).first().<Long>getAs("posts"));
  }

  private static void night(DeltaLake lake, String asOf, String rows) {
    Dataset<Row> night =
        lake.spark()
            .sql(
                "select date'%s' as as_of, kol_id, followers from values %s as t(kol_id, followers)"
                    .formatted(asOf, rows));
    lake.write(
        KolFeature.TABLE, conformed(KolFeature.TABLE, night), "as_of = DATE'%s'".formatted(asOf));
  }

  private static Dataset<Row> conformed(Table table, Dataset<Row> rows) {
    return rows.sparkSession()
        .createDataFrame(List.of(), table.schema())
        .unionByName(rows, true)
        .select(table.conform());
  }

  private static List<String> changes(DeltaLake lake, long from) {
    return lake
        .spark()
        .read()
        .format("delta")
        .option("readChangeFeed", "true")
        .option("startingVersion", from)
        .load(lake.path(KolFeature.TABLE))
        .select("_change_type", "as_of", "kol_id", "followers")
        .collectAsList()
        .stream()
        .map(r -> "%s %s %s %s".formatted(r.get(0), r.get(1), r.get(2), r.get(3)))
        .sorted()
        .collect(Collectors.toList());
  }
}
