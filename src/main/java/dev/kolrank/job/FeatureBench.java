package dev.kolrank.job;

import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.DeltaLake;
import dev.kolrank.engine.Night;
import dev.kolrank.engine.Progress;
import dev.kolrank.engine.Runner;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.features.KolAnchor;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.silver.AccountText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Times the way from observations to features: everything at once, and a night on top of it. */
public final class FeatureBench {
  private static final Set<String> LAYERS = Set.of("silver", "features");

  /** What serves niches alone. */
  private static final Set<Table> OTHERS =
      Set.of(AccountText.TABLE, KolAnchor.TABLE, KolNiche.TABLE);

  private final DeltaLake lake;
  private final Settings settings;
  private final BenchHistory history;

  /**
   * A benchmark.
   *
   * @throws UserError when the lake is not empty
   */
  public FeatureBench(DeltaLake lake, Settings settings, BenchHistory history) {
    if (lake.version(PostObservation.TABLE).isPresent()) {
      throw new UserError("--work must name an empty folder: " + lake.root());
    }
    this.lake = lake;
    this.settings = settings;
    this.history = history;
  }

  /**
   * One measured run.
   *
   * @param posts posts that it took in
   * @param seconds wall time
   * @param cpuSeconds CPU time of the process, its compilers and collectors included
   * @param peakHeap the most heap in use, garbage included, in bytes
   */
  public record Measured(long posts, double seconds, double cpuSeconds, long peakHeap) {}

  /** All of the history, then the night after it. */
  public List<Measured> run(Progress progress) {
    write(1);
    Measured full = measured(1, history.posts(), progress);
    write(2);
    Measured night = measured(2, history.postsOfNight(), progress);
    return List.of(full, night);
  }

  private void write(long batch) {
    String slice = "batch = " + batch;
    lake.write(PostObservation.TABLE, history.posts(lake.spark(), batch), slice);
    lake.write(AccountObservation.TABLE, history.accounts(lake.spark(), batch), slice);
    lake.write(CommentObservation.TABLE, history.comments(lake.spark(), batch), slice);
  }

  private Measured measured(long batch, long posts, Progress progress) {
    var night =
        new Night(
            "bench-" + batch,
            history.night(batch),
            batch,
            batch - 1,
            "bench",
            CodeVersion.current());
    var runner = new Runner(lake, progress, settings.whole("run.parallelism"));
    Meter meter = Meter.start();
    runner.run(plan(), night);
    double seconds = meter.seconds();
    double cpuSeconds = meter.cpuSeconds();
    long peak = meter.peakHeap();
    return new Measured(posts, seconds, cpuSeconds, peak);
  }

  private Plan plan() {
    List<Step> steps =
        NightlyPlan.of(settings, Optional.empty()).steps().stream()
            .filter(s -> LAYERS.contains(s.output().layer()) && !OTHERS.contains(s.output()))
            .toList();
    var sources = new HashSet<>(Tables.STORED);
    sources.removeAll(steps.stream().map(Step::output).collect(Collectors.toSet()));
    return Plan.of(sources, steps);
  }
}
