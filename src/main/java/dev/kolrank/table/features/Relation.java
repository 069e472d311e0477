package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.col;

import dev.kolrank.table.features.Feature.Variant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/**
 * Of two features of an account one is never above the other, wherever both are known: a shorter
 * window has no more posts than a longer one, a part no more than its whole. Where that fails,
 * neither can be trusted.
 *
 * @param less the column that is never above
 * @param more the other column
 */
public record Relation(String less, String more) {

  /** What holds between the columns of accounts. */
  public static final List<Relation> ALL =
      Stream.of(
              rising(ConsistencyFeatures.POSTS),
              rising(AuthorityFeatures.MENTIONED_BY),
              rising(SentimentFeatures.JUDGED_COMMENTS),
              within(ReachFeatures.VIEWS_MEDIAN, ReachFeatures.VIEWS_TOP_DECILE),
              within(LoyaltyFeatures.DEVOTED_COMMENTERS, LoyaltyFeatures.RETURNING_COMMENTERS),
              within(AuthorityFeatures.MENTIONED_IN_NICHE, AuthorityFeatures.MENTIONED_BY),
              within(AuthorityFeatures.PARTNERS, AuthorityFeatures.MENTIONED_BY),
              within(ResonanceFeatures.H_INDEX, ResonanceFeatures.G_INDEX),
              CommerceFeatures.UNDISCLOSED_IN.stream()
                  .flatMap(rule -> within(CommerceFeatures.UNDISCLOSED_SHARE, rule)))
          .flatMap(s -> s)
          .toList();

  /** True where it fails; null where either is unknown. */
  public Column broken() {
    return col(less).gt(col(more));
  }

  /** What of the column is broken, or null if the relation says nothing of it. */
  public String wordsOf(String column) {
    return column.equals(less) ? "above " + more : column.equals(more) ? "below " + less : null;
  }

  /** A longer window has no less of it. */
  private static Stream<Relation> rising(Feature feature) {
    List<String> columns = feature.variants().map(Variant::name).toList();
    return Stream.iterate(1, i -> i < columns.size(), i -> i + 1)
        .map(i -> new Relation(columns.get(i - 1), columns.get(i)));
  }

  /** In each window that both have. */
  private static Stream<Relation> within(Feature less, Feature more) {
    List<String> known = more.variants().map(v -> suffix(more, v)).toList();
    return less.variants()
        .filter(v -> known.contains(suffix(less, v)))
        .map(v -> new Relation(v.name(), more.name() + suffix(less, v)));
  }

  private static String suffix(Feature feature, Variant variant) {
    return variant.name().substring(feature.name().length());
  }
}
