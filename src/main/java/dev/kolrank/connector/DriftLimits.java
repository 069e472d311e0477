package dev.kolrank.connector;

/**
 * From where on a source has changed too much to be taken in unseen.
 *
 * @param lostValues share of a column's values to be expected that may be missing
 * @param lostRecords share of the records to be expected that may be missing
 * @param leastValues a column is judged where at least so many values are to be expected
 * @param leastBatches and after so many earlier batches of the source
 */
public record DriftLimits(
    double lostValues, double lostRecords, int leastValues, int leastBatches) {

  public DriftLimits {
    requireShare("drift.lost-values", lostValues);
    requireShare("drift.lost-records", lostRecords);
    if (leastValues < 1) {
      throw new IllegalArgumentException(
          "drift.least-values must be at least 1, got " + leastValues);
    }
    if (leastBatches < 1 || leastBatches > CheckSources.BATCHES) {
      throw new IllegalArgumentException(
          "drift.least-batches must be between 1 and %d, got %d"
              .formatted(CheckSources.BATCHES, leastBatches));
    }
  }

  private static void requireShare(String key, double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(key + " must be above 0 and at most 1, got " + share);
    }
  }
}
