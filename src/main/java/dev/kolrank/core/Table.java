package dev.kolrank.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract, declared once: code, audits and documentation come from here.
 *
 * @param name layer and name, as in {@code silver.account}
 * @param grain what one row is
 * @param fields the columns in order
 * @param key the columns that identify a row
 * @param mode how a step's rows are written
 * @param slice the column that {@link WriteMode#REPLACE_BATCH} or {@link WriteMode#REPLACE_NIGHT}
 *     replaces by; empty for the other modes
 * @param clustering the day by which the rows of an upserted table lie together in files, so that
 *     who asks for some days opens few of them; empty where rows are looked up by key alone
 * @param checks what every row keeps, beside required columns and the key's uniqueness
 */
public record Table(
    String name,
    String grain,
    List<Field> fields,
    List<Field> key,
    WriteMode mode,
    Optional<Field> slice,
    Optional<Field> clustering,
    List<Check> checks) {

  public Table {
    fields = List.copyOf(fields);
    key = List.copyOf(key);
    checks = List.copyOf(checks);
    if (!name.matches("[a-z]+\\.[a-z_]+")) {
      throw new IllegalArgumentException("a table is named layer.table, got " + name);
    }
    if (!fields.containsAll(key)) {
      throw new IllegalArgumentException(name + ": the key has columns that the table lacks");
    }
    if (clustering.isPresent()
        && (mode != WriteMode.UPSERT || !fields.contains(clustering.get()))) {
      throw new IllegalArgumentException(
          name + ": only an upserted table is clustered, by a column");
    }
    boolean sliced = mode == WriteMode.REPLACE_BATCH || mode == WriteMode.REPLACE_NIGHT;
    if (sliced != slice.isPresent()) {
      throw new IllegalArgumentException(name + ": a slice goes with a replaced batch or night");
    }
  }

  /** A table whose rows replace those of the same key. */
  public static Table upserted(String name, String grain, List<Field> fields, Field... key) {
    return of(name, grain, WriteMode.UPSERT, fields, key);
  }

  /** A table of one snapshot a night; {@code night} is part of the key. */
  public static Table nightly(
      String name, String grain, Field night, List<Field> fields, Field... key) {
    return sliced(name, grain, WriteMode.REPLACE_NIGHT, night, fields, key);
  }

  /** A table of ingest batches. */
  public static Table batched(
      String name, String grain, Field batch, List<Field> fields, Field... key) {
    return sliced(name, grain, WriteMode.REPLACE_BATCH, batch, fields, key);
  }

  /** A table without a slice, written as {@code mode} says. */
  public static Table of(
      String name, String grain, WriteMode mode, List<Field> fields, Field... key) {
    return new Table(
        name, grain, fields, List.of(key), mode, Optional.empty(), Optional.empty(), List.of());
  }

  private static Table sliced(
      String name, String grain, WriteMode mode, Field slice, List<Field> fields, Field... key) {
    return new Table(
        name, grain, fields, List.of(key), mode, Optional.of(slice), Optional.empty(), List.of());
  }

  /** The same table with these checks. */
  public Table checked(Check... added) {
    return new Table(name, grain, fields, key, mode, slice, clustering, List.of(added));
  }

  /** The same table with rows of one day lying together. */
  public Table clusteredBy(Field day) {
    return new Table(name, grain, fields, key, mode, slice, Optional.of(day), checks);
  }

  /** Whether readers follow what changes from night to night: features, and whose accounts are. */
  public boolean isFollowed() {
    return layer().equals("features") || name.equals("identity.kol_account");
  }

  /** The part of the name before the dot. */
  public String layer() {
    return name.substring(0, name.indexOf('.'));
  }

  /** The part of the name behind the dot. */
  public String shortName() {
    return name.substring(name.indexOf('.') + 1);
  }

  /** The Spark schema, comments included. */
  public StructType schema() {
    return new StructType(fields.stream().map(Field::toSpark).toArray(StructField[]::new));
  }

  /** Every column, cast to its declared type and in declared order. */
  public Column[] conform() {
    return conform(new StructType());
  }

  /**
   * Every column of rows that have the schema {@code present}, in declared order; those that have
   * another type are cast.
   */
  public Column[] conform(StructType present) {
    List<String> names = List.of(present.fieldNames());
    return fields.stream()
        .map(
            f -> {
              boolean fits =
                  names.contains(f.name())
                      && DataType.equalsIgnoreNullability(
                          present.apply(f.name()).dataType(), f.type());
              return (fits ? f.col() : f.col().cast(f.type())).as(f.name(), f.toSpark().metadata());
            })
        .toArray(Column[]::new);
  }

  /** The declared checks and those that required columns imply. */
  public List<Check> allChecks() {
    var all = new ArrayList<Check>();
    fields.stream().filter(f -> !f.nullable()).map(Check.NotNull::new).forEach(all::add);
    all.addAll(checks);
    return all;
  }

  /** The key as columns. */
  public Column[] keyColumns() {
    return key.stream().map(Field::col).toArray(Column[]::new);
  }

  /** The names of {@code columns}. */
  public static String[] names(List<Field> columns) {
    return columns.stream().map(Field::name).toArray(String[]::new);
  }

  /** Several lists of columns as one. */
  @SafeVarargs
  public static List<Field> columns(List<Field>... parts) {
    var all = new ArrayList<Field>();
    for (List<Field> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  @Override
  public String toString() {
    return name;
  }
}
