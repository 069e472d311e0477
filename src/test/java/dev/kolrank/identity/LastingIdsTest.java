package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.table.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * Replays nights in which accounts appear, vanish, return, are renamed, linked and unlinked: ids
 * move only where people do.
 */
class LastingIdsTest {
  private static final int NIGHTS = 30;
  private static final List<String> PLATFORMS =
      List.of("douyin", "tiktok", "weibo", "x", "youtube");

  private final Random random = new Random(30);

  /** Every account key that ever was; keys that were renamed name their successor. */
  private final Set<String> accounts = new TreeSet<>();

  private final Map<String, String> renamed = new TreeMap<>();
  private final Set<Set<String>> links = new HashSet<>();
  private final Map<String, Integer> goneUntil = new TreeMap<>();

  /** The KOL that each account had when it was last there. */
  private final Map<String, String> last = new TreeMap<>();

  private int kept;
  private int merged;
  private int split;
  private int returned;

  @Test
  void idsMoveOnlyWherePeopleDo() {
    for (int i = 0; i < 30; i++) {
      appear();
    }
    for (int night = 0; night < NIGHTS; night++) {
      live(night);
      Map<String, String> now = resolve(night);
      for (Set<String> cluster : clusters(night)) {
        Set<String> ids = new HashSet<>();
        cluster.forEach(account -> ids.add(now.get(account)));
        assertEquals(1, ids.size(), () -> "one person, one id: " + cluster);
      }
      judge(night, now);
      last.putAll(now);
    }
    assertTrue(
        kept > 200 && merged > 5 && split > 5 && returned > 5,
        () -> "too little happened: %d %d %d %d".formatted(kept, merged, split, returned));
  }

  private void live(int night) {
    returned += (int) goneUntil.values().stream().filter(until -> until == night).count();
    goneUntil.values().removeIf(until -> until <= night);
    for (int i = 0; i < 3; i++) {
      String account = appear();
      if (random.nextInt(3) > 0) {
        link(account, pick(present(night)));
      }
      link(pick(present(night)), pick(present(night)));
      goneUntil.put(pick(present(night)), night + 1 + random.nextInt(5));
    }
    rename(pick(present(night)));
    if (!links.isEmpty()) {
      links.remove(new ArrayList<>(links).get(random.nextInt(links.size())));
    }
  }

  private String appear() {
    String platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
    String account = "%s:%03d".formatted(platform, random.nextInt(1000));
    accounts.add(account);
    return account;
  }

  /** Links two accounts unless that would give somebody two accounts of a platform. */
  private void link(String a, String b) {
    Set<String> both = new TreeSet<>(connected(a, accounts));
    both.addAll(connected(b, accounts));
    long platforms = both.stream().map(LastingIdsTest::platform).distinct().count();
    if (!a.equals(b) && platforms == both.size()) {
      links.add(Set.of(a, b));
    }
  }

  private void rename(String account) {
    String other = account + "a";
    accounts.add(other);
    renamed.put(account, other);
    renamed.replaceAll((key, target) -> target.equals(account) ? other : target);
    for (Set<String> link : List.copyOf(links)) {
      if (link.contains(account)) {
        links.remove(link);
        Set<String> moved = new HashSet<>(link);
        moved.remove(account);
        moved.add(other);
        links.add(moved);
      }
    }
  }

  /** Tonight's ids of all keys that are there, the linked ones being one cluster. */
  private Map<String, String> resolve(int night) {
    List<Row> members = new ArrayList<>();
    for (Set<String> cluster : clusters(night)) {
      String first = cluster.iterator().next();
      for (String key : keys(first, night)) {
        members.add(RowFactory.create(key, first));
      }
    }
    List<Row> before = new ArrayList<>();
    last.forEach((account, id) -> before.add(RowFactory.create(account, id)));
    Dataset<Row> clustered = frame(members, Clusters.CLUSTER);
    Dataset<Row> ids = KolIds.of(clustered, frame(before, Columns.KOL_ID.name()));
    Map<String, String> now = new TreeMap<>();
    for (Row row : clustered.join(ids, Clusters.CLUSTER).collectAsList()) {
      now.put(row.getAs(Columns.ACCOUNT_UID.name()), row.getAs(Columns.KOL_ID.name()));
    }
    assertEquals(members.size(), now.size(), "every account has one id");
    return now;
  }

  private static Dataset<Row> frame(List<Row> rows, String second) {
    var schema =
        new StructType()
            .add(Columns.ACCOUNT_UID.name(), DataTypes.StringType)
            .add(second, DataTypes.StringType);
    return SparkFixture.spark().createDataFrame(rows, schema);
  }

  /** Holds tonight's ids against those that the accounts had when they were last there. */
  private void judge(int night, Map<String, String> now) {
    Map<String, Set<String>> kols = new TreeMap<>();
    now.forEach((account, id) -> kols.computeIfAbsent(id, k -> new TreeSet<>()).add(account));
    for (Map.Entry<String, Set<String>> kol : kols.entrySet()) {
      Set<String> members = kol.getValue();
      String account = members.iterator().next();
      Set<String> before = ids(members);
      Set<String> rivals = new HashSet<>(before);
      rivals.removeIf(id -> members.containsAll(holders(id, now.keySet())));
      String told = "night %d: %s of %s".formatted(night, kol, before);
      if (before.isEmpty()) {
        assertFalse(last.containsValue(kol.getKey()), told);
      } else if (rivals.isEmpty()) {
        assertEquals(mostHeld(before, members), kol.getKey(), told);
        kept += before.size() == 1 ? 1 : 0;
        merged += before.size() > 1 ? 1 : 0;
      }
      assertEquals(keys(account, night), members, told);
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
    Set<String> holders = new TreeSet<>(there);
    holders.removeIf(account -> !id.equals(last.get(account)));
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

  private List<Set<String>> clusters(int night) {
    Set<String> there = present(night);
    return there.stream().map(account -> connected(account, there)).distinct().toList();
  }

  /** The accounts that are linked with this one tonight, under all their keys. */
  private Set<String> keys(String account, int night) {
    Set<String> keys = connected(renamed.getOrDefault(account, account), present(night));
    for (Map.Entry<String, String> alias : renamed.entrySet()) {
      if (keys.contains(alias.getValue())) {
        keys.add(alias.getKey());
      }
    }
    return keys;
  }

  private Set<String> connected(String account, Set<String> there) {
    Set<String> found = new TreeSet<>(Set.of(account));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (Set<String> link : links) {
        if (there.containsAll(link) && link.stream().anyMatch(found::contains)) {
          grows |= found.addAll(link);
        }
      }
    }
    return found;
  }

  private Set<String> present(int night) {
    Set<String> there = new TreeSet<>(accounts);
    there.removeAll(renamed.keySet());
    there.removeIf(account -> goneUntil.getOrDefault(account, -1) > night);
    return there;
  }

  private String pick(Collection<String> from) {
    return new ArrayList<>(from).get(random.nextInt(from.size()));
  }

  private static String platform(String account) {
    return account.substring(0, account.indexOf(':'));
  }
}
