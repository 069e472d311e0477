package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.identity.PairLikeness;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.DeclaredPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Whatever a pair's levels follow from shows in its digest. */
final class PairDigestTest {
  private static final String TRAITS = "account_uid | handles | names | language | region\n";
  private static final String SAME =
      TRAITS + "weibo:1 | [anna] | [] | de | null\nx:1 | [] | [] | null | null";
  private static final String BASIS = "platform | accounts | version | fitted_on\n";
  private static final String FITTED =
      BASIS + "weibo | 5 | v1 | 2026-06-20\nx | 7 | v1 | 2026-06-20";
  private static final String PARTS = "kind | part | names\ngram | a | 3";

  @Test
  void whatIsAbsentIsToldFromWhatFollowsIt() {
    Map<Long, String> seen = new HashMap<>();
    for (String weibo :
        List.of(
            "[anna] | [] | de | null",
            "[anna] | [] | null | de",
            "[] | [anna] | de | null",
            "[anna, bob] | [] | de | null",
            "[anna] | [bob] | de | null")) {
      String traits = TRAITS + "weibo:1 | " + weibo + "\nx:1 | [] | [] | null | null";
      assertEquals(null, seen.put(digest(traits, FITTED, PARTS), weibo), weibo);
    }
  }

  @Test
  void aNightThatFitsAgainHasOtherDigestsWhereItRestsOnSomethingElse() {
    Map<Long, String> seen = new HashMap<>();
    seen.put(digest(SAME, FITTED, PARTS), "as it was");
    for (String basis :
        List.of(
            FITTED.replace("v1", "v2"), FITTED.replace("7", "8"), FITTED.replace("-20", "-21"))) {
      assertEquals(null, seen.put(digest(SAME, basis, PARTS), basis), basis);
    }
    for (String parts : List.of(PARTS.replace("3", "4"), PARTS + "\nbehind | tv | 9")) {
      assertEquals(null, seen.put(digest(SAME, FITTED, parts), parts), parts);
    }
    assertEquals("as it was", seen.get(digest(SAME, FITTED, PARTS)));
  }

  private static long digest(String traits, String basis, String parts) {
    StepCase pair =
        given(AccountTrait.TABLE, traits)
            .and(MatchBasis.TABLE, basis)
            .and(NamePart.TABLE, parts)
            .and(DeclaredPair.TABLE, "left_uid | right_uid | evidence\nweibo:1 | x:1 | [bio]")
            .when(new LikenPairs());
    Row row = pair.rows().get(0);
    return row.getAs(PairLikeness.DIGEST.name());
  }
}
