package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The generated pages in the repository are those of the declarations. */
final class DocsTest {

  @Test
  void thePagesAreFresh() throws IOException {
    for (var page : Docs.pages().entrySet()) {
      Path file = Path.of("src/site/markdown").resolve(page.getKey());
      assertEquals(
          page.getValue(), Files.readString(file), file + " is stale: run jobs/docs and commit it");
    }
  }
}
