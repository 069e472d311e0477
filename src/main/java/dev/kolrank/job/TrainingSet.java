package dev.kolrank.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.Lake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.features.AccountFeature;
import dev.kolrank.table.features.KolFeature;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.AtomicType;
import org.apache.spark.sql.types.StructField;

/**
 * Joins labels with the features that were known when each happened. The features of a night are
 * known from the end of its day on: an event of that very day gets those of a night before, however
 * late the night was computed.
 *
 * @param lake where the features lie; every night of them is kept
 */
public record TrainingSet(Lake lake) {
  /** When a label's event happened, UTC. */
  public static final String EVENT_TIME = "event_time";

  private static final String KNOWN = "__known";

  /**
   * The entities with their features.
   *
   * @param entities account_uid or kol_id, event_time as timestamp, and whatever else, which is
   *     kept
   * @param features names of feature columns, windows included, as in posts_28d
   * @return a row for each of the entities: their columns, {@code as_of} (the night that the
   *     features are of), the features; null where no night was known yet or the feature was not;
   *     ordered by entity and time
   * @throws UserError naming what is wrong with the call
   */
  public Dataset<Row> of(Dataset<Row> entities, List<String> features) {
    List<String> given = List.of(entities.columns());
    Table table = table(given);
    Field key = table.equals(KolFeature.TABLE) ? Columns.KOL_ID : Columns.ACCOUNT_UID;
    check(given, features, table);
    Column[] values = features.stream().map(f -> col("f." + f)).toArray(Column[]::new);
    Dataset<Row> nights = lake.read(table);
    Column sameEntity = col("l." + key.name()).equalTo(col("f." + key.name()));
    Column known = date_add(col("f.as_of"), 1).cast("timestamp").leq(col("l." + EVENT_TIME));
    // an entity at a time has one answer, however many labels it has
    Dataset<Row> newest =
        entities
            .select(key.col(), col(EVENT_TIME))
            .distinct()
            .as("l")
            .join(nights.as("f"), sameEntity.and(known))
            .groupBy(col("l." + key.name()), col("l." + EVENT_TIME))
            .agg(max_by(struct(with(col("f.as_of"), values)), col("f.as_of")).as(KNOWN));
    var out = new ArrayList<Column>();
    given.forEach(c -> out.add(col("`" + c + "`")));
    out.add(col(KNOWN + ".as_of").as("as_of"));
    features.forEach(f -> out.add(col(KNOWN + "." + f).as(f)));
    return entities
        .join(newest, new String[] {key.name(), EVENT_TIME}, "left")
        .orderBy(order(entities, key))
        .select(out.toArray(Column[]::new));
  }

  /** By entity and time, labels of one time by their other columns. */
  private static Column[] order(Dataset<Row> entities, Field key) {
    var order = new ArrayList<Column>(List.of(key.col(), col(EVENT_TIME)));
    for (StructField column : entities.schema().fields()) {
      if (column.dataType() instanceof AtomicType) {
        order.add(col("`" + column.name() + "`"));
      }
    }
    return order.toArray(Column[]::new);
  }

  private static Column[] with(Column first, Column... others) {
    var all = new ArrayList<Column>(List.of(first));
    all.addAll(List.of(others));
    return all.toArray(Column[]::new);
  }

  private static Table table(List<String> given) {
    boolean accounts = given.contains(Columns.ACCOUNT_UID.name());
    boolean kols = given.contains(Columns.KOL_ID.name());
    if (accounts == kols) {
      throw new UserError("the entities need either a column account_uid or a column kol_id");
    }
    return kols ? KolFeature.TABLE : AccountFeature.TABLE;
  }

  private static void check(List<String> given, List<String> features, Table table) {
    if (!given.contains(EVENT_TIME)) {
      throw new UserError("the entities need a column event_time: when the label's event happened");
    }
    if (features.isEmpty()) {
      throw new UserError("no feature is named: give names as in followers,posts_28d");
    }
    List<String> known = List.of(Table.names(table.fields()));
    for (String feature : features) {
      if (!known.contains(feature)
          || table.key().stream().anyMatch(f -> f.name().equals(feature))) {
        throw new UserError(
            "%s has no feature %s: features.feature_definition lists them"
                .formatted(table, feature));
      }
      if (given.contains(feature)) {
        throw new UserError("the entities have a column %s already: rename it".formatted(feature));
      }
    }
    if (given.contains(Columns.AS_OF.name())) {
      throw new UserError("the entities have a column as_of already: rename it");
    }
  }
}
