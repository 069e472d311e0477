package dev.kolrank.table.landing;

import static dev.kolrank.core.Field.optional;
import static dev.kolrank.core.Field.required;
import static dev.kolrank.table.Columns.BATCH;
import static dev.kolrank.table.Columns.SOURCE;
import static dev.kolrank.table.Columns.SOURCE_FILE;
import static dev.kolrank.table.Columns.SOURCE_LINE;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.core.WriteMode;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.bronze.SourceFailure;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Everything that tonight's files gave, in one pass: one row per observation, reject, file read, or
 * file failed; the column named as the row's kind holds it, the others are null.
 */
public final class Observation {
  private static final List<Field> ENVELOPE = List.of(BATCH, SOURCE, SOURCE_FILE, SOURCE_LINE);

  public static final Field ORDINAL =
      required("ordinal", LongType, "the record's number in its file, from 1");
  public static final Field KIND =
      required("kind", StringType, "account, post, comment, reject, file, failure or envelope");
  public static final Field LEADS =
      required(
          "leads",
          BooleanType,
          "whether this row counts its record: its first observation, else its first reject");
  public static final Field RULE =
      optional(
          "rule",
          IntegerType,
          "the place of the mapping's rule, from 0; null for a file, and for a record that none took");
  public static final Field ACCOUNT =
      optional("account", body(AccountObservation.TABLE), "the account observation, else null");
  public static final Field POST =
      optional("post", body(PostObservation.TABLE), "the post observation, else null");
  public static final Field COMMENT =
      optional("comment", body(CommentObservation.TABLE), "the comment observation, else null");
  public static final Field REJECT =
      optional("reject", body(Reject.TABLE), "the rejected record or part, else null");
  public static final Field FILE =
      optional("file", struct(IngestedFile.AS_READ), "the file's closing entry, else null");

  public static final Field FAILURE =
      optional(
          "failure",
          struct(SourceFailure.AS_READ),
          "why the storage did not give the file, else null");

  /** The columns of which each row fills one. */
  public static final List<Field> SLOTS = List.of(ACCOUNT, POST, COMMENT, REJECT, FILE, FAILURE);

  /** The kind of a record that no rule takes and whose further records were read: no slot. */
  public static final String ENVELOPE_KIND = "envelope";

  /** Every kind of row. */
  public static final List<String> KINDS =
      Stream.concat(SLOTS.stream().map(Field::name), Stream.of(ENVELOPE_KIND)).toList();

  public static final Table TABLE =
      Table.of(
          "landing.observation",
          "one row per observation, reject, envelope, file or failed file of the batch",
          WriteMode.TRANSIENT,
          Table.columns(ENVELOPE, List.of(ORDINAL, KIND, LEADS, RULE), SLOTS));

  private Observation() {}

  /** The columns of {@code table} that the envelope does not carry. */
  private static StructType body(Table table) {
    return struct(table.fields().stream().filter(f -> !ENVELOPE.contains(f)).toList());
  }

  private static StructType struct(List<Field> fields) {
    return new StructType(fields.stream().map(Field::toSpark).toArray(StructField[]::new));
  }
}
