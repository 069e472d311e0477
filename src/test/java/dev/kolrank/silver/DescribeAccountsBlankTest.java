package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is not there leaves no empty lines behind. */
class DescribeAccountsBlankTest {

  @Test
  void anAccountKnownByItsPostsAloneHasTheirTextAlone() {
    given(PostObservation.TABLE, "post_uid | account_uid\nx:p1 | x:1")
        .and(
            Post.TABLE,
            """
                post_uid | account_uid | text | sighted
                x:p1 | x:1 | hello | [{"account_uid": "x:1"}]""")
        .when(new DescribeAccounts(5))
        .then("account_uid | text\nx:1 | hello");
  }

  @Test
  void postsWithoutWordsAreNoText() {
    given(PostObservation.TABLE, "post_uid | account_uid\nx:p1 | x:1\nx:p2 | x:1")
        .and(
            Post.TABLE,
            """
                post_uid | account_uid | sighted
                x:p1 | x:1 | [{"account_uid": "x:1"}]
                x:p2 | x:1 | []""")
        .when(new DescribeAccounts(5))
        .then("account_uid | text");
  }

  @Test
  @Timeout(60)
  void aTextFullOfBlanksTakesNoTimeToTrim() {
    String text = "a" + " ".repeat(300_000) + "b";
    given(PostObservation.TABLE, "post_uid | account_uid\nx:p1 | x:1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | text | sighted
            x:p1     | x:1         | %s   | [{"account_uid": "x:1"}]
            """
                .formatted(text))
        .when(new DescribeAccounts(5))
        .then("account_uid\nx:1");
  }
}
