package dev.kolrank.identity;

import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.matching.ComparedPair.EXCESS;
import static dev.kolrank.table.matching.ComparedPair.LABEL;
import static dev.kolrank.table.matching.ComparedPair.LEVELS;
import static dev.kolrank.table.matching.ComparedPair.PLATFORMS;
import static dev.kolrank.table.matching.ComparedPair.RULES;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_concat;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.sort_array;
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
  private static final String STANDING = "standing";

  /** What the second of a pair's likenesses counts among its rivals: most of it is the first's. */
  private static final double SECOND = 0.5;

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
            .withColumn(STANDING, standing());
    Column one = PLATFORM.of("l");
    Column other = PLATFORM.of("r");
    return Rivals.of(pairs, STANDING)
        .select(
            LEFT_UID.col(),
            RIGHT_UID.col(),
            concat_ws("|", least(one, other), greatest(one, other)).as(PLATFORMS.name()),
            RULES.col(),
            map_concat(LEVELS.col(), rivals()).as(LEVELS.name()),
            EXCESS.col(),
            LABEL.col());
  }

  /**
   * By what a pair stands among its rivals: of two that bear one name the one with the same handle
   * comes first. Null where nothing is alike.
   */
  private static Column standing() {
    Column found = sort_array(map_values(EXCESS.col()), false);
    Column second = greatest(get(found, lit(1)), lit(0.0));
    return get(found, lit(0)).plus(second.multiply(SECOND));
  }

  private static Column rivals() {
    return map_filter(
        map(lit(Comparison.RIVALS.name()), col(Rivals.LEVEL)),
        (comparison, level) -> level.isNotNull());
  }
}
