package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * Replays nights of several seeds side by side, giving ids and telling what became of them: ids
 * move only where people do, none is ever given again, and each change is told with its cause.
 */
class LastingIdsTest {
  private static final int NIGHTS = 30;
  private static final int SEEDS = 4;

  /** Of how many nights one is told; to tell all would take twice as long. */
  private static final int TELLING = 5;

  private final List<RestlessPeople> worlds =
      IntStream.rangeClosed(1, SEEDS).mapToObj(RestlessPeople::new).toList();

  /** The KOL that each account had when it was last there. */
  private final Map<String, String> last = new TreeMap<>();

  /** Every id that was ever given. */
  private final Set<String> ever = new TreeSet<>();

  private Map<List<String>, String> lastLinks = Map.of();

  private int kept;
  private int merged;
  private int split;
  private int causes;

  @Test
  void idsMoveOnlyWherePeopleDo() {
    for (int night = 0; night < NIGHTS; night++) {
      int tonight = night;
      worlds.forEach(world -> world.live(tonight));
      Map<List<String>, String> links = new HashMap<>();
      worlds.forEach(world -> links.putAll(world.links(tonight)));
      Map<String, String> now = resolve(night);
      judge(night, now);
      if (night % TELLING == 0) {
        var changes = new ChangesOfNight(Map.copyOf(last), now, lastLinks, links);
        assertEquals(changes.expected(), changes.told(), "night " + night);
        causes += changes.explained();
      }
      last.putAll(now);
      ever.addAll(now.values());
      lastLinks = links;
    }
    int returned = worlds.stream().mapToInt(RestlessPeople::returned).sum();
    assertTrue(
        kept > 800 && merged > 20 && split > 20 && returned > 20 && causes > 8,
        () ->
            "too little happened: %d %d %d %d %d".formatted(kept, merged, split, returned, causes));
  }

  /** Tonight's ids of all keys that are there, those of a person being one cluster. */
  private Map<String, String> resolve(int night) {
    List<Row> members = new ArrayList<>();
    for (Set<String> keys : persons(night)) {
      String cluster = keys.iterator().next();
      keys.forEach(key -> members.add(RowFactory.create(key, cluster)));
    }
    List<Row> before = new ArrayList<>();
    last.forEach((account, id) -> before.add(RowFactory.create(account, id)));
    List<Row> given = new ArrayList<>();
    ever.forEach(id -> given.add(RowFactory.create("", id)));
    Dataset<Row> clustered = frame(members, Clusters.CLUSTER);
    Dataset<Row> ids =
        KolIds.of(clustered, frame(before, KOL_ID.name()), frame(given, KOL_ID.name()));
    Map<String, String> byCluster = new TreeMap<>();
    for (Row row : ids.collectAsList()) {
      String cluster = row.getAs(Clusters.CLUSTER);
      assertNull(byCluster.put(cluster, row.getAs(KOL_ID.name())), () -> "two ids: " + cluster);
    }
    Map<String, String> now = new TreeMap<>();
    members.forEach(row -> now.put(row.getString(0), byCluster.get(row.getString(1))));
    assertFalse(now.containsValue(null), "every account has an id");
    return now;
  }

  private Set<Set<String>> persons(int night) {
    Set<Set<String>> persons = new LinkedHashSet<>();
    worlds.forEach(world -> world.persons(night).forEach(p -> persons.add(world.keys(p))));
    return persons;
  }

  private static Dataset<Row> frame(List<Row> rows, String second) {
    var schema =
        new StructType()
            .add(ACCOUNT_UID.name(), DataTypes.StringType)
            .add(second, DataTypes.StringType);
    return SparkFixture.spark().createDataFrame(rows, schema);
  }

  /** Holds tonight's ids against those that the accounts had when they were last there. */
  private void judge(int night, Map<String, String> now) {
    Map<String, Set<String>> kols = new TreeMap<>();
    now.forEach((account, id) -> kols.computeIfAbsent(id, k -> new TreeSet<>()).add(account));
    Set<Set<String>> persons = persons(night);
    for (Map.Entry<String, Set<String>> kol : kols.entrySet()) {
      Set<String> members = kol.getValue();
      Set<String> before = ids(members);
      Set<String> rivals = new HashSet<>(before);
      rivals.removeIf(id -> members.containsAll(holders(id, now.keySet())));
      String told = "night %d: %s of %s".formatted(night, kol, before);
      assertTrue(before.contains(kol.getKey()) || !ever.contains(kol.getKey()), told);
      if (!before.isEmpty() && rivals.isEmpty()) {
        assertEquals(mostHeld(before, members), kol.getKey(), told);
        kept += before.size() == 1 ? 1 : 0;
        merged += before.size() > 1 ? 1 : 0;
      }
      assertTrue(persons.contains(members), told);
    }
    for (String id : new TreeSet<>(last.values())) {
      Set<String> holders = holders(id, now.keySet());
      Set<String> heirs = new TreeSet<>();
      holders.forEach(account -> heirs.add(now.get(account)));
      boolean isPure = heirs.stream().allMatch(heir -> ids(kols.get(heir)).equals(Set.of(id)));
      if (heirs.size() > 1 && isPure) {
        split++;
        int most = heirs.stream().mapToInt(h -> common(kols.get(h), holders)).max().orElseThrow();
        assertTrue(kols.containsKey(id), id);
        assertEquals(most, common(kols.get(id), holders), () -> "night " + night + ": " + id);
      }
    }
  }

  private Set<String> ids(Collection<String> members) {
    Set<String> ids = new TreeSet<>();
    members.stream().filter(last::containsKey).forEach(account -> ids.add(last.get(account)));
    return ids;
  }

  private Set<String> holders(String id, Set<String> there) {
    Set<String> holders = new TreeSet<>();
    last.forEach(
        (account, held) -> {
          if (held.equals(id) && there.contains(account)) {
            holders.add(account);
          }
        });
    return holders;
  }

  private String mostHeld(Set<String> ids, Set<String> members) {
    String most = null;
    for (String id : ids) {
      if (most == null || holders(id, members).size() > holders(most, members).size()) {
        most = id;
      }
    }
    return most;
  }

  private static int common(Set<String> a, Set<String> b) {
    return (int) a.stream().filter(b::contains).count();
  }
}
