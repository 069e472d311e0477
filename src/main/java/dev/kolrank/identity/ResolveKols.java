package dev.kolrank.identity;

import static dev.kolrank.identity.Clusters.CLUSTER;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.identity.AccountAlias.ALIAS_UID;
import static dev.kolrank.table.identity.AccountAlias.EVIDENCE;
import static dev.kolrank.table.identity.KolAccount.LINKED_BY;
import static dev.kolrank.table.identity.KolAccount.PROBABILITY;
import static dev.kolrank.table.identity.KolAccount.VALID_FROM;
import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.identity.match.Level;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.silver.Account;
import java.sql.Date;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Assigns every account to a KOL and keeps ids over the nights; rows are only those that changed.
 *
 * @param rule when accounts are one person
 */
public record ResolveKols(ClusterRule rule) implements Step {
  /** A probability that differs by more is written anew. */
  private static final double MOVED = 0.01;

  private static final String OLD = "old_";
  private static final String FOLDED_BY = "folded_by";
  private static final String OWN = "own_uid";

  @Override
  public Table output() {
    return KolAccount.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Account.TABLE, AccountAlias.TABLE, AccountPair.TABLE, ComparedPair.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> past = in.previous(KolAccount.TABLE);
    Dataset<Row> before = KolAccount.current(past);
    Dataset<Row> members =
        members(
            in.get(Account.TABLE),
            in.get(AccountAlias.TABLE),
            Clusters.of(
                    in.get(AccountPair.TABLE),
                    in.get(ComparedPair.TABLE).where(isContradicted()),
                    rule)
                .transform(Materialized::of));
    Dataset<Row> ids =
        KolIds.of(
            members, before.select(ACCOUNT_UID.col(), KOL_ID.col()), past.select(KOL_ID.col()));
    Dataset<Row> now = members.join(ids, CLUSTER);
    Dataset<Row> old =
        before.select(ACCOUNT_UID.col(), old(KOL_ID), old(PROBABILITY), old(LINKED_BY));
    return now.join(old, new String[] {ACCOUNT_UID.name()}, "left")
        .where(isChanged(KOL_ID).or(hasMoved()).or(isChanged(LINKED_BY)))
        .select(
            ACCOUNT_UID.col(),
            VALID_FROM.as(lit(Date.valueOf(in.asOf()))),
            KOL_ID.col(),
            PROBABILITY.col(),
            LINKED_BY.col());
  }

  /** Pairs of which something says by itself that they are not one person's. */
  private static Column isContradicted() {
    Column contradicted = lit(false);
    for (Comparison comparison : Comparison.ALL) {
      for (Level level : comparison.levels()) {
        if (level.contradicts()) {
          Column shown = ComparedPair.LEVELS.col().getItem(comparison.name());
          contradicted = contradicted.or(shown.eqNullSafe(level.name()));
        }
      }
    }
    return CandidatePairs.isCandidate().and(contradicted);
  }

  /** Every account with its cluster; one that nothing links is its own, a folded key follows. */
  private static Dataset<Row> members(
      Dataset<Row> accounts, Dataset<Row> aliases, Dataset<Row> clusters) {
    Dataset<Row> folded =
        aliases.select(
            ALIAS_UID.col().as(ACCOUNT_UID.name()),
            ACCOUNT_UID.col().as(OWN),
            EVIDENCE.col().as(FOLDED_BY));
    Dataset<Row> linked = clusters.withColumnRenamed(ACCOUNT_UID.name(), OWN);
    Column evidence =
        when(col(FOLDED_BY).isNotNull(), array(col(FOLDED_BY)))
            .otherwise(coalesce(LINKED_BY.col(), array(lit("single"))));
    return accounts
        .select(ACCOUNT_UID.col())
        .join(folded, new String[] {ACCOUNT_UID.name()}, "left")
        .withColumn(OWN, coalesce(col(OWN), ACCOUNT_UID.col()))
        .join(linked, new String[] {OWN}, "left")
        .select(
            ACCOUNT_UID.col(),
            coalesce(col(CLUSTER), col(OWN)).as(CLUSTER),
            PROBABILITY.as(coalesce(PROBABILITY.col(), lit(1.0))),
            LINKED_BY.as(evidence));
  }

  private static Column old(Field field) {
    return field.col().as(OLD + field.name());
  }

  /** Every fit moves all probabilities a little; that alone is no news of an account. */
  private static Column hasMoved() {
    Column by = abs(PROBABILITY.col().minus(col(OLD + PROBABILITY.name())));
    return coalesce(by.gt(MOVED), lit(true));
  }

  private static Column isChanged(Field field) {
    return field.col().eqNullSafe(col(OLD + field.name())).equalTo(false);
  }
}
