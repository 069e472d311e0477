package dev.kolrank.connector.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short run of {@link FuzzCrawl}; the long one is started by hand. */
class FuzzCrawlTest {
  @TempDir Path folder;

  @Test
  void damagedFilesLoseNothingUntold() {
    var fuzz = new FuzzCrawl(folder);
    assertEquals(List.of(), fuzz.run(600, 7));
    int read = fuzz.count("records untouched and read");
    int told = fuzz.count("records untouched, within a stretch that was told");
    assertTrue(read > 4 * told && told > 0, read + " read, " + told + " told");
  }
}
