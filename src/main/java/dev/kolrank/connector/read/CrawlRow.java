package dev.kolrank.connector.read;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The rows that the data source gives: one per record, and one per file at its end: what it gave,
 * or why the storage did not give it.
 */
public final class CrawlRow {
  public static final String SOURCE = "source";
  public static final String FILE = "source_file";
  public static final String DATE = "crawl_date";
  public static final String LINE = "source_line";

  /** The record's number in its file, from 1; a line may hold several records. */
  public static final String ORDINAL = "ordinal";

  /** Bit i is set when rule i takes the record, or could take what cannot be read. */
  public static final String RULES = "rules";

  public static final String RECORD = "record";
  public static final String EXTRA = "extra";
  public static final String REPAIRED = "repaired";
  public static final String RAW = "raw";

  /** Why the record could not be read; null when it could. */
  public static final String PROBLEM = "problem";

  /** On the closing row alone: how many records the file gave. */
  public static final String RECORDS = "records";

  /** On the closing row alone: digest of the stored bytes. */
  public static final String SHA256 = "sha256";

  /** Of what could not be read: its last line, its first byte, the byte behind its last. */
  public static final String LAST_LINE = "last_line";

  public static final String FROM = "from_byte";
  public static final String TO = "to_byte";

  /** Whether further records were taken out of the record. */
  public static final String ENCLOSES = "encloses";

  /** Why no rule can take the record, as far as its file and its fields tell; else null. */
  public static final String UNTAKEN = "untaken";

  public static final String SIZE = "size_bytes";
  public static final String MODIFIED = "modified_millis";

  /** Alone on the last row of a file that the storage did not give to its end: the cause. */
  public static final String FAULT = "fault";

  /** Where each column stands. */
  static final int AT_SOURCE = 0;

  static final int AT_FILE = 1;
  static final int AT_DATE = 2;
  static final int AT_LINE = 3;
  static final int AT_RULES = 4;
  static final int AT_RECORD = 5;
  static final int AT_EXTRA = 6;
  static final int AT_REPAIRED = 7;
  static final int AT_RAW = 8;
  static final int AT_PROBLEM = 9;
  static final int AT_RECORDS = 10;
  static final int AT_SHA256 = 11;
  static final int AT_SIZE = 12;
  static final int AT_MODIFIED = 13;
  static final int AT_ORDINAL = 14;
  static final int AT_LAST_LINE = 15;
  static final int AT_FROM = 16;
  static final int AT_TO = 17;
  static final int AT_ENCLOSES = 18;
  static final int AT_UNTAKEN = 19;
  static final int AT_FAULT = 20;

  /** Between the path of an archive and that of an entry in it. */
  private static final String INSIDE = "!/";

  /** How many columns there are. */
  static final int WIDTH = 21;

  private CrawlRow() {}

  /** The columns of a connector whose records have this shape. */
  static StructType schema(StructType shape) {
    return new StructType()
        .add(SOURCE, DataTypes.StringType)
        .add(FILE, DataTypes.StringType)
        .add(DATE, DataTypes.DateType)
        .add(LINE, DataTypes.LongType)
        .add(RULES, DataTypes.LongType)
        .add(RECORD, shape)
        .add(EXTRA, DataTypes.StringType)
        .add(REPAIRED, DataTypes.BooleanType)
        .add(RAW, DataTypes.StringType)
        .add(PROBLEM, DataTypes.StringType)
        .add(RECORDS, DataTypes.LongType)
        .add(SHA256, DataTypes.StringType)
        .add(SIZE, DataTypes.LongType)
        .add(MODIFIED, DataTypes.LongType)
        .add(ORDINAL, DataTypes.LongType)
        .add(LAST_LINE, DataTypes.LongType)
        .add(FROM, DataTypes.LongType)
        .add(TO, DataTypes.LongType)
        .add(ENCLOSES, DataTypes.BooleanType)
        .add(UNTAKEN, DataTypes.StringType)
        .add(FAULT, DataTypes.StringType);
  }

  /** How a file inside an archive is called: {@code path/of/a.zip!/path/inside.csv}. */
  static String inside(String path, String entry) {
    return entry.isEmpty() ? path : path + INSIDE + entry;
  }

  /** Whether a path would pass for one inside an archive. */
  public static boolean isInside(String path) {
    return path.toLowerCase(Locale.ROOT).contains(".zip" + INSIDE);
  }

  /** The file as delivered that a row comes from: the archive, where it lies inside one. */
  public static Column delivered(Column sourceFile) {
    return regexp_replace(sourceFile, lit("(?is)^(.*?[.]zip)!/.*$"), lit("$1"));
  }
}
