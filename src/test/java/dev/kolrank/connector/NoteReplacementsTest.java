package dev.kolrank.connector;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.landing.Observation;
import org.junit.jupiter.api.Test;

/** What tonight's batch takes out of bronze is known before it is gone. */
class NoteReplacementsTest {
  private static final String LEDGER =
      """
      batch | source_file
      1     | s/a.json
      2     | s/b.zip
      2     | s/c.json
      3     | s/d.json
      """;
  private static final String POSTS =
      """
      batch | post_uid | account_uid | source_file       | observed_at         | published_at
      1     | x:p1     | x:1         | s/a.json          | 2026-06-26 10:00:00 | null
      1     | x:p1     | x:1         | s/a.json          | 2026-06-26 12:00:00 | null
      2     | x:p2     | x:1         | s/b.zip!/in/1.csv | 2026-06-26 10:00:00 | 2026-06-20 10:00:00
      2     | x:p3     | x:1         | s/c.json          | 2026-06-26 10:00:00 | null
      4     | x:p4     | x:1         | s/e.json          | 2026-06-26 10:00:00 | null
      """;

  @Test
  void filesThatComeAgainAndWhatABrokenRunLeft() {
    tonight(
            "kind | source_file\nfile | s/a.json\nfile | s/b.zip\nfile | s/new.json\npost | s/c.json")
        .givenPrevious(IngestedFile.TABLE, LEDGER)
        .givenPrevious(PostObservation.TABLE, POSTS)
        .givenPrevious(
            AccountObservation.TABLE,
            "batch | account_uid | source_file | observed_at\n1 | x:1 | s/a.json | 2026-06-26 10:00:00")
        .givenPrevious(
            CommentObservation.TABLE,
            "batch | comment_uid | source_file\n4 | x:c1 | s/e.json\n3 | x:c2 | s/d.json")
        .when(new NoteReplacements(4))
        .then(
            """
            batch | kind    | uid      | account_uid | day        | held_batch
            4     | file    | s/a.json | null        | null       | 1
            4     | file    | s/b.zip  | null        | null       | 2
            4     | account | x:1      | x:1         | 2026-06-26 | null
            4     | post    | x:p1     | x:1         | 2026-06-26 | null
            4     | post    | x:p2     | x:1         | 2026-06-20 | null
            4     | post    | x:p4     | x:1         | 2026-06-26 | null
            4     | comment | x:c1     | null        | null       | null
            """);
  }

  @Test
  void whatABrokenRunNotedStays() {
    tonight("kind | source_file\nfile | s/new.json")
        .givenPrevious(
            Replacement.TABLE,
            """
            batch | kind | uid      | account_uid | day        | held_batch
            3     | post | x:p0     | x:1         | 2026-06-26 | null
            4     | file | s/a.json | null        | null       | 1
            4     | post | x:p1     | x:1         | 2026-06-26 | null
            """)
        .givenPrevious(IngestedFile.TABLE, LEDGER)
        .when(new NoteReplacements(5))
        .then(
            """
            batch | kind | uid      | held_batch
            5     | file | s/a.json | 1
            5     | post | x:p1     | null
            """);
  }

  private static StepCase tonight(String rows) {
    return given(Observation.TABLE, rows);
  }
}
