package dev.kolrank.table.features;

import dev.kolrank.core.Field;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;

/**
 * A feature of accounts, declared once: its columns, its computation, its registry rows and its
 * documentation come from here.
 *
 * @param name the name; a column carries the window as a suffix, as in {@code posts_28d}
 * @param type Spark type
 * @param unit what it counts or measures
 * @param windows days back from the night; empty for the latest state
 * @param definition what it is, in a sentence, with the source of a formula
 * @param whenNull what null means
 * @param source the table that it is aggregated from; {@link AccountFeature#TABLE} for one that is
 *     made of other features
 * @param combine how the accounts of a KOL make the KOL's value
 * @param version rises when the definition changes
 * @param value the aggregate over an account's rows of the source, or the expression over features
 */
public record Feature(
    String name,
    DataType type,
    String unit,
    List<Integer> windows,
    String definition,
    String whenNull,
    Source source,
    Combine combine,
    long version,
    Function<Scope, Column> value) {

  /** What an account's value is aggregated from. */
  public enum Source {
    ACCOUNT("silver.account"),
    ACCOUNT_DAY("silver.account_day"),
    ACTIVITY_DAY("silver.activity_day"),
    COMMENT("silver.comment"),
    FEATURES("features.account_feature");

    private final String table;

    Source(String table) {
      this.table = table;
    }

    /** The table's name. */
    public String table() {
      return table;
    }
  }

  /** How the accounts of a KOL make the KOL's value. */
  public enum Combine {
    SUM,
    MAX,
    /** The mean over accounts, weighted by their effective audience. */
    WEIGHTED_MEAN
  }

  /** Who answers for the features that ship. */
  public static final String OWNER = "kolrank";

  public Feature {
    windows = List.copyOf(windows);
    if (definition.isBlank() || whenNull.isBlank()) {
      throw new IllegalArgumentException(name + ": a definition and the meaning of null are due");
    }
  }

  /** A column of the feature: one per window. */
  public record Variant(Feature feature, Scope scope) {
    /** The column's name. */
    public String name() {
      return scope.days() == 0 ? feature.name() : feature.name() + "_" + scope.days() + "d";
    }

    /** The column's contract. */
    public Field field() {
      String window = scope.days() == 0 ? "" : " over " + scope.days() + " days";
      String meaning = feature.definition() + window + "; null: " + feature.whenNull();
      return Field.optional(name(), feature.type(), meaning).in(feature.unit());
    }

    /** The column's value. */
    public Column value() {
      return feature.value().apply(scope).cast(feature.type()).as(name());
    }
  }

  /** Its columns. */
  public Stream<Variant> variants() {
    return windows.isEmpty()
        ? Stream.of(new Variant(this, Scope.LATEST))
        : windows.stream().map(days -> new Variant(this, new Scope(days)));
  }
}
