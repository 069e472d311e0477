package dev.kolrank.identity;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.identity.NamePart.BEFORE;
import static dev.kolrank.table.identity.NamePart.BEHIND;
import static dev.kolrank.table.identity.NamePart.GRAM;
import static dev.kolrank.table.identity.NamePart.KIND;
import static dev.kolrank.table.identity.NamePart.NAMES;
import static dev.kolrank.table.identity.NamePart.PART;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.NameModel;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.matching.AccountTrait;
import java.sql.Date;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts what the night's names are made of: runs of letters, and beginnings and ends that many
 * names have beside a name that stands alone elsewhere, as in "repmusterfrau" and "musterfrau".
 */
public record CountNameParts() implements Step {
  /**
   * Names looked at, chosen by a hash. A sample's shares tell as well and cost no more, as long as
   * it shows what one account in all shares with a few others: else that is taken for rare, and
   * blocks grow with the accounts.
   */
  private static final long MOST_NAMES = 2_000_000;

  /** Names that have a run, at the least: fewer may all be one person's. */
  private static final int LEAST_BEARERS = 5;

  private static final int LEAST_BEARERS_OF_LONG = 8;
  private static final int LONG = 4;

  /** More would not fit every executor. */
  private static final int MOST_GRAMS = 400_000;

  private static final int MOST_AFFIXES = 64;
  private static final int LEAST_NAMES = 6;
  private static final int LONGEST = 14;
  private static final int SHORTEST_REST = 4;

  /** Of the names that begin so, the share whose rest is a name; by chance it is smaller. */
  private static final double LEAST_SHARE = 0.1;

  private static final String NAME = "one_name";
  private static final String REST = "rest";
  private static final String SPLIT = "split";

  @Override
  public Table output() {
    return NamePart.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountTrait.TABLE, MatchBasis.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> parts = Basis.isKept(in) ? in.previous(NamePart.TABLE) : counted(in);
    return parts.withColumn(AS_OF.name(), lit(Date.valueOf(in.asOf())));
  }

  private static Dataset<Row> counted(Inputs in) {
    Dataset<Row> names =
        in.get(AccountTrait.TABLE)
            .select(
                explode(array_union(AccountTrait.HANDLES.col(), AccountTrait.NAMES.col())).as(NAME))
            .distinct()
            .transform(Materialized::of);
    long oneIn = Math.max(1, (names.count() + MOST_NAMES - 1) / MOST_NAMES);
    Dataset<Row> looked = names.where(pmod(xxhash64(col(NAME)), lit(oneIn)).equalTo(0));
    Column letters = length(col(NAME));
    Column lengths =
        when(
            letters.gt(SHORTEST_REST),
            sequence(lit(1), least(letters.minus(SHORTEST_REST), lit(LONGEST))));
    Dataset<Row> lengthened = looked.select(col(NAME), explode(lengths).as(SPLIT));
    Column at = col(SPLIT);
    return grams(looked)
        .union(
            affixes(
                BEFORE,
                names,
                lengthened.select(
                    col(NAME).substr(lit(1), at).as(PART.name()),
                    col(NAME).substr(at.plus(1), letters).as(REST))))
        .union(
            affixes(
                BEHIND,
                names,
                lengthened.select(
                    col(NAME).substr(letters.minus(at).plus(1), at).as(PART.name()),
                    col(NAME).substr(lit(1), letters.minus(at)).as(REST))));
  }

  private static Dataset<Row> grams(Dataset<Row> names) {
    Column marked =
        concat(lit(String.valueOf(NameModel.BEGIN)), col(NAME), lit(String.valueOf(NameModel.END)));
    Column[] orders = new Column[NameModel.ORDER];
    for (int order = 1; order <= NameModel.ORDER; order++) {
      int letters = order;
      orders[order - 1] =
          when(
              length(marked).geq(letters),
              transform(
                  sequence(lit(1), length(marked).minus(letters - 1)),
                  from -> marked.substr(from, lit(letters))));
    }
    return names
        .select(explode(flatten(array_compact(array(orders)))).as(PART.name()))
        .groupBy(PART.col())
        .agg(count(lit(1)).as(NAMES.name()))
        .where(
            NAMES
                .col()
                .geq(
                    when(length(PART.col()).equalTo(1), 1)
                        .when(length(PART.col()).lt(LONG), LEAST_BEARERS)
                        .otherwise(LEAST_BEARERS_OF_LONG)))
        .orderBy(NAMES.col().desc(), PART.col())
        .limit(MOST_GRAMS)
        .select(lit(GRAM).as(KIND.name()), PART.col(), NAMES.col());
  }

  private static Dataset<Row> affixes(String kind, Dataset<Row> names, Dataset<Row> splits) {
    Dataset<Row> common =
        splits
            .groupBy(PART.col())
            .agg(count(lit(1)).as("bearers"))
            .where(col("bearers").geq(LEAST_NAMES));
    return splits
        .join(names.withColumnRenamed(NAME, REST), REST)
        .groupBy(PART.col())
        .agg(count(lit(1)).as(NAMES.name()))
        .where(NAMES.col().geq(LEAST_NAMES))
        .join(common, PART.name())
        .where(NAMES.col().cast("double").divide(col("bearers")).geq(LEAST_SHARE))
        .orderBy(NAMES.col().desc(), PART.col())
        .limit(MOST_AFFIXES)
        .select(lit(kind).as(KIND.name()), PART.col(), NAMES.col());
  }
}
