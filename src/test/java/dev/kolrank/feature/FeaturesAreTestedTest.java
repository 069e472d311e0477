package dev.kolrank.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.Features;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every column of every feature, its window included, stands among some test's expected rows. */
class FeaturesAreTestedTest {

  /** The header of a table that a step is expected to give. */
  private static final Pattern EXPECTED =
      Pattern.compile("\\.then\\(\\s*(?:\"\"\"\\s*\\n\\s*([^\\n]*)|\"([^\"\\\\]*))");

  @Test
  void noFeatureColumnIsWithoutExpectedRows() throws IOException {
    var expected = new HashSet<String>();
    try (var files = Files.walk(Path.of("src/test/java/dev/kolrank"))) {
      for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).toList()) {
        expected.addAll(headers(Files.readString(file)));
      }
    }
    List<String> untested =
        Features.ofKols().stream().map(Variant::name).filter(n -> !expected.contains(n)).toList();
    assertEquals(List.of(), untested);
  }

  private static Set<String> headers(String test) {
    var columns = new HashSet<String>();
    EXPECTED
        .matcher(test)
        .results()
        .map(m -> m.group(1) != null ? m.group(1) : m.group(2))
        .flatMap(header -> Arrays.stream(header.split("\\|")))
        .map(String::strip)
        .forEach(columns::add);
    return columns;
  }
}
