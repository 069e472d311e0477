package dev.kolrank.job;

import dev.kolrank.core.Step;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Progress;
import dev.kolrank.job.evaluate.Agreement;
import dev.kolrank.job.evaluate.Disguise;
import dev.kolrank.job.evaluate.Evaluation;
import dev.kolrank.job.evaluate.Truth;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.gold.Validation;
import dev.kolrank.table.identity.KolChange;
import dev.kolrank.table.ops.Run;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Measures the identities against known truth and keeps what came out. */
public final class EvaluateIdentity {
  private static final String SUBJECT = "identity";

  private EvaluateIdentity() {}

  /** The night's identity steps, run over a truth's accounts. */
  public static Evaluation run(
      SparkSession spark, Settings settings, Truth truth, Disguise disguise) {
    return Evaluation.of(spark, steps(settings), threshold(settings), truth, disguise);
  }

  /**
   * The night's identity steps, run over what the truth's crawl shows.
   *
   * @param place the lake that takes the crawl in; one that has done so is used as it stands
   * @throws UserError when a run before broke off while it took the crawl in
   */
  public static Evaluation run(
      SparkSession spark, Settings settings, Truth truth, String place, Progress progress) {
    var lake = DeltaLake.at(spark, place);
    boolean isTakenIn = !lake.read(Run.TABLE).where(Run.STATE.col().equalTo(Run.DONE)).isEmpty();
    if (!isTakenIn && lake.version(IngestedFile.TABLE).isPresent()) {
      throw new UserError(
          "a run before broke off while it took in the world: delete " + lake.root());
    }
    if (!isTakenIn) {
      String crawl = truth.crawl().orElseThrow().toString();
      var request =
          new Nightly.Request(settings, crawl, true, place, Optional.empty(), Optional.empty());
      Nightly.prepare(request).run(spark, progress, IngestBench.Reach.SILVER.layers());
    }
    return Evaluation.of(steps(settings), threshold(settings), truth, lake);
  }

  private static double threshold(Settings settings) {
    return settings.number("identity.threshold");
  }

  /** The steps that are measured: the night's, without the log of what changed. */
  public static List<Step> steps(Settings settings) {
    return IdentitySteps.of(settings).stream()
        .filter(s -> !s.output().equals(KolChange.TABLE))
        .toList();
  }

  /** Appends the measures to {@code gold.validation} of a lake. */
  public static void keep(DeltaLake lake, Evaluation evaluation, Instant at) {
    List<Row> rows = new ArrayList<>();
    evaluation
        .methods()
        .forEach(
            (method, agreement) -> {
              for (Agreement.Score s : agreement.scores()) {
                rows.add(
                    row(
                        evaluation,
                        at,
                        method,
                        s.scope(),
                        s.kind() + "_precision",
                        s.precision(),
                        s.claimed()));
                rows.add(
                    row(
                        evaluation,
                        at,
                        method,
                        s.scope(),
                        s.kind() + "_recall",
                        s.recall(),
                        s.expected()));
                rows.add(
                    row(evaluation, at, method, s.scope(), s.kind() + "_f1", s.f1(), s.expected()));
              }
              rows.add(
                  row(
                      evaluation,
                      at,
                      method,
                      Agreement.ALL,
                      "largest_wrong",
                      (double) agreement.largestWrong(),
                      evaluation.accounts().size()));
            });
    for (Evaluation.Bin bin : evaluation.bins()) {
      String scope = String.format(Locale.ROOT, "probability from %.1f", bin.from());
      String own = Evaluation.KOLRANK;
      rows.add(row(evaluation, at, own, scope, "reliability", bin.right(), bin.pairs()));
      rows.add(row(evaluation, at, own, scope, "expected", bin.expected(), bin.pairs()));
    }
    lake.write(
        Validation.TABLE,
        lake.spark().createDataFrame(rows, Validation.TABLE.schema()).coalesce(1),
        "");
  }

  private static Row row(
      Evaluation evaluation,
      Instant at,
      String method,
      String scope,
      String measure,
      Agreement.Share share,
      long count) {
    return RowFactory.create(
        Timestamp.from(at),
        SUBJECT,
        evaluation.truth(),
        evaluation.variant(),
        method,
        scope,
        measure,
        share.value(),
        share.low(),
        share.high(),
        count);
  }

  private static Row row(
      Evaluation evaluation,
      Instant at,
      String method,
      String scope,
      String measure,
      double value,
      long count) {
    return RowFactory.create(
        Timestamp.from(at),
        SUBJECT,
        evaluation.truth(),
        evaluation.variant(),
        method,
        scope,
        measure,
        value,
        null,
        null,
        count);
  }
}
