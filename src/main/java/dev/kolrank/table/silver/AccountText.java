package dev.kolrank.table.silver;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/**
 * What an account talks about: its profile and recent posts as one text, and the language of it.
 */
public final class AccountText {
  public static final Field TEXT =
      required(
          "text",
          StringType,
          "name, bio, declared category, and titles, captions and tags of its newest posts");
  public static final Field LANGUAGE =
      optional(
          "language", StringType, "detected or declared language, ISO 639-1; null if undecided");
  public static final Field TOKENS =
      required(
          "tokens",
          createArrayType(StringType),
          "the text's search tokens: words of spaced scripts, pairs of CJK characters");

  public static final Table TABLE =
      Table.upserted(
          "silver.account_text",
          "one row per account with any text",
          List.of(ACCOUNT_UID, TEXT, LANGUAGE, TOKENS),
          ACCOUNT_UID);

  private AccountText() {}
}
