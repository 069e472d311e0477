package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Post;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BuildActivityDaysTest {
  private static final BuildActivityDays STEP = new BuildActivityDays();

  @Test
  void aTileHasThePostsOfADay() {
    seen("x:p1", "x:p2", "x:p3")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | views | engagements
            x:p1     | x:1         | 2026-06-27   | 300   | 30
            x:p2     | x:1         | 2026-06-27   | 100   | null
            x:p3     | x:1         | 2026-06-27   | null  | 7
            """)
        .when(STEP)
        .then(
            """
            account_uid | day        | posts | views      | engagements | engaged_views | viewed_engagements | viewed_posts | views_total | engaged_posts | engagements_total
            x:1         | 2026-06-27 | 3     | [100, 300] | [7, 30]     | 300           | 30                 | 2            | 400         | 2             | 37
            """);
  }

  /** A ratio of sums over different posts says nothing of either. */
  @Test
  void ratiosAreOfPostsThatHaveBoth() {
    seen("x:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | views | likes | comments | shares | saves
            x:p1     | x:1         | 2026-06-27   | 300   | 20    | 10       | null   | 4
            x:p2     | x:1         | 2026-06-27   | 100   | null  | 50       | 60     | 70
            x:p3     | x:1         | 2026-06-27   | null  | 1     | 2        | 3      | null
            x:p4     | x:1         | 2026-06-27   | 7     | 5     | null     | null   | null
            """)
        .when(STEP)
        .then(
            """
            liked_comments | commented_likes | liked_shares | shared_likes | liked_saves | saved_likes | liked_views | viewed_likes
            12             | 21              | 3            | 1            | 4           | 20          | 307         | 25
            """);
  }

  @Test
  void ratesOfPostsWithoutViewsAreNone() {
    seen("x:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | views | engagements
            x:p1     | x:1         | 2026-06-27   | 300   | 100
            x:p2     | x:1         | 2026-06-27   | 0     | 5
            x:p3     | x:1         | 2026-06-27   | null  | 5
            x:p4     | x:1         | 2026-06-27   | 10    | null
            x:p5     | x:1         | 2026-06-27   | 10    | 1
            """)
        .when(STEP)
        .then("account_uid | view_rates\nx:1 | [100000, 333333]");
  }

  @Test
  void logarithmsAndSquaresAreSummedInWholeParts() {
    // ln 10 = 2.302585093, its square 5.301898110; ln 100 twice those and four times
    seen("x:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | views | engagements | promotion
            x:p1     | x:1         | 2026-06-27   | 9     | 99          | marker
            x:p2     | x:1         | 2026-06-27   | 99    | 9           | null
            x:p3     | x:1         | 2026-06-27   | null  | null        | marker
            x:p4     | x:1         | 2026-06-27   | 0     | null        | null
            """)
        .when(STEP)
        .then(
            """
            view_logs  | view_logs_squared | views_squared | engagement_logs | engagement_logs_squared | engagements_squared | sponsored_engaged_posts | sponsored_engagement_logs
            6907755279 | 26509490552       | 9882          | 6907755279      | 26509490552             | 9882                | 1                       | 4605170186
            """);
  }

  @Test
  void wordsAreThoseOfTitleAndText() {
    seen("x:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | title | text
            x:p1     | x:1         | 2026-06-27   | ab    | cde
            x:p2     | x:1         | 2026-06-27   | null  | 文字
            x:p3     | x:1         | 2026-06-27   | null  | null
            """)
        .when(STEP)
        .then("account_uid | posts | wordy_posts | text_length\nx:1 | 3 | 2 | 8");
  }

  @Test
  void ofVeryManyPostsOfADayValuesEvenlySpacedByRankAreKept() {
    int all = 2 * ActivityDay.MOST_VALUES;
    String posts =
        IntStream.range(0, all)
            .mapToObj("x:p%1$d | x:1 | 2026-06-27 | %1$d\n"::formatted)
            .collect(Collectors.joining());
    // of each two neighbours the upper one
    String kept =
        IntStream.range(0, ActivityDay.MOST_VALUES)
            .mapToObj(i -> String.valueOf(2 * i + 1))
            .collect(Collectors.joining(", "));
    seen("x:p1")
        .and(Post.TABLE, "post_uid | account_uid | published_on | views\n" + posts)
        .when(STEP)
        .then(
            "account_uid | posts | viewed_posts | views\nx:1 | %d | %d | [%s]"
                .formatted(all, all, kept));
  }

  @Test
  void aPostWithoutNumbersIsAPostAndNoZero() {
    seen("x:p1")
        .and(Post.TABLE, "post_uid | account_uid | published_on\nx:p1 | x:1 | 2026-06-27")
        .when(STEP)
        .then(
            """
            account_uid | posts | views | engagements | commented_likes | engaged_views
            x:1         | 1     | []    | []          | 0               | 0
            """);
  }

  @Test
  void onlyTilesWithAPostSeenTonightAreRebuiltAndWithAllTheirPosts() {
    seen("x:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | sighted
            x:p1     | x:1         | 2026-06-27   | [{"account_uid": "x:1", "day": "2026-06-27"}]
            x:p2     | x:1         | 2026-06-27   | [{"account_uid": "x:1", "day": "2026-06-27"}]
            x:p3     | x:1         | 2026-06-26   | [{"account_uid": "x:1", "day": "2026-06-26"}]
            x:p4     | x:2         | 2026-06-27   | [{"account_uid": "x:2", "day": "2026-06-27"}]
            """)
        .givenPrevious(ActivityDay.TABLE, "account_uid | day | posts\nx:1 | 2026-06-26 | 1")
        .when(STEP)
        .then("account_uid | day | posts\nx:1 | 2026-06-27 | 2");
  }

  @Test
  void advertisingIsCountedWithTheRulesThatItMeets() {
    seen("x:p1", "x:p2", "x:p3", "x:p4")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | promotion | disclosed_in
            x:p1     | x:1         | 2026-06-27   | marker    | [GB, US]
            x:p2     | x:1         | 2026-06-27   | platform  | [US]
            x:p3     | x:1         | 2026-06-27   | hint      | []
            x:p4     | x:1         | 2026-06-27   | null      | []
            """)
        .when(STEP)
        .then(
            """
            account_uid | posts | sponsored_posts | promoted_posts | disclosures
            x:1         | 4     | 2               | 3              | [ANY, ANY, GB, US, US]
            """);
  }

  @Test
  void repostsCountForNobody() {
    seen("x:p1", "x:p2", "x:p3", "x:p4")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | repost | views
            x:p1     | x:1         | 2026-06-27   | true   | 1000
            x:p2     | x:1         | 2026-06-27   | false  | 1
            x:p3     | x:1         | 2026-06-27   | null   | 2
            x:p4     | x:2         | 2026-06-27   | true   | 1000
            """)
        .when(STEP)
        .then("account_uid | day | posts | views_total\nx:1 | 2026-06-27 | 2 | 3");
  }

  @Test
  void aPostOfUnknownTimeCountsOnTheDayItWasFirstSeen() {
    seen("x:p1", "x:p2")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | first_seen          | last_seen
            x:p1     | x:1         | null         | 2026-06-25 23:00:00 | 2026-06-28 10:00:00
            x:p2     | x:1         | 2026-06-01   | 2026-06-25 23:00:00 | 2026-06-28 10:00:00
            """)
        .when(STEP)
        .then("account_uid | day | posts\nx:1 | 2026-06-25 | 1\nx:1 | 2026-06-01 | 1");
  }

  @Test
  void aPostIsSponsoredByMarkOrMarker() {
    seen("x:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | promotion
            x:p1     | x:1         | 2026-06-27   | platform
            x:p2     | x:1         | 2026-06-27   | marker
            x:p3     | x:1         | 2026-06-27   | hint
            x:p4     | x:1         | 2026-06-27   | null
            """)
        .when(STEP)
        .then("account_uid | posts | sponsored_posts\nx:1 | 4 | 2");
  }

  @Test
  void theSpreadOfTheRowsDoesNotMatter() {
    String posts =
        """
        post_uid | account_uid | published_on | views | engagements
        x:p1     | x:1         | 2026-06-27   | 3     | 1
        x:p2     | x:1         | 2026-06-27   | 1     | 2
        x:p3     | x:1         | 2026-06-27   | 2     | 3
        """;
    seen("x:p1")
        .and(Post.TABLE, posts)
        .spreadOver(3)
        .when(STEP)
        .then("account_uid | views | engagements\nx:1 | [1, 2, 3] | [1, 2, 3]");
  }

  private static StepCase seen(String... posts) {
    return given(PostObservation.TABLE, "post_uid\n" + String.join("\n", posts));
  }

  @Test
  void aRateBeyondAllNumbersStopsNothing() {
    seen("x:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | views | engagements
            x:p1     | x:1         | 2026-06-27   | 1     | 59999999999994
            """)
        .when(STEP)
        .then("account_uid | view_rates\nx:1 | [1000000000000000000]");
  }
}
