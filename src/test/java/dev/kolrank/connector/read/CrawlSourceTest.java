package dev.kolrank.connector.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.Bytes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as crawlers leave them: every record or stretch of text, where it lies, why it is none. */
class CrawlSourceTest {
  private static final Layout PLAIN = layout(List.of(), List.of());

  @TempDir Path folder;

  @Test
  void jsonALine() {
    assertRows("a.jsonl", "{\"a\":1}\n\n{\"a\":\n{\"a\":2}", "1 1", "3 not JSON", "4 2");
  }

  @Test
  void aBrokenFirstLineHidesNothing() {
    assertRows("a.jsonl", "{\"a\":\n{\"a\":2}\n{\"a\":3}\n", "1 not JSON", "2 2", "3 3");
    assertRows("b.jsonl", "oops\n{\"a\":2}\n", "1 not JSON", "2 2");
  }

  @Test
  void twoValuesOnALineAreNone() {
    assertRows("a.jsonl", "{\"a\":1}\n{\"a\":2}{\"a\":3}\n", "1 1", "2 not JSON");
  }

  @Test
  void anArrayPrettyOrNot() {
    assertRows("a.json", "[{\"a\":1},{\"a\":2}]", "1 1", "1 2");
    assertRows("b.json", "[\n  {\n    \"a\": 1\n  },\n  {\"a\": 2}\n]\n", "2 1", "5 2");
    assertRows("c.json", "[]");
    assertRows("d.json", "[1, {\"a\":2}]", "1 the record is not a JSON object", "1 2");
  }

  @Test
  void oneDocumentOrSeveral() {
    assertRows("a.json", "{\n  \"a\": 1\n}\n", "1 1");
    assertRows("b.json", "{\n\"a\": 1\n}\n{\n\"a\": 2\n}", "1 1", "4 2");
    assertRows("c.json", "[{\"a\":1}]\n[{\"a\":2}]", "1 1", "2 2");
  }

  @Test
  void aBrokenTailIsOneRecord() {
    assertRows("a.json", "[{\"a\":1},\n{\"a\":2},\n{\"a\":", "1 1", "2 2", "3 not JSON from here");
    assertRows("b.json", "{\n\"a\": 1", "1 not JSON from here");
  }

  @Test
  void theRecordsOfAPage() {
    Layout pages = layout(List.of("items", "more.users"), List.of());
    String text =
        "{\"items\":[{\"a\":1},{\"a\":2}],\"more\":{\"users\":{\"a\":3}},\"next\":\"x\"}\n";
    assertEquals(List.of("1 1", "1 2", "1 3", "2 4"), read("a.jsonl", text + "{\"a\":4}\n", pages));
    assertEquals(
        List.of("1 items holds no JSON object"), read("b.jsonl", "{\"items\":[7,null]}\n", pages));
  }

  @Test
  void tablesWithQuotesLineBreaksAndShortRows() {
    assertRows(
        "a.csv",
        "A,b\n1,\"x\ny\"\n\n,\n2\n3,4,5\n6,\n",
        "2 1",
        "6 the row has 1",
        "7 the row has 3",
        "8 6");
    assertRows("b.tsv", "b\ta\nx\t1\n", "2 1");
    assertRows("c.csv", "a,b\n");
    assertRows("d.csv", "b,a\nx,\"7\nnever,closed", "2 a quote", "3 closed");
  }

  @Test
  void encodingsAndMarks() {
    assertRows("a.jsonl", "\uFEFF{\"a\":1}\n", "1 1");
    assertRows("b.csv", "\uFEFFa\n1\n", "2 1");
    Layout gbk = layout(List.of(), List.of("GBK"));
    byte[] bytes = "a\n老王做饭，家常菜\n".getBytes(Charset.forName("GBK"));
    assertEquals(List.of("2 老王做饭，家常菜"), read("c.csv", bytes, gbk));
  }

  @Test
  void compressedWhole() {
    assertEquals(List.of("1 1"), read("a.jsonl.gz", Bytes.gzip("{\"a\":1}\n"), PLAIN));
    assertEquals(List.of("2 1"), read("b.CSV.GZ", Bytes.gzip("a\n1\n"), PLAIN));
  }

  @Test
  void halfAGzipTellsWhereItEnds() {
    var text = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      text.append("{\"a\":\"").append(Integer.toHexString(i * 7919)).append("\"}\n");
    }
    byte[] whole = Bytes.gzip(text.toString());
    List<String> rows = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2), PLAIN);
    assertTrue(rows.size() > 1000, "what lies before the cut is read");
    assertEquals("the rest", rows.get(rows.size() - 1).split(" ", 2)[1].substring(0, 8));
  }

  @Test
  void whatIsNoText() {
    byte[] image = {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13};
    assertEquals(
        List.of("1 the rest of the file cannot be read: it is not text"),
        read("a.json", image, PLAIN));
    assertRows("b.csv", "a\n\0\0\n", "1 the rest of the file cannot be read: it is not text");
    assertEquals(1, read("c.json.gz", image, PLAIN).size());
    assertRows("d.json", "");
    assertRows("e.csv", "");
    assertRows("f.json", " \n \n");
  }

  private void assertRows(String name, String text, String... rows) {
    List<String> found = read(name, text, PLAIN);
    assertEquals(rows.length, found.size(), found::toString);
    for (int i = 0; i < rows.length; i++) {
      assertEquals(
          rows[i], found.get(i).substring(0, Math.min(rows[i].length(), found.get(i).length())));
    }
  }

  private List<String> read(String name, String text, Layout layout) {
    return read(name, text.getBytes(StandardCharsets.UTF_8), layout);
  }

  /** Per record its line, then its field "a" or what is wrong with it; checks the closing row. */
  private List<String> read(String name, byte[] bytes, Layout layout) {
    try {
      Path path = Files.write(folder.resolve(name), bytes);
      var day = LocalDate.parse("2026-01-31");
      var file = new CrawlFile(path.toUri().toString(), "s/d/" + name, "s", day, bytes.length, 0);
      List<Row> rows =
          CrawlSource.read(SparkFixture.spark(), "test " + path, List.of(file), layout)
              .selectExpr("source_line", "coalesce(problem, record.a, '')", "records")
              .collectAsList();
      Row closing = rows.get(rows.size() - 1);
      assertEquals(rows.size() - 1, closing.getLong(2));
      return rows.subList(0, rows.size() - 1).stream()
          .map(r -> r.getLong(0) + " " + r.getString(1))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Layout layout(List<String> split, List<String> charsets) {
    var any = new Layout.Shape("*", List.of(), List.of(), "");
    var shape = new StructType().add("a", "string");
    return new Layout(
        split,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        charsets,
        false,
        List.of(any),
        shape,
        Layout.Tabular.FOUND);
  }
}
