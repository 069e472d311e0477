package dev.kolrank.connector.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.read.ReaderCase.Found;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with files: the rest is read, and each lost stretch is told with its place. */
class BadInputTest {
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir Path folder;

  @Test
  void aTruncatedFileOfEachCompression() {
    var text = new StringBuilder();
    for (int i = 1; i <= 40_000; i++) {
      text.append("{\"a\":\"").append(Integer.toHexString(i * 0x9E3779B1)).append("\"}\n");
    }
    for (String ending : Packed.ENDINGS) {
      byte[] whole = Packed.by(ending, utf8(text.toString()));
      List<Found> found =
          ReaderCase.read(folder, "a.jsonl." + ending, Arrays.copyOf(whole, whole.length - 9));
      Found last = found.get(found.size() - 1);
      assertEquals("the rest of the file", last.problem().substring(0, 20), ending);
      assertEquals(null, last.to(), ending);
      int before = found.get(found.size() - 2).isRecord() ? 1 : 2;
      assertTrue(last.from() <= text.length(), ending);
      for (Found record : found.subList(0, found.size() - before)) {
        assertTrue(record.isRecord(), ending + record);
      }
    }
    byte[] gzip = Packed.by("gz", utf8(text.toString()));
    List<Found> found = ReaderCase.read(folder, "a.jsonl.gz", Arrays.copyOf(gzip, gzip.length / 2));
    assertTrue(found.size() > 15_000, "half a gzip gives half its records: " + found.size());
  }

  @Test
  void whatFollowsACompressedFileIsTold() {
    for (String ending : Packed.ENDINGS) {
      var bytes = new ByteArrayOutputStream();
      bytes.writeBytes(Packed.by(ending, utf8("{\"a\":1}\n")));
      bytes.writeBytes(Packed.by(ending, utf8("{\"a\":2}\n")));
      bytes.writeBytes(utf8("something else that is not packed"));
      List<Found> found = ReaderCase.read(folder, "a.jsonl." + ending, bytes.toByteArray());
      assertEquals("1 {\"a\":1}", found.get(0).brief(), ending);
      assertEquals("2 {\"a\":2}", found.get(1).brief(), ending);
      assertEquals("lines 3-3, bytes 16-?", found.get(2).stretch(), ending);
    }
  }

  @Test
  void aRowCutOffWithItsFileIsNotTrusted() {
    byte[] gzip = Packed.by("gz", utf8("a,b\n1,2\n3,4567"));
    assertRows(
        ReaderCase.read(folder, "a.csv.gz", Arrays.copyOf(gzip, gzip.length - 4)),
        "2 {\"a\":\"1\",\"b\":\"2\"}",
        "3 the row is cut off where the file breaks",
        "3 the rest of the file cannot be read");
    assertRows(
        ReaderCase.read(folder, "b.csv", "a,b\n1,2\n3,4567"),
        "2 {\"a\":\"1\",\"b\":\"2\"}",
        "3 {\"a\":\"3\",\"b\":\"4567\"}");
  }

  @Test
  void nulCharacters() {
    List<Found> lines =
        ReaderCase.read(
            folder, "a.jsonl", padded("{\"a\":1}\n\0\0\0\n{\"a\":\"x\0y\"}\n{\"a\":2}\n"));
    assertRows(lines.subList(0, 4), "1 {\"a\":1}", "2 not JSON", "3 not JSON", "4 {\"a\":2}");
    assertEquals("lines 3-3, bytes 12-24", lines.get(2).stretch());
    List<Found> rows = ReaderCase.read(folder, "a.csv", padded("a,b\n1,2\n\0\0,3\n4,5\n"));
    assertRows(
        rows.subList(0, 3), "2 {\"a\":\"1\",\"b\":\"2\"}", "3 the row is in no", "4 {\"a\":\"4\"");
    assertEquals("lines 3-3, bytes 8-13", rows.get(1).stretch());
  }

