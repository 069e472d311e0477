package dev.kolrank.connector;

import dev.kolrank.SparkFixture;
import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Table;
import dev.kolrank.table.landing.Observation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Files of one source and one day, and what the reading of them gives. */
final class CrawlCase {
  static final String DAY = "2026-01-31";
  static final String KEY = "0123456789abcdef";

  private static final Connectors SHIPPED = ConnectorsTest.shipped();

  private final Path root;
  private final String source;
  private final List<CrawlFile> files = new ArrayList<>();

  CrawlCase(Path root, String source) {
    this.root = root;
    this.source = source;
  }

  CrawlCase file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  CrawlCase file(String name, byte[] bytes) {
    try {
      String path = source + "/" + DAY + "/" + name;
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      files.add(
          new CrawlFile(
              "file:" + file.toAbsolutePath(),
              path,
              source,
              LocalDate.parse(DAY),
              bytes.length,
              0));
      return this;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Every row, through the connector of that name among those shipped. */
  Dataset<Row> read() {
    return read(SHIPPED.forFolder(source).orElseThrow());
  }

  Dataset<Row> read(Connector connector) {
    var step = new ReadCrawl(1, Map.of(connector, List.copyOf(files)), AuthorHash.under(KEY));
    return step.rows(new OnlySession(SparkFixture.spark()));
  }

  /**
   * Rows of one kind as texts.
   *
   * @param expressions SQL over the kind's own columns
   */
  static List<String> show(Dataset<Row> rows, String kind, String... expressions) {
    return rows
        .where(functions.col("kind").equalTo(kind))
        .orderBy("source_file", "ordinal")
        .select(kind + ".*", "source_line", "source_file", "ordinal")
        .selectExpr("concat_ws(' | ', " + nulls(expressions) + ")")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }

  private static String nulls(String... expressions) {
    return java.util.Arrays.stream(expressions)
        .map(e -> "coalesce(cast(" + e + " as string), '-')")
        .collect(java.util.stream.Collectors.joining(", "));
  }

  /** Inputs of a step that reads these observations; no source of them is withheld. */
  static Inputs over(Dataset<Row> rows) {
    return new OnlySession(rows.sparkSession()) {
      @Override
      public Dataset<Row> get(Table table) {
        return table.equals(Observation.TABLE)
            ? rows
            : spark().createDataFrame(List.of(), table.schema());
      }
    };
  }

  /** Inputs of a step that reads no table. */
  static class OnlySession implements Inputs {
    private final SparkSession spark;

    OnlySession(SparkSession spark) {
      this.spark = spark;
    }

    @Override
    public SparkSession spark() {
      return spark;
    }

    @Override
    public Dataset<Row> get(Table table) {
      throw new IllegalArgumentException(table.name());
    }

    @Override
    public Dataset<Row> history(Table table) {
      return get(table);
    }

    @Override
    public Dataset<Row> fresh(Table table) {
      return get(table);
    }

    @Override
    public Dataset<Row> previous(Table table) {
      return get(table);
    }

    @Override
    public LocalDate asOf() {
      return LocalDate.parse(DAY);
    }
  }
}
