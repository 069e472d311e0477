package dev.kolrank.connector.read;

/**
 * A stretch of a file's text that gave no record.
 *
 * @param lastLine the line in which it ends
 * @param from its first byte, counted from 0 in the text as decompressed
 * @param to the byte after its last; {@link #UNKNOWN} where the file breaks
 */
record Stretch(long lastLine, long from, long to) {
  static final long UNKNOWN = -1;
}
