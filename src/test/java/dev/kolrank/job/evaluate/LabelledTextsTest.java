package dev.kolrank.job.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.UserError;
import dev.kolrank.silver.sentiment.LabelledText;
import dev.kolrank.silver.sentiment.Polarity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {
  @TempDir private Path folder;

  @Test
  void pairsOfFilesAreReadLineByLine() throws IOException {
    write("mapping.txt", "0\tnegative\n1\tneutral\n2\tpositive\n");
    write("a_text.txt", "bad\nso so\ngood\n");
    write("a_labels.txt", "0\n1\n2\n");
    assertEquals(
        Map.of(
            "a_text.txt",
            List.of(
                new LabelledText("bad", Polarity.NEGATIVE),
                new LabelledText("so so", Polarity.NEUTRAL),
                new LabelledText("good", Polarity.POSITIVE))),
        LabelledTexts.read(folder));
  }

  @Test
  void emotionsAreMappedAndThoseThatGoEitherWayLeftOut() throws IOException {
    write("moods_map.json", "{\"angry\": 0, \"happy\": 1, \"surprise\": 2}");
    write("moods_train.csv", "text,label\nhow dare they,0\n\"yes, yes\",1\noh,2\n");
    write("plain.csv", "\uFEFFlabel,review\n1,fine\n0,awful\nneutral,hm\n");
    assertEquals(
        Map.of(
            "moods_train.csv",
            List.of(
                new LabelledText("how dare they", Polarity.NEGATIVE),
                new LabelledText("yes, yes", Polarity.POSITIVE)),
            "plain.csv",
            List.of(
                new LabelledText("fine", Polarity.POSITIVE),
                new LabelledText("awful", Polarity.NEGATIVE),
                new LabelledText("hm", Polarity.NEUTRAL))),
        LabelledTexts.read(folder));
  }

  @Test
  void namesBesideATableCountToo() throws IOException {
    write("mapping.txt", "0\tpositive\n1\tnegative\n");
    write("a.csv", "text,label\ngood,0\n");
    write("tweets.json", "{\"negative\": 0, \"positive\": 1}");
    write("tweets.csv", "text,label\ngood,1\n");
    assertEquals(
        Map.of(
            "a.csv",
            List.of(new LabelledText("good", Polarity.POSITIVE)),
            "tweets.csv",
            List.of(new LabelledText("good", Polarity.POSITIVE))),
        LabelledTexts.read(folder));
  }

  @Test
  void faultsAreNamed() throws IOException {
    assertTrue(fault().contains("--data holds no .csv"));
    write("a.csv", "text,label\nx,7\n");
    assertTrue(fault().contains("a label that no mapping names: 7"));
    write("a.csv", "text,mood\nx,7\n");
    assertTrue(fault().contains("no column label"));
    write("a.csv", "words,label\nx,0\n");
    assertTrue(fault().contains("has none of the columns"));
    Files.delete(folder.resolve("a.csv"));
    write("b_text.txt", "x\n");
    assertTrue(fault().contains("has no b_labels.txt beside it"));
  }

  private String fault() {
    return assertThrows(UserError.class, () -> LabelledTexts.read(folder)).getMessage();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
