package dev.kolrank.core;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table, declared once.
 *
 * @param name the column's name; nowhere else does it stand as a string
 * @param type its Spark type
 * @param nullable whether null may occur; {@code meaning} then says what null means
 * @param unit what a number counts or measures, empty where the type says enough
 * @param meaning one sentence for the generated documentation
 */
public record Field(String name, DataType type, boolean nullable, String unit, String meaning) {

  /** A column that is never null. */
  public static Field required(String name, DataType type, String meaning) {
    return new Field(name, type, false, "", meaning);
  }

  /** A column that may be null; {@code meaning} says when. */
  public static Field optional(String name, DataType type, String meaning) {
    return new Field(name, type, true, "", meaning);
  }

  /** The same column with its unit. */
  public Field in(String newUnit) {
    return new Field(name, type, nullable, newUnit, meaning);
  }

  /** This column of the only row source in scope. */
  public Column col() {
    return functions.col(name);
  }

  /** This column of the row source called {@code alias}. */
  public Column of(String alias) {
    return functions.col(alias + "." + name);
  }

  /** {@code value} under this column's name. */
  public Column as(Column value) {
    return value.as(name);
  }

  /** The Spark field, with the meaning as its comment. */
  public StructField toSpark() {
    var text = unit.isEmpty() ? meaning : meaning + " [" + unit + "]";
    var metadata = new MetadataBuilder().putString("comment", text).build();
    return new StructField(name, type, true, metadata);
  }
}
