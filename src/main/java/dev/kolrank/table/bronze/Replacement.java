package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.LAST_SEEN;
import static dev.kolrank.table.Columns.OBSERVED_AT;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a batch takes out of bronze: files that came again with other content, and the keys of the
 * observations dropped for it. Written before they are dropped, so that silver can follow, and so
 * that a rerun after a crash knows what was lost.
 */
public final class Replacement {
  public static final Field KIND = required("kind", StringType, "file, account, post or comment");
  public static final Field UID =
      required("uid", StringType, "the file's path, or the key of a dropped observation");
  public static final Field ACCOUNT_UID =
      optional("account_uid", StringType, "the account that it was of; null of files and comments");
  public static final Field DAY =
      optional(
          "day",
          DateType,
          "the day that an account was seen, a post was published or else seen; else null");
  public static final Field HELD_BATCH =
      optional("held_batch", LongType, "the batch that held the file's rows; null of keys");

  public static final String FILE = "file";
  public static final String ACCOUNT = "account";
  public static final String POST = "post";
  public static final String COMMENT = "comment";

  public static final Table TABLE =
      Table.batched(
          "bronze.replacement",
          "one row per replaced file, and per key of an observation dropped by the batch",
          BATCH,
          List.of(BATCH, KIND, UID, ACCOUNT_UID, DAY, HELD_BATCH));

  private Replacement() {}

  /** The rows of one kind that a step has not worked through yet. */
  public static Dataset<Row> fresh(Inputs in, String kind) {
    return in.fresh(TABLE).where(KIND.col().equalTo(kind));
  }

  /**
   * The keys of a state whose observations have changed since a step last ran.
   *
   * @param kind which replacements tell of these keys
   */
  public static Dataset<Row> touched(Inputs in, Field key, Table observations, String kind) {
    return in.fresh(observations)
        .select(key.col())
        .union(fresh(in, kind).select(key.as(UID.col())))
        .distinct();
  }

  /**
   * The rows of a state that observations not worked through yet can have changed, and others: who
   * was seen now has been seen since the earliest of them. All rows where any lost observations.
   */
  public static Dataset<Row> changed(Inputs in, Table state, Table observations, String kind) {
    Dataset<Row> rows = in.get(state);
    if (!fresh(in, kind).isEmpty()) {
      return rows;
    }
    Row earliest = in.fresh(observations).agg(min(OBSERVED_AT.col())).first();
    return earliest.isNullAt(0)
        ? rows.limit(0)
        : rows.where(LAST_SEEN.col().geq(lit(earliest.getTimestamp(0))));
  }
}
