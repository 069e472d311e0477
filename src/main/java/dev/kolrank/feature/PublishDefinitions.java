package dev.kolrank.feature;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.Feature;
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
        Features.ALL.stream()
            .flatMap(Feature::variants)
            .flatMap(v -> Stream.of(account(v), kol(v)))
            .toList();
    return in.spark().createDataFrame(rows, FeatureDefinition.TABLE.schema()).coalesce(1);
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
        Feature.OWNER);
  }
}
