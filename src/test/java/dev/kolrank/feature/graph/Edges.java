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

/**
 * Graphs as words: {@code "a>b"} or {@code "a>b*3"} is an edge, {@code "a:person:niche"} an
 * account.
 */
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

  static Dataset<Row> kin(List<String> accounts) {
    List<Row> rows =
        accounts.stream()
            .map(a -> a.split(":"))
            .map(a -> RowFactory.create(a[0], a[1], a.length > 2 ? a[2] : null))
            .toList();
    var schema =
        new StructType()
            .add("account_uid", StringType)
            .add(BlockGraph.PERSON, StringType)
            .add(BlockGraph.NICHE, StringType);
    return SparkFixture.spark().createDataFrame(rows, schema);
  }
}
