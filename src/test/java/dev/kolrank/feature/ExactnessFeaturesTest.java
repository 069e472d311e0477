package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Rounding is no growth, lower bounds are none, and the share of both is published. */
class ExactnessFeaturesTest {

  @Test
  void sharesAreOfTheViewsAndInteractionsOfTheWindow() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3")
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | viewed_posts | engaged_posts | rounded_counts | censored_counts
            x:1         | 2026-06-28 | 3            | 2             | 4              | 1
            x:1         | 2026-05-01 | 3            | 2             | 1              | 0
            x:1         | 2026-03-30 | 9            | 9             | 9              | 9
            x:2         | 2026-06-28 | 3            | 2             | 0              | 0
            x:3         | 2026-06-28 | 0            | 0             | 0              | 0
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | rounded_counts_share_90d | censored_counts_share_90d
            x:1         | 0.5                      | 0.1
            x:2         | 0                        | 0
            x:3         | null                     | null
            """);
  }

  @Test
  void aChangeWithinTheRoundingOfItsEndsIsNoGrowth() {
    ends("""
    x:same    | 2026-06-01 | 12000  | [followers]
    x:same    | 2026-06-28 | 12000  | [followers]
    x:step    | 2026-06-01 | 12000  | [followers]
    x:step    | 2026-06-28 | 13000  | [followers]
    x:steps   | 2026-06-01 | 9000   | [followers]
    x:steps   | 2026-06-28 | 19000  | [followers]
    x:exact   | 2026-06-01 | 9000   | []
    x:exact   | 2026-06-28 | 9000   | []
    x:mixed   | 2026-06-01 | 12345  | []
    x:mixed   | 2026-06-28 | 13000  | [followers]
    x:fine    | 2026-06-01 | 99000  | [followers]
    x:fine    | 2026-06-28 | 100000 | []
    x:round   | 2026-06-01 | 19000  | [followers]
    x:round   | 2026-06-28 | 20000  | [followers]
    x:shown   | 2026-06-01 | 19000  | [followers]
    x:shown   | 2026-06-28 | 39000  | [followers]
    x:noughts | 2026-06-01 | 20000  | [followers]
    x:noughts | 2026-06-28 | 30000  | [followers]
    """)
        .then(
            """
            account_uid | follower_growth_28d | follower_growth_90d | follower_acceleration
            x:same      | null                | null                | null
            x:step      | null                | null                | null
            x:steps     | 0.718819298         | 0.718819298         | 0
            x:exact     | 0                   | 0                   | 0
            x:mixed     | null                | null                | null
            x:fine      | null                | null                | null
            x:round     | null                | null                | null
            x:shown     | 0.718819298         | 0.718819298         | 0
            x:noughts   | null                | null                | null
            """);
  }

  @Test
  void aLowerBoundIsNoEndOfGrowth() {
    given(Account.TABLE, "account_uid\nx:1")
        .and(
            AccountDay.TABLE,
            """
            account_uid | day        | followers | censored
            x:1         | 2026-06-13 | 100000    | [followers]
            x:1         | 2026-06-14 | 1000      | [posts]
            x:1         | 2026-06-28 | 3000      | null
            """)
        .when(new ComputeAccountFeatures())
        .then("follower_growth_28d\n1.386294361");
  }

  /** 2K after 1,050 may be as few as 1,500, or in a page that cuts digits off no jump at all. */
  @Test
  void roundingIsNoJumpOfFollowers() {
    ends(jumpTo("2000 | []")).then("follower_spikes_90d\n1");
    ends(jumpTo("2000 | [followers]")).then("follower_spikes_90d\n0");
  }

  private static String jumpTo(String last) {
    return IntStream.range(0, 6)
            .mapToObj(i -> "x:1 | 2026-06-2%d | 10%d0 | []\n".formatted(i, i))
            .collect(Collectors.joining())
        + "x:1 | 2026-06-26 | "
        + last;
  }

  private static StepCase ends(String days) {
    String accounts =
        days.lines()
            .map(l -> l.split(" ", 2)[0])
            .distinct()
            .reduce("account_uid", (a, b) -> a + "\n" + b);
    return given(Account.TABLE, accounts)
        .and(AccountDay.TABLE, "account_uid | day | followers | rounded\n" + days)
        .when(new ComputeAccountFeatures());
  }
}
