package dev.kolrank.table.features;

import dev.kolrank.core.Field;
import dev.kolrank.table.features.Feature.Source;
import java.util.List;
import java.util.stream.Stream;

/** Every registered feature. */
public final class Features {
  /** Days that windowed features look back. */
  static final List<Integer> WINDOWS = List.of(7, 28, 90);

  public static final List<Feature> ALL =
      Stream.of(
              ReachFeatures.ALL,
              ResonanceFeatures.ALL,
              ConsistencyFeatures.ALL,
              LoyaltyFeatures.ALL,
              CommerceFeatures.ALL,
              MomentumFeatures.ALL)
          .flatMap(List::stream)
          .toList();

  private Features() {}

  /** The feature columns aggregated from one source, or all with null. */
  public static List<Feature.Variant> from(Source source) {
    return ALL.stream().filter(f -> f.source() == source).flatMap(Feature::variants).toList();
  }

  /** The fields of all feature columns, in declared order. */
  public static List<Field> fields() {
    return ALL.stream().flatMap(Feature::variants).map(Feature.Variant::field).toList();
  }
}
