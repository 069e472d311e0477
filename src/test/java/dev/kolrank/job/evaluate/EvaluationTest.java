package dev.kolrank.job.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.UserError;
import dev.kolrank.job.EvaluateIdentity;
import dev.kolrank.job.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {
  private static final String[] SYLLABLES = {
    "bra", "dul", "fim", "gop", "hek", "jor", "kiv", "lam", "mur", "nes", "pov", "qua", "rix",
    "sol", "tev", "wug", "yan", "zip"
  };

  @TempDir Path folder;

  /** Sixty invented people on two platforms; a third add something to their handle. */
  private void write() throws IOException {
    var accounts = new StringBuilder("platform,id,handle,name,region\n");
    var who = new StringBuilder("platform,id,person\n");
    for (int i = 0; i < 60; i++) {
      String name =
          SYLLABLES[i % 18] + SYLLABLES[(i * 7 + 3) % 17] + SYLLABLES[(i * 5 + i / 18) % 18];
      String other = i % 3 == 0 ? "official_" + name : name;
      accounts.append("x,%d,%s,,\n".formatted(i, name));
      accounts.append("weibo,%d,%s,,\n".formatted(i + 1_000, other));
      who.append("x,%d,p%d\nweibo,%d,p%d\n".formatted(i, i, i + 1_000, i));
    }
    accounts.append("x,900,%sfans,,\n".formatted("zzyzx"));
    accounts.append("weibo,901,zzyzx,zzyzx fan club,\n");
    who.append("x,900,q1\nweibo,901,q2\n");
    Files.writeString(folder.resolve("accounts.csv"), accounts);
    Files.writeString(folder.resolve("who-is-who.csv"), who);
  }

  @Test
  void plainFilesAreReadAndMeasuredAgainstSimpleMethods() throws IOException {
    write();
    Evaluation evaluation =
        EvaluateIdentity.run(
            SparkFixture.spark(),
            Settings.defaults(),
            Truth.read(folder),
            new Disguise(Disguise.Names.ALL, false, 0));
    Agreement.Score own = pairs(evaluation, Evaluation.KOLRANK);
    Agreement.Score simple = pairs(evaluation, Evaluation.SAME_HANDLE);
    assertEquals(122, evaluation.accounts().size());
    assertEquals(60, own.expected());
    assertEquals(40.0, (double) simple.correct(), 1.0, "a third changed their handle");
    assertTrue(own.recall().value() > 0.9, own.toString());
    assertTrue(own.precision().value() > 0.95, own.toString());
  }

  @Test
  void aFolderOfNoKnownTruthIsRefused() {
    assertThrows(UserError.class, () -> Truth.read(folder));
  }

  private static Agreement.Score pairs(Evaluation evaluation, String method) {
    return evaluation.methods().get(method).scores().stream()
        .filter(s -> s.scope().equals(Agreement.ALL) && s.kind().equals("pairs"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aSimulatedWorldTellsWhoIsWhoAndItsCrawlTheRest() throws IOException {
    Files.createDirectories(folder.resolve("truth"));
    Files.writeString(
        folder.resolve("truth/accounts.csv"),
        """
        platform,account_id,person_id,kind
        x,1,p000001,own
        weibo,2,p000001,own
        x,3,p000001-fan1,fan
        """);
    Truth truth = Truth.read(folder);
    assertEquals(folder.resolve("crawl"), truth.crawl().orElseThrow());
    assertEquals(
        List.of("x:1 p000001", "weibo:2 p000001", "x:3 p000001-fan1"),
        truth.accounts().stream().map(a -> a.uid() + " " + a.person()).toList());
  }
}
