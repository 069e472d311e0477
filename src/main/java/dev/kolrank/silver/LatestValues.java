package dev.kolrank.silver;

import static dev.kolrank.table.Columns.CENSORED;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.ROUNDED;
import static dev.kolrank.table.Columns.SEEN;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.DayRanges;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Merges observations into a state table: per key and column the value of the latest observation
 * that gives one, equal times decided by the greater value. The result does not depend on the order
 * in which observations arrive, so late files and reruns end in the same state. In a table that has
 * them, {@code rounded} and {@code censored} name the counts whose value has that flag; of the same
 * value seen at the same time the more exact flag counts.
 */
record LatestValues(
    List<Field> key,
    List<Field> columns,
    Map<Field, Column> gathered,
    Optional<Field> clustering,
    boolean flagged) {

  /** Quality of a count that is neither rounded nor censored; 1 less if rounded, 2 if censored. */
  private static final int EXACT = 3;

  LatestValues(List<Field> key, List<Field> columns) {
    this(key, columns, Map.of(), Optional.empty(), false);
  }

  /** Of a table's columns; {@code gathered} are sets that keep what every observation gives. */
  static LatestValues of(Table table, List<Field> columns, Map<Field, Column> gathered) {
    boolean flagged = table.fields().contains(ROUNDED);
    return new LatestValues(table.key(), columns, gathered, table.clustering(), flagged);
  }

  /** A row that only names a key of which no observation is left. */
  static final Column GONE = LAST_SEEN.col().isNull();

  /**
   * The state rows of every key that gained or lost an observation. Keys that lost one are made
   * anew of all that is left of them, for a state does not tell which observation a value came
   * from.
   *
   * @param fresh observations not worked through yet
   * @param all every observation, the fresh ones included
   * @param lost keys that lost observations
   */
  Dataset<Row> merge(Dataset<Row> fresh, Dataset<Row> all, Dataset<Row> state, Dataset<Row> lost) {
    if (lost.isEmpty()) {
      return merge(fresh, state);
    }
    Dataset<Row> keys = lost.select(columnsOf(key)).distinct();
    Dataset<Row> gained = fresh.join(keys, namesOf(key), "left_anti");
    Dataset<Row> left = all.join(keys, namesOf(key), "left_semi");
    Dataset<Row> others = state.join(keys, namesOf(key), "left_anti");
    return latest(candidates(gained.unionByName(left), others).unionByName(keys, true));
  }

  /**
   * The state rows of every key that {@code fresh} touches.
   *
   * @param fresh observations: key, columns, observed_at
   * @param state the table's rows so far
   */
  Dataset<Row> merge(Dataset<Row> fresh, Dataset<Row> state) {
    return latest(candidates(fresh, state));
  }

  private Dataset<Row> candidates(Dataset<Row> fresh, Dataset<Row> state) {
    if (state.isEmpty()) {
      return seenNow(fresh);
    }
    Dataset<Row> touched = Tonight.held(fresh.select(columnsOf(key)).distinct());
    Dataset<Row> before = near(state, touched).join(touched, namesOf(key), "left_semi");
    return seenNow(fresh).unionByName(seenBefore(before));
  }

  /** The state of the days on which the keys lie: nothing but keys is read to find these days. */
  Dataset<Row> near(Dataset<Row> state, Dataset<Row> keys) {
    if (clustering.isEmpty()) {
      return state;
    }
    Field day = clustering.get();
    if (key.contains(day)) {
      return state.where(DayRanges.of(keys, day.col()).contain(day));
    }
    var lookedAt = new ArrayList<>(key);
    lookedAt.add(day);
    Dataset<Row> found = state.select(columnsOf(lookedAt)).join(keys, namesOf(key), "left_semi");
    return state.where(DayRanges.of(found, day.col()).contain(day).or(day.col().isNull()));
  }

  private Dataset<Row> latest(Dataset<Row> candidates) {
    var latest = new ArrayList<Column>();
    for (Field column : columns) {
      latest.add(max(col(column.name())).as(column.name()));
    }
    for (Field set : gathered.keySet()) {
      latest.add(sort_array(array_distinct(flatten(collect_list(set.col())))).as(set.name()));
    }
    latest.add(min(FIRST_SEEN.col()).as(FIRST_SEEN.name()));
    latest.add(max(LAST_SEEN.col()).as(LAST_SEEN.name()));
    return candidates
        .groupBy(columnsOf(key))
        .agg(latest.get(0), latest.subList(1, latest.size()).toArray(Column[]::new))
        .select(result());
  }

  private static Column[] columnsOf(List<Field> fields) {
    return fields.stream().map(Field::col).toArray(Column[]::new);
  }

  private static Seq<String> namesOf(List<Field> fields) {
    return CollectionConverters.asScala(List.of(Table.names(fields))).toSeq();
  }

  private Dataset<Row> seenNow(Dataset<Row> fresh) {
    return candidates(
        fresh, OBSERVED_AT.col(), OBSERVED_AT.col(), f -> OBSERVED_AT.col(), gathered);
  }

  private Dataset<Row> seenBefore(Dataset<Row> state) {
    return candidates(
        state,
        FIRST_SEEN.col(),
        LAST_SEEN.col(),
        f -> coalesce(element_at(SEEN.col(), lit(f.name())), LAST_SEEN.col()),
        gathered.keySet().stream().collect(Collectors.toMap(f -> f, Field::col)));
  }

  /** Each column as (time, value), null where there is no value. */
  private Dataset<Row> candidates(
      Dataset<Row> rows,
      Column first,
      Column last,
      Function<Field, Column> at,
      Map<Field, Column> sets) {
    var out = new ArrayList<Column>(List.of(columnsOf(key)));
    for (Field column : columns) {
      Column value = column.col().cast(column.type());
      out.add(
          when(
                  value.isNotNull(),
                  struct(at.apply(column).as("at"), value.as("value"), quality(column)))
              .as(column.name()));
    }
    gathered.keySet().forEach(set -> out.add(sets.get(set).as(set.name())));
    out.add(first.as(FIRST_SEEN.name()));
    out.add(last.as(LAST_SEEN.name()));
    return rows.select(out.toArray(Column[]::new));
  }

  private boolean isFlagged(Field column) {
    return flagged && column.type().equals(DataTypes.LongType);
  }

  private Column quality(Field column) {
    Column quality = lit(EXACT);
    if (isFlagged(column)) {
      quality = quality.minus(isNamed(column, CENSORED, 2)).minus(isNamed(column, ROUNDED, 1));
    }
    return quality.as("quality");
  }

  private static Column isNamed(Field column, Field flag, int weight) {
    return when(array_contains(flag.col(), column.name()), lit(weight)).otherwise(lit(0));
  }

  /** The names of the counts whose quality is one of these. */
  private Column named(int... qualities) {
    Object[] any = Arrays.stream(qualities).boxed().toArray();
    Column[] names =
        columns.stream()
            .filter(this::isFlagged)
            .map(c -> when(col(c.name() + ".quality").isin(any), lit(c.name())))
            .toArray(Column[]::new);
    return array_compact(array(names));
  }

  private Column[] result() {
    var out = new ArrayList<Column>(List.of(columnsOf(key)));
    var older = new ArrayList<Column>();
    for (Field column : columns) {
      Column at = col(column.name() + ".at");
      out.add(col(column.name() + ".value").as(column.name()));
      older.add(when(at.lt(LAST_SEEN.col()), struct(lit(column.name()).as("key"), at.as("value"))));
    }
    gathered.keySet().forEach(set -> out.add(set.col()));
    out.add(FIRST_SEEN.col());
    out.add(LAST_SEEN.col());
    out.add(map_from_entries(array_compact(array(older.toArray(Column[]::new)))).as(SEEN.name()));
    if (flagged) {
      out.add(ROUNDED.as(named(EXACT - 1, EXACT - 3)));
      out.add(CENSORED.as(named(EXACT - 2, EXACT - 3)));
    }
    return out.toArray(Column[]::new);
  }
}
