package dev.kolrank.job.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.Table;
import dev.kolrank.table.Columns;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.ComparedPair;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names of every script are blocked, compared and linked by the real steps, not only folded. */
class ScriptsTest {
  /** Per script the name on one platform and on the other. */
  private static final Map<String, String[]> NAMES = new LinkedHashMap<>();

  static {
    NAMES.put("simplified and traditional", new String[] {"李柒乡村厨师", "李柒鄉村廚師"});
    NAMES.put("kana", new String[] {"さくらんぼ日記", "サクランボ日記 ✨"});
    NAMES.put("Korean", new String[] {"김은하 요리교실", "김은하요리교실"});
    NAMES.put("Cyrillic", new String[] {"Юлия Варламова", "ЮЛИЯ ВАРЛАМОВА"});
    NAMES.put("Arabic", new String[] {"مُحَمَّد الطبّاخ", "محمد الطباخ"});
    NAMES.put("emoji", new String[] {"🎮🍀🐝🌸", "🎮🍀🐝🌸"});
    NAMES.put("rare Han", new String[] {"𠮷野𡈽", "𠮷野𡈽"});
    NAMES.put("full width", new String[] {"Ｑｕｅｔｚａｌｗｏｒｋｓ", "quetzalworks"});
  }

  @Test
  void eachScriptsNamesMeetAreComparedAndLinked() {
    var world = new SmallWorld("weibo", "x");
    int id = 0;
    for (String[] names : NAMES.values()) {
      world.with("weibo", "1" + id, null, names[0], null).with("x", "1" + id, null, names[1], null);
      id++;
    }
    world.with("weibo", "77", null, "🎮🎸🎹🎺", null).with("x", "78", null, "🎲🎳🎴🎵", null);
    world.with("weibo", "70", null, "", null).with("x", "70", null, "", null);
    world.with("weibo", "71", null, null, null).with("x", "71", null, " ", null);
    IdentityTrial trial = world.run();
    Set<String> blocked = accounts(trial);
    Set<String> compared = pairs(trial, ComparedPair.TABLE);
    Map<String, String> clusters = trial.clusters();
    id = 0;
    for (String script : NAMES.keySet()) {
      String left = "weibo:1" + id;
      String right = "x:1" + id;
      assertTrue(blocked.contains(left) && blocked.contains(right), script + " is not blocked");
      assertTrue(compared.contains(left + " " + right), script + " is not compared");
      IdentityTrial.Scored pair = SmallWorld.pair(trial, left, right);
      assertNotNull(pair, script);
      assertTrue(pair.linked(), script + ": " + pair);
      assertTrue(SmallWorld.areOne(clusters, left, right), script + " is not clustered");
      id++;
    }
    assertApart(blocked, compared, clusters);
  }

  private static void assertApart(
      Set<String> blocked, Set<String> compared, Map<String, String> clusters) {
    assertTrue(!compared.contains("weibo:77 x:78"), "other emoji with the same first chars");
    for (String nameless : new String[] {"weibo:70", "x:70", "weibo:71", "x:71"}) {
      assertTrue(!blocked.contains(nameless), nameless + " has nothing to be found by");
      long alike = clusters.values().stream().filter(c -> c.equals(clusters.get(nameless))).count();
      assertEquals(1, alike, nameless + " is a person of its own");
    }
  }

  private static Set<String> accounts(IdentityTrial trial) {
    Set<String> accounts = new HashSet<>();
    trial
        .table(BlockKey.TABLE)
        .select(Columns.ACCOUNT_UID.col())
        .collectAsList()
        .forEach(r -> accounts.add(r.getString(0)));
    return accounts;
  }

  private static Set<String> pairs(IdentityTrial trial, Table table) {
    Set<String> pairs = new HashSet<>();
    trial
        .table(table)
        .select(AccountPair.LEFT_UID.col(), AccountPair.RIGHT_UID.col())
        .collectAsList()
        .forEach(r -> pairs.add(r.getString(0) + " " + r.getString(1)));
    return pairs;
  }
}
