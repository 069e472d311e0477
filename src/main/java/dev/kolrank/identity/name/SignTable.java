package dev.kolrank.identity.name;

import com.ibm.icu.text.Transliterator;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What an ICU transliterator makes of single code points, remembered: one call of it costs as much
 * as folding a hundred names.
 */
final class SignTable {
  private static final int SIZE = 0x32000;

  private final String id;
  private final AtomicReferenceArray<String> known = new AtomicReferenceArray<>(SIZE);
  private volatile Transliterator transliterator;

  SignTable(String id) {
    this.id = id;
  }

  /** What becomes of the code point; itself where the transliterator knows no better. */
  String of(int c) {
    if (c >= SIZE) {
      return Character.toString(c);
    }
    String found = known.get(c);
    if (found == null) {
      // two threads that come at once find the same
      found = transliterator().transliterate(Character.toString(c));
      known.set(c, found);
    }
    return found;
  }

  /** What becomes of a text whose signs depend on each other. */
  String of(String text) {
    return transliterator().transliterate(text);
  }

  private Transliterator transliterator() {
    Transliterator made = transliterator;
    if (made == null) {
      made = Transliterator.getInstance(id);
      transliterator = made;
    }
    return made;
  }
}
