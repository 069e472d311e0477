package dev.kolrank.simulate;

import com.typesafe.config.Config;
import java.util.List;
import java.util.Locale;

/** The names of one language; different ranks give different names until all are used. */
record NamePool(Language language, List<Part> family, List<Part> given) {
  private static final double GOLDEN = 0.618;

  /** A written part of a name and its Latin letters. */
  record Part(String written, String latin) {
    static Part of(String line) {
      int space = line.lastIndexOf(' ');
      return new Part(line.substring(0, space), line.substring(space + 1));
    }

    Part join(Part next) {
      return new Part(written + next.written, latin + next.latin);
    }
  }

  static NamePool of(Language language, Config config) {
    return new NamePool(
        language,
        config.getStringList("family").stream().map(Part::of).toList(),
        config.getStringList("given").stream().map(Part::of).toList());
  }

  /** The name of the person with this rank among those who speak the language. */
  Name at(int rank, long seed) {
    boolean syllables = language == Language.ZH || language == Language.KO;
    long first = syllables ? (long) given.size() * given.size() : given.size();
    long size = first * family.size();
    long slot = Math.floorMod(rank * step(size) + (seed & 0xFFFFF), size);
    Part surname = family.get((int) (slot / first));
    int chosen = (int) (slot % first);
    Part name = given.get(chosen % given.size());
    if (syllables) {
      name = name.join(given.get(chosen / given.size()));
    }
    long cycle = rank / size;
    return name(surname, name, cycle == 0 ? "" : String.valueOf(cycle + 1));
  }

  /** Without a common divisor, so that steps of it visit every name before one returns. */
  private static long step(long size) {
    long step = (long) (size * GOLDEN);
    while (divisor(step, size) > 1) {
      step++;
    }
    return step;
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }

  private Name name(Part surname, Part name, String digits) {
    boolean surnameFirst = language != Language.EN && language != Language.ES;
    String full =
        surnameFirst
            ? surname.written() + name.written()
            : name.written() + " " + surname.written();
    String core =
        language == Language.ZH || language == Language.KO
            ? surname.latin() + name.latin()
            : name.latin() + surname.latin();
    return new Name(
        full,
        full,
        name.written(),
        capital(name.latin()) + " " + capital(surname.latin()),
        core + digits,
        name.latin() + "_" + surname.latin() + digits);
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
