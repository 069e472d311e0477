package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.identity.PostCitation;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

/** The profiles that posts name, found when a post changes. */
class FindCitationsTest {
  private static final FindCitations STEP = new FindCitations();
  private static final String POSTS =
      """
      post_uid  | account_uid | last_seen           | title         | text
      youtube:a | youtube:UC1 | 2026-06-28 10:00:00 | @chef on X    | see https://instagram.com/cheflife, twice: instagram.com/cheflife
      youtube:b | youtube:UC1 | 2026-06-28 10:00:00 | Soup          | https://www.youtube.com/channel/UCaaaaaaaaaaaaaaaaaaaaaa
      youtube:c | youtube:UC1 | 2026-06-28 10:00:00 | Soup at 10:30 | nothing
      youtube:d | youtube:UC2 | 2026-06-20 10:00:00 | null          | twitch.tv/thechef
      """;
  private static final String KNOWN =
      """
      post_uid  | account_uid | profiles
      youtube:c | youtube:UC1 | [twitch:@thechef]
      youtube:d | youtube:UC2 | [twitch:@thechef]
      youtube:e | youtube:UC2 | [twitch:@thechef]
      """;

  @Test
  void theFirstNightLooksAtAllPosts() {
    given(Post.TABLE, POSTS)
        .when(STEP)
        .then(
            """
            post_uid  | account_uid | profiles
            youtube:a | youtube:UC1 | [instagram:@cheflife]
            youtube:b | youtube:UC1 | [youtube:UCaaaaaaaaaaaaaaaaaaaaaa]
            youtube:d | youtube:UC2 | [twitch:@thechef]
            """);
  }

  @Test
  void laterOnesAtThoseThatChangedAndWhoNamesNobodyLosesItsRow() {
    given(
            PostObservation.TABLE,
            """
            post_uid  | observed_at
            youtube:a | 2026-06-28 10:00:00
            youtube:c | 2026-06-28 10:00:00
            """)
        .and(Post.TABLE, POSTS)
        .givenPrevious(PostCitation.TABLE, KNOWN)
        .when(STEP)
        .thenGone("post_uid\nyoutube:c")
        .then("post_uid  | profiles\nyoutube:a | [instagram:@cheflife]");
  }

  @Test
  void aPostThatLostAnObservationIsLookedAtAgainAndOneThatIsGoneLosesItsRow() {
    given(PostObservation.TABLE, "post_uid")
        .and(Replacement.TABLE, "kind | uid\npost | youtube:d\npost | youtube:e")
        .and(Post.TABLE, POSTS)
        .givenPrevious(PostCitation.TABLE, KNOWN)
        .when(STEP)
        .thenGone("post_uid\nyoutube:e")
        .then("post_uid  | profiles\nyoutube:d | [twitch:@thechef]");
  }
}
