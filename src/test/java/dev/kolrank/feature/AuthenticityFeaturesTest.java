package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.EdgeDay;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signs of bought or arranged reactions, computed by hand. */
class AuthenticityFeaturesTest {
  static final String JUMP =
      """
      account_uid | day        | followers
      x:1         | 2026-06-20 | 1000
      x:1         | 2026-06-21 | 1010
      x:1         | 2026-06-22 | 1020
      x:1         | 2026-06-23 | 1030
      x:1         | 2026-06-24 | 1040
      x:1         | 2026-06-25 | 1050
      x:1         | 2026-06-26 | 3050
      """;

  @Test
  void aJumpWithoutAPostIsASpike() {
    account()
        .and(AccountDay.TABLE, JUMP)
        .when(new ComputeAccountFeatures())
        .then("follower_spikes_90d\n1");
  }

  @Test
  void aPostShortlyBeforeExplainsAJump() {
    account()
        .and(AccountDay.TABLE, JUMP)
        .and(ActivityDay.TABLE, "account_uid | day | posts\nx:1 | 2026-06-22 | 1")
        .when(new ComputeAccountFeatures())
        .then("follower_spikes_90d\n0");
    account()
        .and(AccountDay.TABLE, JUMP)
        .and(ActivityDay.TABLE, "account_uid | day | posts\nx:1 | 2026-06-21 | 1")
        .when(new ComputeAccountFeatures())
        .then("follower_spikes_90d\n1");
  }

  @Test
  void aPostBeforeTheWindowExplainsAJumpAtItsBeginning() {
    String jump =
        """
        account_uid | day        | followers
        x:1         | 2026-03-31 | 1000
        x:1         | 2026-04-01 | 3000
        x:1         | 2026-04-02 | 3010
        x:1         | 2026-04-03 | 3020
        x:1         | 2026-04-04 | 3030
        x:1         | 2026-04-05 | 3040
        """;
    account()
        .and(AccountDay.TABLE, jump)
        .and(ActivityDay.TABLE, "account_uid | day | posts\nx:1 | 2026-03-28 | 1")
        .when(new ComputeAccountFeatures())
        .then("follower_spikes_90d | posts_90d\n0 | null");
    account()
        .and(AccountDay.TABLE, jump)
        .and(ActivityDay.TABLE, "account_uid | day | posts\nx:1 | 2026-03-27 | 1")
        .when(new ComputeAccountFeatures())
        .then("follower_spikes_90d\n1");
  }

  @Test
  void aJumpOfWhomLittleWasSeenIsNoSpike() {
    account()
        .and(
            AccountDay.TABLE,
            "account_uid | day | followers\nx:1 | 2026-06-25 | 10\nx:1 | 2026-06-26 | 9000")
        .when(new ComputeAccountFeatures())
        .then("follower_spikes_90d\nnull");
  }

  @Test
  void textsThatOccurTwiceAreRepeated() {
    account()
        .and(
            CommentDay.TABLE,
            """
            account_uid | day        | texts              | templates
            x:1         | 2026-06-28 | [1, 2, 3, 4, 5, 6] | [1, 1, 1, 1, 1, 6]
            x:1         | 2026-06-20 | [1, 7, 8, 9]       | [1, 7, 8, 9]
            x:1         | 2026-05-20 | [2]                | [2]
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            duplicate_comments_share_28d | duplicate_comments_share_90d | templated_comments_share_28d | templated_comments_share_90d
            0.2                          | 0.363636364                  | 0.6                          | 0.545454545
            """);
    account()
        .and(CommentDay.TABLE, "account_uid | day | texts\nx:1 | 2026-06-28 | [1, 1, 1]")
        .when(new ComputeAccountFeatures())
        .then("duplicate_comments_share_28d\nnull");
  }

  @Test
  void theBusiestHourOverAllDays() {
    account()
        .and(
            CommentDay.TABLE,
            """
            account_uid | day        | hours
            x:1         | 2026-06-28 | [0, 0, 0, 10, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            x:1         | 2026-06-20 | [0, 0, 0, 10, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
            x:1         | 2026-05-20 | [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10]
            """)
        .when(new ComputeAccountFeatures())
        .then("comment_hour_burst_28d | comment_hour_burst_90d\n0.666666667 | 0.5");
    account()
        .and(CommentDay.TABLE, "account_uid | day | hours\nx:1 | 2026-06-28 | [29, 0]")
        .when(new ComputeAccountFeatures())
        .then("comment_hour_burst_28d\nnull");
  }

