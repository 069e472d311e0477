package dev.kolrank.simulate;

import java.nio.charset.Charset;
import java.util.stream.Collectors;

/** A character encoding that does not have every character. */
record Encoding(Charset charset) {
  static final Encoding GBK = new Encoding(Charset.forName("GBK"));
  static final Encoding WINDOWS = new Encoding(Charset.forName("windows-1252"));

  /** What of the text the encoding has; the rest is lost on the way into the file. */
  String kept(String text) {
    var encoder = charset.newEncoder();
    return text.codePoints()
        .mapToObj(Character::toString)
        .filter(encoder::canEncode)
        .collect(Collectors.joining());
  }
}
