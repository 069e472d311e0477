package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.identity.TopicWord.BEARERS;
import static dev.kolrank.table.identity.TopicWord.RARITY;
import static dev.kolrank.table.identity.TopicWord.WORD;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.TopicWord;
import dev.kolrank.table.silver.AccountText;
import java.sql.Date;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts in how many accounts each word stands. Words of fewer accounts than one person may have
 * are left out, as names and typing errors are.
 */
public record CountTopicWords() implements Step {
  /** Accounts looked at, chosen by a hash. */
  private static final long MOST_ACCOUNTS = 50_000;

  /** More would not fit every executor. */
  private static final int MOST_WORDS = 100_000;

  private static final int LEAST_BEARERS = 6;

  /** What a larger part of all accounts says is no topic. */
  private static final double COMMON = 0.2;

  @Override
  public Table output() {
    return TopicWord.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountText.TABLE, MatchBasis.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> words =
        Basis.isKept(in) ? in.previous(TopicWord.TABLE) : counted(in.get(AccountText.TABLE));
    return words.withColumn(AS_OF.name(), lit(Date.valueOf(in.asOf())));
  }

  private static Dataset<Row> counted(Dataset<Row> texts) {
    long oneIn = Math.max(1, (texts.count() + MOST_ACCOUNTS - 1) / MOST_ACCOUNTS);
    Dataset<Row> looked = texts.where(pmod(xxhash64(ACCOUNT_UID.col()), lit(oneIn)).equalTo(0));
    long accounts = looked.count();
    return looked
        .select(explode(array_distinct(AccountText.TOKENS.col())).as(WORD.name()))
        .groupBy(WORD.col())
        .agg(count(lit(1)).as(BEARERS.name()))
        .where(BEARERS.col().between(LEAST_BEARERS, Math.max(LEAST_BEARERS, COMMON * accounts)))
        .orderBy(BEARERS.col().desc(), WORD.col())
        .limit(MOST_WORDS)
        .withColumn(RARITY.name(), log(lit((double) accounts).divide(BEARERS.col())));
  }
}
