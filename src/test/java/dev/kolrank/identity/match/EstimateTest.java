package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final Population PEOPLE = new Population(Map.of("weibo", 1_000L, "x", 1_000L));
  private static final RandomPairs RANDOM = new RandomPairs();

  static {
    RANDOM.add("weibo|x", "region", "same", 10_000);
    RANDOM.add("weibo|x", "region", "other", 90_000);
  }

  /** 500 matching pairs with rare names, 9 of 10 in one region; 400 coincidences, 1 of 10. */
  private static List<Pattern> patterns() {
    return List.of(
        pattern("exact_12", "same", 450),
        pattern("exact_12", "other", 50),
        pattern("core_chance", "same", 40),
        pattern("core_chance", "other", 360),
        new Pattern("weibo|weibo", Map.of("name", "core_chance"), 200, Optional.empty()),
        new Pattern("x|x", Map.of("name", "core_chance"), 200, Optional.empty()));
  }

  private static Pattern pattern(String name, String region, long count) {
    return new Pattern("weibo|x", Map.of("name", name, "region", region), count, Optional.empty());
  }

  private static MatchModel fit(List<Pattern> patterns) {
    return Estimate.fit(patterns, PEOPLE, RANDOM, 1);
  }

  @Test
  void whatMatchesShowIsFoundWithoutLabels() {
    MatchModel model = fit(patterns());
    double m =
        model.parameters().stream()
            .filter(p -> p.platforms().equals(Estimate.POOLED))
            .filter(p -> p.comparison().equals("region") && p.level().equals("same"))
            .findFirst()
            .orElseThrow()
            .m();
    assertEquals(0.9, m, 0.02);
    assertTrue(model.probability("weibo|x", Map.of("name", "exact_12")) > 0.99);
    assertTrue(model.probability("weibo|x", Map.of("name", "core_chance")) < 0.1);
  }

  @Test
  void weightsAndPriorMakeTheProbability() {
    MatchModel model = fit(patterns());
    Map<String, String> levels = Map.of("name", "core_2", "region", "other");
    List<MatchModel.Weight> weights = model.weights("weibo|x", levels, Map.of("name", 3.5));
    double bits =
        model.prior("weibo|x") + weights.stream().mapToDouble(MatchModel.Weight::bits).sum();
    assertEquals(1 / (1 + Math.pow(2, -bits)), model.probability("weibo|x", weights), 1e-12);
    assertEquals(List.of("name", "region"), weights.stream().map(w -> w.comparison()).toList());
    assertEquals(
        1.0,
        model.weights("weibo|x", levels, Map.of("name", 3.9)).get(0).bits()
            - model.weights("weibo|x", levels, Map.of("name", 2.9)).get(0).bits(),
        1e-9,
        "a bit more surprise weighs a bit more");
  }

  @Test
  void aLinkCountsAsItsCertaintyWhereNothingElseSpeaks() {
    MatchModel model = fit(patterns());
    assertEquals(0.95, model.probability("weibo|x", Map.of("link", "bio")), 1e-6);
    assertEquals(0.1, model.probability("weibo|x", Map.of("link", "weak")), 1e-6);
  }

  @Test
  void aFansAccountIsNeverTheIdols() {
    Map<String, String> levels = Map.of("name", "exact_16", "about", "one_fan");
    assertTrue(fit(patterns()).probability("weibo|x", levels) < 0.01);
  }

  @Test
  void pairsOfOnePlatformShowHowFrequentCoincidencesAre() {
    var many = new ArrayList<>(patterns());
    for (String platform : List.of("weibo", "x")) {
      String both = platform + "|" + platform;
      many.add(new Pattern(both, Map.of("name", "core_4"), 500, Optional.empty()));
    }
    Map<String, String> levels = Map.of("name", "core_4");
    double before = fit(patterns()).probability("weibo|x", levels);
    double after = fit(many).probability("weibo|x", levels);
    assertTrue(after < before / 2, before + " then " + after);
  }

  @Test
  void aPersonsWordIsALabel() {
    var labelled = new ArrayList<>(patterns());
    labelled.add(
        new Pattern(
            "weibo|x", Map.of("name", "core_chance", "region", "same"), 300, Optional.of(true)));
    Map<String, String> levels = Map.of("name", "core_chance", "region", "same");
    assertTrue(
        fit(labelled).probability("weibo|x", levels)
            > fit(patterns()).probability("weibo|x", levels));
  }

  @Test
  void whatTwoPlatformsNearlyAlwaysShareSaysLittleThere() {
    var people = new Population(Map.of("douyin", 1_000L, "weibo", 1_000L, "x", 1_000L));
    var random = new RandomPairs();
    random.add("douyin|weibo", "language", "same", 9_900);
    random.add("douyin|weibo", "language", "other", 100);
    random.add("weibo|x", "language", "same", 1_000);
    random.add("weibo|x", "language", "other", 9_000);
    MatchModel model =
        Estimate.fit(
            List.of(
                spoken("douyin|weibo", "exact_12", "same", 400),
                spoken("douyin|weibo", "core_chance", "same", 390),
                spoken("douyin|weibo", "core_chance", "other", 10),
                spoken("weibo|x", "exact_12", "same", 360),
                spoken("weibo|x", "exact_12", "other", 40),
                spoken("weibo|x", "core_chance", "same", 40),
                spoken("weibo|x", "core_chance", "other", 360)),
            people,
            random,
            1);
    double chinese = bits(model, "douyin|weibo");
    double mixed = bits(model, "weibo|x");
    assertTrue(chinese < 0.3 && mixed > 2, chinese + " and " + mixed);
    double unseen = bits(model, "kuaishou|zhihu");
    assertTrue(chinese < unseen && unseen < mixed, "without any of its own: " + unseen);
  }

  private static double bits(MatchModel model, String platforms) {
    return model.weights(platforms, Map.of("language", "same"), Map.of()).get(0).bits();
  }

  private static Pattern spoken(String platforms, String name, String language, long count) {
    return new Pattern(
        platforms, Map.of("name", name, "language", language), count, Optional.empty());
  }

  @Test
  void twoPlatformsWithoutPairsYetHaveAPriorOfTheirOwn() {
    var people = new Population(Map.of("weibo", 1_000L, "x", 1_000L, "douyin", 4_000L));
    MatchModel model = Estimate.fit(patterns(), people, RANDOM, 1);
    double perAccount = Math.pow(2, model.prior(Estimate.POOLED));
    double perPair = Math.pow(2, model.prior("douyin|x"));
    assertTrue(perPair < perAccount / 2_000, "an account has thousands of possible partners");
    assertEquals(
        fit(patterns()).prior(Estimate.POOLED),
        model.prior(Estimate.POOLED),
        0.5,
        "a platform that nothing was compared of tells nothing of the others");
  }

  @Test
  void fewPairsOfTwoPlatformsAreDrawnToWhatAllOthersShow() {
    var patterns = new ArrayList<>(patterns());
    patterns.add(pattern("other", "other", 2_000));
    patterns.add(new Pattern("douyin|x", Map.of("name", "core_2"), 20, Optional.empty()));
    var people = new Population(Map.of("weibo", 1_000L, "x", 1_000L, "douyin", 1_000L));
    MatchModel model = Estimate.fit(patterns, people, RANDOM, 1);
    double all = u(model, Estimate.POOLED, "name", "other");
    double few = u(model, "douyin|x", "name", "other");
    assertTrue(all < 0.95, "some names are alike: " + all);
    assertTrue(few <= all, few + " without one such pair, " + all + " among all");
    assertTrue(few > all / 2, few + " of twenty pairs, " + all + " among all");
  }

  private static double u(MatchModel model, String platforms, String comparison, String level) {
    return model.parameters().stream()
        .filter(p -> p.platforms().equals(platforms))
        .filter(p -> p.comparison().equals(comparison) && p.level().equals(level))
        .findFirst()
        .orElseThrow()
        .u();
  }
}
