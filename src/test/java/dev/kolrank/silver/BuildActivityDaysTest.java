package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

class BuildActivityDaysTest {
  private static final BuildActivityDays STEP = new BuildActivityDays();

  @Test
  void aTileHasThePostsOfADay() {
    seen("x:p1", "x:p2", "x:p3")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | views | engagements | likes | comments | shares | saves
            x:p1     | x:1         | 2026-06-27   | 300   | 30          | 20    | 10       | null   | null
            x:p2     | x:1         | 2026-06-27   | 100   | null        | null  | null     | null   | null
            x:p3     | x:1         | 2026-06-27   | null  | 7           | 1     | 1        | 2      | 3
            """)
        .when(STEP)
        .then(
            """
            account_uid | day        | posts | views      | engagements | likes | comments | shares | saves | engaged_views | viewed_engagements
            x:1         | 2026-06-27 | 3     | [100, 300] | [7, 30]     | 21    | 11       | 2      | 3     | 300           | 30
            """);
  }

  @Test
  void aPostWithoutNumbersIsAPostAndNoZero() {
    seen("x:p1")
        .and(Post.TABLE, "post_uid | account_uid | published_on\nx:p1 | x:1 | 2026-06-27")
        .when(STEP)
        .then(
            """
            account_uid | posts | views | engagements | likes | engaged_views
            x:1         | 1     | []    | []          | 0     | 0
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
            post_uid | account_uid | published_on | repost | likes
            x:p1     | x:1         | 2026-06-27   | true   | 1000
            x:p2     | x:1         | 2026-06-27   | false  | 1
            x:p3     | x:1         | 2026-06-27   | null   | 2
            x:p4     | x:2         | 2026-06-27   | true   | 1000
            """)
        .when(STEP)
        .then("account_uid | day | posts | likes\nx:1 | 2026-06-27 | 2 | 3");
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
}
