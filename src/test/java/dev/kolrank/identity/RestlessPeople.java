package dev.kolrank.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** People whose accounts appear, vanish, return, are renamed, linked and unlinked; seeded. */
final class RestlessPeople {
  private static final List<String> PLATFORMS =
      List.of("douyin", "tiktok", "weibo", "x", "youtube");
  private static final List<String> EVIDENCE = List.of("bio", "mutual", "same_link");

  private final Random random;
  private final int seed;

  /** Every account key that ever was; keys that were renamed name their successor. */
  private final Set<String> accounts = new TreeSet<>();

  private final Map<String, String> renamed = new TreeMap<>();

  /** What links two accounts, the smaller first. */
  private final Map<List<String>, String> links = new TreeMap<>(RestlessPeople::inOrder);

  private final Map<String, Integer> goneUntil = new TreeMap<>();
  private int returned;

  RestlessPeople(int seed) {
    this.seed = seed;
    this.random = new Random(seed);
    for (int i = 0; i < 30; i++) {
      appear();
    }
  }

  /** How often an account came back. */
  int returned() {
    return returned;
  }

  void live(int night) {
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
      links.remove(new ArrayList<>(links.keySet()).get(random.nextInt(links.size())));
    }
  }

  /** The accounts of each person who is there, under the keys that are not renamed. */
  List<Set<String>> persons(int night) {
    Set<String> there = present(night);
    return there.stream().map(account -> connected(account, there)).distinct().toList();
  }

  /** These accounts under all their keys. */
  Set<String> keys(Set<String> person) {
    Set<String> keys = new TreeSet<>(person);
    renamed.forEach(
        (key, target) -> {
          if (person.contains(target)) {
            keys.add(key);
          }
        });
    return keys;
  }

  /** Keys that were renamed, with their successor. */
  Map<String, String> renamed() {
    return renamed;
  }

  /** The links of those who are there, with their evidence. */
  Map<List<String>, String> links(int night) {
    Set<String> there = present(night);
    return links.entrySet().stream()
        .filter(link -> there.containsAll(link.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private String appear() {
    String platform = PLATFORMS.get(random.nextInt(PLATFORMS.size()));
    String account = "%s:%03d-%d".formatted(platform, random.nextInt(1000), seed);
    accounts.add(account);
    return account;
  }

  /** Links two accounts unless that would give somebody two accounts of a platform. */
  private void link(String a, String b) {
    Set<String> both = new TreeSet<>(connected(a, accounts));
    both.addAll(connected(b, accounts));
    long platforms = both.stream().map(RestlessPeople::platform).distinct().count();
    if (!a.equals(b) && platforms == both.size()) {
      links.put(sorted(a, b), EVIDENCE.get(random.nextInt(EVIDENCE.size())));
    }
  }

  private void rename(String account) {
    String other = account + "a";
    accounts.add(other);
    renamed.put(account, other);
    renamed.replaceAll((key, target) -> target.equals(account) ? other : target);
    for (List<String> link : List.copyOf(links.keySet())) {
      if (link.contains(account)) {
        String rest = link.get(link.get(0).equals(account) ? 1 : 0);
        links.put(sorted(other, rest), links.remove(link));
      }
    }
  }

  private Set<String> connected(String account, Set<String> there) {
    Set<String> found = new TreeSet<>(Set.of(account));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (List<String> link : links.keySet()) {
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

  private static List<String> sorted(String a, String b) {
    return a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a);
  }

  private static int inOrder(List<String> one, List<String> other) {
    int first = one.get(0).compareTo(other.get(0));
    return first != 0 ? first : one.get(1).compareTo(other.get(1));
  }

  private static String platform(String account) {
    return account.substring(0, account.indexOf(':'));
  }
}
