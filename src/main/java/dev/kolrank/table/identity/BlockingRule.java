package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What the blocking rules let through to comparison. */
public final class BlockingRule {
  public static final Field RULE = required("rule", StringType, "the rule; all for all together");
  public static final Field REASON =
      required("reason", StringType, "why accounts with a common key may be one person's");
  public static final Field BLOCKS =
      required("blocks", LongType, "keys that two or more accounts have").in("keys");
  public static final Field OVERSIZE_BLOCKS =
      required("oversize_blocks", LongType, "keys of too many accounts, left out").in("keys");
  public static final Field OVERSIZE_ACCOUNTS =
      required("oversize_accounts", LongType, "accounts in the largest of them").in("accounts");
  public static final Field PAIRS =
      required("pairs", LongType, "pairs that the rule brings to comparison").in("pairs");
  public static final Field ALL_PAIRS =
      required("all_pairs", DoubleType, "pairs of accounts of two platforms").in("pairs");
  public static final Field COMPARED =
      required("compared", DoubleType, "pairs over all pairs").in("share");

  public static final Table TABLE =
      Table.nightly(
          "identity.blocking_rule",
          "one row per blocking rule and night",
          AS_OF,
          List.of(
              AS_OF,
              RULE,
              REASON,
              BLOCKS,
              OVERSIZE_BLOCKS,
              OVERSIZE_ACCOUNTS,
              PAIRS,
              ALL_PAIRS,
              COMPARED),
          AS_OF,
          RULE);

  private BlockingRule() {}
}
