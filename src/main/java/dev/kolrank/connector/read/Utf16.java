package dev.kolrank.connector.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.io.input.ReaderInputStream;

/** Files in UTF-16 or UTF-32, whose line feeds are no single bytes: read as if they were UTF-8. */
final class Utf16 {
  private static final int LOOKED = 16;
  private static final int LEAST = 4;

  private Utf16() {}

  /** The same text in UTF-8, where it is in one of those; what is damaged in it becomes NUL. */
  static BufferedInputStream asUtf8(BufferedInputStream text) throws IOException {
    text.mark(LOOKED);
    byte[] head = text.readNBytes(LOOKED);
    text.reset();
    Charset wide = head.length < LEAST ? null : wide(head);
    if (wide == null) {
      return text;
    }
    var decoder =
        wide.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith("\0");
    var reader = new InputStreamReader(text, decoder);
    return new BufferedInputStream(
        ReaderInputStream.builder().setReader(reader).setCharset(StandardCharsets.UTF_8).get());
  }

  /**
   * By its mark, or by ASCII characters, as JSON and headers begin with: the first and half of the
   * first few, since one may come of a NUL in a damaged line.
   */
  private static Charset wide(byte[] head) {
    for (var guess : List.of("UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE")) {
      Charset charset = Charset.forName(guess);
      String start = new String(head, 0, head.length - head.length % LEAST, charset);
      // some decoders keep the mark, others swallow it
      char first = start.isEmpty() ? '\uFEFF' : start.charAt(0);
      if (first == '\uFEFF' || (isAscii(first) && isText(start))) {
        return charset;
      }
    }
    return null;
  }

  private static boolean isText(String start) {
    return start.chars().noneMatch(c -> c == 0 || c == 0xFFFD)
        && 2 * start.chars().filter(Utf16::isAscii).count() >= start.length();
  }

  private static boolean isAscii(int c) {
    return c >= '\t' && c < 127;
  }
}
