package dev.kolrank.job;

import dev.kolrank.connector.CheckSources;
import dev.kolrank.connector.DriftLimits;
import dev.kolrank.connector.LedgerFiles;
import dev.kolrank.connector.NoteReplacements;
import dev.kolrank.connector.ProfileSources;
import dev.kolrank.connector.ReadCrawl;
import dev.kolrank.connector.RecordChecks;
import dev.kolrank.connector.StageObservations;
import dev.kolrank.connector.storage.RecordFailures;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.feature.ComputeAccountFeatures;
import dev.kolrank.feature.ComputeKolFeatures;
import dev.kolrank.feature.EstimateAudiences;
import dev.kolrank.feature.FindFlags;
import dev.kolrank.feature.MeasureDrift;
import dev.kolrank.feature.PublishDefinitions;
import dev.kolrank.feature.RankAccounts;
import dev.kolrank.feature.WithholdFeatures;
import dev.kolrank.niche.AssignNiches;
import dev.kolrank.niche.EmbedKols;
import dev.kolrank.niche.FitNiches;
import dev.kolrank.niche.MeasurePromotion;
import dev.kolrank.niche.Taxonomy;
import dev.kolrank.ranking.DescribeKols;
import dev.kolrank.ranking.ExplainScores;
import dev.kolrank.ranking.FitTiers;
import dev.kolrank.ranking.Formula;
import dev.kolrank.ranking.PlaceAccounts;
import dev.kolrank.ranking.RankKols;
import dev.kolrank.silver.BuildActivityDays;
import dev.kolrank.silver.BuildCommentDays;
import dev.kolrank.silver.BuildEdgeDays;
import dev.kolrank.silver.DescribeAccounts;
import dev.kolrank.silver.QuarantineFalls;
import dev.kolrank.silver.SearchTokens;
import dev.kolrank.silver.UpdateAccountDays;
import dev.kolrank.silver.UpdateAccounts;
import dev.kolrank.silver.UpdateComments;
import dev.kolrank.silver.UpdateLastPosts;
import dev.kolrank.silver.UpdatePosts;
import dev.kolrank.silver.disclosure.Disclosure;
import dev.kolrank.silver.sentiment.ScoreComments;
import dev.kolrank.silver.sentiment.ScorePosts;
import dev.kolrank.table.Tables;
import dev.kolrank.table.features.Feature.Entity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a night, from crawled files to rankings. */
final class NightlyPlan {

  private static final Set<String> INGEST = Set.of("landing", "bronze");

  private NightlyPlan() {}

  /**
   * The plan.
   *
   * @param crawl the reading of tonight's new files; empty when there are none
   * @throws dev.kolrank.core.UserError when a setting is out of its range
   */
  static Plan of(Settings settings, Optional<ReadCrawl> crawl) {
    return of(settings, crawl, Set.of());
  }

  /**
   * The plan of a run in which sources failed.
   *
   * @param failed their folders
   */
  static Plan of(Settings settings, Optional<ReadCrawl> crawl, Set<String> failed) {
    var steps = new ArrayList<Step>();
    crawl.ifPresent(
        read -> {
          steps.add(read);
          steps.add(new NoteReplacements(read.batch()));
          steps.addAll(checks(settings, read));
          steps.add(new RecordFailures());
          steps.addAll(StageObservations.all());
          steps.add(new LedgerFiles());
        });
    steps.addAll(silver(settings));
    steps.addAll(IdentitySteps.of(settings));
    steps.addAll(features(settings, failed));
    steps.addAll(niches(settings));
    steps.addAll(ranking(settings));
    return Plan.of(sources(steps), steps);
  }

  private static List<Step> checks(Settings settings, ReadCrawl read) {
    var limits =
        new DriftLimits(
            settings.number("drift.lost-values"),
            settings.number("drift.lost-records"),
            settings.whole("drift.least-values"),
            settings.whole("drift.least-batches"));
    return List.of(
        new ProfileSources(read.sources()),
        new CheckSources(read.batch(), limits, Set.copyOf(settings.names("drift.accept"))),
        new RecordChecks());
  }

  /** How often the storage of the crawl is asked again. */
  static Retries retries(Settings settings) {
    long wait = Math.round(1_000 * settings.number("crawl.retry-seconds"));
    return new Retries(settings.whole("crawl.retries"), wait);
  }

  /** The steps up to bronze and the ledger. */
  static Plan ingest(Plan plan) {
    return part(plan, true);
  }

  /** The steps that read bronze. */
  static Plan rest(Plan plan) {
    return part(plan, false);
  }

  private static Plan part(Plan plan, boolean ingest) {
    return new Plan(
        plan.steps().stream().filter(s -> INGEST.contains(s.output().layer()) == ingest).toList());
  }

  /** Tables that an earlier night wrote and this one does not. */
  private static Set<Table> sources(List<Step> steps) {
    Set<Table> sources = new HashSet<>(Tables.STORED);
    sources.removeAll(steps.stream().map(Step::output).collect(Collectors.toSet()));
    return sources;
  }

  private static Disclosure disclosure(Settings settings) {
    return Disclosure.load(settings.place("text.disclosure"));
  }

  private static List<Step> silver(Settings settings) {
    return List.of(
        new QuarantineFalls(
            settings.number("quarantine.share"), settings.whole("quarantine.least")),
        new UpdateAccounts(),
        new UpdateAccountDays(),
        new UpdatePosts(disclosure(settings)),
        new UpdateComments(),
        new ScoreComments(),
        new ScorePosts(),
        new BuildActivityDays(),
        new UpdateLastPosts(),
        new BuildCommentDays(),
        new BuildEdgeDays(),
        new DescribeAccounts(settings.whole("text.posts")));
  }

  private static List<Step> features(Settings settings, Set<String> failed) {
    return List.of(
        new PublishDefinitions(),
        new RankAccounts(),
        new ComputeAccountFeatures(disclosure(settings).rules(), failed),
        new WithholdFeatures(Entity.ACCOUNT),
        new EstimateAudiences(
            settings.number("audience.views-per-engagement"),
            settings.number("audience.engagements-per-follower")),
        new ComputeKolFeatures(),
        new WithholdFeatures(Entity.KOL),
        new MeasureDrift(),
        new FindFlags());
  }

  private static List<Step> niches(Settings settings) {
    Taxonomy taxonomy = Taxonomy.load(SearchTokens::of);
    return List.of(
        new EmbedKols(taxonomy),
        new FitNiches(
            taxonomy,
            settings.whole("niche.clusters"),
            settings.whole("niche.sample"),
            settings.whole("niche.seed")),
        new MeasurePromotion(taxonomy, SearchTokenizer.SEARCH_TOKENS),
        new AssignNiches(settings.number("niche.sharpness"), settings.number("niche.faintest")));
  }

  private static List<Step> ranking(Settings settings) {
    var formula =
        new Formula(
            settings.numbersBy("score.weights"),
            settings.numbersBy("score.correlation"),
            settings.number("score.scale"));
    return List.of(
        new PlaceAccounts(formula.correlation()),
        new ExplainScores(formula),
        new FitTiers(settings.numbers("tier.quantiles")),
        new DescribeKols(),
        new RankKols(formula.version()));
  }
}
