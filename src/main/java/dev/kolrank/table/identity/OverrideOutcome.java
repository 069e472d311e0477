package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What came of people's decisions about accounts. */
public final class OverrideOutcome {
  public static final Field ONE_UID =
      required("one_uid", StringType, "an account that is decided about");
  public static final Field OTHER_UID = required("other_uid", StringType, "the other one");
  public static final Field SAME =
      required("same", BooleanType, "whether they shall be one KOL, or shall not");
  public static final Field OUTCOME =
      required(
          "outcome",
          StringType,
          "kept; broken where the KOLs are otherwise, since decisions contradict each other once"
              + " keys of one account are folded; unknown where an account was never seen");

  public static final Table TABLE =
      Table.nightly(
              "identity.override_outcome",
              "one row per override and night",
              AS_OF,
              List.of(AS_OF, ONE_UID, OTHER_UID, SAME, OUTCOME),
              AS_OF,
              ONE_UID,
              OTHER_UID,
              SAME)
          .checked(
              new Check.OneOf(OUTCOME, List.of("kept", "broken", "unknown")),
              new Check.Watched("KOLs are as overrides say", "outcome <> 'broken'"),
              new Check.Watched("overrides name accounts that were seen", "outcome <> 'unknown'"));

  private OverrideOutcome() {}
}
