package dev.kolrank.simulate;

import java.util.List;
import java.util.Map;

/** A field of influence and its words, most typical first. */
record Niche(
    String id,
    String label,
    String labelZh,
    String category,
    String topic,
    Map<Language, List<String>> words) {

  String label(Language language) {
    return language == Language.ZH ? labelZh : label;
  }
}
