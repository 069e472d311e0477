package dev.kolrank.feature.graph;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.SparkFixture;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Graphs as words: {@code "a>b"} or {@code "a>b*3"} is an edge, {@code "a:food"} a pair. */
final class Edges {

  private Edges() {}

  static Dataset<Row> of(String... edges) {
    return of(Arrays.asList(edges));
  }

  static Dataset<Row> of(List<String> edges) {
    List<Row> rows =
        edges.stream()
            .map(e -> e.split("[>*]"))
            .map(e -> RowFactory.create(e[0], e[1], e.length > 2 ? Long.parseLong(e[2]) : 1L))
            .toList();
    var schema =
        new StructType()
            .add(BlockGraph.FROM, StringType)
            .add(BlockGraph.TO, StringType)
            .add(BlockGraph.WEIGHT, LongType);
    return SparkFixture.spark().createDataFrame(rows, schema);
  }

  static Dataset<Row> pairs(String second, List<String> pairs) {
    List<Row> rows =
        pairs.stream()
            .map(p -> p.split(":"))
            .map(p -> RowFactory.create(p[0], p.length > 1 ? p[1] : null))
            .toList();
    var schema = new StructType().add("account_uid", StringType).add(second, StringType);
    return SparkFixture.spark().createDataFrame(rows, schema);
  }
}
