package dev.kolrank.table.identity;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import java.util.List;

/** How pairs compare, kept so that a night compares only those of which something changed. */
public final class PairLikeness {
  public static final Field DIGEST =
      required("digest", LongType, "of all that the levels follow from: while equal, they hold");
  public static final Field RULES =
      required(
          "rules", createArrayType(StringType), "the blocking rules that brought them together");
  public static final Field LEVELS =
      required(
          "levels",
          createMapType(StringType, StringType),
          "level by comparison; what could not be compared is absent");
  public static final Field EXCESS =
      required(
              "excess",
              createMapType(StringType, DoubleType),
              "of likeness of names, the surprise beyond chance")
          .in("bits");
  public static final Field LABEL =
      optional("label", BooleanType, "whether they are one, where a person said so; else null");

  public static final Table TABLE =
      Table.of(
          "identity.pair_likeness",
          "one row per pair that the last night compared",
          WriteMode.REPLACE_ALL,
          List.of(
              AccountPair.LEFT_UID, AccountPair.RIGHT_UID, DIGEST, RULES, LEVELS, EXCESS, LABEL),
          AccountPair.LEFT_UID,
          AccountPair.RIGHT_UID);

  private PairLikeness() {}
}
