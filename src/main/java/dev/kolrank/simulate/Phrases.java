package dev.kolrank.simulate;

import com.typesafe.config.Config;
import java.util.List;

/** The sentences of one language, with {@code {a}} and the like left open. */
record Phrases(
    List<String> titles,
    List<String> bodies,
    List<String> ads,
    List<String> disclosures,
    List<String> bios,
    List<String> suffixes,
    List<String> stage,
    List<String> fanNames,
    List<String> fanBios,
    List<String> positive,
    List<String> negative,
    List<String> neutral,
    List<String> commenterFirst,
    List<String> commenterLast) {

  static Phrases of(Config language) {
    return new Phrases(
        language.getStringList("titles"),
        language.getStringList("bodies"),
        language.getStringList("ads"),
        language.getStringList("disclosures"),
        language.getStringList("bios"),
        language.getStringList("suffixes"),
        language.getStringList("stage"),
        language.getStringList("fan-names"),
        language.getStringList("fan-bios"),
        language.getStringList("positive"),
        language.getStringList("negative"),
        language.getStringList("neutral"),
        language.getStringList("commenter-first"),
        language.getStringList("commenter-last"));
  }
}
