package dev.kolrank.identity;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.PRIOR;
import static dev.kolrank.table.identity.AccountPair.PROBABILITY;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.AccountPair.SUPPORT;
import static dev.kolrank.table.identity.AccountPair.WEIGHTS;
import static dev.kolrank.table.matching.ComparedPair.EXCESS;
import static dev.kolrank.table.matching.ComparedPair.LEVELS;
import static dev.kolrank.table.matching.ComparedPair.PLATFORMS;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.identity.match.MatchModel;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.MatchParameter;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.matching.DeclaredPair;
import java.sql.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Weighs every compared pair by the night's parameters. A pair is linked that is probable enough;
 * one that accounts declare themselves, as long as all else does not make it improbable; a person's
 * word wins over both.
 *
 * @param threshold the least probability that links
 */
public record ScorePairs(double threshold) implements Step {
  /** Less probable pairs that nobody declared are not kept. */
  private static final double LEAST_KEPT = 0.01;

  /** What accounts declare links no more when it is likelier that they are not one person's. */
  private static final double LEAST_DECLARED = 0.5;

  /** Bits from which on a comparison is named as evidence. */
  private static final double TELLING = 2;

  private static final String SCORE = "score";
  private static final String SAID = "said";

  public ScorePairs {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "identity.threshold must be above 0 and at most 1, got " + threshold);
    }
  }

  @Override
  public Table output() {
    return AccountPair.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(ComparedPair.TABLE, DeclaredPair.TABLE, MatchParameter.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> declared =
        in.get(DeclaredPair.TABLE)
            .select(
                LEFT_UID.col(),
                RIGHT_UID.col(),
                EVIDENCE.col().as(SAID),
                SUPPORT.col(),
                LINKED.col());
    Dataset<Row> scored =
        in.get(ComparedPair.TABLE)
            .withColumn(
                SCORE,
                score(in.spark(), in.get(MatchParameter.TABLE))
                    .apply(PLATFORMS.col(), LEVELS.col(), EXCESS.col()))
            .join(declared, new String[] {LEFT_UID.name(), RIGHT_UID.name()}, "left");
    Column by = coalesce(col(SAID), array().cast(EVIDENCE.type()));
    Column must = array_contains(by, Findings.MUST_LINK);
    Column forbidden = array_contains(by, Findings.CANNOT_LINK);
    Column probability = col(SCORE).getField(PROBABILITY.name());
    Column found = CandidatePairs.isCandidate();
    Column saidSo =
        coalesce(LINKED.col(), lit(false)).and(must.or(probability.geq(LEAST_DECLARED)));
    Column linked = saidSo.or(probability.geq(threshold));
    return scored
        .where(col(SAID).isNotNull().or(found.and(probability.geq(LEAST_KEPT))))
        .select(
            AS_OF.as(lit(Date.valueOf(in.asOf()))),
            LEFT_UID.col(),
            RIGHT_UID.col(),
            EVIDENCE.as(array_sort(array_union(by, telling()))),
            SUPPORT.as(coalesce(SUPPORT.col(), lit(0.0))),
            LINKED.as(not(forbidden).and(linked)),
            PROBABILITY.as(when(forbidden, 0.0).when(must, 1.0).otherwise(probability)),
            PRIOR.as(col(SCORE).getField(PRIOR.name())),
            WEIGHTS.as(col(SCORE).getField(WEIGHTS.name())));
  }

  /** The comparisons that speak for the pair, links aside: those are named by what was said. */
  private static Column telling() {
    Column strong =
        filter(
            col(SCORE).getField(WEIGHTS.name()),
            w ->
                w.getField("weight")
                    .geq(TELLING)
                    .and(w.getField("comparison").notEqual(Comparison.LINK.name())));
    return transform(strong, w -> w.getField("comparison"));
  }

  private static UserDefinedFunction score(SparkSession spark, Dataset<Row> parameters) {
    Broadcast<MatchModel> model =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(model(parameters));
    UDF3<String, scala.collection.Map<String, String>, scala.collection.Map<String, Double>, Row>
        score =
            (platforms, levels, excess) ->
                score(
                    model.value(),
                    platforms,
                    CollectionConverters.asJava(levels),
                    CollectionConverters.asJava(excess));
    StructType result =
        new StructType()
            .add(PRIOR.name(), DoubleType)
            .add(PROBABILITY.name(), DoubleType)
            .add(WEIGHTS.name(), WEIGHTS.type());
    return udf(score, result).withName("match_score");
  }

  private static Row score(
      MatchModel model, String platforms, Map<String, String> levels, Map<String, Double> excess) {
    List<MatchModel.Weight> weights = model.weights(platforms, levels, excess);
    List<Row> shown =
        weights.stream()
            .map(w -> RowFactory.create(w.comparison(), w.level(), w.bits(), w.rarity()))
            .toList();
    return RowFactory.create(model.prior(platforms), model.probability(platforms, weights), shown);
  }

  /** The stored parameters; few, since they are by platforms and level. */
  static MatchModel model(Dataset<Row> parameters) {
    List<MatchModel.Parameter> stored =
        parameters
            .select(
                MatchParameter.PLATFORMS.col(),
                MatchParameter.COMPARISON.col(),
                MatchParameter.LEVEL.col(),
                MatchParameter.M.col(),
                MatchParameter.U.col(),
                MatchParameter.PAIRS.col())
            .collectAsList()
            .stream()
            .map(
                r ->
                    new MatchModel.Parameter(
                        r.getString(0),
                        r.getString(1),
                        r.getString(2),
                        r.getDouble(3),
                        r.getDouble(4),
                        r.getDouble(5)))
            .toList();
    return MatchModel.of(stored);
  }
}
