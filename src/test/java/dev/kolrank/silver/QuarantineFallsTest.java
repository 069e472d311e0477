package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.StepChain;
import dev.kolrank.core.Step;
import dev.kolrank.silver.disclosure.Disclosure;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.QuarantinedValue;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Counts that fall impossibly far are held back until they are confirmed. */
class QuarantineFallsTest {
  private static final QuarantineFalls STEP = new QuarantineFalls(0.9, 1_000);
  private static final Step POSTS =
      new UpdatePosts(Disclosure.load(Path.of("conf/disclosure.conf")));

  private static final String KEPT =
      """
      account_uid | followers | following | posts | first_seen          | last_seen           | seen
      x:1         | 5000      | 40        | 2000  | 2026-06-20 10:00:00 | 2026-06-27 10:00:00 | {posts: 2026-06-25 10:00:00}
      """;
  private static final String WAITING =
      """
      kind    | uid | column_name | observed_at         | source | value | kept_value | since               | state
      account | x:1 | followers   | 2026-06-27 12:00:00 | a      | 0     | 5000       | 2026-06-27 12:00:00 | waiting
      """;

  private static final String ZERO =
      """
      account_uid | observed_at         | source | source_file | name | followers | following | posts
      x:1         | 2026-06-28 10:00:00 | a      | a/1.json    | Ann  | 0         | 0         | 0
      """;

  @Test
  void aZeroAfterThousandsWaits() {
    given(AccountObservation.TABLE, ZERO)
        .givenPrevious(Account.TABLE, KEPT)
        .when(STEP)
        .then(
            """
            kind    | uid | column_name | observed_at         | source | source_file | value | kept_value | since               | state   | decided_at
            account | x:1 | followers   | 2026-06-28 10:00:00 | a      | a/1.json    | 0     | 5000       | 2026-06-28 10:00:00 | waiting | null
            account | x:1 | posts       | 2026-06-28 10:00:00 | a      | a/1.json    | 0     | 2000       | 2026-06-28 10:00:00 | waiting | null
            """);
  }

  @Test
  void silverKeepsTheValueBeforeAndWhenItWasSeen() {
    given(AccountObservation.TABLE, ZERO)
        .givenPrevious(Account.TABLE, KEPT)
        .when(StepChain.of(STEP, new UpdateAccounts()))
        .then(
            """
            account_uid | name | followers | following | posts | last_seen           | seen
            x:1         | Ann  | 5000      | 0         | 2000  | 2026-06-28 10:00:00 | {followers: 2026-06-27 10:00:00, posts: 2026-06-25 10:00:00}
            """);
  }

  @Test
  void theDayOfAQuarantinedValueHasNone() {
    given(AccountObservation.TABLE, ZERO)
        .givenPrevious(Account.TABLE, KEPT)
        .givenPrevious(AccountDay.TABLE, "account_uid | day | followers\nx:1 | 2026-06-27 | 5000")
        .when(StepChain.of(STEP, new UpdateAccountDays()))
        .then(
            "account_uid | day | followers | following | posts\n"
                + "x:1 | 2026-06-28 | null | 0 | null");
  }

  @Test
  void aSecondDayConfirmsBothZeros() {
    StepCase night =
        given(
                AccountObservation.TABLE,
                """
                account_uid | observed_at         | source | followers
                x:1         | 2026-06-28 10:00:00 | a      | 3
                """)
            .givenPrevious(Account.TABLE, KEPT)
            .givenPrevious(QuarantinedValue.TABLE, WAITING);
    night
        .when(STEP)
        .then(
            """
            uid | observed_at         | value | kept_value | since               | state     | decided_at
            x:1 | 2026-06-27 12:00:00 | 0     | 5000       | 2026-06-27 12:00:00 | confirmed | 2026-06-28 10:00:00
            x:1 | 2026-06-28 10:00:00 | 3     | 5000       | 2026-06-27 12:00:00 | confirmed | 2026-06-28 10:00:00
            """);
    night
        .when(StepChain.of(STEP, new UpdateAccounts()))
        .then("account_uid | followers | following\nx:1 | 3 | 40");
    night
        .when(StepChain.of(STEP, new UpdateAccountDays()))
        .then("account_uid | day | followers\nx:1 | 2026-06-27 | 0\nx:1 | 2026-06-28 | 3");
  }

  @Test
  void theOldValueSeenAgainRefutesTheZero() {
    StepCase night =
        given(
                AccountObservation.TABLE,
                "account_uid | observed_at | source | followers\n"
                    + "x:1 | 2026-06-28 10:00:00 | a | 5000")
            .givenPrevious(Account.TABLE, KEPT)
            .givenPrevious(QuarantinedValue.TABLE, WAITING);
    night
        .when(STEP)
        .then("uid | value | state | decided_at\nx:1 | 0 | refuted | 2026-06-28 10:00:00");
    night
        .when(StepChain.of(STEP, new UpdateAccounts()))
        .then(
            "account_uid | followers | seen\n"
                + "x:1 | 5000 | {following: 2026-06-27 10:00:00, posts: 2026-06-25 10:00:00}");
    night
        .when(StepChain.of(STEP, new UpdateAccountDays()))
        .then("account_uid | day | followers\nx:1 | 2026-06-28 | 5000");
  }

