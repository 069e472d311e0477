package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepCase;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.bronze.Reject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RejectSummaryTest {
  private final MemoryLake lake = new MemoryLake();

  @BeforeEach
  void rejects() {
    lake.write(
        Reject.TABLE,
        StepCase.rowsOf(
            Reject.TABLE,
            """
            batch | source_file | source_line | part   | reason
            1     | b/2.csv     | 7           | record | the row has 9 fields where the header has 12
            1     | b/1.csv     | 40          | record | the row has 11 fields where the header has 12
            1     | b/1.csv     | 9           | record | the row has 10 fields where the header has 12
            1     | a/1.json    | 1           | post   | post_id is missing or damaged
            1     | a/1.json    | 2           | post   | post_id is missing or damaged
            1     | a/2.json    | 3           | record | not JSON: it never ends
            1     | c/2.json    | 3           | record | one
            1     | c/2.json    | 3           | record | two
            1     | c/2.json    | 3           | record | zebra
            2     | a/2.json    | 3           | record | not JSON: a value is missing
            """),
        "true");
  }

  @Test
  void theFiveMostFrequentReasonsComeWithAPlaceAndARemedy() {
    List<String> sentences = RejectSummary.of(lake, 1);
    assertEquals(5, sentences.size());
    assertEquals(
        List.of(
            "3 × record: the row has 10 fields where the header has 12 (first in b/1.csv, line 9);"
                + " jobs/inspect with this file shows its fields: mend the mapping in"
                + " conf/connectors",
            "2 × post: post_id is missing or damaged (first in a/1.json, line 1); export the file"
                + " without a spreadsheet, which rounds long ids",
            "1 × record: not JSON: it never ends (first in a/2.json, line 3); crawl these records"
                + " again: they are cut or broken"),
        sentences.subList(0, 3));
  }

  @Test
  void aRunWithoutNewFilesHasNone() {
    assertEquals(List.of(), RejectSummary.of(lake, 0));
  }
}
