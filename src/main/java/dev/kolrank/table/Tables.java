package dev.kolrank.table;

import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.bronze.SourceCheck;
import dev.kolrank.table.bronze.SourceFailure;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.AccountGraph;
import dev.kolrank.table.features.AccountPromotion;
import dev.kolrank.table.features.FeatureDefinition;
import dev.kolrank.table.features.FeatureDrift;
import dev.kolrank.table.features.FlagEvidence;
import dev.kolrank.table.features.KolFeature;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.gold.Kol;
import dev.kolrank.table.gold.KolRanking;
import dev.kolrank.table.gold.ScoreContribution;
import dev.kolrank.table.gold.Validation;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.BlockingRule;
import dev.kolrank.table.identity.Cluster;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.identity.KolChange;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.identity.OverrideOutcome;
import dev.kolrank.table.identity.PairLikeness;
import dev.kolrank.table.identity.PostCitation;
import dev.kolrank.table.identity.PostKey;
import dev.kolrank.table.identity.TopicWord;
import dev.kolrank.table.models.Niche;
import dev.kolrank.table.models.Sentiment;
import dev.kolrank.table.models.Tier;
import dev.kolrank.table.ops.Audit;
import dev.kolrank.table.ops.Publication;
import dev.kolrank.table.ops.Redelivery;
import dev.kolrank.table.ops.Run;
import dev.kolrank.table.ops.StepRun;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.AccountText;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.CommentDay;
import dev.kolrank.table.silver.CommentSentiment;
import dev.kolrank.table.silver.EdgeDay;
import dev.kolrank.table.silver.LastPosts;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.PostSentiment;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.List;
import java.util.Optional;

/** Every stored table, in the order in which data flows. */
public final class Tables {
  public static final List<Table> STORED =
      List.of(
          IngestedFile.TABLE,
          SourceCheck.TABLE,
          SourceFailure.TABLE,
          AccountObservation.TABLE,
          PostObservation.TABLE,
          CommentObservation.TABLE,
          Reject.TABLE,
          Replacement.TABLE,
          QuarantinedValue.TABLE,
          Account.TABLE,
          AccountDay.TABLE,
          Post.TABLE,
          ActivityDay.TABLE,
          LastPosts.TABLE,
          Comment.TABLE,
          CommentDay.TABLE,
          EdgeDay.TABLE,
          CommentSentiment.TABLE,
          PostSentiment.TABLE,
          AccountText.TABLE,
          AccountAlias.TABLE,
          PostCitation.TABLE,
          PostKey.TABLE,
          MatchBasis.TABLE,
          NamePart.TABLE,
          PairLikeness.TABLE,
          TopicWord.TABLE,
          MatchParameter.TABLE,
          BlockingRule.TABLE,
          AccountPair.TABLE,
          KolAccount.TABLE,
          KolChange.TABLE,
          Cluster.TABLE,
          OverrideOutcome.TABLE,
          FeatureDefinition.TABLE,
          AccountGraph.TABLE,
          AccountFeature.TABLE,
          AccountPromotion.TABLE,
          KolFeature.TABLE,
          FeatureDrift.TABLE,
          FlagEvidence.TABLE,
          KolNiche.TABLE,
          Niche.TABLE,
          Tier.TABLE,
          Sentiment.TABLE,
          Kol.TABLE,
          KolRanking.TABLE,
          ScoreContribution.TABLE,
          Validation.TABLE,
          Run.TABLE,
          StepRun.TABLE,
          Audit.TABLE,
          Publication.TABLE,
          Redelivery.TABLE);

  private Tables() {}

  /** Whether a night writes the table and publishes its version; the record of operation is not. */
  public static boolean isOfNights(Table table) {
    return !table.layer().equals("ops")
        && !table.equals(Validation.TABLE)
        && !table.equals(Sentiment.TABLE);
  }

  /** The stored table called {@code name}, layer included. */
  public static Optional<Table> named(String name) {
    return STORED.stream().filter(t -> t.name().equals(name)).findFirst();
  }
}
