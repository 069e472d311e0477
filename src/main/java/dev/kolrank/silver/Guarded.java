package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountDay;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts that quarantine guards.
 *
 * @param kind of {@link QuarantinedValue#KIND}
 * @param observations the bronze table that gives them
 * @param state the silver table that keeps the latest
 * @param uid whose counts they are
 */
record Guarded(String kind, Table observations, Table state, Field uid, List<Field> counts) {
  static final Guarded ACCOUNTS =
      new Guarded(
          QuarantinedValue.ACCOUNT,
          AccountObservation.TABLE,
          Account.TABLE,
          ACCOUNT_UID,
          Account.COUNTS);
  static final Guarded ACCOUNT_DAYS =
      new Guarded(
          QuarantinedValue.ACCOUNT,
          AccountObservation.TABLE,
          AccountDay.TABLE,
          ACCOUNT_UID,
          AccountDay.OBSERVED);
  static final Guarded POSTS =
      new Guarded(QuarantinedValue.POST, PostObservation.TABLE, Post.TABLE, POST_UID, Post.COUNTS);

  /** Whether a row gives any of the counts. */
  Column isGiven() {
    return coalesce(counts.stream().map(Field::col).toArray(Column[]::new)).isNotNull();
  }

  /**
   * The keys whose falls cannot be judged from what silver keeps, and whose rows are made anew of
   * all observations: those that lost one, and those of which one comes late. They are few.
   */
  Dataset<Row> remade(Inputs in) {
    Dataset<Row> lost =
        in.fresh(Replacement.TABLE, state)
            .where(Replacement.KIND.col().equalTo(kind))
            .select(uid.as(Replacement.UID.col()));
    return Tonight.held(lost.union(late(in)).distinct());
  }

  /** The keys of which an observation is not worked through that is no later than others. */
  private Dataset<Row> late(Inputs in) {
    Dataset<Row> fresh =
        in.fresh(observations, state).where(isGiven()).select(uid.col(), OBSERVED_AT.col());
    Dataset<Row> before = in.previous(state).select(uid.col(), LAST_SEEN.col());
    Row earliest = fresh.agg(min(OBSERVED_AT.col())).first();
    if (earliest.isNullAt(0)) {
      return before.select(uid.col()).limit(0);
    }
    // usually nothing: statistics of files tell that nobody was seen since
    Dataset<Row> later = before.where(LAST_SEEN.col().geq(lit(earliest.getTimestamp(0))));
    return fresh
        .join(later, uid.name())
        .where(OBSERVED_AT.col().leq(LAST_SEEN.col()))
        .select(uid.col());
  }
}
