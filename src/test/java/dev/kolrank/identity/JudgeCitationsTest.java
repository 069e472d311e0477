package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepChain;
import dev.kolrank.core.Step;
import dev.kolrank.table.identity.PostCitation;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
import org.junit.jupiter.api.Test;

class JudgeCitationsTest {
  private static final Step STEP = StepChain.of(new LabelAccounts(), new JudgeCitations());

  @Test
  void aBioSaysWhichProfileOfAPlatformIsOnesOwnTrackedOrNot() {
    given(
            Account.TABLE,
            """
            account_uid | handle     | bio
            youtube:UC1 | anna       | IG: @annasecret
            youtube:UC2 | berta      | IG: @bertasecret
            instagram:2 | annasecret | null
            """)
        .when(STEP)
        .then(
            """
            from_uid    | to_uid                  | platform  | is_tracked | is_own | linked
            youtube:UC1 | instagram:2             | instagram | true       | true   | true
            youtube:UC2 | ?:instagram:bertasecret | instagram | false      | true   | true
            """);
  }

  @Test
  void twoProfilesOfOnePlatformLeaveOpenWhichIsOnesOwn() {
    given(
            Account.TABLE,
            """
            account_uid | handle | bio
            youtube:UC1 | anna   | IG: @guest\\nIG: @friend
            instagram:2 | guest  | null
            """)
        .when(STEP)
        .then("from_uid | to_uid | is_own\nyoutube:UC1 | instagram:2 | false");
  }

  @Test
  void aFansStarAPartnerOfManyAndASecondChannelAreNotOnesOwn() {
    given(
            Account.TABLE,
            """
            account_uid | handle    | bio
            youtube:UC1 | ada_fans  | IG: @adasinger
            youtube:UC2 | one       | IG: @biglabel
            youtube:UC3 | two       | IG: @biglabel
            youtube:UC4 | main      | youtube.com/@second
            instagram:1 | adasinger | null
            """)
        .when(STEP)
        .then(
            """
            from_uid    | to_uid               | is_own
            youtube:UC1 | instagram:1          | false
            youtube:UC2 | ?:instagram:biglabel | false
            youtube:UC3 | ?:instagram:biglabel | false
            youtube:UC4 | ?:youtube:second     | false
            """);
  }

  @Test
  void captionsOfOneProfileThatNobodyTracksMayNameAPartner() {
    given(
            Account.TABLE,
            """
            account_uid | handle
            youtube:UC1 | anna
            youtube:UC2 | berta
            instagram:2 | bertaphotos
            """)
        .and(Post.TABLE, "post_uid | account_uid\nyoutube:a | youtube:UC1\nyoutube:b | youtube:UC2")
        .and(
            PostCitation.TABLE,
            """
            post_uid  | account_uid | profiles
            youtube:a | youtube:UC1 | [instagram:@sponsor]
            youtube:b | youtube:UC2 | [instagram:@bertaphotos]
            """)
        .when(STEP)
        .then("from_uid | to_uid | is_own\nyoutube:UC2 | instagram:2 | true");
  }
}
