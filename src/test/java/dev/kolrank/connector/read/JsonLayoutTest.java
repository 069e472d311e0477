package dev.kolrank.connector.read;

import static dev.kolrank.connector.read.BadInputTest.assertRows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.connector.read.ReaderCase.Found;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents and lines are told apart by what parses; what Python writes for no number is null. */
class JsonLayoutTest {
  private static final Layout PAGES = ReaderCase.layout(List.of("items"));

  @TempDir Path folder;

  @Test
  void anEnvelopeWhoseElementsBeginLines() {
    assertRows(
        page("{\"kind\":{},\"items\":[{\"a\":1},\n{\"a\":2},\n{\"a\":3}]}"),
        "1 {\"a\":1}",
        "1 {\"a\":2}",
        "1 {\"a\":3}");
    assertRows(
        page("{\"items\":[{\"a\":1}\r\n,{\"a\":2}\r\n]}\r\n{\"items\":[]}\r\n"),
        "1 {\"a\":1}",
        "1 {\"a\":2}");
  }

  @Test
  void suchAnEnvelopeIsSalvagedWhereItBreaks() {
    assertRows(
        page("{\"items\":[{\"a\":1},\n{\"a\":oops},\n{\"a\":3 4},\n{\"a\":5}\n]}"),
        "1 {\"a\":1}",
        "2 not JSON: ",
        "3 not JSON: ",
        "4 {\"a\":5}");
  }

  @Test
  void aFirstLineInAnotherEncodingOpensADocumentToo() {
    byte[] text = "{\"kind\":\"老王做饭真好吃\",\n\"items\":[{\"a\":1}]}".getBytes(Charset.forName("GBK"));
    assertRows(ReaderCase.read(folder, "a.json", text, PAGES), "1 {\"a\":1}");
  }

  @Test
  void brokenFirstLinesOfRecordsALine() {
    assertRows(
        page("{\"a\":\n{\"a\":2,\n{\"a\":3}\n{\"a\":4}\n"),
        "1 not JSON: it ends too early",
        "2 not JSON: it ends too early",
        "3 {\"a\":3}",
        "4 {\"a\":4}");
  }

  @Test
  void noNumbersAreNull() {
    String record =
        "{\"a\":NaN,\"b\":-Infinity,\"c\":[Infinity,1],\"d\":{\"e\":NaN},\"f\":\"NaN\"}";
    String read = "{\"c\":[null,1],\"d\":{\"e\":null},\"f\":\"NaN\"}";
    assertRows(page(record + "\n" + record + "\n"), "1 " + read, "2 " + read);
    assertRows(page("[" + record + ",\n" + record + "]"), "1 " + read, "2 " + read);
    assertRows(page("{\"items\":[" + record + "]}"), "1 " + read);
    assertRows(ReaderCase.read(folder, "b.jsonl", record), "1 " + read);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'a': 1}                 | a name is not in double quotes at '''",
        "{\"a\": oops}            | 'oops' is no value",
        "{\"a\": 1 \"b\": 2}      | a comma is missing before '\"'",
        "{\"a\" 1}                | a colon is missing before '1'",
        "{\"a\": 1                | it ends too early",
        "{\"a\": \"\\q\"}         | a backslash stands before a character that needs none",
        "{\"a\": 01}              | a number begins with a zero",
        "{\"a\": 1.}              | a number is damaged",
        "{\"a\": True}            | 'True' is no value",
        "{\"a\": <b>}             | '<' begins no value",
        "{\"a\": 1]               | a bracket closes that was not opened",
        "{\"a\": 1}{\"a\": 2}     | more than one value on the line"
      })
  void whyALineIsNotJson(String line, String reason) {
    Found found = ReaderCase.read(folder, "a.jsonl", "{\"a\":1}\n" + line + "\n").get(1);
    assertEquals("not JSON: " + reason, found.problem());
  }

  private List<Found> page(String text) {
    return ReaderCase.read(folder, "a.json", text.getBytes(StandardCharsets.UTF_8), PAGES);
  }
}
