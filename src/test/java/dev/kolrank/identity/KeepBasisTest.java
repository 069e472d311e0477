package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.silver.Account;
import org.junit.jupiter.api.Test;

/** Parameters are kept while what they were fitted on still holds; tonight is 2026-06-28. */
final class KeepBasisTest {
  private static final String TONIGHT =
      """
      as_of      | platform | accounts | fitted_on  | version
      2026-06-28 | weibo    | 1        | 2026-06-28 | v1
      2026-06-28 | x        | 3        | 2026-06-28 | v1
      """;

  @Test
  void theyAreKeptWhileFewAccountsComeAndGo() {
    night("weibo | 1\nx | 2", "v1", "2026-06-27", "2026-06-27")
        .when(new KeepBasis(0.4, 30, "v1"))
        .then(
            """
            as_of      | platform | accounts | fitted_on  | version
            2026-06-28 | weibo    | 1        | 2026-06-20 | v1
            2026-06-28 | x        | 2        | 2026-06-20 | v1
            """);
  }

  @Test
  void manyNewAccountsAreFittedAnew() {
    night("weibo | 1\nx | 2", "v1", "2026-06-27", "2026-06-27")
        .when(new KeepBasis(0.3, 30, "v1"))
        .then(TONIGHT);
  }

  @Test
  void soIsAPlatformThatTheyDoNotKnow() {
    night("x | 3", "v1", "2026-06-27", "2026-06-27").when(new KeepBasis(9, 30, "v1")).then(TONIGHT);
  }

  @Test
  void anotherProgramOrDecisionFitsItsOwn() {
    night("weibo | 1\nx | 3", "v0", "2026-06-27", "2026-06-27")
        .when(new KeepBasis(9, 30, "v1"))
        .then(TONIGHT);
  }

  @Test
  void theyAgeAfterTheDeclaredDays() {
    night("weibo | 1\nx | 3", "v1", "2026-06-27", "2026-06-27")
        .when(new KeepBasis(9, 8, "v1"))
        .then(TONIGHT);
  }

  @Test
  void whatABrokenNightLeftIsNotGoneOnWith() {
    night("weibo | 1\nx | 3", "v1", "2026-06-27", "2026-06-26")
        .when(new KeepBasis(9, 30, "v1"))
        .then(TONIGHT);
    night("weibo | 1\nx | 3", "v1", "2026-06-26", "2026-06-27")
        .when(new KeepBasis(9, 30, "v1"))
        .then(TONIGHT);
  }

  @Test
  void theFirstNightFits() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3\nweibo:1")
        .when(new KeepBasis(9, 30, "v1"))
        .then(TONIGHT);
  }

  @Test
  void limitsThatMeanNothingAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new KeepBasis(-1, 30, "v1"));
    assertThrows(IllegalArgumentException.class, () -> new KeepBasis(0.1, 0, "v1"));
  }

  /** Three accounts on x and one on weibo tonight; the night of the 27th as given. */
  private static StepCase night(String basis, String version, String partsOf, String fittedOf) {
    var rows = new StringBuilder("as_of | platform | accounts | fitted_on | version\n");
    basis
        .lines()
        .forEach(l -> rows.append("2026-06-27 | %s | 2026-06-20 | %s%n".formatted(l, version)));
    return given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3\nweibo:1")
        .givenPrevious(MatchBasis.TABLE, rows.toString())
        .givenPrevious(
            NamePart.TABLE, "as_of | kind | part | names\n%s | gram | a | 1".formatted(partsOf))
        .givenPrevious(
            MatchParameter.TABLE,
            "as_of | platforms | comparison | level\n%s | * | name | other".formatted(fittedOf));
  }
}
