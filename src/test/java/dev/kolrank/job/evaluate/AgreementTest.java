package dev.kolrank.job.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final List<TruthAccount> ACCOUNTS =
      List.of(
          account("x", "anna", "Anna", "p1"),
          account("weibo", "anna", "Anna", "p1"),
          account("bilibili", "annasvlog", "Anna", "p1"),
          account("x", "bert", "Bert", "p2"),
          account("weibo", "bert_1", "Bert", "p2"));

  private static TruthAccount account(String platform, String handle, String name, String person) {
    return TruthAccount.named(platform, handle, name, person);
  }

  private static Agreement.Score all(Agreement agreement, String kind) {
    return agreement.scores().stream()
        .filter(s -> s.scope().equals(Agreement.ALL) && s.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void pairsAndAccountsAreCounted() {
    var clusters =
        Map.of(
            "x:@anna",
            "a",
            "weibo:@anna",
            "a",
            "bilibili:@annasvlog",
            "b",
            "x:@bert",
            "b",
            "weibo:@bert_1",
            "c");
    var agreement = new Agreement(ACCOUNTS, clusters);
    Agreement.Score pairs = all(agreement, "pairs");
    assertEquals(1, pairs.correct());
    assertEquals(2, pairs.claimed());
    assertEquals(4, pairs.expected());
    assertEquals(0.5, pairs.precision().value(), 1e-9);
    assertEquals(0.25, pairs.recall().value(), 1e-9);
    assertEquals(2, agreement.largestWrong());
    assertEquals(0.8, all(agreement, "b_cubed").precision().value(), 1e-9);
  }

  @Test
  void anIntervalHoldsItsValueAndIsTheSameEachTime() {
    var clusters =
        PlainComponents.of(ACCOUNTS, List.<String[]>of(new String[] {"x:@anna", "weibo:@anna"}));
    Agreement.Share recall = all(new Agreement(ACCOUNTS, clusters), "pairs").recall();
    assertTrue(recall.low() <= recall.value() && recall.value() <= recall.high());
    assertEquals(recall, all(new Agreement(ACCOUNTS, clusters), "pairs").recall());
  }

  @Test
  void namesAreHiddenAndPerturbedByAccountNotByChance() {
    List<TruthAccount> many =
        IntStream.range(0, 400)
            .mapToObj(i -> account("x", "somebody" + i, "Name " + i, "p" + i))
            .toList();
    var half = new Disguise(Disguise.Names.HALF, false, 0);
    long shown = half.of(many).stream().filter(a -> a.name() != null).count();
    assertTrue(150 < shown && shown < 250, "shown: " + shown);
    assertEquals(half.of(many), half.of(many));
    assertNotEquals(half.of(many), new Disguise(Disguise.Names.HALF, false, 1).of(many));
    var perturbed = new Disguise(Disguise.Names.ALL, true, 0).of(many);
    long changed =
        IntStream.range(0, 400)
            .filter(i -> !perturbed.get(i).name().equals(many.get(i).name()))
            .count();
    assertTrue(150 < changed && changed < 250, "changed: " + changed);
    assertNull(new Disguise(Disguise.Names.NONE, false, 0).of(many).get(0).name());
    assertNotEquals(many, perturbed);
  }

  @Test
  void aNameIsWrittenInAnotherScript() {
    assertEquals("サクラ", Disguise.inOtherScript("さくら"));
    assertEquals("さくら Ch", Disguise.inOtherScript("サクラ Ch"));
    assertEquals("サクラ", Disguise.inOtherScript("Sakura"));
    assertEquals("王麗", Disguise.inOtherScript("王丽"));
    assertEquals("Anna", Disguise.inOtherScript("Анна"));
    assertEquals("77", Disguise.inOtherScript("77"));
  }

  private static IdentityTrial.Scored scored(
      String left, String right, boolean linked, double probability) {
    return new IdentityTrial.Scored(left, right, linked, probability, "");
  }

  @Test
  void componentsGoByProbabilityAloneAndNotByWhatIsDeclared() {
    var clusters =
        Evaluation.components(
            ACCOUNTS,
            List.of(
                scored("weibo:@anna", "x:@anna", false, 0.9),
                scored("bilibili:@annasvlog", "x:@anna", true, 0.2),
                scored("weibo:@bert_1", "x:@bert", true, 0.89)),
            0.9);
    assertEquals(clusters.get("weibo:@anna"), clusters.get("x:@anna"));
    assertNotEquals(clusters.get("bilibili:@annasvlog"), clusters.get("x:@anna"));
    assertNotEquals(clusters.get("weibo:@bert_1"), clusters.get("x:@bert"));
  }

  @Test
  void aBinTellsWhatWasExpectedAndHowSureItsShareIs() {
    List<IdentityTrial.Scored> pairs =
        List.of(
            scored("weibo:@anna", "x:@anna", true, 0.92),
            scored("bilibili:@annasvlog", "weibo:@anna", true, 0.94),
            scored("weibo:@bert_1", "x:@bert", true, 0.96),
            scored("bilibili:@annasvlog", "x:@bert", true, 0.98));
    Evaluation.Bin bin = Evaluation.bins(ACCOUNTS, pairs).get(0);
    assertEquals(0.95, bin.expected(), 1e-9);
    assertEquals(0.75, bin.right().value(), 1e-9);
    // Wilson's interval of three in four
    assertEquals(0.3006, bin.right().low(), 1e-4);
    assertEquals(0.9544, bin.right().high(), 1e-4);
    assertEquals(1, Agreement.share(50, 50).high(), 1e-9);
    assertEquals(0.9287, Agreement.share(50, 50).low(), 1e-4);
  }

  @Test
  void aMissedPairTellsHowFarItCame() {
    Map<String, String> clusters = new HashMap<>();
    ACCOUNTS.forEach(a -> clusters.put(a.uid(), a.uid()));
    var faults =
        new Faults(
            ACCOUNTS,
            clusters,
            List.of(scored("weibo:@anna", "x:@anna", false, 0.4)),
            asked -> {
              assertEquals(3, asked.size(), "those that are not kept: " + asked);
              return Map.of(
                  new Faults.Pair("bilibili:@annasvlog", "x:@anna"),
                  IdentityTrial.Meeting.COMPARED,
                  new Faults.Pair("bilibili:@annasvlog", "weibo:@anna"),
                  IdentityTrial.Meeting.TOO_LARGE);
            });
    assertEquals(
        Map.of(
            "probability below the threshold", 1L,
            "compared, a hundred to one against it", 1L,
            "only blocks too large brought them together", 1L,
            "no block brought them together", 1L),
        faults.causes());
  }
}