  @Test
  void creatorsWithTheSameCommentersAreAPod() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3")
        .and(EdgeDay.TABLE, pod())
        .and(
            KolAccount.TABLE,
            """
            account_uid | kol_id | valid_from
            x:1         | ka     | 2026-06-01
            x:2         | kb     | 2026-06-01
            x:3         | ka     | 2026-06-01
            """)
        .when(new ComputeAccountFeatures())
        .then("account_uid | pod_overlap_90d\nx:1 | 0.5\nx:2 | 0.5\nx:3 | 0.25");
  }

  /**
   * x:1 has 10 commenters, x:2 has 12, 5 of them the same; x:3, of the same KOL as x:1, shares 3 of
   * 12 with x:2.
   */
  static String pod() {
    return "from_uid | to_uid | day | kind | posts\n"
        + edges("x:1", "c", 0, 10)
        + edges("x:2", "c", 0, 5)
        + edges("x:2", "d", 0, 7)
        + edges("x:3", "c", 2, 10)
        + edges("x:3", "e", 0, 4);
  }

  private static String edges(String to, String people, int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(i -> "%s%d | %s | 2026-06-20 | comment | [%s-p]\n".formatted(people, i, to, to))
        .collect(Collectors.joining());
  }

  @Test
  void bandsAreDistancesFromThePeersMedian() {
    bands(20)
        .then(
            """
            account_uid | engagement_band | comment_like_band | like_view_band
            x:1         | 22.587830       | -22.587830        | 16.054499
            """
                + IntStream.range(2, 21)
                    .mapToObj("x:%d | 0 | 0 | 0\n"::formatted)
                    .collect(Collectors.joining()));
    bands(19)
        .then(
            "account_uid | engagement_band | comment_like_band | like_view_band\n"
                + IntStream.range(1, 20)
                    .mapToObj("x:%d | null | null | null\n"::formatted)
                    .collect(Collectors.joining()));
  }

  @Test
  void bandsSeeReactionsThatAreMissingAltogether() {
    // ln(0.5 / 1001) - ln(100.5 / 1001) over the least deviation; likes per view likewise
    bands(20, "x:1 | 2026-06-20 | 1000 | 0 | 0 | 1000\n", "0")
        .then(
            """
            account_uid | engagement_band | comment_like_band | like_view_band
            x:1         | -30.44522       | -53.03300         | -53.03300
            """
                + IntStream.range(2, 21)
                    .mapToObj("x:%d | 0 | 0 | 0\n"::formatted)
                    .collect(Collectors.joining()));
  }

  @Test
  void nothingIsSaidOfPostsThatHaveNeither() {
    bands(20, "x:1 | 2026-06-20 | 0 | 0 | 0 | 0\n", "null")
        .then(
            """
            account_uid | engagement_band | comment_like_band | like_view_band
            x:1         | null            | null              | null
            """
                + IntStream.range(2, 21)
                    .mapToObj("x:%d | null | null | null\n"::formatted)
                    .collect(Collectors.joining()));
  }

  /** All alike but for the first, whose numbers are about 10, 1/10 and 5 times theirs. */
  private static StepCase bands(int accounts) {
    return bands(accounts, "x:1 | 2026-06-20 | 1000 | 10 | 500 | 1000\n", "100");
  }

  private static StepCase bands(int accounts, String first, String engagements) {
    String profiles =
        "account_uid | followers | typical_engagements\nx:1 | 1000 | %s\n".formatted(engagements)
            + IntStream.rangeClosed(2, accounts)
                .mapToObj("x:%d | 1000 | 10\n"::formatted)
                .collect(Collectors.joining());
    String tiles =
        "account_uid | day | commented_likes | liked_comments | viewed_likes | liked_views\n"
            + first
            + IntStream.rangeClosed(2, accounts)
                .mapToObj("x:%d | 2026-06-20 | 1000 | 100 | 100 | 1000\n"::formatted)
                .collect(Collectors.joining());
    return given(Account.TABLE, profiles)
        .and(ActivityDay.TABLE, tiles)
        .when(new ComputeAccountFeatures());
  }

  private static StepCase account() {
    return given(Account.TABLE, "account_uid\nx:1");
  }
}
