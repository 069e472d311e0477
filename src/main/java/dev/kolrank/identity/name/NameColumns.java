package dev.kolrank.identity.name;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * The keys and likenesses in Spark. Keys are made once per account and stored; likenesses compare
 * such keys, pair by pair, and are null where a key is.
 */
public final class NameColumns {
  public static final String WRITTEN = "written";
  public static final String WORDS = "words";
  public static final String FOLDED = "folded";
  public static final String LATIN = "latin";
  public static final String STEM = "stem";
  public static final String ROOT = "root";

  private static final UserDefinedFunction NAME_KEYS =
      udf((UDF1<String, Row>) NameColumns::nameKeys, strings(WRITTEN, WORDS, FOLDED, LATIN))
          .withName("name_keys");
  private static final UserDefinedFunction HANDLE_KEYS =
      udf((UDF1<String, Row>) NameColumns::handleKeys, strings(WRITTEN, FOLDED, STEM, ROOT))
          .withName("handle_keys");
  private static final UserDefinedFunction NAMES =
      udf((UDF2<Row, Row, Integer>) NameColumns::names, IntegerType).withName("name_likeness");
  private static final UserDefinedFunction HANDLES =
      udf((UDF2<Row, Row, Integer>) NameColumns::handles, IntegerType).withName("handle_likeness");
  private static final UserDefinedFunction CROSSED =
      udf((UDF2<Row, Row, Integer>) NameColumns::crossed, IntegerType)
          .withName("handle_name_likeness");

  private NameColumns() {}

  /** A struct of {@link NameKeys}: written, words, folded, latin; null where nothing is to read. */
  public static Column nameKeys(Column name) {
    return NAME_KEYS.apply(name);
  }

  /** A struct of {@link HandleKeys}: written, folded, stem, root; null where nothing is to read. */
  public static Column handleKeys(Column handle) {
    return HANDLE_KEYS.apply(handle);
  }

  /** The words of name keys, sorted, each once: the same whatever their order. */
  public static Column wordSet(Column nameKeys) {
    return array_join(sort_array(array_distinct(words(nameKeys))), " ");
  }

  /** The words of name keys as an array, in order. */
  public static Column words(Column nameKeys) {
    return split(nameKeys.getField(WORDS), " ");
  }

  /** The level of {@link NameLikeness} of two structs of name keys; null where one is. */
  public static Column nameLikeness(Column left, Column right) {
    return NAMES.apply(left, right);
  }

  /** The level of {@link HandleLikeness} of two structs of handle keys; null where one is. */
  public static Column handleLikeness(Column left, Column right) {
    return HANDLES.apply(left, right);
  }

  /** The level of {@link HandleLikeness} of a handle's keys and a name's; null where one is. */
  public static Column handleNameLikeness(Column handleKeys, Column nameKeys) {
    return CROSSED.apply(handleKeys, nameKeys);
  }

  private static Row nameKeys(String name) {
    NameKeys keys = NameKeys.of(name);
    return keys == null
        ? null
        : RowFactory.create(keys.written(), keys.words(), keys.folded(), keys.latin());
  }

  private static Row handleKeys(String handle) {
    HandleKeys keys = HandleKeys.of(handle);
    return keys == null
        ? null
        : RowFactory.create(keys.written(), keys.folded(), keys.stem(), keys.root());
  }

  private static Integer names(Row left, Row right) {
    return left == null || right == null ? null : NameLikeness.of(name(left), name(right)).level();
  }

  private static Integer handles(Row left, Row right) {
    return left == null || right == null
        ? null
        : HandleLikeness.of(handle(left), handle(right)).level();
  }

  private static Integer crossed(Row handle, Row name) {
    return handle == null || name == null
        ? null
        : HandleLikeness.of(handle(handle), name(name)).level();
  }

  private static NameKeys name(Row row) {
    return new NameKeys(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
  }

  private static HandleKeys handle(Row row) {
    return new HandleKeys(row.getString(0), row.getString(1), row.getString(2), row.getString(3));
  }

  private static StructType strings(String... names) {
    var type = new StructType();
    for (String name : names) {
      type = type.add(name, StringType);
    }
    return type;
  }
}
