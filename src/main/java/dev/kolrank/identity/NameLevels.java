package dev.kolrank.identity;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createMapType;

import dev.kolrank.identity.match.Comparison;
import dev.kolrank.identity.match.Likeness;
import dev.kolrank.identity.match.Likeness.Found;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF6;
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
    UDF6<Seq<String>, Seq<String>, Seq<String>, Seq<String>, Long, Long, Row> compare =
        (handles, names, otherHandles, otherNames, rivals, smaller) ->
            compare(
                known.value(),
                list(handles),
                list(names),
                list(otherHandles),
                list(otherNames),
                rivals.doubleValue(),
                smaller.doubleValue());
    StructType result =
        new StructType()
            .add(LEVELS, createMapType(StringType, StringType))
            .add(EXCESS, createMapType(StringType, DoubleType));
    function = udf(compare, result).withName("name_levels");
  }

  Column of(
      Column handles,
      Column names,
      Column otherHandles,
      Column otherNames,
      Column rivals,
      Column smaller) {
    return function.apply(handles, names, otherHandles, otherNames, rivals, smaller);
  }

  private static Row compare(
      Likeness likeness,
      List<String> handles,
      List<String> names,
      List<String> otherHandles,
      List<String> otherNames,
      double rivals,
      double smaller) {
    Map<String, Optional<Found>> found = new HashMap<>();
    if (!handles.isEmpty() && !otherHandles.isEmpty()) {
      found.put(Comparison.HANDLE.name(), likeness.between(handles, otherHandles, rivals, smaller));
    }
    if (!names.isEmpty() && !otherNames.isEmpty()) {
      found.put(Comparison.NAME.name(), likeness.between(names, otherNames, rivals, smaller));
    }
    if (!(handles.isEmpty() || otherNames.isEmpty())
        || !(names.isEmpty() || otherHandles.isEmpty())) {
      Optional<Found> there = likeness.between(handles, otherNames, rivals, smaller);
      Optional<Found> back = likeness.between(names, otherHandles, rivals, smaller);
      found.put(Comparison.HANDLE_NAME.name(), stronger(there, back));
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
      } else if (!told && excess(one) == most) {
        told = true;
        levels.put(comparison.name(), level);
        excess.put(comparison.name(), most);
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
