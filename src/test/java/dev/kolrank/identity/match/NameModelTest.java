package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameModelTest {

  /** Runs of these names that at least five have, as the night counts them. */
  private static NameModel of(List<String> names) {
    Map<String, Long> grams = new HashMap<>();
    for (String name : names) {
      String marked = NameModel.marked(name);
      for (int from = 0; from < marked.length(); from++) {
        for (int to = from + 1; to <= Math.min(marked.length(), from + NameModel.ORDER); to++) {
          grams.merge(marked.substring(from, to), 1L, Long::sum);
        }
      }
    }
    grams.entrySet().removeIf(e -> e.getKey().length() > 1 && e.getValue() < 5);
    return new NameModel(grams);
  }

  /** A hundred names; every fifth begins with "maria". */
  private static List<String> names() {
    return IntStream.range(0, 100)
        .mapToObj(
            i -> {
              String rest = "" + letter(i * 7) + letter(i * 11 + 3) + letter(i * 5 + 1) + letter(i);
              return i % 5 == 0 ? "maria" + rest : rest + letter(i * 3) + letter(i * 13);
            })
        .toList();
  }

  private static char letter(int i) {
    return (char) ('a' + i % 23);
  }

  private static double bits(NameModel model, String stretch) {
    return model.surprise(stretch).of(0, stretch.length());
  }

  @Test
  void aNameThatManyBearSaysAboutAsMuchAsItsShare() {
    NameModel model = of(names());
    double bits = bits(model, NameModel.BEGIN + "maria");
    assertEquals(Math.log(5) / Math.log(2), bits, 3.5, "one in five has it, and a name begins");
    assertTrue(bits(model, NameModel.BEGIN + "moxiq") > bits + 8);
  }

  @Test
  void aDigitIsOneOfTenHoweverRareNumbersAre() {
    double ten = Math.log(10) / Math.log(2);
    NameModel model = of(names());
    assertEquals(2 * ten, bits(model, "10"), 1e-9);
    assertTrue(bits(model, "\u044f") > ten, "a letter never seen surprises more");
  }

  @Test
  void aNameOfOnePersonStaysRareThoughAllHerAccountsBearIt() {
    var names = new ArrayList<>(names());
    double before = bits(of(names), "wtpmkfc");
    names.addAll(List.of("wtpmkfc", "wtpmkfctv", "realwtpmkfc"));
    assertEquals(before, bits(of(names), "wtpmkfc"), 10, "not the 39 bits of the whole");
  }
}
