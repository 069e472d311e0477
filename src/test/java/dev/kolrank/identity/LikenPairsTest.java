package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.DeclaredPair;
import java.util.List;
import org.junit.jupiter.api.Test;

class LikenPairsTest {

  private static StepCase traits(String rows) {
    return given(AccountTrait.TABLE, rows)
        .and(
            MatchBasis.TABLE,
            """
            platform  | accounts | fitted_on
            instagram | 10       | 2026-06-28
            youtube   | 10       | 2026-06-28
            """);
  }

  @Test
  void whoNamesAnotherAccountOfThePlatformSpeaksAgainstTheRest() {
    traits(
            """
            account_uid | named
            youtube:1   | [{"platform":"instagram","account_uid":"instagram:2"}]
            instagram:2 | []
            instagram:3 | []
            instagram:4 | [{"platform":"youtube","account_uid":"youtube:5"}]
            """)
        .and(
            DeclaredPair.TABLE,
            """
            left_uid    | right_uid | evidence             | linked
            instagram:2 | youtube:1 | [bio]                | true
            instagram:3 | youtube:1 | [description]        | false
            instagram:4 | youtube:1 | [bio]                | true
            """)
        .when(new LikenPairs())
        .then(
            """
            left_uid    | right_uid | levels
            instagram:2 | youtube:1 | {link: bio}
            instagram:3 | youtube:1 | {elsewhere: tracked, link: weak}
            instagram:4 | youtube:1 | {elsewhere: tracked, link: bio}
            """);
  }

  @Test
  void soDoesAProfileThatNobodyTracksUnlessItIsCalledLikeTheOther() {
    traits(
            """
            account_uid | handles | names | named
            youtube:1   | []      | []    | [{"platform":"instagram","called":"annasecret"}]
            instagram:2 | [anna]  | []    | []
            instagram:3 | [annasecret] | [] | []
            instagram:4 | []      | []    | []
            """)
        .and(
            DeclaredPair.TABLE,
            """
            left_uid    | right_uid | evidence | linked
            instagram:2 | youtube:1 | [bio]    | true
            instagram:3 | youtube:1 | [bio]    | true
            instagram:4 | youtube:1 | [bio]    | true
            """)
        .when(new LikenPairs())
        .then(
            """
            left_uid    | right_uid | levels
            instagram:2 | youtube:1 | {elsewhere: untracked, link: bio}
            instagram:3 | youtube:1 | {link: bio}
            instagram:4 | youtube:1 | {link: bio}
            """);
  }

  @Test
  void aPageThatLinksOutweighsWhomNobodyTracksASponsorsDoesNot() {
    traits(
            """
            account_uid | handles | names | named
            youtube:1   | []      | []    | [{"platform":"instagram","called":"annasecret"}]
            instagram:2 | [anna]  | []    | []
            instagram:3 | [berta] | []    | []
            """)
        .and(
            DeclaredPair.TABLE,
            """
            left_uid    | right_uid | evidence     | linked
            instagram:2 | youtube:1 | [same_link]  | true
            instagram:3 | youtube:1 | [same_link]  | false
            """)
        .when(new LikenPairs())
        .then(
            """
            left_uid    | right_uid | levels
            instagram:2 | youtube:1 | {link: same_link}
            instagram:3 | youtube:1 | {elsewhere: untracked}
            """);
  }

  @Test
  void bothWaysOfALinkAndAPersonsWordHoldAllTheSame() {
    traits(
            """
            account_uid | handles | named
            youtube:1   | []      | [{"platform":"instagram","account_uid":"instagram:9"}]
            instagram:2 | []      | []
            instagram:3 | []      | []
            youtube:4   | []      | [{"platform":"instagram","called":"old"}]
            instagram:5 | [anna]  | []
            """)
        .and(
            DeclaredPair.TABLE,
            """
            left_uid    | right_uid | evidence      | linked
            instagram:2 | youtube:1 | [bio, mutual] | true
            instagram:3 | youtube:1 | [must_link]   | true
            instagram:5 | youtube:4 | [same_link]   | true
            """)
        .when(new LikenPairs())
        .then(
            """
            left_uid    | right_uid | levels
            instagram:2 | youtube:1 | {link: mutual}
            instagram:3 | youtube:1 | {}
            instagram:5 | youtube:4 | {link: same_link}
            """);
  }

  @Test
  void aFanThatItsStarNamesBackIsNoFan() {
    traits(
            """
            account_uid | about
            youtube:1   | fan
            instagram:2 | null
            instagram:3 | null
            instagram:4 | firm
            """)
        .and(
            DeclaredPair.TABLE,
            """
            left_uid    | right_uid | evidence      | linked
            instagram:2 | youtube:1 | [bio, mutual] | true
            instagram:3 | youtube:1 | [bio, fan]    | false
            instagram:4 | youtube:1 | [must_link]   | true
            """)
        .when(new LikenPairs())
        .then(
            """
            left_uid    | right_uid | levels
            instagram:2 | youtube:1 | {link: mutual}
            instagram:3 | youtube:1 | {about: one_fan, link: fan}
            instagram:4 | youtube:1 | {}
            """);
  }

  @Test
  void whatBothPostedIsCounted() {
    var keys = new StringBuilder("family | rule | key | account_uid | holders\n");
    for (String shared :
        List.of("a instagram:2", "a instagram:3", "b instagram:3", "c instagram:3")) {
      String[] key = shared.split(" ", 2);
      for (String account : List.of("youtube:1", key[1])) {
        keys.append("post | shared_post | %s-%s | %s | 2\n".formatted(key[0], key[1], account));
      }
    }
    traits(
            """
            account_uid | posted
            youtube:1   | true
            instagram:2 | true
            instagram:3 | true
            instagram:4 | true
            instagram:5 | false
            """)
        .and(BlockKey.TABLE, keys.toString())
        .and(
            DeclaredPair.TABLE,
            """
            left_uid    | right_uid | evidence      | linked
            instagram:4 | youtube:1 | [description] | false
            instagram:5 | youtube:1 | [description] | false
            """)
        .when(new LikenPairs())
        .then(
            """
            left_uid    | right_uid | levels
            instagram:2 | youtube:1 | {posts: one}
            instagram:3 | youtube:1 | {posts: several}
            instagram:4 | youtube:1 | {link: weak, posts: other}
            instagram:5 | youtube:1 | {link: weak}
            """);
  }
}
