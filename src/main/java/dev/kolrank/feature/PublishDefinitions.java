package dev.kolrank.feature;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.Feature;
import dev.kolrank.table.features.Feature.Entity;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.FeatureDefinition;
import dev.kolrank.table.features.Features;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Publishes the registry as a table, from the declarations. */
public record PublishDefinitions() implements Step {

  @Override
  public Table output() {
    return FeatureDefinition.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of();
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    List<Row> rows =
        Features.ALL.stream().flatMap(Feature::variants).flatMap(PublishDefinitions::rows).toList();
    return in.spark().createDataFrame(rows, FeatureDefinition.TABLE.schema()).coalesce(1);
  }

  private static Stream<Row> rows(Variant variant) {
    return variant.feature().entity() == Entity.KOL
        ? Stream.of(kolAlone(variant))
        : Stream.of(account(variant), kol(variant));
  }

  private static Row kolAlone(Variant variant) {
    Feature feature = variant.feature();
    return row(variant, "kol", feature.definition(), feature.source().table());
  }

  private static Row account(Variant variant) {
    Feature feature = variant.feature();
    return row(variant, "account", feature.definition(), feature.source().table());
  }

  private static Row kol(Variant variant) {
    Feature feature = variant.feature();
    String how =
        switch (feature.combine()) {
          case SUM -> "sum over the KOL's accounts";
          case MAX -> "greatest of the KOL's accounts";
          case WEIGHTED_MEAN -> "mean over the KOL's accounts, weighted by effective audience";
        };
    return row(variant, "kol", feature.definition() + "; " + how, "features.account_feature");
  }

  private static Row row(Variant variant, String entity, String definition, String source) {
    Feature feature = variant.feature();
    int days = variant.scope().days();
    return RowFactory.create(
        variant.name(),
        entity,
        feature.version(),
        feature.type().sql().toLowerCase(Locale.ROOT),
        feature.unit(),
        days == 0 ? null : (long) days,
        definition,
        feature.whenNull(),
        source,
        feature.formula().isEmpty() ? null : feature.formula(),
        bound(feature.contract().low()),
        bound(feature.contract().high()),
        feature.owner());
  }

  private static Double bound(double value) {
    return Math.abs(value) == Double.MAX_VALUE ? null : Double.valueOf(value);
  }
}
