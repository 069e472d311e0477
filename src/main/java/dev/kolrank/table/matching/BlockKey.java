package dev.kolrank.table.matching;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** What brings accounts together to be compared. */
public final class BlockKey {
  public static final Field FAMILY =
      required("family", StringType, "keys of one family meet each other");
  public static final Field RULE = required("rule", StringType, "the blocking rule");
  public static final Field KEY = required("key", StringType, "accounts with one key are compared");
  public static final Field HOLDERS =
      required("holders", LongType, "accounts that have the key").in("accounts");

  public static final Table TABLE =
      Table.of(
          "matching.block_key",
          "one row per rule, key that two or more have, and account",
          WriteMode.TRANSIENT,
          List.of(FAMILY, RULE, KEY, ACCOUNT_UID, PLATFORM, HOLDERS),
          RULE,
          KEY,
          ACCOUNT_UID);

  private BlockKey() {}
}
