package dev.kolrank.identity;

/** The rule by which tests cluster: the one of {@code conf/kolrank.conf}. */
final class TestRules {
  static final ClusterRule RULE = new ClusterRule(0.5, 0.65, 0.9, 0.25, 0.05, 0.2, 1_000);

  private TestRules() {}
}
