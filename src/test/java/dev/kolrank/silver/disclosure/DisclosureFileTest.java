package dev.kolrank.silver.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator writes into a file of his own. */
class DisclosureFileTest {
  private static final String RULE =
      "rules { XX { countries = [XX], within = %d, tags-before = 0, platform-mark = false } }\n";

  @TempDir private Path folder;

  @Test
  void markersAndRulesAreTheFiles() throws IOException {
    Disclosure own =
        write(
            RULE.formatted(9)
                + "denials = [\"no promo\"]\n"
                + "markers = [{ country = [XX], language = en, marker = promo, disclosure = true"
                + " }]");
    assertEquals(List.of("XX"), own.of(null, "a promo", List.of(), true, false).disclosedIn());
    assertEquals(List.of(), own.of(null, "hello", List.of(), true, false).disclosedIn());
    assertEquals(Finding.NOTHING, own.of(null, "no promo", List.of(), false, false));
    assertEquals(
        List.of(), own.of(null, "further down a promo", List.of(), false, false).disclosedIn());
  }

  @Test
  void faultsAreNamed() {
    String twice =
        RULE.formatted(0)
            + "denials = []\nmarkers = ["
            + "{ country = [], language = en, marker = x, disclosure = true }\n"
            + "{ country = [], language = en, marker = x, disclosure = false }]";
    assertTrue(fault(twice).contains("the marker x stands twice"), fault(twice));
    assertTrue(fault("markers = [").contains("not HOCON"));
    assertTrue(fault(RULE.formatted(-1) + "denials = []\nmarkers = []").contains("rules.XX"));
    assertTrue(fault("markers = []\ndenials = []").contains("rules"));
  }

  private String fault(String text) {
    return assertThrows(UserError.class, () -> write(text)).getMessage();
  }

  private Disclosure write(String text) throws IOException {
    Path file = folder.resolve("disclosure.conf");
    Files.writeString(file, text);
    return Disclosure.load(file);
  }
}
