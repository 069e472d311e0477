package dev.kolrank.silver;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Post;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A post that leaves a tile must leave it: else two tiles count it. */
class BuildActivityDaysMovedPostsTest {
  private static final BuildActivityDays STEP =
      new BuildActivityDays(new Disclosure(List.of("#ad"), List.of("not an #ad")));

  @Test
  void aPostWhoseDayIsLearnedLaterLeavesTheDayItWasFirstSeen() {
    given(PostObservation.TABLE, "post_uid\nx:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | first_seen          | last_seen
            x:p1     | x:1         | 2026-06-20   | 2026-06-25 10:00:00 | 2026-06-28 10:00:00
            x:p2     | x:1         | null         | 2026-06-25 10:00:00 | 2026-06-25 10:00:00
            """)
        .when(STEP)
        .then("account_uid | day | posts\nx:1 | 2026-06-20 | 1\nx:1 | 2026-06-25 | 1");
  }

  @Test
  void aPostThatTurnsOutToBeARepostLeavesItsTile() {
    given(PostObservation.TABLE, "post_uid\nx:p1")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_on | repost
            x:p1     | x:1         | 2026-06-27   | true
            x:p2     | x:1         | 2026-06-27   | false
            """)
        .when(STEP)
        .then("account_uid | day | posts\nx:1 | 2026-06-27 | 1");
  }
}
