package dev.kolrank.job.evaluate;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What an account says of itself against what it looks like, through the real steps. */
class ContradictionTest {
  private static final String ANNA = "youtube:UC1";
  private static final String NAMESAKE = "instagram:2";

  private static SmallWorld world(String handle, String bio) {
    return new SmallWorld("instagram", "youtube")
        .with("youtube", "UC1", handle, null, bio)
        .with("instagram", "2", handle, null, null);
  }

  @Test
  void namesakesAreOneAsLongAsNothingSpeaksAgainstIt() {
    for (String handle : List.of("nes", "zwiebelturmqx")) {
      IdentityTrial trial = world(handle, "I cook").run();
      IdentityTrial.Scored pair = SmallWorld.pair(trial, NAMESAKE, ANNA);
      assertTrue(pair.linked(), pair.toString());
      assertTrue(SmallWorld.areOne(trial.clusters(), ANNA, NAMESAKE));
    }
  }

  @Test
  void theAccountThatABioNamesIsChosenOverANamesake() {
    IdentityTrial trial =
        world("zwiebelturmqx", "IG: @annasecret")
            .with("instagram", "1", "annasecret", null, null)
            .run();
    IdentityTrial.Scored namesake = SmallWorld.pair(trial, NAMESAKE, ANNA);
    assertTrue(namesake == null || !namesake.linked(), "namesake: " + namesake);
    assertTrue(
        SmallWorld.areOne(trial.clusters(), ANNA, "instagram:1"),
        "named: " + SmallWorld.pair(trial, "instagram:1", ANNA));
    assertFalse(SmallWorld.areOne(trial.clusters(), ANNA, NAMESAKE));
  }

  @Test
  void aNamesakeIsDoubtedWhereTheNamedProfileIsNotTracked() {
    IdentityTrial trial = world("nes", "IG: @annasecret").run();
    IdentityTrial.Scored namesake = SmallWorld.pair(trial, NAMESAKE, ANNA);
    assertTrue(namesake == null || !namesake.linked(), "namesake: " + namesake);
    assertFalse(SmallWorld.areOne(trial.clusters(), ANNA, NAMESAKE));
  }

  @Test
  void aLinkBothWaysOutweighsTheWordsOfAFan() {
    IdentityTrial trial =
        new SmallWorld("instagram", "youtube")
            .with("youtube", "UC1", "zwiebelturm_fans", null, "IG: @zwiebelturm")
            .with("instagram", "2", "zwiebelturm", null, "youtube.com/@zwiebelturm_fans")
            .with("youtube", "UC3", "berta_fans", null, "IG: @bertaqxv")
            .with("instagram", "4", "bertaqxv", null, null)
            .run();
    assertTrue(SmallWorld.areOne(trial.clusters(), ANNA, NAMESAKE));
    assertFalse(SmallWorld.areOne(trial.clusters(), "youtube:UC3", "instagram:4"));
    assertTrue(
        trial.pairs().stream().noneMatch(p -> p.linked() && p.probability() < 0.5),
        "what is linked is never improbable");
  }
}
