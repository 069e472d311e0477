package dev.kolrank.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;

import dev.kolrank.connector.RejectRemedy;
import dev.kolrank.engine.Lake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.Reject;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/** The most frequent reasons of a batch's rejects, each with a place and a remedy. */
public final class RejectSummary {
  private static final int MOST = 5;

  /** A reason may quote what a file holds. */
  private static final int LONGEST = 200;

  private RejectSummary() {}

  /**
   * One sentence for each of the five most frequent kinds of reason, the most frequent first:
   * count, part, reason, first place, remedy.
   *
   * @param batch the batch; 0 for none
   */
  public static List<String> of(Lake lake, long batch) {
    if (batch == 0) {
      return List.of();
    }
    Column first =
        min(struct(Columns.SOURCE_FILE.col(), Columns.SOURCE_LINE.col(), Reject.REASON.col()));
    return lake
        .read(Reject.TABLE)
        .where(Columns.BATCH.col().equalTo(batch))
        .groupBy(Reject.PART.col(), kind().as("kind"))
        .agg(count(lit(1)).as("rejects"), first.as("first"))
        .orderBy(col("rejects").desc(), col("kind"), Reject.PART.col())
        .limit(MOST)
        .select(Reject.PART.col(), col("rejects"), col("first.*"))
        .collectAsList()
        .stream()
        .map(RejectSummary::sentence)
        .toList();
  }

  /** A reason without what differs from record to record: numbers, and text behind a colon. */
  private static Column kind() {
    Column words = regexp_extract(Reject.REASON.col(), "^[^:('\"]*", 0);
    return regexp_replace(words, "[0-9]+", "N");
  }

  private static String sentence(Row row) {
    String reason = row.getAs(Reject.REASON.name());
    String shown = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
    return String.format(
        Locale.ROOT,
        "%,d × %s: %s (first in %s, line %d); %s",
        row.<Long>getAs("rejects"),
        row.getAs(Reject.PART.name()),
        shown,
        row.getAs(Columns.SOURCE_FILE.name()),
        row.<Long>getAs(Columns.SOURCE_LINE.name()),
        RejectRemedy.of(reason));
  }
}
