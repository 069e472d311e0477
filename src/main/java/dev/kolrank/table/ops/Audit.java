package dev.kolrank.table.ops;

import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** Each check of each table written. */
public final class Audit {
  public static final Field RUN_ID = required("run_id", StringType, "the run");
  public static final Field AS_OF = required("as_of", DateType, "the night");
  public static final Field TABLE_NAME = required("table_name", StringType, "the table");
  public static final Field RULE = required("rule", StringType, "the rule in words");
  public static final Field ROWS = required("rows", LongType, "rows looked at").in("rows");
  public static final Field VIOLATIONS =
      required("violations", LongType, "rows that broke it").in("rows");

  public static final Table TABLE =
      Table.of(
          "ops.audit",
          "one row per run, table and rule",
          WriteMode.APPEND,
          List.of(RUN_ID, AS_OF, TABLE_NAME, RULE, ROWS, VIOLATIONS),
          RUN_ID,
          TABLE_NAME,
          RULE);

  private Audit() {}
}
