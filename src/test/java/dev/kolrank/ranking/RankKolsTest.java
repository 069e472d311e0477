package dev.kolrank.ranking;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.gold.Kol;
import dev.kolrank.table.gold.KolRanking;
import dev.kolrank.table.gold.ScoreContribution;
import org.junit.jupiter.api.Test;

class RankKolsTest {
  private static final String KOLS =
      """
      kol_id | name | tier | niche  | language | platforms
      k1     | Ann  | mega | beauty | en       | [tiktok, x]
      k2     | null | mega | null   | null     | [x]
      k3     | Cat  | nano | beauty | en       | [x]
      """;

  private static final String POINTS =
      """
      kol_id | dimension | account_uid | contribution
      k1     | reach     | x:1         | 20
      k1     | loyalty   | x:1         | 10
      k1     | reach     | tiktok:1    | 10
      k2     | reach     | x:2         | 40
      k3     | reach     | x:3         | 5
      """;

  @Test
  void everyListRanksByPointsAndBreaksTiesById() {
    ranked()
        .then(
            """
            list     | list_key | rank | kol_id | score | percentile
            overall  | all      | 1    | k1     | 40    | 0.6666666667
            overall  | all      | 2    | k2     | 40    | 0.3333333333
            overall  | all      | 3    | k3     | 5     | 0
            platform | x        | 1    | k2     | 40    | 0.6666666667
            platform | x        | 2    | k1     | 30    | 0.3333333333
            platform | x        | 3    | k3     | 5     | 0
            platform | tiktok   | 1    | k1     | 10    | 0
            niche    | beauty   | 1    | k1     | 40    | 0.5
            niche    | beauty   | 2    | k3     | 5     | 0
            tier     | mega     | 1    | k1     | 40    | 0.5
            tier     | mega     | 2    | k2     | 40    | 0
            tier     | nano     | 1    | k3     | 5     | 0
            language | en       | 1    | k1     | 40    | 0.5
            language | en       | 2    | k3     | 5     | 0
            """);
  }

  @Test
  void aRowTellsWhoItIsAndByWhichFormula() {
    given(Kol.TABLE, KOLS)
        .and(
            ScoreContribution.TABLE,
            "kol_id | dimension | account_uid | contribution\nk2 | reach | x:2 | 40")
        .when(new RankKols("f1"))
        .then(
            """
            as_of      | list     | kol_id | name | tier | niche | platforms | formula | previous_rank
            2026-06-28 | overall  | k2     | null | mega | null  | [x]       | f1      | null
            2026-06-28 | platform | k2     | null | mega | null  | [x]       | f1      | null
            2026-06-28 | tier     | k2     | null | mega | null  | [x]       | f1      | null
            """);
  }

  @Test
  void thePreviousRankIsOfTheNewestNightBeforeAndTheSameList() {
    given(Kol.TABLE, KOLS)
        .and(
            ScoreContribution.TABLE,
            """
            kol_id | dimension | account_uid | contribution
            k2     | reach     | x:2         | 40
            k3     | reach     | x:3         | 5
            """)
        .givenPrevious(
            KolRanking.TABLE,
            """
            as_of      | list    | list_key | kol_id | rank
            2026-06-20 | overall | all      | k3     | 77
            2026-06-26 | overall | all      | k2     | 9
            2026-06-26 | tier    | micro    | k2     | 3
            2026-06-26 | tier    | nano     | k3     | 4
            """)
        .when(new RankKols("f1"))
        .then(
            """
            list     | list_key | kol_id | previous_rank
            overall  | all      | k2     | 9
            overall  | all      | k3     | null
            platform | x        | k2     | null
            platform | x        | k3     | null
            tier     | mega     | k2     | null
            tier     | nano     | k3     | 4
            niche    | beauty   | k3     | null
            language | en       | k3     | null
            """);
  }

  @Test
  void theSpreadOfTheRowsDoesNotMatter() {
    ranked().spreadOver(4).then(expectedOrder());
  }

  private static String expectedOrder() {
    return """
        rank | kol_id | list
        1    | k1     | overall
        2    | k2     | overall
        3    | k3     | overall
        1    | k2     | platform
        2    | k1     | platform
        3    | k3     | platform
        1    | k1     | platform
        1    | k1     | niche
        2    | k3     | niche
        1    | k1     | tier
        2    | k2     | tier
        1    | k3     | tier
        1    | k1     | language
        2    | k3     | language
        """;
  }

  private static StepCase ranked() {
    return given(Kol.TABLE, KOLS).and(ScoreContribution.TABLE, POINTS).when(new RankKols("f1"));
  }
}
