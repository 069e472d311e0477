package dev.kolrank.table.matching;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.identity.AccountPair;
import java.util.List;

/** Pairs and how they compare. */
public final class ComparedPair {
  public static final Field PLATFORMS =
      required("platforms", StringType, "both platforms, the smaller first, as in weibo|x");
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
          "of likeness of names, the bits of surprise beyond chance");
  public static final Field LABEL =
      optional("label", BooleanType, "whether they are one, where a person said so; else null");

  public static final Table TABLE =
      Table.of(
          "matching.compared_pair",
          "one row per compared pair",
          WriteMode.TRANSIENT,
          List.of(
              AccountPair.LEFT_UID, AccountPair.RIGHT_UID, PLATFORMS, RULES, LEVELS, EXCESS, LABEL),
          AccountPair.LEFT_UID,
          AccountPair.RIGHT_UID);

  private ComparedPair() {}
}
