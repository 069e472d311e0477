package dev.kolrank.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.table.features.Feature;
import dev.kolrank.table.features.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every feature stands in the expected rows of some test of this package. */
class FeaturesAreTestedTest {

  @Test
  void noFeatureIsWithoutATest() throws IOException {
    var text = new StringBuilder();
    try (var files = Files.list(Path.of("src/test/java/dev/kolrank/feature"))) {
      List<Path> others =
          files
              .filter(Files::isRegularFile)
              .filter(f -> !f.endsWith("FeaturesAreTestedTest.java"))
              .toList();
      for (Path file : others) {
        text.append(Files.readString(file));
      }
    }
    String tests = text.toString();
    List<String> untested =
        Features.ALL.stream()
            .filter(f -> f.variants().noneMatch(v -> tests.contains(v.name())))
            .map(Feature::name)
            .toList();
    assertEquals(List.of(), untested);
  }
}
