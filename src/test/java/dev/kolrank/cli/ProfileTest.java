package dev.kolrank.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sampled stacks are lines that flame-graph programs read. */
class ProfileTest {
  @TempDir private Path folder;

  @Test
  void stacksGoFromThreadToMethodAndEndWithTheirNumber() throws IOException {
    Path stacks = folder.resolve("stacks.txt");
    try (Profile profile = Profile.start()) {
      assertTrue(busy(1_000) > 0);
      profile.write(stacks);
    }
    List<String> lines = Files.readAllLines(stacks);
    assertFalse(lines.isEmpty());
    lines.forEach(line -> assertTrue(line.matches("[^; ]+(;[^; ]+)* [1-9][0-9]*"), line));
    assertTrue(
        lines.stream().anyMatch(line -> line.contains(";dev.kolrank.cli.ProfileTest.busy")),
        () -> String.join("\n", lines));
  }

  private static long busy(long milliseconds) {
    long until = System.nanoTime() + milliseconds * 1_000_000;
    var random = new SplittableRandom(1);
    long odd = 0;
    while (System.nanoTime() < until) {
      for (int i = 0; i < 10_000; i++) {
        odd += random.nextLong() & 1;
      }
    }
    return odd;
  }
}
