package dev.kolrank.identity;

import static dev.kolrank.identity.ResolveAliases.RULE;
import static dev.kolrank.identity.ResolveAliases.TARGET;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.identity.AccountAlias.ALIAS_UID;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * The account keys that people hold to be different: those of cannot-links, and with them all that
 * must-links make one with either. If x:@ann is one with weibo:1, and x:7 is not, then x:@ann is no
 * other key of x:7.
 */
final class Partings {
  private static final String ONE = "one";
  private static final String OTHER = "other";

  private final SparkSession spark;
  private final List<Row> pairs;

  private Partings(SparkSession spark, List<Row> pairs) {
    this.spark = spark;
    this.pairs = pairs;
  }

  static Partings of(SparkSession spark, List<LinkOverride> overrides) {
    Map<String, Set<String>> persons = persons(overrides);
    var pairs = new LinkedHashSet<Row>();
    for (LinkOverride override : overrides) {
      if (!override.same()) {
        for (String one : persons.getOrDefault(override.left(), Set.of(override.left()))) {
          for (String other : persons.getOrDefault(override.right(), Set.of(override.right()))) {
            pairs.add(RowFactory.create(one, other));
          }
        }
      }
    }
    return new Partings(spark, List.copyOf(pairs));
  }

  /** Each account of a must-link with all that must-links make one with it, over several too. */
  private static Map<String, Set<String>> persons(List<LinkOverride> overrides) {
    Map<String, Set<String>> persons = new TreeMap<>();
    for (LinkOverride override : overrides) {
      if (override.same()) {
        var all = new TreeSet<>(Set.of(override.left(), override.right()));
        for (String account : List.copyOf(all)) {
          all.addAll(persons.getOrDefault(account, Set.of()));
        }
        all.forEach(account -> persons.put(account, all));
      }
    }
    return persons;
  }

  /**
   * Of each two parted keys that the aliases fold into one account, the folding that goes: the less
   * strict of the two, ties by key. At most one per pair, and none that is certain: what is said
   * about two spellings of one handle then contradicts itself.
   *
   * @param aliases with the rule and the key that it names first
   * @return alias and that key
   */
  List<Row> broken(Dataset<Row> aliases) {
    if (pairs.isEmpty()) {
      return List.of();
    }
    Column folding = greatest(folding(ONE), folding(OTHER));
    return frame(ONE, OTHER, pairs)
        .join(named(aliases, ONE), new String[] {ONE}, "left")
        .join(named(aliases, OTHER), new String[] {OTHER}, "left")
        .where(account(ONE).equalTo(account(OTHER)))
        .where(col(ONE).notEqual(col(OTHER)))
        .where(folding.isNotNull())
        .select(folding.as("folding"))
        .select(col("folding.uid"), col("folding.target"))
        .distinct()
        .collectAsList();
  }

  /** The foldings without those that are undone. */
  Dataset<Row> without(List<Row> undone, Dataset<Row> foldings) {
    return undone.isEmpty()
        ? foldings
        : foldings.join(
            broadcast(frame(ALIAS_UID.name(), TARGET, undone)),
            new String[] {ALIAS_UID.name(), TARGET},
            "left_anti");
  }

  private static Dataset<Row> named(Dataset<Row> aliases, String key) {
    return aliases.select(
        ALIAS_UID.col().as(key),
        ACCOUNT_UID.col().as(key + "_account"),
        col(RULE).as(key + "_rule"),
        col(TARGET).as(key + "_target"));
  }

  private static Column account(String key) {
    return coalesce(col(key + "_account"), col(key));
  }

  private static Column folding(String key) {
    Column rule = col(key + "_rule");
    return when(
        rule.isNotNull().and(not(rule.isin(ResolveAliases.CERTAIN))),
        struct(
            col(key + "_rule").as("rule"), col(key).as("uid"), col(key + "_target").as("target")));
  }

  private Dataset<Row> frame(String first, String second, List<Row> rows) {
    return spark.createDataFrame(
        new ArrayList<>(rows), new StructType().add(first, StringType).add(second, StringType));
  }
}
