package dev.kolrank.identity;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.identity.match.Comparison;
import dev.kolrank.identity.match.Likeness;
import dev.kolrank.identity.match.Likeness.Found;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF8;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Levels of handle, name, and handle against name. Where several of them agree they mostly tell one
 * thing, the name: only the most telling one counts, the others are left out as not compared.
 */
final class NameLevels {
  static final String LEVELS = "levels";
  static final String EXCESS = "excess";

  private final UserDefinedFunction function;

  NameLevels(SparkSession spark, Dataset<Row> parts) {
    Broadcast<Likeness> known =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(NameKnowledge.of(parts));
    UDF8<
            Seq<String>,
            Seq<String>,
            Seq<String>,
            Seq<String>,
            Seq<String>,
            Seq<String>,
            Long,
            Long,
            Row>
        compare =
            (handles, names, words, otherHandles, otherNames, otherWords, rivals, smaller) ->
                compare(
                    known.value(),
                    new Named(list(handles), list(names), list(words)),
                    new Named(list(otherHandles), list(otherNames), list(otherWords)),
                    rivals.doubleValue(),
                    smaller.doubleValue());
    StructType result =
        new StructType()
            .add(LEVELS, createMapType(StringType, StringType))
            .add(EXCESS, createMapType(StringType, DoubleType));
    function = udf(compare, result).withName("name_levels");
  }

  /** What an account is called, as it is compared. */
  private record Named(List<String> handles, List<String> names, List<String> words) {}

  /**
   * The levels and excess by comparison.
   *
   * @param sides handles, names and words of both accounts, one after the other
   */
  Column of(Column[] sides, Column rivals, Column smaller) {
    return function.apply(
        Stream.concat(Arrays.stream(sides), Stream.of(rivals, smaller)).toArray(Column[]::new));
  }

  private static Row compare(
      Likeness likeness, Named one, Named other, double rivals, double smaller) {
    Map<String, Optional<Found>> found = new HashMap<>();
    if (!one.handles().isEmpty() && !other.handles().isEmpty()) {
      found.put(
          Comparison.HANDLE.name(),
          likeness.between(one.handles(), other.handles(), rivals, smaller));
    }
    if (!one.names().isEmpty() && !other.names().isEmpty()) {
      found.put(
          Comparison.NAME.name(), likeness.between(one.names(), other.names(), rivals, smaller));
    }
    if (!(one.handles().isEmpty() || other.names().isEmpty())
        || !(one.names().isEmpty() || other.handles().isEmpty())) {
      found.put(
          Comparison.HANDLE_NAME.name(),
          Stream.of(
                  likeness.between(one.handles(), other.names(), rivals, smaller),
                  likeness.between(one.names(), other.handles(), rivals, smaller),
                  likeness.shortening(one.handles(), other.words(), rivals, smaller),
                  likeness.shortening(other.handles(), one.words(), rivals, smaller))
              .reduce(NameLevels::stronger)
              .orElseThrow());
    }
    return levels(found);
  }

  private static Row levels(Map<String, Optional<Found>> found) {
    double most = found.values().stream().mapToDouble(NameLevels::excess).max().orElse(0);
    Map<String, String> levels = new HashMap<>();
    Map<String, Double> excess = new HashMap<>();
    boolean told = false;
    for (Comparison comparison :
        List.of(Comparison.HANDLE, Comparison.NAME, Comparison.HANDLE_NAME)) {
      Optional<Found> one = found.get(comparison.name());
      if (one == null) {
        continue;
      }
      String level = one.map(Comparison::levelOf).orElse(Comparison.OTHER);
      if (level.equals(Comparison.OTHER)) {
        levels.put(comparison.name(), level);
        continue;
      }
      excess.put(comparison.name(), excess(one));
      if (!told && excess(one) == most) {
        told = true;
        levels.put(comparison.name(), level);
      }
    }
    return RowFactory.create(levels, excess);
  }

  private static Optional<Found> stronger(Optional<Found> one, Optional<Found> other) {
    if (excess(one) == excess(other) && one.isPresent()) {
      // the firmer way, whichever account comes first
      return one.get().kind().compareTo(other.get().kind()) <= 0 ? one : other;
    }
    return excess(one) > excess(other) ? one : other;
  }

  private static double excess(Optional<Found> found) {
    return found.map(Found::excess).orElse(Double.NEGATIVE_INFINITY);
  }

  private static List<String> list(Seq<String> values) {
    return CollectionConverters.asJava(values);
  }
}
