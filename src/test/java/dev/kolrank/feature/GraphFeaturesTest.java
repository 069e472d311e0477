package dev.kolrank.feature;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.features.AccountGraph;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.EdgeDay;
import org.junit.jupiter.api.Test;

/** Where accounts stand in the graph of who turns to whom. */
class GraphFeaturesTest {

  @Test
  void edgesWeighTheDaysOfTheWindowAmongDifferentPeople() {
    // ann parts 0.85 of hers 3 to 1 among bob and cat; dan's are too old, a comment, or his own
    people()
        .and(
            EdgeDay.TABLE,
            """
            from_uid | to_uid | day        | kind          | times
            x:a      | x:@bob | 2026-06-28 | mention       | 1
            x:a      | x:@bob | 2026-06-28 | repost        | 9
            x:a      | x:@bob | 2026-06-27 | mention       | 1
            x:alias  | x:@bob | 2026-03-31 | collaboration | 1
            x:a      | x:@cat | 2026-06-28 | mention       | 40
            x:d      | x:@cat | 2026-03-30 | mention       | 1
            x:d      | x:@d2  | 2026-06-28 | mention       | 1
            hash     | x:d    | 2026-06-28 | comment       | 1
            """)
        .when(new RankAccounts())
        .then(
            """
            account_uid | niche | rank     | niche_rank | niche_ranks               | second_degree_reach
            x:a         | art   | 0.779221 | 0.540541   | {art: 0.540541}           | null
            x:b         | food  | 1.275974 | 1          | {art: 0.344594, food: 1}  | 1
            x:c         | null  | 0.944805 | null       | {art: 0.114865}           | 1
            """);
  }

  @Test
  void nobodyTurnsToAnybody() {
    people().when(new RankAccounts()).then("account_uid | rank");
  }

  @Test
  void anAccountTakesItsRowAndIsNullWithoutOne() {
    people()
        .and(
            AccountGraph.TABLE,
            """
            account_uid | rank | niche_rank | second_degree_reach
            x:a         | 2.5  | 1.25       | 7
            x:b         | 0.5  | null       | null
            """)
        .when(new ComputeAccountFeatures())
        .then(
            """
            account_uid | pagerank_90d | pagerank_niche_90d | second_degree_reach_90d
            x:a         | 2.5          | 1.25               | 7
            x:b         | 0.5          | null               | null
            x:c         | null         | null               | null
            x:d         | null         | null               | null
            x:d2        | null         | null               | null
            """);
  }

  private static StepCase people() {
    return given(
            Account.TABLE,
            """
            account_uid | handle
            x:a         | ann
            x:b         | bob
            x:c         | cat
            x:d         | dan
            x:d2        | d2
            """)
        .and(
            KolAccount.TABLE,
            """
            account_uid | kol_id | valid_from
            x:a         | ka     | 2026-06-01
            x:b         | kb     | 2026-06-01
            x:c         | kc     | 2026-06-01
            x:d         | kd     | 2026-06-01
            x:d2        | kd     | 2026-06-01
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:alias | x:a")
        .and(
            KolNiche.TABLE,
            """
            kol_id | niche | weight
            ka     | art   | 0.7
            ka     | food  | 0.3
            kb     | food  | 1
            """);
  }
}
