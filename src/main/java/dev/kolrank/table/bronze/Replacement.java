package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

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
}
