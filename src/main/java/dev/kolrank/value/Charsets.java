package dev.kolrank.value;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells in which encoding a file is written, from its first bytes. */
public final class Charsets {

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int BUFFER = 8192;

  private Charsets() {}

  /**
   * The encoding that a byte order mark names; else UTF-8 or the first of the candidates that
   * decodes every byte (a character cut at the end of the head is forgiven); else windows-1252, or
   * ISO-8859-1 where the head has bytes that windows-1252 leaves undefined.
   *
   * <p>GBK decodes most Latin text too: name it as a candidate for sources that use it only.
   */
  public static Charset detect(byte[] head, List<Charset> candidates) {
    if (head == null) {
      return StandardCharsets.UTF_8;
    }
    Charset marked = byteOrderMark(head);
    if (marked != null) {
      return marked;
    }
    if (decodes(StandardCharsets.UTF_8, head)) {
      return StandardCharsets.UTF_8;
    }
    if (candidates != null) {
      for (Charset candidate : candidates) {
        if (decodes(candidate, head)) {
          return candidate;
        }
      }
    }
    return decodes(WINDOWS_1252, head) ? WINDOWS_1252 : StandardCharsets.ISO_8859_1;
  }

  private static Charset byteOrderMark(byte[] head) {
    if (startsWith(head, 0xef, 0xbb, 0xbf)) {
      return StandardCharsets.UTF_8;
    }
    if (startsWith(head, 0xff, 0xfe, 0, 0)) {
      return Charset.forName("UTF-32LE");
    }
    if (startsWith(head, 0, 0, 0xfe, 0xff)) {
      return Charset.forName("UTF-32BE");
    }
    if (startsWith(head, 0xff, 0xfe)) {
      return StandardCharsets.UTF_16LE;
    }
    return startsWith(head, 0xfe, 0xff) ? StandardCharsets.UTF_16BE : null;
  }

  private static boolean startsWith(byte[] head, int... mark) {
    if (head.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((head[i] & 0xff) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean decodes(Charset charset, byte[] head) {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(head);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    while (true) {
      CoderResult result = decoder.decode(in, out, false);
      if (result.isError()) {
        return false;
      }
      if (result.isUnderflow()) {
        return true;
      }
      out.clear();
    }
  }
}
