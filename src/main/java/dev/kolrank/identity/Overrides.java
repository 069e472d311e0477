package dev.kolrank.identity;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.kolrank.core.Problems;
import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people decided about accounts, read from {@code must-link.conf} and {@code cannot-link.conf}
 * of a folder, and refused as a whole if it contradicts itself, over however many steps.
 */
public final class Overrides {
  private static final String MUST = "must-link.conf";
  private static final String CANNOT = "cannot-link.conf";
  private static final String LIST = "people";
  private static final Set<String> KEYS = Set.of("accounts", "reason", "author");

  /** An override and who stands for it. */
  private record Stated(LinkOverride override, String where) {
    @Override
    public String toString() {
      String sign = override.same() ? " = " : " ≠ ";
      return override.left() + sign + override.right() + " (" + where + ")";
    }
  }

  private final List<Stated> stated = new ArrayList<>();
  private final Problems problems;

  private Overrides(Problems problems) {
    this.problems = problems;
  }

  /**
   * The overrides of a folder, which may be absent, and those given beside it.
   *
   * @param problems where every fault and contradiction is noted
   */
  public static List<LinkOverride> load(Path folder, List<LinkOverride> given, Problems problems) {
    var overrides = new Overrides(problems);
    given.forEach(o -> overrides.stated.add(new Stated(o, "identity.overrides")));
    if (Files.isDirectory(folder)) {
      overrides.readFolder(folder);
    }
    overrides.findContradictions();
    return overrides.stated.stream().map(Stated::override).distinct().toList();
  }

  private void readFolder(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".conf")).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.equals(MUST) || name.equals(CANNOT)) {
          readFile(file, name.equals(MUST));
        } else {
          problems.add(file.toString(), "it is not read", "write into " + MUST + " or " + CANNOT);
        }
      }
    } catch (IOException e) {
      throw new UserError("the folder %s cannot be read: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private void readFile(Path file, boolean same) {
    try {
      var options = ConfigParseOptions.defaults().setAllowMissing(false);
      Config config = ConfigFactory.parseFile(file.toFile(), options).resolve();
      for (String key : config.root().keySet()) {
        if (!key.equals(LIST)) {
          problems.add(file + ", " + key, "no such key", "the list is called " + LIST);
        }
      }
      if (config.hasPath(LIST)) {
        for (Config entry : config.getConfigList(LIST)) {
          readEntry(file, entry, same);
        }
      }
    } catch (ConfigException e) {
      problems.add(file.toString(), e.getMessage(), "conf/identity/README.md says how to write it");
    }
  }

  private void readEntry(Path file, Config entry, boolean same) {
    String where = "%s, line %d".formatted(file, entry.origin().lineNumber());
    for (String key : entry.root().keySet()) {
      if (!KEYS.contains(key)) {
        problems.add(where, "no such key: " + key, "the keys are accounts, reason and author");
      }
    }
    List<String> accounts = entry.getStringList("accounts");
    String author = "%s: %s".formatted(entry.getString("author"), entry.getString("reason"));
    if (accounts.size() < 2) {
      problems.add(where, "it names fewer than two accounts", "name all that it is about");
    }
    for (int i = 0; i < accounts.size(); i++) {
      for (int j = i + 1; j < accounts.size(); j++) {
        try {
          stated.add(new Stated(new LinkOverride(accounts.get(i), accounts.get(j), same), author));
        } catch (IllegalArgumentException e) {
          problems.add(where, e.getMessage(), "as in youtube:UC… or x:123");
        }
      }
    }
  }

  /** Notes every cannot-link between accounts that a chain of must-links makes one. */
  private void findContradictions() {
    Map<String, List<Stated>> links = new TreeMap<>();
    for (Stated s : stated) {
      if (s.override().same()) {
        links.computeIfAbsent(s.override().left(), k -> new ArrayList<>()).add(s);
        links.computeIfAbsent(s.override().right(), k -> new ArrayList<>()).add(s);
      }
    }
    for (Stated s : stated) {
      if (!s.override().same()) {
        List<Stated> chain = chain(links, s.override().left(), s.override().right());
        if (!chain.isEmpty()) {
          problems.add(s.toString(), "it contradicts " + chain, "take one of them out");
        }
      }
    }
  }

  /** The shortest chain of must-links between two accounts; empty if there is none. */
  private static List<Stated> chain(Map<String, List<Stated>> links, String from, String to) {
    Map<String, Stated> reachedBy = new TreeMap<>();
    var next = new ArrayDeque<String>(List.of(from));
    while (!next.isEmpty() && !reachedBy.containsKey(to)) {
      String at = next.remove();
      for (Stated link : links.getOrDefault(at, List.of())) {
        String other = other(link, at);
        if (!other.equals(from) && reachedBy.putIfAbsent(other, link) == null) {
          next.add(other);
        }
      }
    }
    var chain = new ArrayList<Stated>();
    for (String at = to; !at.equals(from) && reachedBy.containsKey(at); ) {
      Stated link = reachedBy.get(at);
      chain.add(0, link);
      at = other(link, at);
    }
    return chain;
  }

  private static String other(Stated link, String account) {
    LinkOverride pair = link.override();
    return pair.left().equals(account) ? pair.right() : pair.left();
  }
}
