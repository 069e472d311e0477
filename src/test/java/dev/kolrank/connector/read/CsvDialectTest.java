package dev.kolrank.connector.read;

import static dev.kolrank.connector.read.BadInputTest.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.connector.read.Layout.Tabular;
import dev.kolrank.connector.read.ReaderCase.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a table is written is found by reading it: separator, quote and header. */
class CsvDialectTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,likes,text\n1,5,\"a; b, c\"\n2,6,\"d\te|f\"\n",
        "id;likes;text\n1;5;\"a; b, c\"\n2;6;d\te|f\n",
        "\uFEFFid;likes;text\r\n1;5;\"a; b, c\"\r\n2;6;d\te|f\r\n",
        "sep=;\nid;likes;text\n1;5;\"a; b, c\"\n2;6;d\te|f\n",
        "\uFEFF\"sep=;\"\r\nid;likes;text\r\n1;5;\"a; b, c\"\r\n2;6;d\te|f\r\n",
        "id\tlikes\ttext\n1\t5\ta; b, c\n2\t6\t\"d\te|f\"\n",
        "id|likes|text\n1|5|a; b, c\n2|6|\"d\te|f\"\n",
        "'id','likes','text'\n'1','5','a; b, c'\n'2','6','d\te|f'\n",
        "id,likes,text\n'1',5,'a; b, c'\n'2',6,'d\te|f'\n",
        "Text;ID;Likes\n\"a; b, c\";1;5\nd\te|f;2;6\n"
      })
  void everyWayOfWritingGivesTheSameRows(String text) {
    for (String name : List.of("a.csv", "a.tsv")) {
      assertEquals(
          List.of("[1,5,a; b, c]", "[2,6,d\te|f]"), known(name, text, Tabular.FOUND), name);
    }
  }

  @Test
  void aCommaTableStaysOneWhateverItsCellsHold() {
    String cells = "id,text,likes\n1,a;b;c;d,5\n2,\"x;y\",6\n3,;;;;;,7\n";
    assertEquals(
        List.of("[1,5,a;b;c;d]", "[2,6,x;y]", "[3,7,;;;;;]"), known("a.csv", cells, Tabular.FOUND));
    // no column is known to the connector, and some rows are broken
    List<Found> foreign = read("b.csv", "who,what\n1;2,3\n4;5\n6;7,8\n", Tabular.FOUND);
    assertRows(foreign, "2 {\"what\":\"3\"", "3 the row has 1 fields", "4 {\"what\":\"8\"");
  }

  @Test
  void theMappingFileMayForceThem() {
    var forced = new Tabular("!", "%", List.of(), Map.of());
    assertEquals(List.of("[1,5,a!b]"), known("a.csv", "id!likes!text\n1!5!%a!b%\n", forced));
    var comma = new Tabular(",", "\"", List.of(), Map.of());
    Found row = read("b.csv", "id;likes\n1;2\n", comma).get(0);
    assertEquals(
        "the header has one field, which no rule reads; is the separator another one?",
        row.untaken());
  }

  @Test
  void aTableWithoutHeaderLosesNoRow() {
    var headed = new Tabular("", "", List.of(List.of("text", "id", "likes")), kinds());
    String text = "soup,1,5\ncake,2,1.2万\n";
    assertEquals(List.of("[1,5,soup]", "[2,1.2万,cake]"), known("a.csv", text, headed));
    assertEquals(List.of("[1,5,soup]"), known("b.csv", "likes,text,id\n5,soup,1\n", headed));
    List<Found> unknown = read("c.csv", text, Tabular.FOUND);
    assertRows(unknown, "1 {\"column 1\":\"soup\"", "2 {\"column 1\":\"cake\"");
    for (Found row : unknown) {
      assertEquals(
          "the table has no header that the connector knows: its first row looks like data",
          row.untaken());
    }
  }

  @Test
  void rowsAboveTheHeaderAreTold() {
    assertRows(
        read("a.csv", "My export\n\nfrom;to\nid;likes;text\n1;5;soup\n", Tabular.FOUND),
        "1 the row stands above the header",
        "3 the row stands above the header",
        "5 {}");
  }

  @Test
  void aForeignHeaderIsNamed() {
    Found row = read("a.csv", "who,wh\u0007at\nsomebody,a longer text\n", Tabular.FOUND).get(0);
    assertEquals(
        "the header has none of the columns that the rules read: found who, wh?at", row.untaken());
  }

  private static Map<String, CellKind> kinds() {
    return Map.of("likes", CellKind.COUNT);
  }

  private static Layout layout(Tabular tabular) {
    var any = new Layout.Shape("*", List.of(), List.of(), "");
    var shape = new StructType().add("id", "string").add("likes", "string").add("text", "string");
    List<String> none = List.of();
    return new Layout(none, none, List.of(), none, none, none, false, List.of(any), shape, tabular);
  }

  private List<Found> read(String name, String text, Tabular tabular) {
    return ReaderCase.read(folder, name, text.getBytes(StandardCharsets.UTF_8), layout(tabular));
  }

  /** What the rules read of each row; every row must be a record that a rule may take. */
  private List<String> known(String name, String text, Tabular tabular) {
    try {
      Path path = java.nio.file.Files.writeString(folder.resolve(name), text);
      var rows = new ArrayList<String>();
      ReaderCase.rows(
          path,
          layout(tabular),
          row -> {
            boolean taken = row.isNullAt(CrawlRow.AT_UNTAKEN) && row.isNullAt(CrawlRow.AT_PROBLEM);
            rows.add(taken ? "" + row.get(CrawlRow.AT_RECORD, null) : ReaderCase.content(row));
          });
      return rows;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
