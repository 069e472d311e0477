package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.DeclaredPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Pairs come from common keys; several keys of the same accounts tell what one does. */
final class CandidatePairsTest {
  private final SparkSession spark = SparkFixture.spark();
  private final List<Row> keys = new ArrayList<>();
  private final List<Row> declared = new ArrayList<>();

  @Test
  void keysOfTheSameAccountsBringThePairOnceWithAllTheirRules() {
    key(Blocking.HANDLE_KEY, "anna", "x:1", "weibo:1");
    key(Blocking.HANDLE_KEY, "annam", "x:1", "weibo:1");
    key(Blocking.NAME_KEY, "annam", "x:1", "weibo:1");
    key(Blocking.BIO_SHINGLE, "17", "x:1", "weibo:1");
    assertEquals(
        Map.of("weibo:1 x:1", "[bio_shingle, handle_key, name_key] 0 rivals 0 posts"), pairs());
  }

  @Test
  void theRarestNameTellsHowManyRivalsThereAre() {
    key(Blocking.HANDLE_KEY, "anna", "x:1", "x:2", "x:3", "weibo:1");
    key(Blocking.HANDLE_KEY, "annamu", "x:1", "x:2", "weibo:1");
    Map<String, String> pairs = pairs();
    assertEquals("[handle_key] 1 rivals 0 posts", pairs.get("weibo:1 x:1"));
    assertEquals("[handle_key] 2 rivals 0 posts", pairs.get("weibo:1 x:3"));
    assertEquals("[control] 0 rivals 0 posts", pairs.get("x:1 x:2"));
    assertEquals("[control] 1 rivals 0 posts", pairs.get("x:2 x:3"));
    assertEquals(6, pairs.size());
  }

  @Test
  void everySharedPostCounts() {
    key(Blocking.SHARED_POST, "1", "x:1", "weibo:1");
    key(Blocking.SHARED_POST, "2", "x:1", "weibo:1");
    key(Blocking.SHARED_POST, "3", "x:1", "x:2");
    assertEquals(Map.of("weibo:1 x:1", "[shared_post] 100 rivals 2 posts"), pairs());
  }

  @Test
  void whatThreeOfOnePlatformPostIsACampaign() {
    key(Blocking.SHARED_POST, "1", "x:1", "x:2", "x:3", "weibo:1");
    key(Blocking.SHARED_POST, "2", "x:1", "x:2", "weibo:1");
    assertEquals("[shared_post] 100 rivals 1 posts", pairs().get("weibo:1 x:1"));
    assertEquals("[shared_post] 100 rivals 0 posts", pairs().get("weibo:1 x:3"));
  }

  @Test
  void aKeyOfTooManyBringsNobody() {
    String[] many = new String[Blocking.BIO_SHINGLE.largest() + 1];
    for (int i = 0; i < many.length; i++) {
      many[i] = (i % 2 == 0 ? "x:" : "weibo:") + i;
    }
    key(Blocking.BIO_SHINGLE, "17", many);
    assertEquals(Map.of(), pairs());
  }

  @Test
  void whoSaysSoIsAmongTheRules() {
    declare("weibo:1", "x:1", "bio", "mutual", "same_link");
    declare("weibo:2", "x:2", "description", "must_link");
    declare("weibo:3", "x:3", "cannot_link");
    assertEquals(
        Map.of(
            "weibo:1 x:1", "[cited_profile, external_link] 100 rivals 0 posts",
            "weibo:2 x:2", "[cited_profile, override] 100 rivals 0 posts",
            "weibo:3 x:3", "[override] 100 rivals 0 posts"),
        pairs());
  }

  private void declare(String left, String right, String... evidence) {
    declared.add(RowFactory.create(left, right, evidence, 1.0, true));
  }

  private void key(Blocking rule, String key, String... accounts) {
    for (String account : accounts) {
      String platform = account.substring(0, account.indexOf(':'));
      long holders = new TreeSet<>(List.of(accounts)).size();
      keys.add(RowFactory.create(rule.family(), rule.rule(), key, account, platform, holders));
    }
  }

  private Map<String, String> pairs() {
    Dataset<Row> declared = spark.createDataFrame(this.declared, DeclaredPair.TABLE.schema());
    Map<String, String> pairs = new TreeMap<>();
    for (Row row :
        CandidatePairs.of(spark.createDataFrame(keys, BlockKey.TABLE.schema()), declared, 100)
            .select("left_uid", "right_uid", "rules", "rivals", "shared_posts")
            .collectAsList()) {
      pairs.put(
          row.getString(0) + " " + row.getString(1),
          "%s %d rivals %d posts".formatted(row.getList(2), row.getLong(3), row.getLong(4)));
    }
    return pairs;
  }
}
