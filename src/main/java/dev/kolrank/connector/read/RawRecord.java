package dev.kolrank.connector.read;

import org.apache.spark.types.variant.Variant;

/**
 * One record as it lies in a file, or a stretch of the file that is none.
 *
 * @param line where it begins, counted from 1
 * @param part the split path it comes from, empty for a whole document
 * @param value the record; null where {@code fields} or {@code problem} stand in its place
 * @param fields its fields, where they were read straight from the text
 * @param repaired whether text in it was mended
 * @param encloses whether further records were taken out of it
 * @param raw the text of what could not be read; null otherwise
 * @param problem why it could not be read; null when it could
 * @param stretch where in the file lies what could not be read; null when that is within a record
 */
record RawRecord(
    long line,
    String part,
    Variant value,
    Fields fields,
    boolean repaired,
    boolean encloses,
    String raw,
    String problem,
    Stretch stretch) {

  /** The most text of a rejected record that is kept. */
  static final int RAW_LIMIT = 64 * 1024;

  /** A record that could be read. */
  static RawRecord of(long line, String part, Variant value, boolean repaired) {
    return new RawRecord(line, part, value, null, repaired, false, null, null, null);
  }

  /** A record out of which further records were taken. */
  static RawRecord enclosing(long line, String part, Variant value) {
    return new RawRecord(line, part, value, null, false, true, null, null, null);
  }

  /** A record whose fields were read straight from the text. */
  static RawRecord of(long line, Fields fields) {
    return new RawRecord(line, "", null, fields, false, false, null, null, null);
  }

  /** A part of a document that is no record. */
  static RawRecord broken(long line, String problem, String raw) {
    return broken(line, problem, raw, null);
  }

  static RawRecord broken(long line, String problem, String raw, Stretch stretch) {
    return new RawRecord(line, "", null, null, false, false, cut(raw), problem, stretch);
  }

  static String cut(String raw) {
    return raw == null || raw.length() <= RAW_LIMIT ? raw : raw.substring(0, RAW_LIMIT);
  }
}
