package dev.kolrank.niche;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.StepCase;
import dev.kolrank.table.features.KolAnchor;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.models.Niche;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A taxonomy of three niches, so that every number can be computed by hand. */
class NicheStepsTest {
  private static final Taxonomy TAXONOMY =
      new Taxonomy(
          List.of("beauty", "food", "tech"),
          Map.of(
              "lipstick", List.of(new Taxonomy.Seed(0, 1)),
              "recipe", List.of(new Taxonomy.Seed(1, 1)),
              "laptop", List.of(new Taxonomy.Seed(2, 1))),
          Map.of());

  private static final String SIX_KOLS =
      """
      kol_id | anchors           | tokens
      k1     | [1, 0, 0]         | [hi, lipstick]
      k2     | [0.99, 0.141, 0]  | [hi, lipstick]
      k3     | [0, 1, 0]         | [hi, recipe]
      k4     | [0.141, 0.99, 0]  | [hi, recipe]
      k5     | [0, 0, 1]         | [hi, laptop]
      k6     | [0, 0.141, 0.99]  | [hi, laptop]
      """;

  private static final String CENTRES =
      """
      cluster | niche  | centre
      0       | beauty | [1, 0, 0]
      1       | food   | [0, 1, 0]
      2       | beauty | [0.8, 0.6, 0]
      """;

  @Test
  void aKolLiesWhereAllItsAccountsTogetherLie() {
    given(Account.TABLE, "account_uid\nx:1\ntiktok:1\nx:2\nx:3")
        .and(
            AccountText.TABLE,
            """
            account_uid | tokens
            x:1         | [lipstick, b]
            tiktok:1    | [recipe, b]
            x:2         | [laptop]
            x:3         | [b]
            """)
        .and(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id
            x:1         | 2026-06-01 | k1
            tiktok:1    | 2026-06-01 | k1
            x:2         | 2026-06-01 | k2
            x:3         | 2026-06-01 | k3
            """)
        .when(new EmbedKols(TAXONOMY))
        .then(
            """
            kol_id | anchors                          | tokens
            k1     | [0.7071067811, 0.7071067811, 0]  | [b, lipstick, recipe]
            k2     | [0, 0, 1]                        | [laptop]
            """);
  }

  @Test
  void clustersAreNamedByTheirNicheAndToldByTheirWords() {
    Map<String, List<String>> found =
        fit(0).stream()
            .collect(
                Collectors.toMap(
                    r -> r.getAs("niche"),
                    r -> List.of(r.<String>getList(r.fieldIndex("words")).get(0))));
    assertEquals(
        Map.of("beauty", List.of("lipstick"), "food", List.of("recipe"), "tech", List.of("laptop")),
        found);
  }

  @Test
  void theFitIsTheSameHoweverTheRowsAreSpread() {
    assertEquals(text(fit(1)), text(fit(4)));
  }

  @Test
  void fewerKolsThanClustersAndNoneAtAll() {
    var step = new FitNiches(TAXONOMY, 5, 100, 7);
    given(KolAnchor.TABLE, "kol_id | anchors | tokens\nk1 | [1, 0, 0] | [ab]")
        .when(step)
        .then("niche");
    var two =
        given(
                KolAnchor.TABLE,
                "kol_id | anchors | tokens\nk1 | [1, 0, 0] | [ab]\nk2 | [0, 0, 1] | [cd]")
            .when(step);
    two.then("niche | accounts\nbeauty | 2\ntech | 2");
  }

  @Test
  void membershipIsTheSharpenedClosenessToTheNearestCentreOfANiche() {
    // k1: beauty 1, food 0.6^2 by the power 2; k2: beauty 0.8^2, food 0.6^2
    given(
            KolAnchor.TABLE,
            """
            kol_id | anchors
            k1     | [0.8, 0.6, 0]
            k2     | [1, 0, 0]
            k3     | [0, 0, 1]
            """)
        .and(Niche.TABLE, CENTRES)
        .when(new AssignNiches(2, 0))
        .then(
            """
            kol_id | niche  | weight
            k1     | beauty | 0.7352941176
            k1     | food   | 0.2647058823
            k2     | beauty | 1
            """);
  }

  @Test
  void faintSharesAreDroppedAndTheOthersAddUpToOne() {
    String kols = "kol_id | anchors\nk1 | [0.9, 0.3, 0.3]";
    String centres =
        "cluster | niche | centre\n0 | beauty | [1, 0, 0]\n1 | food | [0, 1, 0]\n2 | tech | [0, 0.6, 0.8]";
    given(KolAnchor.TABLE, kols)
        .and(Niche.TABLE, centres)
        .when(new AssignNiches(1, 0.25))
        .then("kol_id | niche | weight\nk1 | beauty | 0.6818181818\nk1 | tech | 0.3181818181");
  }

  @Test
  void theWeightsOfEveryKolAddUpToOne() {
    List<Row> rows =
        given(KolAnchor.TABLE, SIX_KOLS)
            .and(Niche.TABLE, CENTRES)
            .spreadOver(3)
            .when(new AssignNiches(8, 0.1))
            .rows();
    Map<String, Double> sums =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.<String>getAs("kol_id"),
                    Collectors.summingDouble(r -> r.<Double>getAs("weight"))));
    assertEquals(List.of("k1", "k2", "k3", "k4", "k6"), sums.keySet().stream().sorted().toList());
    sums.forEach((kol, sum) -> assertEquals(1.0, sum, 1e-9, kol));
  }

  @Test
  void settingsAreChecked() {
    assertThrows(IllegalArgumentException.class, () -> new AssignNiches(0.9, 0.1));
    assertThrows(IllegalArgumentException.class, () -> new AssignNiches(8, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new AssignNiches(8, -0.1));
    var error =
        assertThrows(IllegalArgumentException.class, () -> new FitNiches(TAXONOMY, 1, 100, 7));
    assertEquals("niche.clusters must be at least 2, got 1", error.getMessage());
  }

  private static List<Row> fit(int partitions) {
    StepCase kols = given(KolAnchor.TABLE, SIX_KOLS);
    return (partitions > 0 ? kols.spreadOver(partitions) : kols)
        .when(new FitNiches(TAXONOMY, 3, 100, 7))
        .rows();
  }

  private static List<String> text(List<Row> rows) {
    return rows.stream().map(Row::toString).sorted().toList();
  }
}
