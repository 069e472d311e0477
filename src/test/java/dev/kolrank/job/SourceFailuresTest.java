package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.connector.storage.FailedSource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sentence about a failed source names file, cause and remedy. */
class SourceFailuresTest {

  @Test
  void aStoreWithoutEtagsNamesTheSetting() {
    assertEquals(
        "source x-api failed: the storage did not give x-api/a.json (NoVersionAttributeException:"
            + " Change detection policy requires ETag); nothing of it was taken in and its accounts"
            + " stay as they were: the store gives no ETag, so set"
            + " \"spark.hadoop.fs.s3a.change.detection.version.required\" = false under spark in"
            + " your settings, then run the night again",
        sentence("NoVersionAttributeException: Change detection policy requires ETag"));
  }

  @Test
  void anyOtherCauseAsksForAccess() {
    assertEquals(
        "source x-api failed: the storage did not give x-api/a.json (AccessDeniedException: no);"
            + " nothing of it was taken in and its accounts stay as they were: restore access to"
            + " it, then run the night again",
        sentence("AccessDeniedException: no"));
  }

  private static String sentence(String cause) {
    var failures = new SourceFailures(List.of(new FailedSource("x-api", "x-api/a.json", cause)));
    return failures.sentences().get(0);
  }
}
