package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;
import static dev.kolrank.StepCase.nothing;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

class DescribeAccountsTest {

  @Test
  void theTextIsProfileThenNewestPostsFirst() {
    given(AccountObservation.TABLE, "account_uid\nx:1")
        .and(Account.TABLE, "account_uid | name | bio | category\nx:1 | Ann | I cook | Food")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_at        | first_seen          | title | text | tags       | category
            x:p1     | x:1         | 2026-06-01 10:00:00 | 2026-06-28 10:00:00 | old   | null | null       | null
            x:p2     | x:1         | 2026-06-20 10:00:00 | 2026-06-28 10:00:00 | new   | soup | [tasty, x] | Howto
            x:p3     | x:1         | null                | 2026-06-10 10:00:00 | some  | null | null       | null
            """)
        .when(new DescribeAccounts(2))
        .then(
            """
            account_uid | text
            x:1         | Ann\\nI cook\\nFood\\nnew soup tasty x Howto\\nsome
            """);
  }

  @Test
  void postsAreCutAndTiesBrokenByKey() {
    given(PostObservation.TABLE, "post_uid | account_uid\nx:p1 | x:1")
        .and(Account.TABLE, "account_uid | name\nx:1 | Ann")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_at        | sighted | text
            x:p1     | x:1         | 2026-06-01 10:00:00 | [{"account_uid": "x:1", "day": "2026-06-01"}] | %s
            x:p2     | x:1         | 2026-06-01 10:00:00 | [{"account_uid": "x:1", "day": "2026-06-01"}] | two
            """
                .formatted("y".repeat(400)))
        .when(new DescribeAccounts(5))
        .then("account_uid | text\nx:1 | Ann\\ntwo\\n" + "y".repeat(300));
  }

  @Test
  void theDeclaredLanguageComesBeforeTheDetectedOne() {
    given(AccountObservation.TABLE, "account_uid\nx:1\nx:2\nx:3\nx:4")
        .and(
            Account.TABLE,
            """
            account_uid | bio                                                 | language
            x:1         | I write about the food that my grandmother cooked   | fr
            x:2         | I write about the food that my grandmother cooked   | null
            x:3         | 每天分享护肤和化妆的小技巧，喜欢请关注我            | null
            x:4         | 12345                                               | null
            """)
        .when(new DescribeAccounts(5))
        .then("account_uid | language\nx:1 | fr\nx:2 | en\nx:3 | zh\nx:4 | null");
  }

  @Test
  void onlyAccountsSeenTonightAndOnlyThoseWithText() {
    given(AccountObservation.TABLE, "account_uid\nx:1\nx:2")
        .and(PostObservation.TABLE, "post_uid | account_uid\nx:p3 | x:3")
        .and(Account.TABLE, "account_uid | name\nx:1 | Ann\nx:2 | null\nx:3 | Cat\nx:4 | Dan")
        .and(
            Post.TABLE,
            """
                post_uid | account_uid | text | sighted
                x:p3 | x:3 | hello | [{"account_uid": "x:3"}]
                x:p4 | x:4 | more | [{"account_uid": "x:4"}]""")
        .when(new DescribeAccounts(5))
        .then("account_uid | text | tokens\nx:1 | Ann | [ann]\nx:3 | Cat\\nhello | [cat, hello]");
  }

  @Test
  void atLeastOnePostCounts() {
    var error = assertThrows(IllegalArgumentException.class, () -> new DescribeAccounts(0));
    assertEquals("text.posts must be at least 1, got 0", error.getMessage());
  }

  @Test
  void nothingSeenNothingSaid() {
    nothing().when(new DescribeAccounts(5)).then("account_uid");
  }
}