  @Test
  void aLineInAnotherEncodingIsReadOrRefusedByItself() {
    String before = "{\"a\":\"家常菜\"}\n".repeat(3);
    byte[] mixed =
        joined(utf8(before), "{\"a\":\"老王做饭真好吃\"}\n".getBytes(GBK), utf8("{\"a\":\"é\"}\n"));
    assertRows(
        ReaderCase.read(folder, "a.jsonl", mixed),
        "1 {\"a\":\"家常菜\"}",
        "2 {\"a\":\"家常菜\"}",
        "3 {\"a\":\"家常菜\"}",
        "4 {\"a\":\"老王做饭真好吃\"}",
        "5 {\"a\":\"é\"}");
    byte[] table =
        joined(utf8("a\n家常菜\n"), "老王做饭\n".getBytes(GBK), new byte[] {'x', (byte) 0xE9, '\n'});
    assertRows(
        ReaderCase.read(folder, "b.csv", table),
        "2 {\"a\":\"家常菜\"}",
        "3 {\"a\":\"老王做饭\"}",
        "4 the row is in no encoding of the file");
    byte[] chinese = joined("[{\"a\":\"老王做饭真好吃\"},\n".getBytes(GBK), utf8("{\"a\":\"家常菜\"}]"));
    assertRows(
        ReaderCase.read(folder, "c.json", chinese), "1 {\"a\":\"老王做饭真好吃\"}", "2 {\"a\":\"家常菜\"}");
  }

  @Test
  void damagedUtf8IsNotTakenForAnotherEncoding() {
    byte[] damaged = utf8("{\"a\":\"老王做饭真好吃家常菜\"}\n{\"a\":\"好\"}\n");
    damaged[10] = 'x';
    assertRows(
        ReaderCase.read(folder, "a.jsonl", damaged), "1 not JSON: it is in no", "2 {\"a\":\"好\"}");
    damaged = utf8("[{\"a\":\"老王做饭真好吃家常菜\"},{\"a\":\"好\"}]");
    damaged[10] = 'x';
    assertRows(
        ReaderCase.read(folder, "b.json", damaged), "1 not JSON: it is in no", "1 {\"a\":\"好\"}");
  }

  @Test
  void wideEncodings() {
    for (String name : List.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")) {
      Charset wide = Charset.forName(name);
      for (String mark : List.of("\uFEFF", "")) {
        byte[] lines = (mark + "{\"a\":\"é好\"}\n{\"a\":2}\n").getBytes(wide);
        assertRows(ReaderCase.read(folder, "a.jsonl", lines), "1 {\"a\":\"é好\"}", "2 {\"a\":2}");
        byte[] table = (mark + "a,b\r\n好,\"x\ny\"\r\n").getBytes(wide);
        assertRows(ReaderCase.read(folder, "b.csv", table), "2 {\"a\":\"好\",\"b\":\"x\\ny\"}");
      }
    }
    byte[] cut = "first column,b\n1,some text 好好\n".getBytes(StandardCharsets.UTF_16LE);
    assertRows(
        ReaderCase.read(folder, "c.csv", Arrays.copyOf(cut, cut.length - 3)),
        "2 the row is in no encoding");
    byte[] damaged = "i\0d,a,b c,d\n1,2,3,4\n".getBytes(StandardCharsets.UTF_8);
    assertRows(
        ReaderCase.read(folder, "d.csv", damaged),
        "1 the rest of the file cannot be read: its header cannot be read");
  }

  @Test
  void marksInOddPlaces() {
    assertRows(
        ReaderCase.read(folder, "a.jsonl", "\uFEFF{\"a\":1}\n\uFEFF{\"a\":2}\n"),
        "1 {\"a\":1}",
        "2 {\"a\":2}");
    assertRows(
        ReaderCase.read(folder, "b.json", "\uFEFF[{\"a\":1}]\n\uFEFF[{\"a\":2}]\n"),
        "1 {\"a\":1}",
        "2 {\"a\":2}");
    assertRows(
        ReaderCase.read(folder, "c.csv", "\uFEFFa,b\n1,2\n\uFEFFa,b\n\uFEFF3,4\n\uFEFF\"5\",6\n"),
        "2 {\"a\":\"1\",\"b\":\"2\"}",
        "4 {\"a\":\"3\",\"b\":\"4\"}",
        "5 {\"a\":\"5\",\"b\":\"6\"}");
  }

