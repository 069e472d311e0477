package dev.kolrank.connector.read;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The records of one file, in order. */
interface Records extends Closeable {

  /**
   * The next record, or null at the end.
   *
   * @throws IOException when the rest of the file cannot be read
   */
  RawRecord next() throws IOException;

  /** The line that {@link #next} reads next, for a report when it fails. */
  long line();

  /** Where in the text {@link #next} reads next, in bytes. */
  long offset();

  /** The columns of the last record's header; empty where the format has none. */
  default List<String> columns() {
    return List.of();
  }

  /** Why no rule can take the records of this table; null where one may. */
  default String untaken() {
    return null;
  }

  /** The entry of an archive that the last record lies in; empty where the file is none. */
  default String entry() {
    return "";
  }
}
