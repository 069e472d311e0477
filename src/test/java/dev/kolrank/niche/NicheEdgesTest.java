package dev.kolrank.niche;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.features.KolAnchor;
import dev.kolrank.table.models.Niche;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody who says anything the taxonomy knows is without a niche. */
class NicheEdgesTest {

  @Test
  void aGeneralistKeepsItsNearestNicheThoughAllAreFaint() {
    given(KolAnchor.TABLE, "kol_id | anchors\nk1 | [0.6, 0.5, 0.4, 0.3]")
        .and(
            Niche.TABLE,
            """
            cluster | niche  | centre
            0       | beauty | [1, 0, 0, 0]
            1       | food   | [0, 1, 0, 0]
            2       | tech   | [0, 0, 1, 0]
            3       | travel | [0, 0, 0, 1]
            """)
        .when(new AssignNiches(1, 0.4))
        .then("kol_id | niche | weight\nk1 | beauty | 1");
  }

  @Test
  void aClusterWithoutTellingWordsIsStillACluster() {
    var taxonomy = new Taxonomy(List.of("beauty", "food"), Map.of(), Map.of());
    given(KolAnchor.TABLE, "kol_id | anchors | tokens\nk1 | [1, 0] | [妆]\nk2 | [0, 1] | [cook]")
        .when(new FitNiches(taxonomy, 2, 100, 7))
        .then("niche | words\nbeauty | []\nfood | [cook]");
  }
}
