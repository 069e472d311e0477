package dev.kolrank.connector.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A sound file of invented records, each with a marker that no other text holds.
 *
 * @param name its name, with the ending of its format
 * @param text its bytes before any packing
 * @param pieces its records, in order
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Specimen(String name, byte[] text, List<Piece> pieces) {

  /**
   * Where a record lies.
   *
   * @param from its first byte
   * @param to the byte behind its last
   */
  record Piece(String marker, int from, int to) {}

  private static final String[] WORDS = {
    "soup", "家常菜", "naïve", "😀", "a, b", "say \\\"hi\\\"", "}, {", "]", "x\\ny", "#味道", "<br>"
  };

  /** Formats that {@link #of} knows. */
  static final int FORMATS = 9;

  /** A file of the given format. */
  static Specimen of(int format, Random random) {
    int count = 1 + random.nextInt(40);
    boolean posix = random.nextBoolean();
    String end = posix ? "\n" : "\r\n";
    return switch (format) {
      case 0 -> json("a.jsonl", random, count, "", end, end);
      case 1 -> json("a.json", random, count, "[", ",", "]");
      case 2 -> json("a.json", random, count, "[" + end, "," + end, end + "]" + end);
      case 3 -> json("a.json", random, count, "{\"next\":1,\"items\":[", ",", "],\"n\":2}");
      case 4 -> indented("a.json", random, count, "[\n", "]\n", "  ");
      case 5 ->
          indented(
              "a.json", random, count, "{\n  \"kind\": 1,\n  \"items\": [\n", "  ]\n}\n", "    ");
      case 6 -> table("a.csv", random, count, ',', end);
      case 7 -> table("a.tsv", random, count, '\t', end);
      default -> indented("a.json", random, count, "", "", "");
    };
  }

  private static Specimen json(
      String name, Random random, int count, String before, String between, String after) {
    return build(
        name,
        out -> out.text(before),
        count,
        (i, out) -> {
          out.piece(random, marker -> record(marker, random, "", ""));
          out.text(i < count - 1 ? between : after);
        });
  }

  private static Specimen indented(
      String name, Random random, int count, String before, String after, String indent) {
    boolean inArray = !before.isEmpty();
    return build(
        name,
        out -> out.text(before),
        count,
        (i, out) -> {
          out.text(indent);
          out.piece(random, marker -> record(marker, random, "\n" + indent, "  "));
          out.text((inArray && i < count - 1 ? "," : "") + "\n" + (i == count - 1 ? after : ""));
        });
  }

  private static String record(String marker, Random random, String line, String deeper) {
    String inner = line.isEmpty() ? "" : line + deeper;
    return "{%s\"id\": \"%s\",%s\"a\": \"%s\",%s\"n\": [%d, {\"x\": %s}]%s}"
        .formatted(
            inner,
            marker,
            inner,
            words(random),
            inner,
            random.nextInt(),
            random.nextBoolean(),
            line);
  }

  private static String words(Random random) {
    var text = new StringBuilder();
    for (int n = random.nextInt(12); n >= 0; n--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.toString();
  }

  private static Specimen table(String name, Random random, int count, char separator, String end) {
    String header = "id" + separator + "a" + separator + "b c" + separator + "d" + end;
    return build(
        name,
        out -> out.text(header),
        count,
        (i, out) ->
            out.piece(
                random,
                marker ->
                    marker
                        + separator
                        + cell(random)
                        + separator
                        + cell(random)
                        + separator
                        + random.nextInt(99)
                        + end));
  }

  private static String cell(Random random) {
    String text = words(random).replace("\\n", "\n").replace("\\\"", "\"");
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '\t' || c == '"' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Writes one record and what follows it. */
  private interface Writing {
    void write(int i, Sheet out);
  }

  private static Specimen build(String name, Consumer<Sheet> before, int count, Writing records) {
    var sheet = new Sheet();
    before.accept(sheet);
    for (int i = 0; i < count; i++) {
      records.write(i, sheet);
    }
    return new Specimen(name, sheet.bytes.toByteArray(), sheet.pieces);
  }

  /** A file being written. */
  private static final class Sheet {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Piece> pieces = new ArrayList<>();

    void text(String text) {
      bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void piece(Random random, java.util.function.UnaryOperator<String> text) {
      int from = bytes.size();
      String marker = "m%d-%08x".formatted(pieces.size(), random.nextInt());
      text(text.apply(marker));
      pieces.add(new Piece(marker, from, bytes.size()));
    }
  }
}
