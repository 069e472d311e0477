package dev.kolrank.connector.read;

/** The record that ends a zip archive, as far as it was seen: an archive without it was cut. */
final class ZipEnd {
  /** Its size and that of the longest comment behind it. */
  private static final int LONGEST = 22 + 0xFFFF;

  private static final int SHORTEST = 22;
  private static final int COUNT_AT = 10;

  private final byte[] last = new byte[2 * LONGEST];
  private int seen;

  /** Remembers the end of what was read so far. */
  void see(byte[] bytes, int from, int length) {
    int kept = Math.min(length, LONGEST);
    if (seen + kept > last.length) {
      int old = LONGEST - kept;
      System.arraycopy(last, seen - old, last, 0, old);
      seen = old;
    }
    System.arraycopy(bytes, from + length - kept, last, seen, kept);
    seen += kept;
  }

  /** How many entries the archive says it has, modulo 65536; -1 where it does not end. */
  int entries() {
    for (int at = seen - SHORTEST; at >= 0; at--) {
      if (last[at] == 'P' && last[at + 1] == 'K' && last[at + 2] == 5 && last[at + 3] == 6) {
        return (last[at + COUNT_AT] & 0xFF) | (last[at + COUNT_AT + 1] & 0xFF) << 8;
      }
    }
    return -1;
  }
}
