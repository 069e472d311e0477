package dev.kolrank.identity;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.identity.BlockingRule.ALL_PAIRS;
import static dev.kolrank.table.identity.BlockingRule.BLOCKS;
import static dev.kolrank.table.identity.BlockingRule.COMPARED;
import static dev.kolrank.table.identity.BlockingRule.OVERSIZE_ACCOUNTS;
import static dev.kolrank.table.identity.BlockingRule.OVERSIZE_BLOCKS;
import static dev.kolrank.table.identity.BlockingRule.PAIRS;
import static dev.kolrank.table.identity.BlockingRule.REASON;
import static dev.kolrank.table.identity.BlockingRule.RULE;
import static dev.kolrank.table.matching.BlockKey.HOLDERS;
import static dev.kolrank.table.matching.BlockKey.KEY;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.BlockingRule;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.ComparedPair;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Tells what each blocking rule let through, and what it left out for being too large. */
public record ReportBlocks() implements Step {
  private static final String ALL = "all";

  @Override
  public Table output() {
    return BlockingRule.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(BlockKey.TABLE, ComparedPair.TABLE, AccountTrait.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    double allPairs = Basis.population(in.get(AccountTrait.TABLE)).allPairs();
    Column oversize = not(CandidatePairs.fits());
    Dataset<Row> blocks =
        in.get(BlockKey.TABLE)
            .groupBy(BlockKey.RULE.col())
            .agg(
                count_distinct(KEY.col()).as(BLOCKS.name()),
                count_distinct(when(oversize, KEY.col())).as(OVERSIZE_BLOCKS.name()),
                max(when(oversize, HOLDERS.col())).as(OVERSIZE_ACCOUNTS.name()));
    Column each = array_union(ComparedPair.RULES.col(), array(lit(ALL)));
    Dataset<Row> pairs =
        in.get(ComparedPair.TABLE)
            .where(CandidatePairs.isCandidate())
            .select(explode(each).as(RULE.name()))
            .groupBy(RULE.col())
            .agg(count(lit(1)).as(PAIRS.name()));
    return in.spark()
        .createDataFrame(
            declared(),
            new StructType().add(RULE.name(), StringType).add(REASON.name(), StringType))
        .join(blocks, new String[] {RULE.name()}, "left")
        .join(pairs, new String[] {RULE.name()}, "left")
        .select(
            AS_OF.as(lit(Date.valueOf(in.asOf()))),
            RULE.col(),
            REASON.col(),
            BLOCKS.as(orZero(BLOCKS.col())),
            OVERSIZE_BLOCKS.as(orZero(OVERSIZE_BLOCKS.col())),
            OVERSIZE_ACCOUNTS.as(orZero(OVERSIZE_ACCOUNTS.col())),
            PAIRS.as(orZero(PAIRS.col())),
            ALL_PAIRS.as(lit(allPairs)),
            COMPARED.as(
                when(lit(allPairs > 0), orZero(col(PAIRS.name())).divide(Math.max(1, allPairs)))
                    .otherwise(0.0)));
  }

  private static List<Row> declared() {
    List<Row> rules = new ArrayList<>();
    for (Blocking rule : Blocking.values()) {
      rules.add(RowFactory.create(rule.rule(), rule.reason()));
    }
    rules.add(RowFactory.create(ALL, "all rules together, each pair once"));
    return rules;
  }

  private static Column orZero(Column count) {
    return coalesce(count, lit(0L));
  }
}
