package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Which profiles a post names: texts are searched once, not every night. */
public final class PostCitation {
  public static final Field PROFILES =
      required(
          "profiles",
          createArrayType(StringType),
          "each profile once, ascending: platform:id, or platform:@handle in lower case");

  public static final Table TABLE =
      Table.upserted(
          "identity.post_citation",
          "one row per post whose title or text names a profile",
          List.of(POST_UID, ACCOUNT_UID, PROFILES),
          POST_UID);

  private PostCitation() {}
}
