package dev.kolrank.connector;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.landing.Observation;
import dev.kolrank.table.landing.SourceProfile;
import dev.kolrank.table.landing.SourceVerdict;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A source that suddenly gives less than before is withheld, and only then. */
class CheckSourcesTest {
  private static final DriftLimits LIMITS = new DriftLimits(0.7, 0.2, 30, 3);
  private static final CheckSources STEP = new CheckSources(9, LIMITS, Set.of());
  private static final String HEAD = "batch | source | rule | column_name | rows | given";
  private static final String BEFORE = HEAD + " | verdict | drifted\n";

  @Test
  void aSourceThatLostAColumnIsWithheldAsAWhole() {
    given(
            SourceProfile.TABLE,
            HEAD
                + "\n9 | a | post | views | 100 | 5"
                + "\n9 | a | post | likes | 100 | 98"
                + "\n9 | b | post | views | 100 | 96")
        .givenPrevious(
            SourceCheck.TABLE,
            BEFORE
                + nights("a | post | views | 100 | 100", 3)
                + nights("a | post | likes | 100 | 100", 3)
                + nights("b | post | views | 100 | 100", 3))
        .when(STEP)
        .then(
            """
            source | column_name | batches_before | expected | drifted | verdict
            a      | views       | 3              | 100      | true    | withheld
            a      | likes       | 3              | 100      | false   | withheld
            b      | views       | 3              | 100      | false   | taken
            """);
  }

  @Test
  void fewValuesAndAShortHistoryAreNotJudged() {
    given(
            SourceProfile.TABLE,
            HEAD
                + "\n9 | few   | post | views     | 29  | 0"
                + "\n9 | rare  | post | sponsored | 290 | 0"
                + "\n9 | young | post | views     | 100 | 0"
                + "\n9 | fresh | post | views     | 100 | 0")
        .givenPrevious(
            SourceCheck.TABLE,
            BEFORE
                + nights("few | post | views | 100 | 100", 3)
                + nights("rare | post | sponsored | 100 | 10", 3)
                + nights("young | post | views | 100 | 100", 2))
        .when(STEP)
        .then(
            """
            source | batches_before | expected | drifted | verdict
            few    | 3              | 29       | false   | taken
            rare   | 3              | 29       | false   | taken
            young  | 2              | 100      | false   | taken
            fresh  | 0              | null     | false   | taken
            """);
  }

  @Test
  void recordsMayBeLostLessThanValues() {
    given(
            SourceProfile.TABLE,
            HEAD
                + "\n9 | a | post | *     | 100 | 79"
                + "\n9 | b | post | title | 100 | 31"
                + "\n9 | c | post | *     | 100 | 80")
        .givenPrevious(
            SourceCheck.TABLE,
            BEFORE
                + nights("a | post | * | 100 | 100", 3)
                + nights("b | post | title | 100 | 100", 3)
                + nights("c | post | * | 100 | 100", 3))
        .when(STEP)
        .then("source | verdict\na | withheld\nb | taken\nc | taken");
  }

  @Test
  void sevenBatchesCountWithoutThoseWithheld() {
    String before =
        BEFORE
            + "1 | a | post | views | 100 | 0 | taken | false\n"
            + "2 | a | post | views | 100 | 100 | taken | false\n"
            + "3 | a | post | views | 100 | 100 | taken | false\n"
            + "4 | a | post | views | 100 | 100 | taken | false\n"
            + "5 | a | post | views | 100 | 100 | taken | false\n"
            + "6 | a | post | views | 300 | 100 | taken | false\n"
            + "7 | a | post | views | 100 | 0 | withheld | true\n"
            + "8 | a | post | views | 100 | 100 | taken | false\n"
            + "9 | a | post | views | 100 | 0 | taken | false\n"
            + "-91 | a | post | views | 100 | 100 | taken | false";
    given(SourceProfile.TABLE, HEAD + "\n9 | a | post | views | 100 | 100")
        .givenPrevious(SourceCheck.TABLE, before)
        .when(STEP)
        .then("batches_before | expected\n7 | 66.6666666667");
  }

  @Test
  void anAcceptedChangeIsTakenInAndIsWhatCountsFromThenOn() {
    String lost = HEAD + "\n9 | a | post | views | 100 | 0\n9 | a | post | likes | 100 | 100";
    String usual =
        BEFORE
            + nights("a | post | views | 100 | 100", 3)
            + nights("a | post | likes | 100 | 100", 3);
    given(SourceProfile.TABLE, lost)
        .givenPrevious(SourceCheck.TABLE, usual)
        .when(new CheckSources(9, LIMITS, Set.of("a")))
        .then("column_name | drifted | verdict\nviews | true | accepted\nlikes | false | accepted");
    given(SourceProfile.TABLE, lost.replace("\n9", "\n10"))
        .givenPrevious(
            SourceCheck.TABLE,
            usual
                + "9 | a | post | views | 100 | 0 | accepted | true\n"
                + "9 | a | post | likes | 100 | 100 | accepted | false\n")
        .when(new CheckSources(10, LIMITS, Set.of()))
        .then(
            """
            column_name | batches_before | drifted | verdict
            views       | 1              | false   | taken
            likes       | 4              | false   | taken
            """);
  }

  @Test
  void whatIsWithheldIsNotStaged() {
    String head = "batch | source | source_file | source_line | ordinal | kind | reject\n";
    String reject = "reject | {\"part\": \"post\"\\, \"reason\": \"views is negative\"}";
    var step = StageObservations.all().get(3);
    given(
            Observation.TABLE,
            head + "9 | a | a/f | 1 | 1 | " + reject + "\n9 | b | b/f | 1 | 1 | " + reject)
        .and(
            SourceVerdict.TABLE,
            """
            source | rule | column_name | verdict
            a | post | views | withheld
            a | post | likes | withheld
            b | post | views | accepted
            """)
        .when(step)
        .then("source | reason\nb | views is negative");
  }

  @Test
  void limitsOutOfTheirRangeAreRefused() {
    var fault = assertThrows(IllegalArgumentException.class, () -> new DriftLimits(0, 0.2, 30, 3));
    assertEquals("drift.lost-values must be above 0 and at most 1, got 0.0", fault.getMessage());
    assertThrows(IllegalArgumentException.class, () -> new DriftLimits(0.7, 1.1, 30, 3));
    assertThrows(IllegalArgumentException.class, () -> new DriftLimits(0.7, 0.2, 0, 3));
    assertThrows(IllegalArgumentException.class, () -> new DriftLimits(0.7, 0.2, 30, 8));
  }

  /** The same numbers in so many batches, the newest of them batch 8. */
  private static String nights(String row, int count) {
    var rows = new StringBuilder();
    for (int batch = 9 - count; batch < 9; batch++) {
      rows.append("%d | %s | taken | false\n".formatted(batch, row));
    }
    return rows.toString();
  }

  @Test
  void whatNeverHadARowLetsExpectNothing() {
    given(SourceProfile.TABLE, HEAD + "\n9 | a | post | views | 100 | 100")
        .givenPrevious(SourceCheck.TABLE, BEFORE + nights("a | post | views | 0 | 0", 3))
        .when(STEP)
        .then("source | batches_before | expected | drifted\na | 3 | null | false");
  }
}
