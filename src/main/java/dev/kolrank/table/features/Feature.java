package dev.kolrank.table.features;

import dev.kolrank.core.Field;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataType;

/**
 * A feature, declared once: its columns, its computation, its contract, its registry rows and its
 * documentation come from here.
 *
 * @param name the name; a column carries the window as a suffix, as in {@code posts_28d}
 * @param type Spark type
 * @param unit what it counts or measures
 * @param windows days back from the night; empty for the latest state
 * @param definition what it is, in a sentence
 * @param whenNull what null means
 * @param source what it is made of; the table of the features for one that is made of others
 * @param combine how the accounts of a KOL make the KOL's value
 * @param version rises when the definition changes
 * @param value the aggregate over an account's rows of the source, or the expression over features
 * @param formula where the formula comes from; empty for plain counting
 * @param contract what its values must keep, or the night withholds it
 * @param owner who answers for it
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
    Function<Scope, Column> value,
    String formula,
    Contract contract,
    String owner) {

  /** Whose a feature is. */
  public enum Entity {
    ACCOUNT,
    KOL
  }

  /** What a value is made of. */
  public enum Source {
    ACCOUNT("silver.account"),
    ACCOUNT_DAY("silver.account_day"),
    ACTIVITY_DAY("silver.activity_day"),
    /** One row per account, with the numbers of its posts and days by window, ready to look at. */
    HISTORY("silver.activity_day"),
    LAST_POSTS("silver.last_posts"),
    COMMENT_DAY("silver.comment_day"),
    /** One row per account and commenter, with the posts that the commenter wrote under. */
    COMMENTER("silver.edge_day"),
    /** One row per account and other account that mentions it. */
    MENTION("silver.edge_day"),
    /** One row per account and day on which its followers jumped without a post. */
    SPIKE("silver.account_day"),
    /** One row per account and other creator with whom it shares commenters. */
    POD("silver.edge_day"),
    /** One row per account of the graph. */
    GRAPH("features.account_graph"),
    /** One row per account and niche of its KOL, with what it wins of the niche. */
    NICHE("features.kol_niche"),
    /** One row per account that advertised. */
    PROMOTION("features.account_promotion"),
    /** The account's other features. */
    FEATURES("features.account_feature"),
    /** The account's other features against those of its platform. */
    PLATFORM("features.account_feature"),
    /** The expression is a measure; the feature is how far it lies from the peers' median. */
    PEERS("features.account_feature"),
    /** The accounts of a KOL: the feature is the KOL's alone. */
    KOL("features.account_feature");

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
    MIN,
    /** The mean over accounts, weighted by their effective audience. */
    WEIGHTED_MEAN
  }

  /**
   * What the values of a feature keep.
   *
   * @param low no value is below
   * @param high no value is above
   */
  public record Contract(double low, double high) {
    /** Any number, but never NaN or infinite. */
    public static final Contract FINITE = new Contract(-Double.MAX_VALUE, Double.MAX_VALUE);

    /** A count or a ratio of counts. */
    public static final Contract NOT_NEGATIVE = new Contract(0, Double.MAX_VALUE);

    /** A correlation. */
    public static final Contract CORRELATION = new Contract(-1, 1);

    /** A share. */
    public static final Contract SHARE = new Contract(0, 1);

    /** The contract, as in: from 0 to 1. */
    public String words() {
      if (equals(FINITE)) {
        return "finite";
      }
      return high == Double.MAX_VALUE
          ? "at least %s".formatted(low)
          : "from %s to %s".formatted(low, high);
    }

    /** True for a value that breaks it; null for null. NaN is above all numbers. */
    public Column broken(Column value) {
      Column number = value.cast("double");
      return number.lt(low).or(number.gt(high));
    }
  }

  /** Who answers for the features that ship. */
  public static final String OWNER = "kolrank";

  public Feature {
    windows = List.copyOf(windows);
    if (definition.isBlank() || whenNull.isBlank()) {
      throw new IllegalArgumentException(name + ": a definition and the meaning of null are due");
    }
  }

  /** A feature of plain counting whose values are not negative. */
  Feature(
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
    this(
        name,
        type,
        unit,
        windows,
        definition,
        whenNull,
        source,
        combine,
        version,
        value,
        "",
        Contract.NOT_NEGATIVE,
        OWNER);
  }

  /** The same feature with the reference of its formula. */
  Feature after(String reference) {
    return new Feature(
        name,
        type,
        unit,
        windows,
        definition,
        whenNull,
        source,
        combine,
        version,
        value,
        reference,
        contract,
        owner);
  }

  /** The same feature with another contract. */
  Feature keeping(Contract other) {
    return new Feature(
        name,
        type,
        unit,
        windows,
        definition,
        whenNull,
        source,
        combine,
        version,
        value,
        formula,
        other,
        owner);
  }

  /** Whose it is. */
  public Entity entity() {
    return source == Source.KOL ? Entity.KOL : Entity.ACCOUNT;
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
