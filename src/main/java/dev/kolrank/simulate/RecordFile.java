package dev.kolrank.simulate;

import java.io.Closeable;
import java.io.IOException;

/** A file of records of the same fields; it exists from its first record on. */
interface RecordFile extends Closeable {

  /** Writes the record and notes what it says. */
  void write(Entry record) throws IOException;
}
