package dev.kolrank.job.evaluate;

import dev.kolrank.SparkFixture;
import dev.kolrank.job.EvaluateIdentity;
import dev.kolrank.job.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Sixty invented people on two platforms, and some more that a specification is about. */
final class SmallWorld {
  private static final String[] SYLLABLES = {
    "bra", "dul", "fim", "gop", "hek", "jor", "kiv", "lam", "mur", "nes", "pov", "qua", "rix",
    "sol", "tev", "wug", "yan", "zip"
  };

  private final List<TruthAccount> accounts = new ArrayList<>();

  SmallWorld(String platform, String other) {
    for (int i = 0; i < 60; i++) {
      String name =
          SYLLABLES[i % 18] + SYLLABLES[(i * 7 + 3) % 17] + SYLLABLES[(i * 5 + i / 18) % 18];
      with(platform, "9" + i, name, null, null);
      with(other, "8" + i, i % 3 == 0 ? "official_" + name : name, null, null);
    }
  }

  SmallWorld with(String platform, String id, String handle, String name, String bio) {
    accounts.add(
        new TruthAccount(platform, id, handle, name, bio, null, null, null, platform + id));
    return this;
  }

  /** What the real steps, run one after the other, make of it. */
  IdentityTrial run() {
    return IdentityTrial.run(
        SparkFixture.spark(), EvaluateIdentity.steps(Settings.defaults()), accounts);
  }

  /** Both accounts' pair, null if none is kept. */
  static IdentityTrial.Scored pair(IdentityTrial trial, String left, String right) {
    return trial.pairs().stream()
        .filter(p -> p.left().equals(left) && p.right().equals(right))
        .findFirst()
        .orElse(null);
  }

  static boolean areOne(Map<String, String> clusters, String one, String other) {
    return clusters.get(one).equals(clusters.get(other));
  }
}
