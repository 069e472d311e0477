package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.Problems;
import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
  @TempDir private Path folder;

  @Test
  void bothFilesAreRead() throws IOException {
    write(
        "must-link.conf",
        "people = [{ accounts = [\"x:1\", \"x:2\", \"weibo:1\"], reason = r, author = ann }]");
    write(
        "cannot-link.conf",
        "people = [{ accounts = [\"x:1\", \"x:9\"], reason = r, author = ann }]");
    assertEquals(
        List.of(
            new LinkOverride("x:7", "x:8", true),
            new LinkOverride("x:1", "x:9", false),
            new LinkOverride("x:1", "x:2", true),
            new LinkOverride("x:1", "weibo:1", true),
            new LinkOverride("x:2", "weibo:1", true)),
        load(List.of(new LinkOverride("x:7", "x:8", true))));
  }

  @Test
  void noFolderIsNoOverride() {
    assertEquals(List.of(), Overrides.load(folder.resolve("none"), List.of(), new Problems()));
  }

  @Test
  void aContradictionOverSeveralStepsIsToldWithItsChain() throws IOException {
    write(
        "must-link.conf",
        """
        people = [
          { accounts = ["a:1", "b:1"], reason = one, author = ann }
          { accounts = ["c:1", "b:1"], reason = two, author = bob }
          { accounts = ["c:1", "d:1"], reason = three, author = bob }
          { accounts = ["e:1", "f:1"], reason = four, author = bob }
        ]
        """);
    write(
        "cannot-link.conf",
        """
        people = [
          { accounts = ["d:1", "a:1"], reason = other, author = eve }
          { accounts = ["a:1", "e:1"], reason = fine, author = eve }
        ]
        """);
    assertEquals(
        "d:1 ≠ a:1 (eve: other): it contradicts [c:1 = d:1 (bob: three), c:1 = b:1 (bob: two),"
            + " a:1 = b:1 (ann: one)]; take one of them out",
        fault(List.of()));
  }

  @Test
  void aGivenPairIsHeldAgainstTheFiles() throws IOException {
    write(
        "must-link.conf", "people = [{ accounts = [\"x:1\", \"x:2\"], reason = r, author = ann }]");
    String fault = fault(List.of(new LinkOverride("x:2", "x:1", false)));
    assertTrue(fault.startsWith("x:2 ≠ x:1 (identity.overrides): it contradicts"), fault);
  }

  @Test
  void everyFaultIsToldAtOnce() throws IOException {
    write(
        "must-link.conf",
        """
        people = [
          { accounts = ["x:1"], reason = r, author = ann }
          { accounts = ["x:1", "nobody"], reason = r, author = ann, since = 1 }
        ]
        """);
    write("cannot-link.conf", "people = [{ accounts = [\"x:1\", \"x:2\"], author = ann }]");
    write("other.conf", "");
    String fault = fault(List.of());
    for (String told :
        List.of(
            "must-link.conf, line 2: it names fewer than two accounts",
            "no such key: since",
            "got \"nobody\"",
            "cannot-link.conf: ",
            "reason",
            "other.conf: it is not read")) {
      assertTrue(fault.contains(told), () -> told + " is not told by\n" + fault);
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private List<LinkOverride> load(List<LinkOverride> given) {
    var problems = new Problems();
    List<LinkOverride> overrides = Overrides.load(folder, given, problems);
    problems.stopIfAny();
    return overrides;
  }

  private String fault(List<LinkOverride> given) {
    return assertThrows(UserError.class, () -> load(given)).getMessage();
  }
}
