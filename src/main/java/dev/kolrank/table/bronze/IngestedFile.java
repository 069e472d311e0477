package dev.kolrank.table.bronze;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import dev.kolrank.core.Check;
import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import java.util.List;

/** The ledger: every file taken in, once, with what became of its records. */
public final class IngestedFile {
  public static final Field CRAWL_DATE =
      required("crawl_date", DateType, "the day of the folder that the file lies in");
  public static final Field CONNECTOR =
      required("connector", StringType, "the connector that read it");
  public static final Field SIZE_BYTES =
      required("size_bytes", LongType, "its size as listed").in("bytes");
  public static final Field MODIFIED_AT =
      required("modified_at", TimestampType, "its modification time as listed");
  public static final Field SHA256 =
      optional("sha256", StringType, "digest of its bytes as stored; null if unreadable");
  public static final Field RECORDS = required("records", LongType, "records read").in("records");

  /** SQL: the delivered file that a row's file lies in; an archive is {@code a.zip!/inner.csv}. */
  public static final String DELIVERED = "regexp_replace(source_file, '(?is)([.]zip)!/.*$', '$1')";

  /** What the reading of a file tells; the other columns are counted from what it gave. */
  public static final List<Field> AS_READ =
      List.of(CRAWL_DATE, CONNECTOR, SIZE_BYTES, MODIFIED_AT, SHA256, RECORDS);

  public static final Field OBSERVED =
      required("observed", LongType, "records that gave at least one observation").in("records");
  public static final Field REJECTED =
      required("rejected", LongType, "records that gave none").in("records");
  public static final Field ACCOUNTS =
      required("accounts", LongType, "account observations").in("rows");
  public static final Field POSTS = required("posts", LongType, "post observations").in("rows");
  public static final Field COMMENTS =
      required("comments", LongType, "comment observations").in("rows");
  public static final Field REJECTS = required("rejects", LongType, "reject rows").in("rows");

  public static final Table TABLE =
      Table.batched(
              "bronze.ingested_file",
              "one row per file and batch that took it in",
              BATCH,
              List.of(
                  BATCH,
                  SOURCE,
                  SOURCE_FILE,
                  CRAWL_DATE,
                  CONNECTOR,
                  SIZE_BYTES,
                  MODIFIED_AT,
                  SHA256,
                  RECORDS,
                  OBSERVED,
                  REJECTED,
                  ACCOUNTS,
                  POSTS,
                  COMMENTS,
                  REJECTS),
              BATCH,
              SOURCE_FILE)
          .checked(
              new Check.Holds(
                  "every record is observed or rejected", "records = observed + rejected"));

  private IngestedFile() {}
}
