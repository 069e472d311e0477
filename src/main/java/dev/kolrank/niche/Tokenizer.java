package dev.kolrank.niche;

import java.io.Serializable;
import java.util.List;

/** How texts are cut into tokens; its {@code toString} names it in fingerprints. */
public interface Tokenizer extends Serializable {

  /** The tokens in order; none for null. */
  List<String> of(String text);
}
