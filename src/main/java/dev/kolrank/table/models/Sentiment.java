package dev.kolrank.table.models;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** Trained models of sentiment; a night scores with the newest version of each language. */
public final class Sentiment {
  public static final Field LANGUAGE = required("language", StringType, "ISO 639-1");
  public static final Field VERSION =
      required("version", LongType, "counted from 1 per language; the newest is used");
  public static final Field CLASSES =
      required(
          "classes", createArrayType(StringType), "what it tells apart, in the order of weights");
  public static final Field INTERCEPTS =
      required("intercepts", createArrayType(DoubleType), "per class");
  public static final Field FEATURES =
      required(
          "features",
          createArrayType(IntegerType),
          "hashes of words, pairs and stretches of characters that carry weight; behind them the"
              + " numbers that the lexicon gives");
  public static final Field IDF =
      required("idf", createArrayType(DoubleType), "per feature: how rare it was among the texts");
  public static final Field WEIGHTS =
      required("weights", createArrayType(DoubleType), "per feature and class, features first");
  public static final Field TEXTS =
      required("texts", LongType, "labelled texts that it was fitted on").in("texts");
  public static final Field MACRO_F1 =
      optional(
          "macro_f1",
          DoubleType,
          "mean F1 of the classes on texts that the model tested had not seen: cross-validation"
              + " over the training data; null if it was not asked for");

  public static final Table TABLE =
      Table.upserted(
          "models.sentiment",
          "one row per language and version",
          List.of(LANGUAGE, VERSION, CLASSES, TEXTS, MACRO_F1, INTERCEPTS, FEATURES, IDF, WEIGHTS),
          LANGUAGE,
          VERSION);

  private Sentiment() {}
}
