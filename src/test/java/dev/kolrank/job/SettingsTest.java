package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings say what to mend before anything runs. */
final class SettingsTest {
  @TempDir private Path folder;

  @Test
  void aFileOverridesOnlyWhatItNames() throws IOException {
    Settings settings = load("text.posts = 5");
    assertEquals(5, settings.whole("text.posts"));
    assertEquals(Settings.defaults().text("lake"), settings.text("lake"));
  }

  @Test
  void aTypoIsToldWithTheKeyThatWasMeant() {
    var fault = assertThrows(UserError.class, () -> load("text.post = 5"));
    assertTrue(fault.getMessage().contains("text.post: no such key; did you mean text.posts?"));
  }

  @Test
  void everyFaultIsToldAtOnce() {
    var fault = assertThrows(UserError.class, () -> load("text.post = 5\nlake = 7"));
    assertEquals(2, fault.getMessage().lines().count(), fault.getMessage());
    assertTrue(fault.getMessage().contains("lake: it is a number; write a string"));
  }

  @Test
  void brokenHoconIsToldWithItsPlace() {
    var fault = assertThrows(UserError.class, () -> load("lake = {"));
    assertTrue(fault.getMessage().contains("is not HOCON"), fault.getMessage());
  }

  @Test
  void aValueThatCannotBeReadIsNamed() throws IOException {
    for (var told :
        Map.of(
                "tier.quantiles = [a]",
                "tier.quantiles: ",
                "niche.seed = 3e10",
                "niche.seed: ",
                "identity.overrides = [{left = \"x:1\", right = \"x:2\"}]",
                "identity.overrides: ")
            .entrySet()) {
      Settings settings = load(told.getKey());
      var fault =
          assertThrows(
              UserError.class,
              () -> {
                settings.numbers("tier.quantiles");
                settings.whole("niche.seed");
                IdentitySteps.of(settings);
              });
      assertTrue(fault.getMessage().startsWith(told.getValue()), fault.getMessage());
    }
  }

  @Test
  void aPlaceThatTheUserNamesMustBeThere() throws IOException {
    Path mine = folder.resolve("my decisions");
    Settings settings = load("identity.folder = \"%s\"".formatted(mine));
    var fault = assertThrows(UserError.class, () -> settings.place("identity.folder"));
    assertEquals("identity.folder names nothing that is there: " + mine, fault.getMessage());
    Files.createDirectory(mine);
    assertEquals(mine, settings.place("identity.folder"));
    assertEquals(Path.of("conf/identity"), Settings.defaults().place("identity.folder"));
  }

  @Test
  void aMissingFileIsTold() {
    Path missing = folder.resolve("none.conf");
    var fault = assertThrows(UserError.class, () -> Settings.load(Optional.of(missing)));
    assertEquals("--conf names no file: " + missing, fault.getMessage());
  }

  @Test
  void sparkAndSourcesTakeNamesOfTheUsersOwn() throws IOException {
    Settings settings = load("spark.spark.executor.memory = 8g\ncrawl.sources.mine = x-api");
    assertEquals("8g", settings.texts("spark").get("spark.executor.memory"));
    assertEquals("x-api", settings.texts("crawl.sources").get("mine"));
  }

  private Settings load(String text) throws IOException {
    Path file = folder.resolve("my.conf");
    Files.writeString(file, text);
    return Settings.load(Optional.of(file));
  }
}
