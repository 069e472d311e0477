package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.silver.Account;
import org.junit.jupiter.api.Test;

/** The shape of profiles, computed by hand. */
class ProfileFeaturesTest {

  @Test
  void digitsWordsAndEqualNames() {
    given(
            Account.TABLE,
            """
            account_uid | handle   | name
            x:1         | ann_1234 | Ann  Lee 12
            x:2         | BOB      | bob
            x:3         | 12٣      | ""
            x:4         | null     | null
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | handle_digits_share | name_digits_share | name_words | handle_equals_name
            x:1         | 0.5                 | 0.181818182       | 3          | 0
            x:2         | 0                   | 0                 | 1          | 1
            x:3         | 1                   | null              | 0          | 0
            x:4         | null                | null              | null       | null
            """);
  }

  @Test
  void whatAProfileSeenWithItsNumbersLacksIsEmpty() {
    given(
            Account.TABLE,
            """
            account_uid | bio   | link      | following | posts | private | verified
            x:1         | hello | https://a | 3         | 4     | true    | false
            x:2         | null  | null      | 3         | 4     | false   | true
            x:3         | null  | null      | null      | 4     | null    | null
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | bio_length | has_link | private | verified | posts_ever | following
            x:1         | 5          | 1        | 1       | 0        | 4          | 3
            x:2         | 0          | 0        | 0       | 1        | 4          | 3
            x:3         | null       | null     | null    | null     | 4          | null
            """);
  }

  @Test
  void ratiosOfANewAndAnEmptyAccount() {
    given(
            Account.TABLE,
            """
            account_uid | followers | following | posts | created_at
            x:1         | 99        | 9         | 20    | 2026-06-09 10:00:00
            x:2         | 0         | 0         | 0     | 2026-06-28 10:00:00
            x:3         | 10        | null      | null  | null
            x:4         | 10        | null      | 5     | 2026-06-29 08:00:00
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | followers_per_following | posts_per_follower | posts_per_day_ever | account_age_days
            x:1         | 10                      | 0.2                | 1                  | 19
            x:2         | 1                       | 0                  | 0                  | 0
            x:3         | null                    | null               | null               | null
            x:4         | null                    | 0.454545455        | 5                  | 0
            """);
  }
}
