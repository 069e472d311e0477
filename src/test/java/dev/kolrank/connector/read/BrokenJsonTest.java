package dev.kolrank.connector.read;

import static dev.kolrank.connector.read.BadInputTest.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.connector.read.ReaderCase.Found;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON documents that break: what lies before is used, and what surely lies behind. */
class BrokenJsonTest {
  private static final Layout PAGES = ReaderCase.layout(List.of("items", "more.users"));

  @TempDir Path folder;

  @Test
  void aBadWordCostsItsElement() {
    List<Found> found = plain("[{\"a\":1},{\"a\":oops},{\"a\":3},{\"a\":\"\\q\"},{\"a\":5}]");
    assertRows(found, "1 {\"a\":1}", "1 not JSON: ", "1 {\"a\":3}", "1 not JSON: ", "1 {\"a\":5}");
    assertEquals("lines 1-1, bytes 9-19", found.get(1).stretch());
    assertEquals("{\"a\":oops}", found.get(1).raw());
  }

  @Test
  void aLostBracketInAnIndentedArray() {
    List<Found> found =
        plain(
            """
            [
              {
                "a": 1
              },
              {
                "a": 2,
                "b": [{"c": 1}, {"c": 2}
              },
              {
                "a": 3
              },
              {
                "a": 4
            """);
    assertRows(found, "2 {\"a\":1}", "5 not JSON: ", "9 {\"a\":3}", "12 not JSON from here on");
    assertEquals("lines 5-8, bytes 24-72", found.get(1).stretch());
  }

  @Test
  void aLostQuoteInAnIndentedArray() {
    assertRows(
        plain(
            """
            [
              {
                "a": "one,
                "b": "x"
              },
              {
                "a": "two"
              }
            ]
            [
              {
                "a": 3
              }
            ]
            """),
        "2 not JSON: ",
        "6 {\"a\":\"two\"}",
        "11 {\"a\":3}");
  }

  @Test
  void aBrokenLineInAnArrayOfLines() {
    assertRows(
        plain("[{\"a\":1},\n{\"a\":2,\n{\"a\":3},\n{\"a\":\"4},\n{\"a\":5}\n]\n"),
        "1 {\"a\":1}",
        "2 not JSON: ",
        "3 {\"a\":3}",
        "4 not JSON: ",
        "5 {\"a\":5}");
  }

  @Test
  void whereNothingTellsARecordFromItsPartsTheRestIsOneStretch() {
    List<Found> found = plain("[\n{\"a\":[\n{\"b\":1},\n{\"b\":2},\n{\"b\"}\n\n}\n");
    assertRows(found, "2 not JSON from here on");
    assertEquals("lines 2-7, bytes 2-36", found.get(0).stretch());
  }

  @Test
  void conflictMarkersInALine() {
    assertRows(
        ReaderCase.read(
            folder,
            "a.jsonl",
            "<<<<<<< HEAD\n{\"a\":1}\n=======\n{\"a\":2}\n>>>>>>> other\n{\"a\":3}\n"),
        "1 not JSON: ",
        "2 {\"a\":1}",
        "3 not JSON: ",
        "4 {\"a\":2}",
        "5 not JSON: ",
        "6 {\"a\":3}");
    assertRows(
        ReaderCase.read(folder, "b.csv", "a,b\n<<<<<<< HEAD\n1,2\n=======\n3,4\n>>>>>>> x\n5,6\n"),
        "2 the row has 1",
        "3 {\"a\":\"1\"",
        "4 the row has 1",
        "5 {\"a\":\"3\"",
        "6 the row has 1",
        "7 {\"a\":\"5\"");
  }

  @Test
  void conflictMarkersInAnEnvelope() {
    assertRows(
        page(
            """
            {
              "kind": "page",
            <<<<<<< HEAD
              "pageInfo": {
                "total": 4
              },
            =======
              "pageInfo": {
                "total": 5
            >>>>>>> other
              },
              "items": [
                {
                  "a": 1
                },
            <<<<<<< HEAD
                {
                  "a": 2
                },
            =======
                {
                  "a": 22
                },
            >>>>>>> other
                {
                  "a": 3,
            <<<<<<< HEAD
                  "b": 1
            =======
                  "b": 2
            >>>>>>> other
                },
                {
                  "a": 4
                }
              ],
              "more": {
                "users": {
                  "a": 5
                }
              }
            }
            {
              "items": [
                {
                  "a": 6
                }
              ]
            }
            """),
        "3 not JSON: unexpected text",
        "13 {\"a\":1}",
        "16 not JSON: ",
        "17 {\"a\":2}",
        "20 not JSON: ",
        "21 {\"a\":22}",
        "24 not JSON: ",
        "25 not JSON: ",
        "33 {\"a\":4}",
        "38 {\"a\":5}",
        "43 {\"a\":6}");
  }

  @Test
  void aMarkerBeforeTheEnvelope() {
    assertRows(
        page("<<<<<<< HEAD\n{\n  \"items\": [\n    {\"a\": 1}\n  ]\n}\n>>>>>>> x\n"),
        "1 not JSON: ",
        "2 {\"a\":1}",
        "7 not JSON: ");
  }

  @Test
  void anEnvelopeWithoutRecordsIsLostWhole() {
    List<Found> found = page("{\n  \"items\": 7,\n  \"b\": oops\n}\n{\n  \"a\": 2\n}\n");
    assertRows(found, "1 not JSON: ", "5 {\"a\":2}");
    assertEquals("lines 1-4, bytes 0-29", found.get(0).stretch());
  }

  @Test
  void anEnvelopeCutInTheMiddle() {
    List<Found> found = page("{\"kind\":1,\"items\":[{\"a\":1},{\"a\":2},{\"a\":");
    assertRows(found, "1 {\"a\":1}", "1 {\"a\":2}", "1 not JSON from here on");
    assertEquals("lines 1-1, bytes 35-40", found.get(2).stretch());
  }

  private List<Found> plain(String text) {
    return ReaderCase.read(folder, "a.json", text);
  }

  private List<Found> page(String text) {
    return ReaderCase.read(folder, "a.json", text.getBytes(StandardCharsets.UTF_8), PAGES);
  }
}
