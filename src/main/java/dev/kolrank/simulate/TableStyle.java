package dev.kolrank.simulate;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How a table is written.
 *
 * @param marked whether it begins with a byte order mark
 * @param header the names in the first line where they are not those of the fields, else empty
 * @param twice whether the text was encoded as UTF-8, taken for Windows-1252, and encoded again
 */
record TableStyle(
    Charset charset, boolean marked, char separator, List<String> header, boolean twice) {
  static final TableStyle PLAIN =
      new TableStyle(StandardCharsets.UTF_8, false, ',', List.of(), false);

  /** As Python's encoding utf-8-sig. */
  static final TableStyle MARKED =
      new TableStyle(StandardCharsets.UTF_8, true, ',', List.of(), false);

  static final TableStyle TABBED =
      new TableStyle(StandardCharsets.UTF_8, false, '\t', List.of(), false);

  TableStyle in(Charset other) {
    return new TableStyle(other, marked, separator, header, twice);
  }

  /** Names above the fields, of which several may be the same. */
  TableStyle headed(List<String> names) {
    return new TableStyle(charset, marked, separator, names, twice);
  }

  TableStyle encodedTwice() {
    return new TableStyle(charset, marked, separator, header, true);
  }
}
