package dev.kolrank.table.matching;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.silver.Account.HANDLE;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.identity.AccountPair;
import java.util.List;

/** The profiles that accounts name, and what that says. */
public final class NamedProfile {
  public static final Field FROM_UID =
      required("from_uid", StringType, "the account that names it");
  public static final Field TO_UID =
      required("to_uid", StringType, "the named account; ?:platform:handle if nobody tracks it");
  public static final Field IS_TRACKED =
      required("is_tracked", BooleanType, "whether it is an account that was crawled");
  public static final Field IS_BY_NAME =
      required("is_by_name", BooleanType, "whether it was found by its display name alone");
  public static final Field IS_OWN =
      required(
          "is_own",
          BooleanType,
          "whether the account says by it which profile on that platform is its own: firmly, before"
              + " all others there, and uncontested");

  public static final Table TABLE =
      Table.of(
          "matching.named_profile",
          "one row per account and profile that it names; of untracked ones those that are its own",
          WriteMode.TRANSIENT,
          List.of(
              FROM_UID,
              TO_UID,
              PLATFORM,
              HANDLE,
              IS_TRACKED,
              IS_BY_NAME,
              IS_OWN,
              AccountPair.EVIDENCE,
              AccountPair.SUPPORT,
              AccountPair.LINKED),
          FROM_UID,
          TO_UID);

  private NamedProfile() {}
}
