package dev.kolrank.table.ops;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** Each published night: reading its versions shows one consistent night. */
public final class Publication {
  public static final Field RUN_ID = required("run_id", StringType, "the run that published");
  public static final Field AS_OF = required("as_of", DateType, "the night");
  public static final Field PUBLISHED_AT = required("published_at", TimestampType, "when");
  public static final Field VERSIONS =
      required("versions", createMapType(StringType, LongType), "Delta version of every table");

  public static final Field ACCOUNTS =
      optional("accounts", LongType, "accounts of KOLs; null if published before this was counted")
          .in("accounts");
  public static final Field KOLS =
      optional("kols", LongType, "KOLs; null if published before this was counted").in("KOLs");

  public static final Table TABLE =
      Table.of(
          "ops.publication",
          "one row per publication",
          WriteMode.APPEND,
          List.of(RUN_ID, AS_OF, PUBLISHED_AT, VERSIONS, ACCOUNTS, KOLS),
          RUN_ID);

  private Publication() {}
}
