package dev.kolrank.connector.inspect;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.IngestedFile;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Names the command that maps a file, where a run rejected a whole file or much of a source. */
public final class InspectHint {
  /** A source has too many rejects above one record in so many. */
  private static final int ONE_IN = 5;

  private static final String WHOLE = "whole";
  private static final String SOURCE_RECORDS = "source_records";
  private static final String SOURCE_REJECTED = "source_rejected";

  private InspectHint() {}

  /**
   * One sentence that names the file to inspect; empty where no file was rejected whole and no
   * source lost over a fifth of its records. A file rejected whole comes before a part of a source;
   * then the file with the most rejected records, then the first path.
   *
   * @param ledger the rows of {@code bronze.ingested_file} of the run's batch
   * @param crawl the crawl folder as the user gave it
   */
  public static Optional<String> of(Dataset<Row> ledger, String crawl) {
    Column records = IngestedFile.RECORDS.col();
    Column rejected = IngestedFile.REJECTED.col();
    var source = Window.partitionBy(Columns.SOURCE.col());
    return ledger
        .withColumn(SOURCE_RECORDS, sum(records).over(source))
        .withColumn(SOURCE_REJECTED, sum(rejected).over(source))
        .withColumn(WHOLE, rejected.geq(greatest(records, lit(1))))
        .where(
            col(WHOLE)
                .or(col(SOURCE_REJECTED).multiply(ONE_IN).gt(col(SOURCE_RECORDS)))
                .and(rejected.gt(0)))
        .orderBy(col(WHOLE).desc(), rejected.desc(), Columns.SOURCE_FILE.col())
        .limit(1)
        .collectAsList()
        .stream()
        .map(row -> sentence(row, crawl))
        .findFirst();
  }

  private static String sentence(Row row, String crawl) {
    String file = row.getAs(Columns.SOURCE_FILE.name());
    String lost =
        row.<Boolean>getAs(WHOLE)
            ? "%s was rejected whole".formatted(file)
            : String.format(
                Locale.ROOT,
                "%,d of %,d records of %s were rejected",
                row.<Long>getAs(SOURCE_REJECTED),
                row.<Long>getAs(SOURCE_RECORDS),
                row.getAs(Columns.SOURCE.name()));
    String place = crawl.endsWith("/") ? crawl + file : crawl + "/" + file;
    return "%s: jobs/inspect %s shows what the file is and writes a mapping"
        .formatted(lost, quoted(place));
  }

  /** As a shell reads it as one word. */
  private static String quoted(String word) {
    return word.matches("[\\w./:@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
