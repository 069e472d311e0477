package dev.kolrank.identity;

import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.matching.ComparedPair.EXCESS;
import static dev.kolrank.table.matching.ComparedPair.LABEL;
import static dev.kolrank.table.matching.ComparedPair.LEVELS;
import static dev.kolrank.table.matching.ComparedPair.PLATFORMS;
import static dev.kolrank.table.matching.ComparedPair.RULES;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_concat;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.table.identity.PairLikeness;
import dev.kolrank.table.matching.ComparedPair;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Completes what was compared of each pair by how it stands among the others of its accounts. */
public record CompareAccounts() implements Step {
  private static final String BEST = "best_excess";

  @Override
  public Table output() {
    return ComparedPair.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(PairLikeness.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    // the windows of the rivals sort all pairs twice, so nothing else of the accounts comes along
    Dataset<Row> pairs =
        in.get(PairLikeness.TABLE)
            .withColumn("l", struct(PLATFORM.as(Directions.platformOf(LEFT_UID.col()))))
            .withColumn("r", struct(PLATFORM.as(Directions.platformOf(RIGHT_UID.col()))))
            .withColumn(BEST, array_max(map_values(EXCESS.col())));
    Column one = PLATFORM.of("l");
    Column other = PLATFORM.of("r");
    return Rivals.of(pairs, BEST)
        .select(
            LEFT_UID.col(),
            RIGHT_UID.col(),
            concat_ws("|", least(one, other), greatest(one, other)).as(PLATFORMS.name()),
            RULES.col(),
            map_concat(LEVELS.col(), rivals()).as(LEVELS.name()),
            EXCESS.col(),
            LABEL.col());
  }

  private static Column rivals() {
    return map_filter(
        map(lit(Comparison.RIVALS.name()), col(Rivals.LEVEL)),
        (comparison, level) -> level.isNotNull());
  }
}
