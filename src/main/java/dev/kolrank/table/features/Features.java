package dev.kolrank.table.features;

import dev.kolrank.core.Field;
import dev.kolrank.table.features.Feature.Entity;
import dev.kolrank.table.features.Feature.Source;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every registered feature. */
public final class Features {
  /** The longest window, in days, counted back from the as-of date. */
  public static final int LONGEST_WINDOW = 90;

  /** Days that windowed features look back. */
  public static final List<Integer> WINDOWS = List.of(7, 28, LONGEST_WINDOW);

  /**
   * Days back from the night at which some window over tiles begins, that before the last 28 days
   * among them: between two of them tiles are merged once for all windows.
   */
  public static final List<Integer> EDGES = List.of(7, 28, 56, LONGEST_WINDOW);

  public static final List<Feature> ALL =
      Stream.of(
              ReachFeatures.ALL,
              ResonanceFeatures.ALL,
              LastPostFeatures.ALL,
              ConsistencyFeatures.ALL,
              AuthorityFeatures.ALL,
              GraphFeatures.ALL,
              LoyaltyFeatures.ALL,
              SentimentFeatures.ALL,
              AuthenticityFeatures.ALL,
              CommerceFeatures.ALL,
              SpreadFeatures.ALL,
              MomentumFeatures.ALL,
              ProfileFeatures.ALL,
              ProfileCounts.ALL,
              ExactnessFeatures.ALL)
          .flatMap(List::stream)
          .toList();

  private Features() {}

  /** The feature columns made of one source. */
  public static List<Feature.Variant> from(Source source) {
    return ALL.stream().filter(f -> f.source() == source).flatMap(Feature::variants).toList();
  }

  /** The columns that say which way an account is going. */
  public static List<Feature.Variant> momentum() {
    return MomentumFeatures.ALL.stream().flatMap(Feature::variants).toList();
  }

  /** The columns that accounts have. */
  public static List<Feature.Variant> ofAccounts() {
    return ALL.stream()
        .filter(f -> f.entity() == Entity.ACCOUNT)
        .flatMap(Feature::variants)
        .toList();
  }

  /** The columns that KOLs have: the accounts', combined, and their own. */
  public static List<Feature.Variant> ofKols() {
    return ALL.stream().flatMap(Feature::variants).toList();
  }

  /** The rules of disclosure that features are declared for. */
  public static Set<String> disclosureRules() {
    return Set.copyOf(CommerceFeatures.RULES);
  }

  /** The columns that are unknown where disclosure is judged by these rules alone. */
  public static Set<String> unknownUnder(Set<String> disclosureRules) {
    return CommerceFeatures.unknownUnder(disclosureRules).collect(Collectors.toSet());
  }

  /** The fields of the columns that accounts have, in declared order. */
  public static List<Field> accountFields() {
    return ofAccounts().stream().map(Feature.Variant::field).toList();
  }

  /** The fields of the columns that KOLs have: the accounts', combined, and their own. */
  public static List<Field> kolFields() {
    return ofKols().stream().map(Feature.Variant::field).toList();
  }
}
