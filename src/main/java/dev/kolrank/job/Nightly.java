package dev.kolrank.job;

import dev.kolrank.connector.AuthorHash;
import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connectors;
import dev.kolrank.connector.Landing;
import dev.kolrank.connector.ReadCrawl;
import dev.kolrank.connector.read.CrawlFile;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Problems;
import dev.kolrank.core.Step;
import dev.kolrank.core.StorageError;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Night;
import dev.kolrank.engine.Progress;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.bronze.SourceFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** A night: takes in what the crawlers left, and brings every table up to the end of a day. */
public final class Nightly {
  /** Hashes commenters of the sample that comes with kolrank, whose people are invented. */
  static final String DEMO_KEY = "kolrank-demo-key-for-the-shipped-sample";

  /** What the user asks for. */
  public record Request(
      Settings settings,
      String crawl,
      boolean sample,
      String lake,
      Optional<LocalDate> asOf,
      Optional<String> only) {}

  private static final String HADOOP = "spark.hadoop.";

  /** Stands for the reading of new files where a plan is only looked at. */
  private static final ReadCrawl ANY_FILES = new ReadCrawl(1, Map.of(), AuthorHash.unused());

  private final Request request;
  private final Connectors connectors;
  private final Landing landing;
  private final LocalDate asOf;

  private Nightly(Request request, Connectors connectors, Landing landing, LocalDate asOf) {
    this.request = request;
    this.connectors = connectors;
    this.landing = landing;
    this.asOf = asOf;
  }

