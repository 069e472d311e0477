package dev.kolrank.connector.read;

/**
 * How far bytes beyond ASCII are UTF-8.
 *
 * @param characters how many characters are
 * @param inside bytes of those
 * @param outside bytes that belong to none
 */
record Utf8Census(int characters, int inside, int outside) {

  /** Counts; a character cut at the end of a file's head is forgiven. */
  static Utf8Census of(byte[] bytes, int from, int length) {
    int characters = 0;
    int inside = 0;
    int outside = 0;
    int end = from + length;
    for (int i = from; i < end; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      int more = following(bytes[i] & 0xFF);
      int found = 0;
      while (found < more && i + found + 1 < end && continues(bytes, i, found)) {
        found++;
      }
      if (more > 0 && found == more) {
        characters++;
        inside += more + 1;
        i += more;
      } else if (more == 0 || i + found + 1 < end || length < FileFormats.HEAD) {
        outside++;
      }
    }
    return new Utf8Census(characters, inside, outside);
  }

  private static int following(int first) {
    if (first >= 0xC2 && first < 0xE0) {
      return 1;
    }
    if (first >= 0xE0 && first < 0xF0) {
      return 2;
    }
    return first >= 0xF0 && first < 0xF5 ? 3 : 0;
  }

  private static boolean continues(byte[] bytes, int at, int found) {
    int first = bytes[at] & 0xFF;
    int next = bytes[at + found + 1] & 0xFF;
    if (found > 0) {
      return next >= 0x80 && next < 0xC0;
    }
    int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    int most = first == 0xF4 ? 0x8F : first == 0xED ? 0x9F : 0xBF;
    return next >= least && next <= most;
  }
}
