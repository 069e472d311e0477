package dev.kolrank.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A census names whose each profile is, and grows without changing those it had. */
final class CensusTest {
  @TempDir private Path folder;

  @Test
  void aLargerOneBeginsWithTheSamePeople() throws IOException {
    List<String> small = lines(new Census(7, 200), "small", "who-is-who.csv");
    List<String> large = lines(new Census(7, 500), "large", "who-is-who.csv");
    assertEquals(201, small.size());
    assertEquals(501, large.size());
    assertEquals(small, large.subList(0, 201));
    assertEquals(small, lines(new Census(7, 200), "again", "who-is-who.csv"));
  }

  @Test
  void everyProfileHasOnePersonAndSomePeopleHaveSeveral() throws IOException {
    List<String> who = lines(new Census(7, 500), "world", "who-is-who.csv");
    Map<String, Integer> accounts = new HashMap<>();
    var ids = new HashSet<String>();
    for (String line : who.subList(1, who.size())) {
      String[] cells = line.split(",", -1);
      assertTrue(ids.add(cells[0] + ":" + cells[1]), line);
      accounts.merge(cells[2], 1, Integer::sum);
    }
    assertTrue(accounts.values().stream().anyMatch(n -> n > 2), accounts.toString());
    assertTrue(accounts.keySet().stream().anyMatch(p -> p.contains("-fan")), accounts.toString());
  }

  private List<String> lines(Census census, String name, String file) throws IOException {
    census.writeTo(folder.resolve(name));
    return Files.readAllLines(folder.resolve(name).resolve(file));
  }
}