  /**
   * Checks all that can be checked without Spark.
   *
   * @throws UserError saying what to mend
   */
  public static Nightly prepare(Request request) {
    var problems = new Problems();
    Path added = request.settings().place("crawl.connectors");
    Connectors connectors =
        Connectors.load(Optional.of(added), request.settings().texts("crawl.sources"), problems);
    problems.stopIfAny();
    try {
      Plan plan = NightlyPlan.of(request.settings(), Optional.of(ANY_FILES));
      request.only().ifPresent(plan::only);
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage(), e);
    }
    if (request.settings().whole("run.parallelism") < 1) {
      throw new UserError(
          "run.parallelism must be at least 1, got " + request.settings().whole("run.parallelism"));
    }
    for (String source : request.settings().names("drift.accept")) {
      if (connectors.forFolder(source).isEmpty()) {
        throw new UserError("drift.accept names no source folder: " + source);
      }
    }
    Landing landing =
        Landing.list(
            request.crawl(),
            connectors,
            hadoop(request.settings()),
            NightlyPlan.retries(request.settings()));
    if (landing.files().isEmpty()) {
      new SourceFailures(landing.failed()).stopIfAll(Set.of());
    }
    LocalDate asOf = request.asOf().orElseGet(landing::newestDay);
    refuseFuture(asOf, request);
    boolean isLater = landing.files().stream().allMatch(f -> f.date().isAfter(asOf));
    if (isLater && landing.failed().isEmpty()) {
      throw new UserError(
          "--as-of %s is before the first crawl day in %s".formatted(asOf, request.crawl()));
    }
    return new Nightly(request, connectors, landing, asOf);
  }

  /** A night that ran would keep all before it from running. */
  private static void refuseFuture(LocalDate asOf, Request request) {
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    if (asOf.isAfter(tomorrow)) {
      String told =
          request.asOf().isPresent()
              ? "--as-of %s lies in the future: give a day up to %s"
              : "the newest crawl day, %s, lies in the future: mend the folder's name, or give"
                  + " --as-of a day up to %s";
      throw new UserError(told.formatted(asOf, tomorrow));
    }
  }

  /**
   * The settings of Hadoop alone, for listing before Spark is up; what spark-submit sets, as a
   * property of the JVM, wins.
   */
  private static Configuration hadoop(Settings settings) {
    var properties = new TreeMap<>(settings.texts("spark"));
    System.getProperties()
        .stringPropertyNames()
        .forEach(key -> properties.put(key, System.getProperty(key)));
    var configuration = new Configuration();
    properties.forEach(
        (key, value) -> {
          if (key.startsWith(HADOOP)) {
            configuration.set(key.substring(HADOOP.length()), value);
          }
        });
    return configuration;
  }

  /** A sentence for each source that could not be listed; reading may fail further ones. */
  public List<String> failures() {
    return new SourceFailures(landing.failed()).sentences();
  }

  /** What in the crawl folder is not read, and why. */
  public List<String> notes() {
    return landing.notes();
  }

  public LocalDate asOf() {
    return asOf;
  }

  /** Size of every file up to the night, whether taken in before or not. */
  public long bytes() {
    return landing.files().stream()
        .filter(f -> !f.date().isAfter(asOf))
        .mapToLong(CrawlFile::size)
        .sum();
  }

  /** Whether the operator's own mapping files ask for {@link #verify}. */
  public boolean hasOwnMappings() {
    return !connectors.added().isEmpty();
  }

  /**
   * Checks what only Spark can: the expressions of the operator's own mapping files.
   *
   * @throws UserError saying what to mend
   */
  public void verify(SparkSession spark) {
    connectors.verify(spark);
  }

  /** The steps, as they would run. */
  public List<String> steps() {
    Plan plan = NightlyPlan.of(request.settings(), Optional.of(ANY_FILES));
    return only(plan).steps().stream().map(Step::name).toList();
  }

  /**
   * Runs the night.
   *
   * @throws StorageError when every source failed; nothing is then published
   */
  public Summary run(SparkSession spark, Progress progress) {
    verify(spark);
    Instant started = Instant.now();
    var lake = DeltaLake.at(spark, request.lake());
    if (request.asOf().isEmpty() && !landing.failed().isEmpty()) {
      // the newest day may lie in a source that could not be listed: the lake has seen it before
      LocalDate newest = RunRecord.newestNight(lake).orElse(asOf);
      if (newest.isAfter(asOf)) {
        return new Nightly(request, connectors, landing, newest).run(spark, progress);
      }
    }
    var record = new RunRecord(lake, request.crawl(), asOf, started);
    record.refuseEarlierNight();
    try {
      Intake intake = intake(lake);
      Optional<ReadCrawl> crawl = intake.crawl(this::authors);
      long settled = intake.settledBatch();
      long batch = crawl.map(ReadCrawl::batch).orElse(settled);
      String files = crawl.map(ReadCrawl::digest).orElseGet(() -> intake.digest(settled));
      var night = new Night(record.runId(), asOf, batch, settled, files, CodeVersion.current());
      record.begun();
      return run(crawl, night, lake, record, progress);
    } catch (RuntimeException e) {
      record.failed(e);
      throw e;
    }
  }

  /** Takes in, then computes what follows from what was taken in. */
  private Summary run(
      Optional<ReadCrawl> crawl, Night night, DeltaLake lake, RunRecord record, Progress progress) {
    Plan plan = tonight(NightlyPlan.of(request.settings(), crawl));
    Plan ingest = NightlyPlan.ingest(plan);
    Plan rest = NightlyPlan.rest(plan);
    int parallelism = request.settings().whole("run.parallelism");
    Progress first = progress.part(0, ingest.stored() + rest.stored());
    Progress second = progress.part(ingest.stored(), ingest.stored() + rest.stored());
    var taken = new Runner(lake, first, parallelism).run(ingest, night);
    boolean read = crawl.isPresent() && writes(ingest, SourceFailure.TABLE);
    var failures = read ? SourceFailures.of(lake, night.batch()) : SourceFailures.NONE;
    failures.stopIfAll(landing.sources(asOf));
    if (!failures.failed().isEmpty()) {
      rest =
          NightlyPlan.rest(tonight(NightlyPlan.of(request.settings(), crawl, failures.sources())));
    }
    Night after = afterIngest(ingest, night, lake);
    var outcome = taken.and(new Runner(lake, second, parallelism).run(rest, after));
    long batch = crawl.isPresent() ? night.batch() : 0;
    return record.done(outcome, batch, request.only().isEmpty(), failures);
  }

  private static boolean writes(Plan plan, Table table) {
    return plan.steps().stream().anyMatch(s -> s.output().equals(table));
  }

  /** What was withheld is no part of the ledger, so it does not make the later steps run anew. */
  private Night afterIngest(Plan plan, Night night, DeltaLake lake) {
    if (!writes(plan, IngestedFile.TABLE)) {
      return night;
    }
    Intake intake = intake(lake);
    boolean tookRowsAway =
        !lake.read(Replacement.TABLE).where(Columns.BATCH.col().equalTo(night.batch())).isEmpty();
    long batch = tookRowsAway ? night.batch() : intake.settledBatch();
    return new Night(
        night.runId(),
        night.asOf(),
        batch,
        night.settledBatch(),
        intake.digest(batch),
        night.code());
  }

  /** Runs the steps of these layers alone, for a benchmark; nothing is published. */
  Summary run(SparkSession spark, Progress progress, Set<String> layers) {
    var lake = DeltaLake.at(spark, request.lake());
    var record = new RunRecord(lake, request.crawl(), asOf, Instant.now());
    ReadCrawl crawl =
        intake(lake)
            .crawl(this::authors)
            .orElseThrow(() -> new UserError("the crawl holds nothing new"));
    var steps =
        NightlyPlan.of(request.settings(), Optional.of(crawl)).steps().stream()
            .filter(s -> layers.contains(s.output().layer()))
            .toList();
    var night =
        new Night(record.runId(), asOf, crawl.batch(), 0, crawl.digest(), CodeVersion.current());
    var runner = new Runner(lake, progress, request.settings().whole("run.parallelism"));
    var outcome = runner.run(new Plan(steps), night);
    return record.done(outcome, crawl.batch(), false, SourceFailures.of(lake, crawl.batch()));
  }

  /** A step of the ingest has nothing to do in a night without new files. */
  private Plan tonight(Plan plan) {
    boolean idle =
        request.only().isPresent()
            && plan.steps().stream().noneMatch(s -> s.name().equals(request.only().get()));
    return idle ? new Plan(List.of()) : only(plan);
  }

  private Plan only(Plan plan) {
    return request.only().map(plan::only).orElse(plan);
  }

  private Intake intake(DeltaLake lake) {
    return new Intake(lake, landing, connectors, asOf, NightlyPlan.retries(request.settings()));
  }

  private AuthorHash authors(Map<Connector, List<CrawlFile>> files) {
    String variable = request.settings().text("privacy.key-variable");
    String key = System.getenv(variable);
    if (key == null && request.sample()) {
      key = DEMO_KEY;
    }
    if (key == null && files.keySet().stream().noneMatch(Connector::hasComments)) {
      return AuthorHash.unused();
    }
    if (key == null) {
      throw new UserError(
          ("the crawl has comments, whose authors are stored only as keyed hashes: set %s to a"
                  + " secret of at least 16 characters, and keep it")
              .formatted(variable));
    }
    try {
      return AuthorHash.under(key);
    } catch (IllegalArgumentException e) {
      throw new UserError("%s: %s".formatted(variable, e.getMessage()), e);
    }
  }
}
