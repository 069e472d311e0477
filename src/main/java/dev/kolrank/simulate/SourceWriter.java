package dev.kolrank.simulate;

import java.io.Closeable;
import java.io.IOException;

/** Writes what one crawler leaves behind in one drop. */
interface SourceWriter extends Closeable {

  /** Returns how many records it wrote. */
  long write(Visit visit) throws IOException;
}
