package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.matching.RandomLevel.COMPARISON;
import static dev.kolrank.table.matching.RandomLevel.LEVEL;
import static dev.kolrank.table.matching.RandomLevel.PAIRS;
import static dev.kolrank.table.matching.RandomLevel.PLATFORMS;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.RandomLevel;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares random pairs, to know what two accounts have in common by chance. Accounts are thrown
 * into buckets by a seeded hash of their key; those of one bucket meet.
 *
 * @param seed of the hash
 * @param pairs about how many to compare
 */
public record CountRandomPairs(int seed, int pairs) implements Step {
  /** At most so many accounts take part, else their throwing alone would cost too much. */
  private static final int MOST_ACCOUNTS = 200_000;

  private static final String BUCKET = "bucket";

  public CountRandomPairs {
    if (pairs < 1_000) {
      throw new IllegalArgumentException(
          "identity.random-pairs must be at least 1000, got " + pairs);
    }
  }

  @Override
  public Table output() {
    return RandomLevel.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountTrait.TABLE, MatchBasis.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    if (Basis.isKept(in)) {
      return in.spark().createDataFrame(List.of(), RandomLevel.TABLE.schema());
    }
    Dataset<Row> traits = in.get(AccountTrait.TABLE);
    long accounts = traits.count();
    long thinned = Math.max(1, (accounts + MOST_ACCOUNTS - 1) / MOST_ACCOUNTS);
    double taking = (double) accounts / thinned;
    long buckets = Math.max(1, Math.round(taking * taking / 2 / pairs));
    Column drawn = xxhash64(lit(seed), ACCOUNT_UID.col());
    Dataset<Row> thrown =
        traits
            .where(pmod(drawn, lit(thinned)).equalTo(0))
            .withColumn(BUCKET, pmod(xxhash64(drawn, lit(seed)), lit(buckets)));
    Column met =
        col("l." + BUCKET)
            .equalTo(col("r." + BUCKET))
            .and(PLATFORM.of("l").notEqual(PLATFORM.of("r")))
            .and(ACCOUNT_UID.of("l").lt(ACCOUNT_UID.of("r")));
    Column[] levels =
        TraitLevels.all().entrySet().stream()
            .map(
                e ->
                    when(
                        e.getValue().isNotNull(),
                        struct(
                            lit(e.getKey()).as(COMPARISON.name()), e.getValue().as(LEVEL.name()))))
            .toArray(Column[]::new);
    return TraitLevels.measured(thrown.as("l").join(thrown.as("r"), met))
        .select(
            concat_ws(
                    "|",
                    least(PLATFORM.of("l"), PLATFORM.of("r")),
                    greatest(PLATFORM.of("l"), PLATFORM.of("r")))
                .as(PLATFORMS.name()),
            explode(array_compact(array(levels))).as("shown"))
        .groupBy(PLATFORMS.col(), col("shown.comparison"), col("shown.level"))
        .agg(count(lit(1)).as(PAIRS.name()));
  }
}
