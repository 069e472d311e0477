package dev.kolrank.connector.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.read.ReaderCase.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives: every entry of a readable kind, and nothing of what an archive can be misused for. */
class ZipTest {
  @TempDir Path folder;

  @Test
  void entriesOfEveryKindAndDepth() {
    byte[] zip =
        Packed.zipOf(
            "a.jsonl", utf8("{\"a\":1}\n"),
            "deep/er/b.csv", utf8("a,b\n2,x\n"),
            "deep/c.json.gz", Packed.by("gz", utf8("[{\"a\":3}]")),
            "deep/d.TSV.xz", Packed.by("xz", utf8("a\n4\n")),
            "__MACOSX/._a.jsonl", utf8("junk"),
            "empty.json", new byte[0]);
    assertEquals(
        List.of(
            "s/d/all.zip!/a.jsonl 1 {\"a\":1}",
            "s/d/all.zip!/deep/er/b.csv 2 {\"a\":\"2\",\"b\":\"x\"}",
            "s/d/all.zip!/deep/c.json.gz 1 {\"a\":3}",
            "s/d/all.zip!/deep/d.TSV.xz 2 {\"a\":\"4\"}"),
        read(zip));
  }

  @Test
  void aRuleLooksAtTheNameOfTheEntry() {
    var posts = new Layout.Shape("posts*", List.of(), List.of(), "");
    var others = new Layout.Shape("users*", List.of("id"), List.of(), "");
    var layout = ReaderCase.layout(List.of(), posts, others);
    byte[] zip =
        Packed.zip("x/users.csv", "id\n1\n", "posts.csv", "id\n1\n", "users.csv", "no\n1\n");
    assertEquals(
        List.of(2L, 1L, 0L),
        ReaderCase.read(folder, "all.zip", zip, layout).stream().map(Found::rules).toList());
  }

  @Test
  void whatIsNotReadIsTold() {
    byte[] inner = Packed.zip("a.json", "{}");
    byte[] zip = Packed.zipOf("in.zip", inner, "me.png", utf8("png"), "b.jsonl", utf8("{\"a\":1}"));
    assertEquals(
        List.of(
            "s/d/all.zip!/in.zip 1 an archive inside an archive is not read",
            "s/d/all.zip!/me.png 1 it has an ending that no layout knows",
            "s/d/all.zip!/b.jsonl 1 {\"a\":1}"),
        read(zip));
  }

  @Test
  void namesAreOnlyNames() {
    byte[] zip =
        Packed.zip(
            "../../../etc/a.jsonl",
            "{\"a\":1}",
            "/root//b.jsonl",
            "{\"a\":2}",
            "C:\\x\\..\\c.jsonl",
            "{\"a\":3}",
            "d\n\u0007.jsonl",
            "{\"a\":4}",
            "x".repeat(60_000) + ".jsonl",
            "{\"a\":5}",
            "root/b.jsonl",
            "{\"a\":6}");
    List<String> found = read(zip);
    assertEquals("s/d/all.zip!/etc/a.jsonl 1 {\"a\":1}", found.get(0));
    assertEquals("s/d/all.zip!/root/b.jsonl 1 {\"a\":2}", found.get(1));
    assertEquals("s/d/all.zip!/C:/x/c.jsonl 1 {\"a\":3}", found.get(2));
    assertEquals("s/d/all.zip!/d.jsonl 1 {\"a\":4}", found.get(3));
    assertTrue(found.get(4).length() < 500 && found.get(4).endsWith("{\"a\":5}"));
    assertEquals("s/d/all.zip!/2/root/b.jsonl 1 {\"a\":6}", found.get(5));
  }

  @Test
  void aCutArchiveGivesWhatLiesBeforeTheCut() {
    byte[] zip = Packed.zip("a.jsonl", "{\"a\":1}\n", "b.jsonl", "{\"a\":2}\n");
    int second = indexOf(zip, "b.jsonl");
    for (int end = 1; end < zip.length; end++) {
      List<String> found = read(Arrays.copyOf(zip, end));
      String last = found.get(found.size() - 1);
      assertTrue(last.contains("cannot be read"), end + ": " + found);
      boolean whole = end >= second - 30;
      assertTrue(!whole || found.contains("s/d/all.zip!/a.jsonl 1 {\"a\":1}"), end + ": " + found);
    }
  }

  @Test
  void anotherCountOfEntriesIsTold() {
    byte[] zip = Packed.zip("a.jsonl", "{\"a\":1}\n");
    zip[zip.length - 12] = 3;
    assertEquals("s/d/all.zip 1 the archive lists 3 entries, and has 1", read(zip).get(1));
  }

  @Test
  void aDamagedEntryIsTold() {
    String text = "{\"a\":\"some text\"}\n".repeat(50);
    byte[] zip = Packed.zip("a.jsonl", text, "b.jsonl", "{\"a\":2}\n");
    for (int at = 45; at < indexOf(zip, "b.jsonl") - 50; at++) {
      byte[] damaged = zip.clone();
      damaged[at] ^= 0x55;
      List<String> found = read(damaged);
      assertTrue(
          found.stream().anyMatch(f -> f.contains("checksum") || f.contains("cannot be read")),
          at + ": " + found);
    }
  }

  @Test
  void aBombIsDefused() {
    byte[] blank = new byte[64 << 20];
    Arrays.fill(blank, (byte) ' ');
    for (int at = 1 << 20; at < blank.length; at += 1 << 20) {
      blank[at] = '\n';
    }
    byte[] small = Packed.by("gz", blank);
    var entries = new Object[80];
    for (int i = 0; i < entries.length; i += 2) {
      entries[i] = "%d.jsonl.gz".formatted(i);
      entries[i + 1] = small;
    }
    List<String> found = read(Packed.zipOf(entries));
    assertEquals(
        "the rest of the file cannot be read: it unpacks to more than 250 times its size",
        found.get(0).split(" ", 3)[2]);
    assertEquals(40 - 4, found.size(), "what is beyond 256 MiB is refused");
  }

  private List<String> read(byte[] zip) {
    return ReaderCase.read(folder, "all.zip", zip).stream()
        .map(f -> f.file() + " " + f.brief())
        .toList();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int indexOf(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
  }
}
