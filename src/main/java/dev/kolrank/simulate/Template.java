package dev.kolrank.simulate;

import java.util.List;

/** Fills the blanks of a sentence. */
final class Template {
  private Template() {}

  /** Fills {a} and {b} with words of a niche and {n} with a small number. */
  static String words(String template, Niche niche, Language language, Draw draw) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    List<String> words = niche.words().get(language);
    String first = word(words, draw);
    String second = word(words, draw);
    while (second.equals(first)) {
      second = draw.pick(words);
    }
    return template
        .replace("{a}", first)
        .replace("{b}", second)
        .replace("{n}", String.valueOf(draw.whole(3, 31)));
  }

  /** Early words of a list come more often. */
  static String word(List<String> words, Draw draw) {
    double place = draw.uniform();
    return words.get((int) (place * StrictMath.sqrt(place) * words.size()));
  }

  static String name(String template, String name) {
    return template.replace("{name}", name);
  }

  static String person(String template, Name name, String label) {
    return template.replace("{given}", name.given()).replace("{label}", label);
  }
}
