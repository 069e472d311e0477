package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** What of a post may stand on another platform too, as hashes. */
public final class PostKey {
  public static final Field KEYS =
      required(
          "keys",
          createArrayType(LongType),
          "hashes of the letters of its title and text, and of each long address in them, ascending");

  public static final Table TABLE =
      Table.upserted(
          "identity.post_key",
          "one row per post with words enough, or an address, to tell it from others",
          List.of(POST_UID, ACCOUNT_UID, KEYS),
          POST_UID);

  private PostKey() {}
}
