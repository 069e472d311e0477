package dev.kolrank.job;

import static com.sun.management.GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Measures what a benchmark's run takes, from its making on. */
final class Meter {
  private static final double NANOS = 1e9;
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Set<String> HEAP =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(p -> p.getType() == MemoryType.HEAP)
          .map(MemoryPoolMXBean::getName)
          .collect(Collectors.toSet());

  /** Since when collections count, in milliseconds of the process. */
  private static final AtomicLong SINCE = new AtomicLong();

  private static final AtomicLong PEAK = new AtomicLong();

  static {
    ManagementFactory.getGarbageCollectorMXBeans()
        .forEach(
            collector ->
                ((NotificationEmitter) collector)
                    .addNotificationListener((note, to) -> collected(note), null, null));
  }

  private final long start;
  private final long cpu;

  private Meter() {
    System.gc();
    SINCE.set(ManagementFactory.getRuntimeMXBean().getUptime());
    PEAK.set(used());
    this.cpu = MACHINE.getProcessCpuTime();
    this.start = System.nanoTime();
  }

  /** Begins, with as little garbage as can be; one at a time. */
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

  /** The most heap in use at one time so far, garbage included, in bytes. */
  long peakHeap() {
    return Math.max(PEAK.get(), used());
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Heap is fullest when it is about to be collected; its parts are so at different times. */
  private static void collected(Notification note) {
    if (note.getType().equals(GARBAGE_COLLECTION_NOTIFICATION)) {
      GcInfo info =
          GarbageCollectionNotificationInfo.from((CompositeData) note.getUserData()).getGcInfo();
      if (info.getStartTime() >= SINCE.get()) {
        long used =
            info.getMemoryUsageBeforeGc().entrySet().stream()
                .filter(pool -> HEAP.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
        PEAK.accumulateAndGet(used, Math::max);
      }
    }
  }
}
