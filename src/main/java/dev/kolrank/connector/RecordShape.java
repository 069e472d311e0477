package dev.kolrank.connector;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigUtil;
import dev.kolrank.connector.Connector.Rule;
import dev.kolrank.connector.read.CellKind;
import dev.kolrank.core.Field;
import dev.kolrank.core.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/** The fields that a connector's rules read, found in their expressions: text unless declared. */
final class RecordShape {
  /** What every record knows of its file. */
  private static final Set<String> OF_THE_FILE = Set.of(ReadCrawl.FILE_NAME, ReadCrawl.FOLDER_NAME);

  private final Map<String, Object> tree = new TreeMap<>();

  private RecordShape() {}

  /**
   * The record's shape.
   *
   * @param conditions further SQL conditions on the record
   * @param types path of a field to SQL type, for fields that are not plain text or objects of it
   */
  static StructType of(
      List<Rule> rules,
      Collection<String> conditions,
      Map<List<String>, String> types,
      String connector,
      Problems problems) {
    var shape = new RecordShape();
    types.forEach((field, type) -> shape.declare(field, type, connector, problems));
    for (int i = 0; i < rules.size(); i++) {
      var expressions = new LinkedHashMap<>(rules.get(i).set());
      if (!rules.get(i).where().isEmpty()) {
        expressions.put("where", rules.get(i).where());
      }
      String at = "connector %s, rules[%d].".formatted(connector, i);
      expressions.forEach((column, sql) -> shape.read(at + column, sql, problems));
    }
    String rejects = "connector %s, rejects".formatted(connector);
    conditions.forEach(sql -> shape.read(rejects, sql, problems));
    return toStruct(shape.tree);
  }

  /**
   * What the cells of a table's columns hold, by their name in lower case: of those that rules read
   * as a time, a count or a flag, and as nothing else.
   */
  static Map<String, CellKind> kinds(List<Rule> rules) {
    var kinds = new TreeMap<String, Optional<CellKind>>();
    for (Rule rule : rules) {
      rule.set()
          .forEach(
              (column, sql) -> {
                var kind = Canonical.field(rule.kind(), column).flatMap(RecordShape::kind);
                for (String field : columnsOf(sql)) {
                  kinds.merge(field, kind, (a, b) -> a.equals(b) ? a : Optional.empty());
                }
              });
    }
    var found = new TreeMap<String, CellKind>();
    kinds.forEach((field, kind) -> kind.ifPresent(k -> found.put(field, k)));
    return found;
  }

  private static Optional<CellKind> kind(Field field) {
    return switch (Canonical.reading(field)) {
      case TIME -> Optional.of(CellKind.TIME);
      case COUNT -> Optional.of(CellKind.COUNT);
      case FLAG -> Optional.of(CellKind.FLAG);
      default -> Optional.empty();
    };
  }

  /** The plain fields that an expression names; none where it is no expression. */
  private static List<String> columnsOf(String sql) {
    try {
      return fieldsOf(new CatalystSqlParser().parseExpression(sql)).stream()
          .filter(path -> path.size() == 1)
          .map(path -> path.get(0).toLowerCase(Locale.ROOT))
          .toList();
    } catch (Exception e) { // a ParseException, which is told where the shape is read
      return List.of();
    }
  }

  /** The types that a mapping file declares, by the path of their field. */
  static Map<List<String>, String> types(Config config) {
    var out = new LinkedHashMap<List<String>, String>();
    if (config.hasPath("types")) {
      config.getConfig("types").entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              e -> out.put(ConfigUtil.splitPath(e.getKey()), e.getValue().unwrapped().toString()));
    }
    return out;
  }

  /** The fields that an expression reads, with points between their names, in order. */
  static List<String> namesIn(String sql) {
    try {
      return fieldsOf(new CatalystSqlParser().parseExpression(sql)).stream()
          .map(path -> String.join(".", path))
          .distinct()
          .toList();
    } catch (Exception e) { // a ParseException, which Scala does not declare
      return List.of();
    }
  }

  private void declare(List<String> path, String type, String connector, Problems problems) {
    try {
      put(path, DataType.fromDDL(type));
    } catch (Exception e) { // a ParseException, which Scala does not declare
      problems.add(
          "connector " + connector + ", types." + String.join(".", path),
          type + " is no SQL type",
          "as in ARRAY<STRING>");
    }
  }

  private void read(String where, String sql, Problems problems) {
    try {
      for (List<String> path : fieldsOf(new CatalystSqlParser().parseExpression(sql))) {
        if (!OF_THE_FILE.contains(path.get(0))) {
          put(path, DataTypes.StringType);
        }
      }
    } catch (Exception e) { // a ParseException, which Scala does not declare
      problems.add(
          where, "'" + sql + "' is no SQL expression", "a name with spaces stands in backticks");
    }
  }

  /** Whether {@code sql} reads fields of the record, and nothing of its file. */
  static boolean isOfTheRecord(String sql) {
    try {
      var roots =
          fieldsOf(new CatalystSqlParser().parseExpression(sql)).stream().map(p -> p.get(0));
      var names = roots.collect(Collectors.toSet());
      return !names.isEmpty() && Collections.disjoint(names, OF_THE_FILE);
    } catch (Exception e) { // a ParseException, which Scala does not declare
      return false;
    }
  }

  /** A lambda's own variables are no attributes to the parser, so they do not show up here. */
  private static List<List<String>> fieldsOf(Expression expression) {
    var paths = new ArrayList<List<String>>();
    if (expression instanceof UnresolvedAttribute attribute) {
      paths.add(CollectionConverters.asJava(attribute.nameParts()));
    }
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      paths.addAll(fieldsOf(child));
    }
    return paths;
  }

  /** Adds a path; a field that is declared keeps its type, whatever lies below it. */
  @SuppressWarnings("unchecked")
  private void put(List<String> path, DataType type) {
    Map<String, Object> level = tree;
    for (int i = 0; i < path.size(); i++) {
      Object present = level.get(path.get(i));
      if (present instanceof DataType && !DataTypes.StringType.equals(present)) {
        return;
      }
      if (i == path.size() - 1) {
        level.putIfAbsent(path.get(i), type);
      } else {
        if (!(present instanceof Map)) {
          level.put(path.get(i), new TreeMap<String, Object>());
        }
        level = (Map<String, Object>) level.get(path.get(i));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static StructType toStruct(Map<String, Object> level) {
    return new StructType(
        level.entrySet().stream()
            .map(
                e ->
                    DataTypes.createStructField(
                        e.getKey(),
                        e.getValue() instanceof DataType type
                            ? type
                            : toStruct((Map<String, Object>) e.getValue()),
                        true))
            .toArray(StructField[]::new));
  }
}
