package dev.kolrank.connector;

import static org.apache.spark.sql.functions.expr;

import dev.kolrank.connector.Canonical.Reading;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.core.Field;
import dev.kolrank.core.Problems;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.CurrentDate;
import org.apache.spark.sql.catalyst.expressions.CurrentTimestampLike;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Analyses every expression of a mapping against the shape of its records, so that a misspelt
 * function or a wrong type is told before the night and not by its failure.
 */
final class ExpressionCheck {
  private static final String FUNCTIONS =
      "the functions are Spark SQL's and those of conf/connectors/README.md";

  private final Connector connector;
  private final Problems problems;
  private final Dataset<Row> record;

  private ExpressionCheck(SparkSession spark, Connector connector, Problems problems) {
    this.connector = connector;
    this.problems = problems;
    StructType shape =
        connector
            .shape()
            .add(ReadCrawl.FILE_NAME, DataTypes.StringType)
            .add(ReadCrawl.FOLDER_NAME, DataTypes.StringType);
    this.record = spark.createDataFrame(List.of(), shape);
  }

  /** Notes every expression that the night could not compute. */
  static void check(SparkSession spark, Connector connector, Problems problems) {
    var check = new ExpressionCheck(spark, connector, problems);
    connector.rejects().forEach((reason, sql) -> check.condition("rejects." + reason, sql));
    for (int i = 0; i < connector.rules().size(); i++) {
      Rule rule = connector.rules().get(i);
      String key = "rules[%d].".formatted(i);
      if (!rule.where().isEmpty()) {
        check.condition(key + "where", rule.where());
      }
      new TreeMap<>(rule.set())
          .forEach(
              (column, sql) ->
                  check.value(
                      key + "set." + column,
                      sql,
                      Canonical.field(rule.kind(), column).orElseThrow()));
    }
  }

  private void condition(String key, String sql) {
    DataType type = analysed(key, sql).orElse(DataTypes.BooleanType);
    if (!(type instanceof BooleanType || type instanceof NullType)) {
      add(key, sql, "it gives " + type.sql(), "a condition gives BOOLEAN, as in kind = 'video'");
    }
  }

  private void value(String key, String sql, Field field) {
    analysed(key, sql)
        .flatMap(type -> remedy(Canonical.reading(field), type).map(r -> Map.entry(type, r)))
        .ifPresent(e -> add(key, sql, "it gives " + e.getKey().sql(), e.getValue()));
  }

  /** What to write instead, where a type cannot be read this way. */
  private static Optional<String> remedy(Reading reading, DataType type) {
    if (type instanceof NullType) {
      return Optional.empty();
    }
    if (reading == Reading.LIST) {
      boolean fits = type instanceof ArrayType array && isPlain(array.elementType());
      return fits
          ? Optional.empty()
          : Optional.of("a list is an array of texts, as in split(t, ',')");
    }
    if (reading == Reading.ID
        && (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType))) {
      return Optional.of("an id loses digits as a fraction: read it as text");
    }
    return isPlain(type)
        ? Optional.empty()
        : Optional.of("a column takes a text or a number, as in concat_ws(', ', t) or t.name");
  }

  private static boolean isPlain(DataType type) {
    return type instanceof StringType
        || type instanceof NumericType
        || type instanceof BooleanType
        || type instanceof DateType
        || type instanceof TimestampType
        || type instanceof NullType;
  }

  /** The type that an expression gives over a record; empty when it gives none. */
  private Optional<DataType> analysed(String key, String sql) {
    try {
      Column column = expr(sql).as("value");
      Dataset<Row> value = record.select(column);
      Optional<String> fault = fault(value.queryExecution().analyzed());
      fault.ifPresent(f -> add(key, sql, f, "write it over the fields of one record"));
      return fault.isPresent() ? Optional.empty() : Optional.of(value.schema().apply(0).dataType());
    } catch (Exception e) { // an AnalysisException, which Scala does not declare
      add(key, sql, told(e), FUNCTIONS);
      return Optional.empty();
    }
  }

  /** What keeps a plan from being one value per record, the same at every reading. */
  private static Optional<String> fault(LogicalPlan plan) {
    if (!(plan instanceof Project project && project.child() instanceof LeafNode)) {
      return Optional.of("it does not give one value per record");
    }
    for (Expression expression : CollectionConverters.asJava(project.expressions())) {
      if (!expression.deterministic() || asksTheClock(expression)) {
        return Optional.of("it gives another value each time");
      }
      if (SubqueryExpression.hasSubquery(expression)) {
        return Optional.of("it queries other rows");
      }
    }
    return Optional.empty();
  }

  private static boolean asksTheClock(Expression expression) {
    return expression instanceof CurrentTimestampLike
        || expression instanceof CurrentDate
        || CollectionConverters.asJava(expression.children()).stream()
            .anyMatch(ExpressionCheck::asksTheClock);
  }

  /** Spark's words, without the name of the error's class and its state. */
  private static String told(Exception e) {
    if (e instanceof SparkThrowable known && "UNRESOLVED_ROUTINE".equals(known.getCondition())) {
      return "there is no function " + known.getMessageParameters().get("routineName");
    }
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return line.replaceFirst("^\\[[A-Z0-9_.]+] ", "").replaceFirst("\\.? SQLSTATE.*$", "");
  }

  private void add(String key, String sql, String fault, String remedy) {
    String shown = sql.strip().replaceAll("\\s+", " ");
    problems.add(
        "connector %s, %s".formatted(connector.name(), key),
        "'%s': %s".formatted(shown, fault),
        remedy);
  }
}
