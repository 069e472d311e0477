package dev.kolrank;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.substring_index;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampType;

/**
 * A step under test: given rows, when the step runs, then these rows. Rows are text ({@link
 * TextTable}). Given columns that are not written become null, or where required: the night for
 * dates, platform and id out of the uid, else something harmless (0, false, empty). Only the
 * expected header's columns are compared, in any order of rows, fractions to six digits; every row
 * must keep its table's contract.
 */
public final class StepCase {
  private final Map<String, Table> tables = new HashMap<>();
  private final Map<String, String> given = new HashMap<>();
  private final Map<String, String> before = new HashMap<>();
  private LocalDate asOf = LocalDate.of(2026, 6, 28);
  private int partitions;
  private Step step;

  private StepCase() {}

  /** A case with the rows of one input. */
  public static StepCase given(Table table, String text) {
    return nothing().and(table, text);
  }

  /** A case without any rows yet. */
  public static StepCase nothing() {
    return new StepCase();
  }

  /**
   * The rows of one more input; of a batched table those that the step has not worked through; of a
   * nightly table tonight's, unless its slice column says.
   */
  public StepCase and(Table table, String text) {
    tables.put(table.name(), table);
    given.put(table.name(), text);
    return this;
  }

  /** What {@code previous(table)} gives; a slice column left out is the night before. */
  public StepCase givenPrevious(Table table, String text) {
    tables.put(table.name(), table);
    before.put(table.name(), text);
    return this;
  }

  /** The night, by default 2026-06-28. */
  public StepCase asOf(String night) {
    asOf = LocalDate.parse(night);
    return this;
  }

  /** Spreads the given rows over so many partitions, for results that must not depend on it. */
  public StepCase spreadOver(int count) {
    partitions = count;
    return this;
  }

  /** The step to run. */
  public StepCase when(Step tested) {
    step = tested;
    for (String table : given.keySet()) {
      if (!step.inputs().contains(tables.get(table))) {
        throw new IllegalArgumentException(step.name() + " does not declare the input " + table);
      }
    }
    return this;
  }

  /** Asserts the rows that the step gives. */
  public void then(String text) {
    var expected = TextTable.parse(step.output(), text);
    List<String> names = expected.columns().stream().map(Field::name).toList();
    assertEquals(
        Rendering.of(names, expected.frame(SparkFixture.spark()).collectAsList()),
        Rendering.of(names, rows()));
  }

  /** Asserts the keys that the step takes away. */
  public StepCase thenGone(String text) {
    var expected = TextTable.parse(step.output(), text);
    List<String> names = expected.columns().stream().map(Field::name).toList();
    List<Row> gone = conformed().where(step.gone().orElseThrow()).collectAsList();
    assertEquals(
        Rendering.of(names, expected.frame(SparkFixture.spark()).collectAsList()),
        Rendering.of(names, gone));
    return this;
  }

  private Dataset<Row> conformed() {
    return step.rows(new CaseInputs(this, step)).select(step.output().conform());
  }

  /** The step's rows, conformed and checked against the contract, without keys taken away. */
  public List<Row> rows() {
    Table table = step.output();
    Dataset<Row> conformed = conformed().where(functions.not(step.gone().orElse(lit(false))));
    Column[] broken =
        table.allChecks().stream()
            .filter(Check::isRequired)
            .map(check -> functions.when(check.violation(), lit(check.rule())))
            .toArray(Column[]::new);
    List<Row> rows = conformed.withColumn("broken", concat_ws("; ", broken)).collectAsList();
    var keys = new HashSet<List<Object>>();
    for (Row row : rows) {
      assertEquals("", row.<String>getAs("broken"), () -> "the contract at " + row);
      List<Object> key = table.key().stream().<Object>map(f -> row.getAs(f.name())).toList();
      assertEquals(true, key.isEmpty() || keys.add(key), () -> "the key is not unique at " + row);
    }
    return rows;
  }

  /** Rows of a table as a case completes them, for what reads a lake and is no step. */
  public static Dataset<Row> rowsOf(Table table, String text) {
    return given(table, text).frame(table);
  }

  LocalDate night() {
    return asOf;
  }

  /** The rows given under {@code table}, completed. */
  Dataset<Row> frame(Table table) {
    return complete(table, given.get(table.name()), asOf);
  }

  /** The rows given as earlier ones of {@code table}, completed. */
  Dataset<Row> earlier(Table table) {
    return complete(table, before.get(table.name()), asOf.minusDays(1));
  }

  private Dataset<Row> complete(Table table, String text, LocalDate night) {
    String header = String.join(" | ", Table.names(table.fields()));
    var parsed = TextTable.parse(table, text == null ? header : text);
    Dataset<Row> rows = parsed.frame(SparkFixture.spark());
    Column[] columns =
        table.fields().stream()
            .map(f -> (parsed.columns().contains(f) ? f.col() : missing(f, parsed, night)))
            .toArray(Column[]::new);
    Dataset<Row> complete = rows.select(columns).select(table.conform());
    return partitions > 0 ? complete.repartition(partitions) : complete;
  }

  private static Column missing(Field field, TextTable parsed, LocalDate night) {
    Column value = field.nullable() ? lit(null) : filler(field, parsed, night);
    return value.cast(field.type()).as(field.name());
  }

  private static Column filler(Field field, TextTable parsed, LocalDate night) {
    for (Field uid : parsed.columns()) {
      boolean own = uid.name().equals(field.name().replaceFirst("_id$", "_uid"));
      if (uid.name().endsWith("_uid") && (own || field.name().equals("platform"))) {
        Column platform = substring_index(uid.col(), ":", 1);
        return own ? uid.col().substr(length(platform).plus(2), lit(9_999)) : platform;
      }
    }
    return harmless(field.type(), night);
  }

  private static Column harmless(DataType type, LocalDate night) {
    if (type instanceof DateType || type instanceof TimestampType) {
      return lit(night.toString());
    }
    if (type instanceof StringType) {
      return lit("");
    }
    if (type instanceof BooleanType) {
      return lit(false);
    }
    if (type instanceof BinaryType) {
      return lit(TextTable.sketch(List.of()));
    }
    if (type instanceof ArrayType) {
      return array();
    }
    return type instanceof MapType ? map() : lit(0);
  }
}
