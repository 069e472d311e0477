package dev.kolrank.connector.read;

import dev.kolrank.value.Charsets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.List;

/** Which encoding a file is in. */
final class Encodings {
  private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Encodings() {}

  static Charset detect(byte[] head, List<String> candidates) {
    return Charsets.detect(head, candidates.stream().map(Charset::forName).toList());
  }

  /** Reads past the mark that some programs put before UTF-8. */
  static void skipByteOrderMark(InputStream text, byte[] head) throws IOException {
    boolean marked =
        head.length >= UTF8_MARK.length
            && head[0] == UTF8_MARK[0]
            && head[1] == UTF8_MARK[1]
            && head[2] == UTF8_MARK[2];
    if (marked) {
      text.skipNBytes(UTF8_MARK.length);
    }
  }
}
