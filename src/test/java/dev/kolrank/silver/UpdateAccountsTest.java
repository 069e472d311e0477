package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import org.junit.jupiter.api.Test;

class UpdateAccountsTest {

  @Test
  void theLatestObservationDescribesTheAccount() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | name | followers
            x:1         | 2026-06-20 10:00:00 | Ann  | 100
            x:1         | 2026-06-28 10:00:00 | Anna | 90
            x:2         | 2026-06-28 10:00:00 | Bob  | 7
            """)
        .when(new UpdateAccounts())
        .then(
            """
            account_uid | name | followers | first_seen          | last_seen           | seen
            x:1         | Anna | 90        | 2026-06-20 10:00:00 | 2026-06-28 10:00:00 | {}
            x:2         | Bob  | 7         | 2026-06-28 10:00:00 | 2026-06-28 10:00:00 | {}
            """);
  }

  @Test
  void anOlderObservationDeliveredLaterOverwritesNothing() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | name | followers | bio
            x:1         | 2026-06-20 10:00:00 | Old  | 1         | hello
            """)
        .givenPrevious(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | name | followers
            x:1         | 2026-06-25 10:00:00 | An   | 90
            x:1         | 2026-06-26 10:00:00 | Ann  | 100
            """)
        .givenPrevious(
            Account.TABLE,
            """
            account_uid | name | followers | first_seen          | last_seen           | seen
            x:1         | Ann  | 100       | 2026-06-25 10:00:00 | 2026-06-26 10:00:00 | {}
            """)
        .when(new UpdateAccounts())
        .then(
            """
            account_uid | name | followers | bio   | first_seen          | last_seen           | seen
            x:1         | Ann  | 100       | hello | 2026-06-20 10:00:00 | 2026-06-26 10:00:00 | {bio: 2026-06-20 10:00:00}
            """);
  }

  @Test
  void aMissingValueErasesNothing() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | name | followers
            x:1         | 2026-06-28 10:00:00 | Ann  | null
            """)
        .givenPrevious(
            Account.TABLE,
            """
            account_uid | account_id | platform | name | followers | first_seen          | last_seen           | seen
            x:1         | 1          | x        | An   | 100       | 2026-06-25 10:00:00 | 2026-06-26 10:00:00 | {}
            """)
        .when(new UpdateAccounts())
        .then(
            """
            account_uid | name | followers | last_seen           | seen
            x:1         | Ann  | 100       | 2026-06-28 10:00:00 | {followers: 2026-06-26 10:00:00}
            """);
  }

  @Test
  void aValueIsAsOldAsItsObservationAndNotAsTheRow() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers
            x:1         | 2026-06-24 10:00:00 | 200
            """)
        .givenPrevious(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers
            x:1         | 2026-06-20 10:00:00 | 100
            x:1         | 2026-06-26 10:00:00 | null
            """)
        .givenPrevious(
            Account.TABLE,
            """
            account_uid | followers | first_seen          | last_seen           | seen
            x:1         | 100       | 2026-06-20 10:00:00 | 2026-06-26 10:00:00 | {followers: 2026-06-20 10:00:00}
            """)
        .when(new UpdateAccounts())
        .then(
            """
            account_uid | followers | last_seen           | seen
            x:1         | 200       | 2026-06-26 10:00:00 | {followers: 2026-06-24 10:00:00}
            """);
  }

  @Test
  void aHiddenNumberIsNotZeroAndZeroIsANumber() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers | following
            x:1         | 2026-06-27 10:00:00 | 100       | null
            x:1         | 2026-06-28 10:00:00 | 0         | null
            """)
        .when(new UpdateAccounts())
        .then(
            """
            account_uid | followers | following
            x:1         | 0         | null
            """);
  }

  @Test
  void accountsNotSeenTonightAreNotTouched() {
    given(AccountObservation.TABLE, "account_uid | observed_at\nx:2 | 2026-06-28 10:00:00")
        .givenPrevious(Account.TABLE, "account_uid | name\nx:1 | Ann")
        .when(new UpdateAccounts())
        .then("account_uid\nx:2");
  }

  @Test
  void everyDayKeepsWhatWasLastSeenOnIt() {
    given(
            AccountObservation.TABLE,
            """
            account_uid | observed_at         | followers | posts
            x:1         | 2026-06-27 23:59:59 | 110       | null
            x:1         | 2026-06-28 00:00:00 | 120       | 7
            x:1         | 2026-06-28 20:00:00 | 130       | null
            x:2         | 2026-06-28 20:00:00 | null      | null
            """)
        .givenPrevious(
            AccountDay.TABLE,
            """
            account_uid | day        | followers | first_seen          | last_seen           | seen
            x:1         | 2026-06-26 | 100       | 2026-06-26 09:00:00 | 2026-06-26 09:00:00 | {}
            x:1         | 2026-06-27 | 105       | 2026-06-27 09:00:00 | 2026-06-27 09:00:00 | {}
            """)
        .when(new UpdateAccountDays())
        .then(
            """
            account_uid | day        | followers | posts
            x:1         | 2026-06-27 | 110       | null
            x:1         | 2026-06-28 | 130       | 7
            """);
  }
}
