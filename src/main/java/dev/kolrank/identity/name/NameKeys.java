package dev.kolrank.identity.name;

import java.util.List;

/**
 * The keys of a display name.
 *
 * @param written as it stands, without blanks around it
 * @param words the folded words, one blank between them ("李子柒 liziqi")
 * @param folded the words without blanks
 * @param latin the words in Latin letters, each once, without blanks ("liziqi")
 */
public record NameKeys(String written, String words, String folded, String latin) {

  /** The folded words of any text, one blank between them; null if it has nothing to read. */
  public static String wordsOf(String text) {
    return Words.of(text);
  }

  /** The words in Latin letters, each Chinese sign a word: what initials are taken from. */
  public List<String> latinWords() {
    return Romanisation.apart(words);
  }

  /** The keys; null for a name that is null or has nothing to read. */
  public static NameKeys of(String name) {
    String words = Words.of(name);
    return words == null
        ? null
        : new NameKeys(name.strip(), words, words.replace(" ", ""), Romanisation.of(words));
  }
}
