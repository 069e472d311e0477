package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What became of KOL ids this night. */
public final class KolChange {
  public static final Field CHANGE = required("change", StringType, "new, merge or split");
  public static final Field ACCOUNTS =
      required("accounts", createArrayType(StringType), "the accounts that moved");
  public static final Field FROM_KOL_ID =
      optional("from_kol_id", StringType, "the id they had; null when new");
  public static final Field CAUSE =
      required(
          "cause",
          createArrayType(StringType),
          "the evidence that linked them to where they are; lost before evidence that linked them"
              + " to where they were; cannot_link; outweighed where the link still stands; without"
              + " such a pair, what links them now");

  public static final Table TABLE =
      Table.nightly(
              "identity.kol_change",
              "one row per KOL, night and former id",
              AS_OF,
              List.of(AS_OF, KOL_ID, CHANGE, FROM_KOL_ID, ACCOUNTS, CAUSE))
          .checked(new Check.OneOf(CHANGE, List.of("new", "merge", "split")));

  private KolChange() {}
}
