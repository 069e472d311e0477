package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** The words that tell topics apart: neither everybody's nor one account's own. */
public final class TopicWord {
  public static final Field WORD = required("word", StringType, "the word, or pair of CJK letters");
  public static final Field BEARERS =
      required("bearers", LongType, "accounts of the sample that use it").in("accounts");
  public static final Field RARITY =
      required("rarity", DoubleType, "log of the sample's accounts by its bearers (idf)");

  public static final Table TABLE =
      Table.nightly(
          "identity.topic_word",
          "one row per word and night, the commonest only",
          AS_OF,
          List.of(AS_OF, WORD, BEARERS, RARITY),
          AS_OF,
          WORD);

  private TopicWord() {}
}
