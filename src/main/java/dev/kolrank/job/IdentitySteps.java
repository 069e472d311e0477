package dev.kolrank.job;

import dev.kolrank.core.Problems;
import dev.kolrank.core.Step;
import dev.kolrank.identity.BlockAccounts;
import dev.kolrank.identity.CheckOverrides;
import dev.kolrank.identity.ClusterRule;
import dev.kolrank.identity.CompareAccounts;
import dev.kolrank.identity.CountNameParts;
import dev.kolrank.identity.CountRandomPairs;
import dev.kolrank.identity.CountTopicWords;
import dev.kolrank.identity.DefaultNames;
import dev.kolrank.identity.DescribeTraits;
import dev.kolrank.identity.FindCitations;
import dev.kolrank.identity.FindLinks;
import dev.kolrank.identity.FitMatches;
import dev.kolrank.identity.JudgeCitations;
import dev.kolrank.identity.KeepBasis;
import dev.kolrank.identity.KeyPosts;
import dev.kolrank.identity.LabelAccounts;
import dev.kolrank.identity.LikenPairs;
import dev.kolrank.identity.LinkOverride;
import dev.kolrank.identity.LogKolChanges;
import dev.kolrank.identity.MeasureClusters;
import dev.kolrank.identity.Overrides;
import dev.kolrank.identity.ReportBlocks;
import dev.kolrank.identity.ResolveAliases;
import dev.kolrank.identity.ResolveKols;
import dev.kolrank.identity.ScorePairs;
import dev.kolrank.identity.SharedLinks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The steps of a night that tell which accounts belong to one KOL. */
final class IdentitySteps {

  private IdentitySteps() {}

  /**
   * The steps.
   *
   * @throws dev.kolrank.core.UserError when a setting is out of its range, or overrides contradict
   *     each other
   */
  static List<Step> of(Settings settings) {
    List<LinkOverride> given =
        settings.objects(
            "identity.overrides",
            o -> new LinkOverride(o.getString("left"), o.getString("right"), o.getBoolean("same")));
    var problems = new Problems();
    List<LinkOverride> overrides =
        Overrides.load(settings.place("identity.folder"), given, problems);
    problems.stopIfAny();
    var rule =
        new ClusterRule(
            settings.number("identity.clusters.least-mean"),
            settings.number("identity.clusters.groups.least-mean"),
            settings.number("identity.clusters.groups.sure"),
            settings.number("identity.clusters.unlinked-weight"),
            settings.number("identity.clusters.uncompared-weight"),
            settings.number("identity.clusters.uncompared-probability"),
            settings.whole("identity.clusters.largest"));
    DefaultNames defaults = DefaultNames.with(settings.names("identity.default-names"));
    SharedLinks links = SharedLinks.with(settings.names("identity.shared-links"));
    return List.of(
        new ResolveAliases(overrides, defaults),
        new FindCitations(),
        new KeyPosts(),
        new LabelAccounts(defaults),
        new JudgeCitations(defaults),
        new FindLinks(overrides, links),
        new DescribeTraits(defaults),
        new KeepBasis(
            settings.number("identity.refit.growth"),
            settings.whole("identity.refit.days"),
            version(settings, overrides)),
        new CountTopicWords(),
        new CountNameParts(),
        new BlockAccounts(links),
        new CountRandomPairs(
            settings.whole("identity.seed"), settings.whole("identity.random-pairs")),
        new LikenPairs(),
        new CompareAccounts(),
        new FitMatches(),
        new ScorePairs(settings.number("identity.threshold")),
        new ReportBlocks(),
        new ResolveKols(rule),
        new CheckOverrides(overrides),
        new LogKolChanges(),
        new MeasureClusters());
  }

  /** Names what the fitted parameters follow from beside the accounts. */
  private static String version(Settings settings, List<LinkOverride> overrides) {
    var all =
        List.of(
            CodeVersion.current(),
            KeepBasis.declared(),
            settings.whole("identity.seed"),
            settings.whole("identity.random-pairs"),
            settings.names("identity.default-names"),
            settings.names("identity.shared-links"),
            overrides);
    return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }
}
