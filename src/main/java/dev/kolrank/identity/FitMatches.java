package dev.kolrank.identity;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.identity.MatchParameter.COMPARISON;
import static dev.kolrank.table.identity.MatchParameter.LEVEL;
import static dev.kolrank.table.identity.MatchParameter.M;
import static dev.kolrank.table.identity.MatchParameter.MOVED;
import static dev.kolrank.table.identity.MatchParameter.PAIRS;
import static dev.kolrank.table.identity.MatchParameter.PATTERNS;
import static dev.kolrank.table.identity.MatchParameter.PLATFORMS;
import static dev.kolrank.table.identity.MatchParameter.U;
import static dev.kolrank.table.identity.MatchParameter.WEIGHT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Estimate;
import dev.kolrank.identity.match.MatchModel.Parameter;
import dev.kolrank.identity.match.Population;
import dev.kolrank.identity.match.RandomPairs;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.matching.RandomLevel;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Fits the parameters: pairs are counted by pattern in Spark, the patterns fitted here. In nights
 * whose basis is kept they are those of the night before.
 */
public record FitMatches() implements Step {
  private static final StructType FITTED =
      new StructType()
          .add(PLATFORMS.name(), StringType)
          .add(COMPARISON.name(), StringType)
          .add(LEVEL.name(), StringType)
          .add(M.name(), DoubleType)
          .add(U.name(), DoubleType)
          .add(WEIGHT.name(), DoubleType)
          .add(PAIRS.name(), DoubleType);

  @Override
  public Table output() {
    return MatchParameter.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(ComparedPair.TABLE, MatchBasis.TABLE, RandomLevel.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    if (Basis.isKept(in)) {
      return in.previous(MatchParameter.TABLE)
          .withColumn(AS_OF.name(), lit(Date.valueOf(in.asOf())))
          .withColumn(MOVED.name(), lit(0.0));
    }
    Population population = Basis.of(in).population();
    Patterns patterns = Patterns.of(in.get(ComparedPair.TABLE), MatchParameter.MOST_PATTERNS);
    List<Row> fitted =
        Estimate.fit(
                patterns.all(),
                population,
                random(in.get(RandomLevel.TABLE)),
                1.0 / CandidatePairs.controlsOneIn(population.all()))
            .parameters()
            .stream()
            .map(FitMatches::row)
            .toList();
    Dataset<Row> before =
        in.previous(MatchParameter.TABLE)
            .select(PLATFORMS.col(), COMPARISON.col(), LEVEL.col(), WEIGHT.col().as("before"));
    String[] key = {PLATFORMS.name(), COMPARISON.name(), LEVEL.name()};
    return in.spark()
        .createDataFrame(fitted, FITTED)
        .join(before, key, "left")
        .select(
            AS_OF.as(lit(Date.valueOf(in.asOf()))),
            PLATFORMS.col(),
            COMPARISON.col(),
            LEVEL.col(),
            M.col(),
            U.col(),
            WEIGHT.col(),
            PAIRS.col(),
            MOVED.as(WEIGHT.col().minus(col("before"))),
            PATTERNS.as(lit(patterns.shown())));
  }

  private static Row row(Parameter p) {
    return RowFactory.create(
        p.platforms(), p.comparison(), p.level(), p.m(), p.u(), p.weight(), p.pairs());
  }

  private static RandomPairs random(Dataset<Row> levels) {
    var random = new RandomPairs();
    for (Row row :
        levels
            .select(
                RandomLevel.PLATFORMS.col(),
                RandomLevel.COMPARISON.col(),
                RandomLevel.LEVEL.col(),
                RandomLevel.PAIRS.col())
            .collectAsList()) {
      random.add(row.getString(0), row.getString(1), row.getString(2), row.getLong(3));
    }
    return random;
  }
}
