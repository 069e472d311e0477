package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.identity.KolAccount.LINKED_BY;
import static dev.kolrank.table.identity.KolChange.ACCOUNTS;
import static dev.kolrank.table.identity.KolChange.CAUSE;
import static dev.kolrank.table.identity.KolChange.CHANGE;
import static dev.kolrank.table.identity.KolChange.FROM_KOL_ID;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.identity.KolChange;
import java.sql.Date;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells what became of KOL ids tonight. New: an id for accounts that had none. Split: accounts left
 * an id that lives on, or got a new one. Merge: an id ended and its accounts joined another. A new
 * account that joins a known KOL changes no id and is not told.
 */
public record LogKolChanges() implements Step {
  private static final String WAS_KNOWN = "was_known";
  private static final String LIVES_ON = "lives_on";

  @Override
  public Table output() {
    return KolChange.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(KolAccount.TABLE, AccountPair.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> before = KolAccount.current(in.previous(KolAccount.TABLE));
    Dataset<Row> after = KolAccount.current(in.history(KolAccount.TABLE));
    Dataset<Row> moved =
        in.get(KolAccount.TABLE)
            .select(ACCOUNT_UID.col(), KOL_ID.col(), LINKED_BY.col())
            .join(
                before.select(ACCOUNT_UID.col(), KOL_ID.col().as(FROM_KOL_ID.name())),
                new String[] {ACCOUNT_UID.name()},
                "left")
            .where(not(KOL_ID.col().eqNullSafe(FROM_KOL_ID.col())))
            // few rows, read three times
            .transform(Materialized::of);
    Dataset<Row> causes =
        Causes.of(
                moved.drop(LINKED_BY.name()),
                before,
                after,
                in.previous(AccountPair.TABLE),
                in.get(AccountPair.TABLE))
            .groupBy(ACCOUNT_UID.col())
            .agg(collect_list(CAUSE.col()).as(CAUSE.name()));
    Dataset<Row> explained = moved.join(causes, new String[] {ACCOUNT_UID.name()}, "left");
    Dataset<Row> known = before.select(KOL_ID.col(), lit(true).as(WAS_KNOWN)).distinct();
    Dataset<Row> living =
        after.select(KOL_ID.col().as(FROM_KOL_ID.name()), lit(true).as(LIVES_ON)).distinct();
    Column wasKnown = coalesce(col(WAS_KNOWN), lit(false));
    Column livesOn = coalesce(col(LIVES_ON), lit(false));
    Column change =
        when(FROM_KOL_ID.col().isNull(), "new")
            .when(livesOn.or(not(wasKnown)), "split")
            .otherwise("merge");
    return explained
        .join(known, new String[] {KOL_ID.name()}, "left")
        .join(living, new String[] {FROM_KOL_ID.name()}, "left")
        .where(FROM_KOL_ID.col().isNotNull().or(not(wasKnown)))
        .groupBy(KOL_ID.col(), change.as(CHANGE.name()), FROM_KOL_ID.col())
        .agg(
            sort_array(collect_list(ACCOUNT_UID.col())).as(ACCOUNTS.name()),
            causes(CAUSE.col()).as(CAUSE.name()),
            causes(LINKED_BY.col()).as(LINKED_BY.name()))
        .select(
            AS_OF.as(lit(Date.valueOf(in.asOf()))),
            KOL_ID.col(),
            CHANGE.col(),
            FROM_KOL_ID.col(),
            ACCOUNTS.col(),
            CAUSE.as(when(size(CAUSE.col()).gt(0), CAUSE.col()).otherwise(LINKED_BY.col())));
  }

  private static Column causes(Column perAccount) {
    return sort_array(array_distinct(flatten(collect_list(perAccount))));
  }
}
