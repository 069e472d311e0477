package dev.kolrank.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import dev.kolrank.connector.AuthorHash;
import dev.kolrank.connector.Connectors;
import dev.kolrank.connector.Landing;
import dev.kolrank.connector.ReadCrawl;
import dev.kolrank.connector.storage.Retries;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Problems;
import dev.kolrank.core.Table;
import dev.kolrank.engine.Lake;
import dev.kolrank.engine.Night;
import dev.kolrank.engine.Progress;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Encoders;

/** A crawl folder that grows and changes, and nights that bring bronze and silver up to it. */
final class IntakeCase {
  static final LocalDate NIGHT = LocalDate.parse("2026-06-28");
  private static final String KEY = "a key for invented people";
  private static final Set<String> LAYERS = Set.of("landing", "bronze", "silver");
  private static final Connectors CONNECTORS = connectors(Optional.empty());

  private static final Retries NONE = new Retries(0, 0);

  private final Connectors connectors;
  private final Path crawl;
  private final Lake lake;
  private final String place;
  private final Configuration hadoop;
  private final Set<String> layers;
  private long clock = 1_780_000_000_000L;

  IntakeCase(Path crawl, Lake lake) {
    this(CONNECTORS, crawl, lake, crawl.toString(), new Configuration(), LAYERS);
  }

  /**
   * A crawl folder that is read through another file system.
   *
   * @param connectors what reads it
   * @param place what the file system calls the folder
   * @param layers whose tables are brought up to it
   */
  IntakeCase(
      Connectors connectors,
      Path crawl,
      Lake lake,
      String place,
      Configuration hadoop,
      Set<String> layers) {
    this.connectors = connectors;
    this.crawl = crawl;
    this.lake = lake;
    this.place = place;
    this.hadoop = hadoop;
    this.layers = layers;
  }

  /** Those of a folder, or the shipped ones. */
  static Connectors connectors(Optional<Path> folder) {
    var problems = new Problems();
    Connectors found = Connectors.load(folder, Map.of(), problems);
    problems.stopIfAny();
    return found;
  }

  Lake lake() {
    return lake;
  }

  /** Delivers a file, later than any before it. */
  IntakeCase deliver(String path, byte[] bytes) {
    try {
      Path file = crawl.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      clock += 60_000;
      Files.setLastModifiedTime(file, FileTime.fromMillis(clock));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  IntakeCase remove(String path) {
    try {
      Files.delete(crawl.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Runner.Outcome night() {
    return night(NIGHT);
  }

  /** Runs the steps up to silver. */
  Runner.Outcome night(LocalDate asOf) {
    return night(asOf, this::upToLayers);
  }

  /** Runs what the step of one table needs. */
  Runner.Outcome night(LocalDate asOf, Table only) {
    return night(asOf, plan -> plan.only(only.name()));
  }

  private Plan upToLayers(Plan plan) {
    return new Plan(
        plan.steps().stream().filter(s -> layers.contains(s.output().layer())).toList());
  }

  private Runner.Outcome night(LocalDate asOf, UnaryOperator<Plan> part) {
    var landing = Landing.list(place, connectors, hadoop, NONE);
    var intake = new Intake(lake, landing, connectors, asOf, NONE);
    Optional<ReadCrawl> read = intake.crawl(files -> AuthorHash.under(KEY));
    long settled = intake.settledBatch();
    long batch = read.map(ReadCrawl::batch).orElse(settled);
    String files = read.map(ReadCrawl::digest).orElseGet(() -> intake.digest(settled));
    Plan plan = part.apply(NightlyPlan.of(Settings.defaults(), read));
    return new Runner(lake, Progress.SILENT, 1)
        .run(plan, new Night("run", asOf, batch, settled, files, "code"));
  }

  /** Every row of every silver table, all columns, in order. */
  Map<String, List<String>> silver() {
    return contents("silver");
  }

  Map<String, List<String>> contents(String layer) {
    var contents = new TreeMap<String, List<String>>();
    for (Table table : Tables.STORED) {
      if (table.layer().equals(layer)) {
        contents.put(
            table.name(),
            lake
                .read(table)
                .select(to_json(struct(col("*"))))
                .as(Encoders.STRING())
                .collectAsList()
                .stream()
                .sorted()
                .toList());
      }
    }
    return contents;
  }

  /** Rows of one table as texts, in order. */
  List<String> show(Table table, String... expressions) {
    return lake
        .read(table)
        .selectExpr("concat_ws(' | ', " + String.join(", ", expressions) + ")")
        .as(Encoders.STRING())
        .collectAsList()
        .stream()
        .sorted()
        .toList();
  }
}
