package dev.kolrank.feature;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.Feature;
import dev.kolrank.table.features.Feature.Entity;
import dev.kolrank.table.features.Feature.Variant;
import dev.kolrank.table.features.FeatureDefinition;
import dev.kolrank.table.features.Features;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Publishes the registry as a table, from the declarations: what is new or otherwise declared than
 * the table says.
 */
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
    // as many rows as there are feature columns
    Map<List<Object>, Row> known =
        in
            .previous(FeatureDefinition.TABLE)
            .select(
                FeatureDefinition.TABLE.fields().stream().map(Field::col).toArray(Column[]::new))
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(PublishDefinitions::key, row -> row));
    List<Row> rows =
        Features.ALL.stream()
            .flatMap(Feature::variants)
            .flatMap(PublishDefinitions::rows)
            .map(row -> since(row, known.get(key(row)), in.asOf()))
            .filter(row -> !row.equals(known.get(key(row))))
            .toList();
    return in.spark().createDataFrame(rows, FeatureDefinition.TABLE.schema()).coalesce(1);
  }

  private static List<Object> key(Row row) {
    return List.of(row.get(0), row.get(1), row.get(2));
  }

  /** The declaration with the night from which its version holds. */
  private static Row since(Row declared, Row known, LocalDate night) {
    int last = declared.size();
    var values = new Object[last + 1];
    for (int i = 0; i < last; i++) {
      values[i] = declared.get(i);
    }
    values[last] = known == null ? Date.valueOf(night) : known.get(last);
    return RowFactory.create(values);
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
          case MIN -> "least of the KOL's accounts";
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
