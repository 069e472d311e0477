package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.StepCase;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.EdgeDay;
import org.junit.jupiter.api.Test;

/** Who turns to an account and what it wins of its niche, computed by hand. */
class AuthorityFeaturesTest {

  @Test
  void otherPeoplesAccountsThatMentionItCountOnce() {
    people()
        .and(
            EdgeDay.TABLE,
            """
            from_uid | to_uid  | day        | kind
            x:2      | x:@ann  | 2026-06-28 | mention
            x:2      | x:@ann  | 2026-06-27 | collaboration
            x:3      | x:@ann  | 2026-05-20 | repost
            x:9      | x:@ann  | 2026-06-28 | mention
            x:1      | x:@ann  | 2026-06-28 | mention
            x:2      | x:@ann  | 2026-03-30 | mention
            x:1      | x:@bob  | 2026-03-31 | mention
            x:2      | x:@same | 2026-06-28 | mention
            hash     | x:1     | 2026-06-28 | comment
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | mentioned_by_28d | mentioned_by_90d | mentioned_by_niche_90d | collaboration_partners_90d
            x:1         | 1                | 2                | 1                      | 1
            x:2         | null             | 1                | 1                      | null
            x:3         | null             | null             | null                   | null
            x:9         | null             | null             | null                   | null
            """);
  }

  @Test
  void aDisplayNameServesWhereNoHandleIsMeant() {
    people()
        .and(EdgeDay.TABLE, "from_uid | to_uid | day | kind\nx:2 | x:@cat | 2026-06-28 | mention")
        .when(new ComputeAccountFeatures())
        .then("account_uid | mentioned_by_28d\nx:1 | null\nx:2 | null\nx:3 | 1\nx:9 | null");
  }

  @Test
  void whatAnAccountWinsOfItsNiches() {
    // food: 30 + 5 + 5; art: 5. x:2 has half of its 10 in either
    people()
        .and(
            ActivityDay.TABLE,
            """
            account_uid | day        | engagements_total
            x:1         | 2026-06-28 | 20
            x:1         | 2026-04-28 | 10
            x:2         | 2026-06-28 | 10
            x:9         | 2026-06-28 | 5
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | niche_engagement_won_90d
            x:1         | 0.75
            x:2         | 0.5625
            x:3         | null
            x:9         | 0.125
            """);
  }

  @Test
  void whoWinsAllItsNichesWinsNoMoreThanOne() {
    assertTrue(0.2 + 0.4 + 0.3 + 0.1 > 1, "weights of doubles add up to a hair above one");
    given(Account.TABLE, "account_uid\nx:1")
        .and(KolAccount.TABLE, "account_uid | kol_id | valid_from\nx:1 | ka | 2026-06-01")
        .and(
            KolNiche.TABLE,
            """
            kol_id | niche | weight
            ka     | a     | 0.2
            ka     | b     | 0.4
            ka     | c     | 0.3
            ka     | d     | 0.1
            """)
        .and(ActivityDay.TABLE, "account_uid | day | engagements_total\nx:1 | 2026-06-28 | 1000000")
        .when(new ComputeAccountFeatures())
        .then("account_uid | niche_engagement_won_90d\nx:1 | 1");
  }

  private static StepCase people() {
    return given(
            Account.TABLE,
            """
            account_uid | handle | name
            x:1         | Ann    | Ann
            x:2         | bob    | Same
            x:3         | null   | C at
            x:9         | nine   | Same
            """)
        .and(
            KolAccount.TABLE,
            """
            account_uid | kol_id | valid_from
            x:1         | ka     | 2026-06-01
            x:9         | ka     | 2026-06-01
            x:2         | kb     | 2026-06-01
            x:3         | kc     | 2026-06-01
            """)
        .and(
            KolNiche.TABLE,
            """
            kol_id | niche  | weight
            ka     | food   | 1
            kb     | tech   | 0.5
            kb     | food   | 0.5
            kc     | sports | 1
            """);
  }
}
