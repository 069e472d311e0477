package dev.kolrank.connector.read;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * A specimen after damage.
 *
 * @param text its bytes
 * @param whole the records that no damage touched, where they lie now
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Mutant(byte[] text, List<Specimen.Piece> whole) {

  /** A few of: flipped bytes, cut out, doubled, swapped and strange stretches, a lost end. */
  static Mutant of(Specimen specimen, Random random) {
    var mutant = new Mutant(specimen.text(), specimen.pieces());
    for (int n = random.nextInt(4); n >= 0; n--) {
      mutant = mutant.damaged(random);
    }
    return mutant;
  }

  /** The same, without the records that begin before a place. */
  Mutant behind(int place) {
    return new Mutant(text, whole.stream().filter(p -> p.from() > place).toList());
  }

  private Mutant damaged(Random random) {
    if (text.length < 2) {
      return this;
    }
    int from = random.nextInt(text.length);
    int length = 1 + random.nextInt(random.nextBoolean() ? 4 : 300);
    int to = Math.min(text.length, from + length);
    byte[] stretch = Arrays.copyOfRange(text, from, to);
    return switch (random.nextInt(8)) {
      case 0 -> replaced(from, from + 1, new byte[] {(byte) random.nextInt()});
      case 1 -> replaced(from, from + 1, new byte[] {(byte) (text[from] ^ 1 << random.nextInt(7))});
      case 2 -> replaced(from, to, new byte[0]);
      case 3 -> replaced(from, from, stretch);
      case 4 ->
          replaced(from, from, new byte[] {(byte) "\"{}[],:\n\r\t\0\\".charAt(random.nextInt(12))});
      case 5 -> replaced(from, text.length, new byte[0]);
      case 6 ->
          replaced(
              from, from, "\n<<<<<<< HEAD\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      default -> {
        int other = random.nextInt(text.length);
        yield replaced(from, from + 1, new byte[] {text[other]})
            .replaced(other, other + 1, new byte[] {text[from]});
      }
    };
  }

  private Mutant replaced(int from, int to, byte[] by) {
    var bytes = new ByteArrayOutputStream();
    bytes.write(text, 0, from);
    bytes.writeBytes(by);
    bytes.write(text, to, text.length - to);
    int shift = by.length - (to - from);
    var left = new ArrayList<Specimen.Piece>();
    for (Specimen.Piece piece : whole) {
      if (piece.to() <= from) {
        left.add(piece);
      } else if (piece.from() >= to) {
        left.add(new Specimen.Piece(piece.marker(), piece.from() + shift, piece.to() + shift));
      }
    }
    return new Mutant(bytes.toByteArray(), List.copyOf(left));
  }
}
