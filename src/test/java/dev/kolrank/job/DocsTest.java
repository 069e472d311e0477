package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

  @Test
  void noPageOfASourceOutlivesIt() throws IOException {
    assertEquals(List.of(), Docs.strangers(Path.of("src/site/markdown")), "run jobs/docs");
  }

  @Test
  void aPageSaysWhatASourceGivesAndWhatNot() {
    String page = Docs.pages().get("sources/x-api.md");
    assertTrue(page.contains("- folder: `<crawl>/x-api/<YYYY-MM-DD>/<any path>`"), page);
    assertTrue(page.contains("crawl.sources { \"my-folder\" = x-api }"), page);
    assertTrue(page.contains("| post_id | the id on its platform | all |"), page);
    assertTrue(page.contains("What it cannot give:"), page);
    assertTrue(page.contains("KOLRANK_HMAC_KEY"), page);
    String hidden = Docs.pages().get("sources/apify-instagram.md");
    assertTrue(hidden.contains("since it may name private people: `firstComment`"), hidden);
  }

  @Test
  void everySourceHasAPageInTheIndex() {
    var pages = Docs.pages();
    String index = pages.get("sources/index.md");
    long listed = index.lines().filter(l -> l.startsWith("| [")).count();
    long written = pages.keySet().stream().filter(p -> p.startsWith("sources/")).count() - 1;
    assertEquals(written, listed);
  }
}