  @Test
  void nothingAtAll() throws Exception {
    for (String name : List.of("a.json", "a.jsonl", "a.csv", "a.tsv")) {
      assertRows(ReaderCase.read(folder, name, ""));
      assertRows(ReaderCase.read(folder, name, "\n\n \n\t\n\r\n"));
      assertRows(ReaderCase.read(folder, name, "\uFEFF"));
    }
    for (String ending : Packed.ENDINGS) {
      assertRows(
          ReaderCase.read(folder, "a.json." + ending, ""), "1 the rest of the file cannot be read");
    }
    assertRows(ReaderCase.read(folder, "a.zip", ""), "1 the rest of the archive cannot be read");
  }

  @Test
  void aTableThatANewerCrawlerWentOnWith() {
    assertRows(
        ReaderCase.read(
            folder,
            "a.csv",
            """
            id,a,note
            1,x,"a, b"
            id,a,note
            2,y,c
            id,a,shares,note
            3,z,9,d
            4,z,d
            """),
        "2 {\"a\":\"x\",\"id\":\"1\",\"note\":\"a, b\"}",
        "4 {\"a\":\"y\",\"id\":\"2\",\"note\":\"c\"}",
        "6 {\"a\":\"z\",\"id\":\"3\",\"note\":\"d\",\"shares\":\"9\"}",
        "7 the row has 3 fields where the header has 4");
    assertRows(
        ReaderCase.read(folder, "b.csv", "id,a\n1,x\n2,y,new\n3,z\n"),
        "2 {\"a\":\"x\",\"id\":\"1\"}",
        "3 the row has 3 fields where the header has 2",
        "4 {\"a\":\"z\",\"id\":\"3\"}");
  }

  @Test
  void aRuleMayWantTheNewHeader() {
    var old = new Layout.Shape("*", List.of(), List.of("shares"), "");
    var newer = new Layout.Shape("*", List.of("shares"), List.of(), "");
    var layout = ReaderCase.layout(List.of(), old, newer);
    byte[] table = utf8("id,a\n1,x\nid,a,shares\n2,y,5\n");
    assertEquals(
        List.of(1L, 2L),
        ReaderCase.read(folder, "a.csv", table, layout).stream().map(Found::rules).toList());
  }

  @Test
  void aLostQuoteCostsItsLine() {
    List<Found> found =
        ReaderCase.read(
            folder,
            "a.csv",
            "a,b\n1,\"x\n2,y\n3,\"z\nz\"\n4,\"say \"\"hi\"\"\"\n5,\"so\" so\n6,\"end\n7,q\n");
    assertRows(
        found,
        "2 a quote of the row does not close",
        "3 {\"a\":\"2\",\"b\":\"y\"}",
        "4 {\"a\":\"3\",\"b\":\"z\\nz\"}",
        "6 {\"a\":\"4\",\"b\":\"say \\\"hi\\\"\"}",
        "7 {\"a\":\"5\",\"b\":\"so so\"}",
        "8 a quote of the row does not close",
        "9 {\"a\":\"7\",\"b\":\"q\"}");
    assertEquals("lines 2-2, bytes 4-9", found.get(0).stretch());
    assertEquals("1,\"x", found.get(0).raw());
  }

  private static String padded(String text) {
    return text + "\n".repeat(200);
  }

  private static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void assertRows(List<Found> found, String... rows) {
    List<String> shown = found.stream().map(Found::brief).toList();
    assertEquals(rows.length, found.size(), shown::toString);
    for (int i = 0; i < rows.length; i++) {
      String row = shown.get(i);
      assertEquals(
          rows[i], row.substring(0, Math.min(rows[i].length(), row.length())), shown::toString);
    }
  }
}
