package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import dev.kolrank.job.GraphBench.Measured;
import org.junit.jupiter.api.Test;

/** The benchmark ranks one graph in three ways, and they agree. */
final class GraphBenchTest {

  @Test
  void otherWaysComeToTheSameRanks() {
    try (var bench = new GraphBench(SparkFixture.spark(), 2_000, 200, 0)) {
      assertTrue(bench.edges() > 500 && bench.edges() < 2_000, bench.edges() + " edges");
      Measured own = bench.ranks();
      assertTrue(own.rounds() > 5 && own.seconds() > 0 && own.peakHeap() > 0, own.toString());
      assertEquals(own.rounds(), bench.graphX().rounds());
      assertTrue(bench.difference() < 1e-6, () -> "GraphX differs by " + bench.difference());
      bench.frames();
      assertTrue(bench.difference() < 1e-6, () -> "frames differ by " + bench.difference());
    }
  }
}