  /** A rise, a small account and whoever was not seen tonight are left alone. */
  @Test
  void whatMayBeTrueIsBelieved() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers
            x:1         | 2026-06-28 10:00:00 | 90000
            x:2         | 2026-06-28 10:00:00 | 0
            x:3         | 2026-06-28 10:00:00 | 501
            """)
        .givenPrevious(
            Account.TABLE,
            """
            account_uid | followers | last_seen
            x:1         | 5000      | 2026-06-27 10:00:00
            x:2         | 999       | 2026-06-27 10:00:00
            x:3         | 5000      | 2026-06-27 10:00:00
            x:4         | 5000      | 2026-06-27 10:00:00
            """)
        .when(STEP)
        .then("uid");
  }

  /** 2000 between 5000 and 450: no step is so large, though the later one was held back. */
  @Test
  void aLateFileThatShowsTheWayDownTakesAValueOutOfQuarantine() {
    StepCase night =
        given(
                AccountObservation.TABLE,
                "account_uid | observed_at | source | followers\n"
                    + "x:1 | 2026-06-26 10:00:00 | a | 2000")
            .givenPrevious(
                AccountObservation.TABLE,
                """
                account_uid | observed_at         | source | followers
                x:1         | 2026-06-25 10:00:00 | a      | 5000
                x:1         | 2026-06-27 10:00:00 | a      | 450
                """)
            .givenPrevious(
                Account.TABLE,
                """
                account_uid | followers | last_seen           | seen
                x:1         | 5000      | 2026-06-27 10:00:00 | {followers: 2026-06-25 10:00:00}
                """)
            .givenPrevious(
                AccountDay.TABLE,
                """
                account_uid | day        | followers | last_seen
                x:1         | 2026-06-25 | 5000      | 2026-06-25 10:00:00
                x:1         | 2026-06-27 | null      | 2026-06-27 10:00:00
                """)
            .givenPrevious(
                QuarantinedValue.TABLE,
                """
                kind    | uid | column_name | observed_at         | source | value | kept_value | state
                account | x:1 | followers   | 2026-06-27 10:00:00 | a      | 450   | 5000       | waiting
                """);
    night
        .when(STEP)
        .thenGone(
            "uid | column_name | observed_at | source\nx:1 | followers | 2026-06-27 10:00:00 | a")
        .then("uid");
  }

  @Test
  void aReplacedFileTakesItsZeroOutOfQuarantine() {
    given(Replacement.TABLE, "kind | uid | account_uid | day\naccount | x:1 | x:1 | 2026-06-27")
        .givenPrevious(
            AccountObservation.TABLE,
            "account_uid | observed_at | source | followers\nx:1 | 2026-06-25 10:00:00 | a | 5000")
        .givenPrevious(Account.TABLE, KEPT)
        .givenPrevious(QuarantinedValue.TABLE, WAITING)
        .when(STEP)
        .thenGone(
            "uid | column_name | observed_at | source\nx:1 | followers | 2026-06-27 12:00:00 | a")
        .then("uid");
  }

  @Test
  void aPostsCountsAreGuardedToo() {
    StepCase night =
        given(
            PostObservation.TABLE,
            """
            post_uid | account_uid | observed_at         | published_at        | source | views | likes | comments | rounded
            x:p1     | x:1         | 2026-06-26 10:00:00 | 2026-06-20 10:00:00 | a      | 20000 | 1500  | 10       | [views]
            x:p1     | x:1         | 2026-06-27 10:00:00 | 2026-06-20 10:00:00 | a      | 1200  | 0     | 0        | [views]
            x:p1     | x:1         | 2026-06-28 10:00:00 | 2026-06-20 10:00:00 | a      | 1200  | 1600  | 0        | [views]
            """);
    night
        .when(STEP)
        .then(
            """
            kind | uid  | column_name | observed_at         | value | rounded | kept_value | state
            post | x:p1 | views       | 2026-06-27 10:00:00 | 1200  | true    | 20000      | confirmed
            post | x:p1 | views       | 2026-06-28 10:00:00 | 1200  | true    | 20000      | confirmed
            post | x:p1 | likes       | 2026-06-27 10:00:00 | 0     | false   | 1500       | refuted
            """);
    night
        .when(StepChain.of(STEP, POSTS))
        .then(
            """
            post_uid | views | likes | comments | engagements | rounded | sighted
            x:p1     | 1200  | 1600  | 0        | 1600        | [views] | [{"account_uid":"x:1","day":"2026-06-20"}]
            """);
  }

  /** The value confirmed was observed on an earlier night: only quarantine knows it. */
  @Test
  void aConfirmedValueKeepsItsFlagAndCountsNoOtherPlace() {
    given(
            PostObservation.TABLE,
            """
            post_uid | account_uid | observed_at         | published_at        | source | likes
            x:p1     | x:1         | 2026-06-28 10:00:00 | 2026-06-20 10:00:00 | a      | 3
            """)
        .and(
            QuarantinedValue.TABLE,
            """
            kind | uid  | column_name | observed_at         | source | value | rounded | state     | decided_at
            post | x:p1 | views       | 2026-06-27 10:00:00 | a      | 1200  | true    | confirmed | 2026-06-28 10:00:00
            post | x:p1 | likes       | 2026-06-27 10:00:00 | a      | 0     | false   | confirmed | 2026-06-20 10:00:00
            """)
        .givenPrevious(
            Post.TABLE,
            """
            post_uid | account_uid | views | likes | first_seen          | last_seen           | seen                         | sighted
            x:p1     | x:1         | 20000 | 900   | 2026-06-26 10:00:00 | 2026-06-27 10:00:00 | {views: 2026-06-26 10:00:00} | [{"account_uid":"x:1","day":"2026-06-20"}]
            """)
        .when(POSTS)
        .then(
            """
            post_uid | views | likes | rounded | seen                         | sighted
            x:p1     | 1200  | 3     | [views] | {views: 2026-06-27 10:00:00} | [{"account_uid":"x:1","day":"2026-06-20"}]
            """);
  }
}
