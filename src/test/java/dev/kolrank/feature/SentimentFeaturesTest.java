package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.CommentDay;
import org.junit.jupiter.api.Test;

/** How an account's commenters feel, computed by hand. */
class SentimentFeaturesTest {

  @Test
  void netSentimentIsGoodMinusBadOfAllThatWereJudged() {
    // (6 - 2) / 10 in 28 days; (6 - 12) / 20 in 90; the day before the 90 days counts for nothing
    days("""
    account_uid | day        | positive | neutral | negative
    x:1         | 2026-06-28 | 4        | 2       | 1
    x:1         | 2026-06-01 | 2        | 0       | 1
    x:1         | 2026-05-31 | 0        | 0       | 10
    x:1         | 2026-03-30 | 50       | 0       | 0
    """)
        .then(
            """
            judged_comments_28d | judged_comments_90d | net_sentiment_28d | net_sentiment_90d | sentiment_trend
            10                  | 20                  | 0.4               | -0.3              | 0.7
            """);
  }

  @Test
  void fewCommentsSayNothing() {
    days("account_uid | day | positive | neutral | negative\nx:1 | 2026-06-28 | 2 | 1 | 1")
        .then(
            """
            judged_comments_28d | net_sentiment_28d | controversy_28d | sentiment_trend
            4                   | null              | null            | null
            """);
    days("account_uid | day | positive | neutral | negative\nx:1 | 2026-06-28 | 0 | 0 | 0")
        .then("judged_comments_28d | net_sentiment_28d\nnull | null");
  }

  @Test
  void controversyIsTheEntropyOfWhoTakesSides() {
    // halves; a quarter against three: 0.25 * 2 + 0.75 * log2(4 / 3); one side
    days(
            "account_uid\nx:1\nx:2\nx:3\nx:4",
            """
    account_uid | day        | positive | neutral | negative
    x:1         | 2026-06-28 | 3        | 90      | 3
    x:2         | 2026-06-28 | 2        | 0       | 6
    x:3         | 2026-06-28 | 5        | 7       | 0
    x:3         | 2026-05-20 | 0        | 0       | 5
    x:4         | 2026-06-28 | 2        | 7       | 2
    """)
        .then(
            """
            account_uid | controversy_28d | controversy_90d
            x:1         | 1               | 1
            x:2         | 0.811278124     | 0.811278124
            x:3         | 0               | 1
            x:4         | null            | null
            """);
  }

  private static StepCase days(String tiles) {
    return days("account_uid\nx:1", tiles);
  }

  private static StepCase days(String accounts, String tiles) {
    return given(Account.TABLE, accounts)
        .and(CommentDay.TABLE, tiles)
        .when(new ComputeAccountFeatures());
  }
}
