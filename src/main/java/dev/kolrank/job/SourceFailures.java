package dev.kolrank.job;

import dev.kolrank.connector.storage.FailedSource;
import dev.kolrank.core.StorageError;
import dev.kolrank.engine.Lake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.SourceFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sources that the storage kept a run from taking in.
 *
 * @param failed one entry per file or folder that failed its source, by source and path
 */
record SourceFailures(List<FailedSource> failed) {
  /** How the S3 client names an object without an ETag, by which it detects changes. */
  private static final String NO_ETAG = "NoVersionAttributeException";

  static final SourceFailures NONE = new SourceFailures(List.of());

  SourceFailures {
    failed = List.copyOf(failed);
  }

  /** The failures of a batch. */
  static SourceFailures of(Lake lake, long batch) {
    return new SourceFailures(
        lake
            .read(SourceFailure.TABLE)
            .where(Columns.BATCH.col().equalTo(batch))
            .orderBy(Columns.SOURCE.col(), SourceFailure.PATH.col())
            .select(Columns.SOURCE.col(), SourceFailure.PATH.col(), SourceFailure.CAUSE.col())
            .collectAsList()
            .stream()
            .map(r -> new FailedSource(r.getString(0), r.getString(1), r.getString(2)))
            .toList());
  }

  /** The folders of the sources. */
  Set<String> sources() {
    return failed.stream().map(FailedSource::source).collect(Collectors.toCollection(TreeSet::new));
  }

  /** A sentence for each source: its first file, the cause, and what to do. */
  List<String> sentences() {
    Map<String, List<FailedSource>> bySource =
        failed.stream()
            .collect(
                Collectors.groupingBy(FailedSource::source, TreeMap::new, Collectors.toList()));
    return bySource.entrySet().stream().map(e -> sentence(e.getKey(), e.getValue())).toList();
  }

  private static String sentence(String source, List<FailedSource> failures) {
    FailedSource first = failures.get(0);
    String more =
        failures.size() == 1 ? "" : ", and %d more of its files".formatted(failures.size() - 1);
    return ("source %s failed: the storage did not give %s (%s)%s; nothing of it was taken in and"
            + " its accounts stay as they were: %s, then run the night again")
        .formatted(source, first.path(), first.cause(), more, remedy(first.cause()));
  }

  private static String remedy(String cause) {
    return cause.startsWith(NO_ETAG)
        ? "the store gives no ETag, so set \"spark.hadoop.fs.s3a.change.detection.version.required\""
            + " = false under spark in your settings"
        : "restore access to it";
  }

  /**
   * Ends a run that could take nothing in.
   *
   * @param all the sources of the crawl
   * @throws StorageError when all of them failed
   */
  void stopIfAll(Set<String> all) {
    if (!failed.isEmpty() && sources().containsAll(all)) {
      throw new StorageError(
          "every source failed, so nothing is published\n" + String.join("\n", sentences()));
    }
  }
}
