package dev.kolrank.connector.read;

import static dev.kolrank.connector.read.BadInputTest.assertRows;

import dev.kolrank.connector.read.ReaderCase.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that do not fit the header above them, in tables whose last columns may be missing. */
class ShiftedRowTest {
  private static final List<String> NEWER =
      List.of("id", "film", "day", "likes", "shares", "own", "of a", "of b");

  @TempDir Path folder;

  @Test
  void aRowThatFitsWhatTheCrawlerIsKnownToWriteIsReadBelowThat() {
    assertRows(
        read(
            List.of(NEWER),
            """
            id,day,likes,shares,own,of a,of b
            1,2026-01-02,5,6,true
            2,,2026-01-03,7,8,false
            3,f,2026-01-04,9,10,true,x,y
            """),
        "2 {\"day\":\"2026-01-02\",\"id\":\"1\",\"likes\":\"5\",\"own\":\"true\",\"shares\":\"6\"}",
        "3 {\"day\":\"2026-01-03\",\"id\":\"2\",\"likes\":\"7\",\"own\":\"false\",\"shares\":\"8\"}",
        "4 {\"day\":\"2026-01-04\",\"film\":\"f\",\"id\":\"3\",\"likes\":\"9\",\"of a\":\"x\"");
  }

  @Test
  void aRowThatFitsNothingIsRefused() {
    assertRows(
        read(
            List.of(),
            """
            id,day,likes,shares,own,of a,of b
            1,,2026-01-02,5,6,true,x
            2,,2026-01-02,5,6,true
            3,Rome,soup,5
            4,2026-01-02,many,2,true
            5,2026-01-02,1,2,true,x,y
            """),
        "2 the row does not fit the header: its column likes holds no count",
        "3 the row has 6 fields where the header has 7",
        "4 the row does not fit the header: its column likes holds no count",
        "5 {\"day\":\"2026-01-02\",\"id\":\"4\",\"likes\":\"many\"",
        "6 {\"day\":\"2026-01-02\",\"id\":\"5\"");
  }

  @Test
  void aDeclaredHeaderOfOtherColumnsDoesNotCount() {
    assertRows(
        read(List.of(List.of("id", "a", "b", "day")), "id,day,likes\n1,x,y,2026-01-02\n"),
        "2 the row has 4 fields where the header has 3");
  }

  private List<Found> read(List<List<String>> headers, String text) {
    var any = new Layout.Shape("*", List.of(), List.of(), "");
    var kinds =
        Map.of(
            "day", CellKind.TIME,
            "likes", CellKind.COUNT,
            "shares", CellKind.COUNT,
            "own", CellKind.FLAG);
    List<String> none = List.of();
    var layout =
        new Layout(
            none,
            none,
            List.of(),
            none,
            List.of("shares", "own", "of *"),
            none,
            false,
            List.of(any),
            new StructType(),
            new Layout.Tabular("", "", headers, kinds));
    return ReaderCase.read(folder, "a.csv", text.getBytes(StandardCharsets.UTF_8), layout);
  }
}
