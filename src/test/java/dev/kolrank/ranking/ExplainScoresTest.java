package dev.kolrank.ranking;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.table.ranking.AccountQuantile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplainScoresTest {
  private static final double SCALE = 3.0;
  private static final ExplainScores STEP =
      new ExplainScores(new Formula(FormulaTest.WEIGHTS, FormulaTest.CORRELATION, SCALE));

  /** The quantiles of an account in each dimension. */
  private record Placed(Map<String, Double> quantiles) {
    static Placed random(Random random) {
      return new Placed(
          Signal.DIMENSIONS.stream()
              .collect(Collectors.toMap(d -> d, d -> random.nextInt(1_000) / 1_001.0)));
    }

    /** Nearer to the top in one dimension. */
    Placed raised(String dimension) {
      var raised = new HashMap<String, Double>(quantiles);
      raised.computeIfPresent(dimension, (d, q) -> q + (1 - q) / 10);
      return new Placed(raised);
    }
  }

  @Test
  void anAccountsPartIsItsShareOfTheTailsAndADimensionsItsShareOfTheRawScore() {
    // reach: tails 1 and 3, so 0.3 ln 5; loyalty: tail 1, so 0.15 ln 2; the others nothing
    double reach = 0.3 * Math.log(5);
    double loyalty = 0.15 * Math.log(2);
    double score = 100 * (1 - Math.exp(-(reach + loyalty) / SCALE));
    double reachPart = score * reach / (reach + loyalty);
    given(
            AccountQuantile.TABLE,
            """
            account_uid | kol_id | dimension | quantile
            x:1         | k1     | reach     | 0.5
            tiktok:1    | k1     | reach     | 0.75
            x:1         | k1     | loyalty   | 0.5
            tiktok:1    | k1     | loyalty   | 0
            x:1         | k1     | momentum  | 0
            """)
        .when(STEP)
        .then(
            """
            kol_id | dimension | account_uid | contribution | quantile
            k1     | reach     | x:1         | %s           | 0.5
            k1     | reach     | tiktok:1    | %s           | 0.75
            k1     | loyalty   | x:1         | %s           | 0.5
            k1     | loyalty   | tiktok:1    | 0            | 0
            k1     | momentum  | x:1         | 0            | 0
            """
                .formatted(reachPart / 4, reachPart * 3 / 4, score - reachPart));
  }

  @Test
  void whoIsNowhereHasNoPoints() {
    given(
            AccountQuantile.TABLE,
            "account_uid | kol_id | dimension | quantile\nx:1 | k1 | reach | 0")
        .when(STEP)
        .then("kol_id | contribution\nk1 | 0");
  }

  @Test
  void contributionsAddUpAndNeitherAnAccountMoreNorAHigherPlaceLowersTheScore() {
    var random = new Random(20260628);
    var kols = new TreeMap<String, List<Placed>>();
    for (int i = 0; i < 25; i++) {
      List<Placed> accounts = new ArrayList<>();
      for (int a = 0; a <= random.nextInt(4); a++) {
        accounts.add(Placed.random(random));
      }
      List<Placed> more = new ArrayList<>(accounts);
      more.add(Placed.random(random));
      List<Placed> raised = new ArrayList<>(accounts);
      String dimension = Signal.DIMENSIONS.get(random.nextInt(Signal.DIMENSIONS.size()));
      raised.set(0, accounts.get(0).raised(dimension));
      kols.put("k%d".formatted(i), accounts);
      kols.put("k%d more".formatted(i), more);
      kols.put("k%d raised".formatted(i), raised);
    }
    Map<String, Double> scores = scores(kols);
    kols.forEach((kol, accounts) -> assertEquals(expected(accounts), scores.get(kol), 1e-9, kol));
    for (int i = 0; i < 25; i++) {
      double score = scores.get("k" + i);
      assertTrue(scores.get("k%d more".formatted(i)) >= score, "one account more lowered k" + i);
      assertTrue(scores.get("k%d raised".formatted(i)) > score, "a higher place lowered k" + i);
    }
  }

  private static Map<String, Double> scores(Map<String, List<Placed>> kols) {
    var text = new StringBuilder("account_uid | kol_id | dimension | quantile\n");
    kols.forEach(
        (kol, accounts) -> {
          for (int a = 0; a < accounts.size(); a++) {
            String uid = "x:" + a;
            accounts
                .get(a)
                .quantiles()
                .forEach(
                    (dimension, q) ->
                        text.append(
                            String.join(" | ", uid, kol, dimension, Double.toString(q)) + "\n"));
          }
        });
    return given(AccountQuantile.TABLE, text.toString()).spreadOver(3).when(STEP).rows().stream()
        .collect(
            Collectors.groupingBy(
                r -> r.<String>getAs("kol_id"),
                Collectors.summingDouble(r -> r.<Double>getAs("contribution"))));
  }

  /** The score by the book, apart from the code under test. */
  private static double expected(List<Placed> accounts) {
    double raw = 0;
    for (String dimension : Signal.DIMENSIONS) {
      double tails =
          accounts.stream().mapToDouble(a -> 1 / (1 - a.quantiles().get(dimension)) - 1).sum();
      raw += FormulaTest.WEIGHTS.get(dimension) * Math.log1p(tails);
    }
    return 100 * (1 - Math.exp(-raw / SCALE));
  }
}
