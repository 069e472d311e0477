package dev.kolrank.job;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** Measures what a benchmark's run takes, from its making on. */
final class Meter {
  private static final double NANOS = 1e9;
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final List<MemoryPoolMXBean> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(p -> p.getType() == MemoryType.HEAP)
          .toList();

  private final long start;
  private final long cpu;

  private Meter() {
    System.gc();
    HEAP.forEach(MemoryPoolMXBean::resetPeakUsage);
    this.cpu = MACHINE.getProcessCpuTime();
    this.start = System.nanoTime();
  }

  /** Begins, with as little garbage as can be. */
  static Meter start() {
    return new Meter();
  }

  /** Wall time so far. */
  double seconds() {
    return (System.nanoTime() - start) / NANOS;
  }

  /** CPU time of the process so far, its compilers and collectors included. */
  double cpuSeconds() {
    return (MACHINE.getProcessCpuTime() - cpu) / NANOS;
  }

  /** The most heap in use so far, garbage included, in bytes. */
  long peakHeap() {
    return HEAP.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum();
  }
}
