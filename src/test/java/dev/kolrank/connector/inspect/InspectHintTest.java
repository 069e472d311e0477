package dev.kolrank.connector.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.IngestedFile;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a run names the command that maps a file, and for which file. */
class InspectHintTest {
  private static final String REMEDY = " shows what the file is and writes a mapping";

  @Test
  void aFileRejectedWholeIsNamedThoughItsSourceLostLittle() {
    says(
        "shop/a.csv was rejected whole: jobs/inspect my-crawl/shop/a.csv" + REMEDY,
        """
        source | source_file | records | rejected
        shop   | shop/a.csv  | 3       | 3
        shop   | shop/b.csv  | 900     | 20
        """);
  }

  @Test
  void aSourceThatLostOverAFifthNamesItsWorstFile() {
    says(
        "21 of 100 records of shop were rejected: jobs/inspect my-crawl/shop/b.csv" + REMEDY,
        """
        source | source_file | records | rejected
        shop   | shop/a.csv  | 50      | 1
        shop   | shop/b.csv  | 50      | 20
        forum  | forum/c.csv | 900     | 90
        """);
  }

  @Test
  void aFifthIsNotOverAFifth() {
    saysNothing(
        """
        source | source_file | records | rejected
        shop   | shop/a.csv  | 100     | 20
        empty  | empty/b.csv | 0       | 0
        """);
  }

  @Test
  void ofFilesRejectedWholeTheOneWithMostRecordsIsNamed() {
    says(
        "shop/b.csv was rejected whole: jobs/inspect my-crawl/shop/b.csv" + REMEDY,
        """
        source | source_file | records | rejected
        shop   | shop/a.csv  | 3       | 3
        shop   | shop/b.csv  | 4       | 4
        forum  | forum/c.csv | 10      | 9
        """);
  }

  @Test
  void aNameWithBlanksIsOneWordOfTheShell() {
    says(
        "shop/my list.csv was rejected whole: jobs/inspect 'my-crawl/shop/my list.csv'" + REMEDY,
        """
        source | source_file      | records | rejected
        shop   | shop/my list.csv | 1       | 1
        """);
  }

  private static void says(String sentence, String ledger) {
    assertEquals(Optional.of(sentence), hint(ledger));
  }

  private static void saysNothing(String ledger) {
    assertEquals(Optional.empty(), hint(ledger));
  }

  private static Optional<String> hint(String ledger) {
    return InspectHint.of(StepCase.rowsOf(IngestedFile.TABLE, ledger), "my-crawl");
  }
}
