package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.core.Check;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.identity.OverrideOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Overrides that name nobody, or do not hold, are told. */
final class CheckOverridesTest {

  @Test
  void whatPeopleDecidedIsHeldAgainstTheNightsKols() {
    given(KolAccount.TABLE, "account_uid | kol_id\nx:1 | kone\nweibo:3 | kthree")
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | kol_id
            x:1         | kbefore
            weibo:1     | kone
            weibo:2     | kbefore
            """)
        .when(
            new CheckOverrides(
                List.of(
                    new LinkOverride("x:1", "weibo:1", true),
                    new LinkOverride("x:1", "weibo:2", false),
                    new LinkOverride("weibo:3", "weibo:1", true),
                    new LinkOverride("weibo:1", "x:1", false),
                    new LinkOverride("weibo:1", "x:misspelt", true))))
        .then(
            """
            as_of      | one_uid | other_uid  | same  | outcome
            2026-06-28 | x:1     | weibo:1    | true  | kept
            2026-06-28 | x:1     | weibo:2    | false | kept
            2026-06-28 | weibo:3 | weibo:1    | true  | broken
            2026-06-28 | weibo:1 | x:1        | false | broken
            2026-06-28 | weibo:1 | x:misspelt | true  | unknown
            """);
  }

  @Test
  void theAuditTellsWhatIsBrokenOrUnknownAndRefusesNothing() {
    List<String> watched =
        OverrideOutcome.TABLE.allChecks().stream()
            .filter(check -> !check.isRequired())
            .map(Check::rule)
            .toList();
    assertEquals(
        List.of("KOLs are as overrides say", "overrides name accounts that were seen"), watched);
  }

  @Test
  void withoutOverridesThereIsNothingToTell() {
    given(KolAccount.TABLE, "account_uid | kol_id\nx:1 | kone")
        .when(new CheckOverrides(List.of()))
        .then("outcome");
  }
}
