package dev.kolrank.connector.read;

import dev.kolrank.value.Charsets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The encoding of one file, and what else a line of it may be in. A line that no encoding gives
 * back whole is not decoded at all: better refused than garbled.
 */
final class Encoding {
  private static final Charset CHINESE = Charset.forName("GB18030");

  /** As many UTF-8 characters in a row are no accident. */
  private static final int NO_ACCIDENT = 3;

  private final Charset charset;
  private final List<Charset> others;

  private Encoding(Charset charset, List<Charset> others) {
    this.charset = charset;
    this.others = List.copyOf(others);
  }

  /**
   * The encoding that most of the head is in.
   *
   * @param candidates names of encodings to try after UTF-8
   */
  static Encoding of(byte[] head, List<String> candidates) {
    List<Charset> others = candidates.stream().map(Charset::forName).toList();
    var utf8 = Utf8Census.of(head, 0, head.length);
    if (utf8.inside() >= utf8.outside()) {
      return new Encoding(StandardCharsets.UTF_8, others);
    }
    for (Charset other : others) {
      if (mostLines(head, (from, length) -> decodes(other, head, from, length))) {
        return new Encoding(other, others);
      }
    }
    boolean chinese = mostLines(head, (from, length) -> looksChinese(head, from, length));
    return new Encoding(chinese ? CHINESE : Charsets.detect(head, others), others);
  }

  /** Whether something holds for a stretch of the head. */
  private interface Stretches {
    boolean hold(int from, int length);
  }

  /** Whether it holds for nearly all lines that are not in UTF-8. */
  private static boolean mostLines(byte[] head, Stretches test) {
    int good = 0;
    int bad = 0;
    int from = 0;
    while (from < head.length) {
      int end = from;
      while (end < head.length && head[end] != '\n') {
        end++;
      }
      boolean cut = from > 0 && end == head.length;
      if (!cut && Utf8Census.of(head, from, end - from).outside() > 0) {
        boolean holds = test.hold(from, end - from);
        good += holds ? 1 : 0;
        bad += holds ? 0 : 1;
      }
      from = end + 1;
    }
    return good > 10 * bad;
  }

  /** Reads past the mark that some programs put before UTF-8; how many bytes that are. */
  static int skipMark(InputStream text, byte[] head) throws IOException {
    int length = markLength(head);
    text.skipNBytes(length);
    return length;
  }

  /** How many bytes the mark takes with which the text begins. */
  static int markLength(byte[] head) {
    boolean marked =
        head.length >= 3
            && head[0] == (byte) 0xEF
            && head[1] == (byte) 0xBB
            && head[2] == (byte) 0xBF;
    return marked ? 3 : 0;
  }

  boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  Charset charset() {
    return charset;
  }

  /** The encoding of these bytes of the file; null where none gives them back whole. */
  Charset of(byte[] bytes, int from, int length) {
    var utf8 = Utf8Census.of(bytes, from, length);
    if (utf8.outside() == 0 && (isUtf8() || utf8.characters() >= NO_ACCIDENT)) {
      return StandardCharsets.UTF_8;
    }
    if (!isUtf8()) {
      return decodes(charset, bytes, from, length) ? charset : null;
    }
    if (utf8.inside() >= utf8.outside()) {
      return null;
    }
    if (looksChinese(bytes, from, length) && decodes(CHINESE, bytes, from, length)) {
      return CHINESE;
    }
    return others.stream().filter(c -> decodes(c, bytes, from, length)).findFirst().orElse(null);
  }

  /** These bytes as a person would want to see them, whatever they are. */
  String shown(byte[] bytes, int length) {
    Charset found = of(bytes, 0, length);
    return new String(bytes, 0, length, found == null ? charset : found);
  }

  private static boolean decodes(Charset charset, byte[] bytes, int from, int length) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, length));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** Whether the bytes beyond ASCII stand in pairs as those of common Chinese characters do. */
  private static boolean looksChinese(byte[] bytes, int from, int length) {
    int paired = 0;
    int alone = 0;
    for (int i = from; i < from + length; i++) {
      if (bytes[i] >= 0) {
        continue;
      }
      boolean pair =
          i + 1 < from + length
              && (bytes[i] & 0xFF) >= 0xA1
              && (bytes[i] & 0xFF) <= 0xF7
              && (bytes[i + 1] & 0xFF) >= 0xA1;
      if (pair) {
        paired += 2;
        i++;
      } else {
        alone++;
      }
    }
    return paired > 9 * alone;
  }
}
