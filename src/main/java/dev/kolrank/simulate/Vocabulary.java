package dev.kolrank.simulate;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everything that the simulated people can say, read from the resources of this package. */
record Vocabulary(
    List<Niche> niches,
    Map<Language, Phrases> phrases,
    Map<Language, NamePool> names,
    List<String> brands,
    List<String> emoji) {

  static Vocabulary load() {
    Config words = resource("vocabulary.conf");
    Config sentences = resource("phrases.conf");
    Config people = resource("names.conf");
    Map<Language, Phrases> phrases = new EnumMap<>(Language.class);
    Map<Language, NamePool> names = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      phrases.put(language, Phrases.of(sentences.getConfig(language.code())));
      names.put(language, NamePool.of(language, people.getConfig(language.code())));
    }
    return new Vocabulary(
        niches(words),
        phrases,
        names,
        sentences.getStringList("brands"),
        sentences.getStringList("emoji"));
  }

  Niche niche(String id) {
    return niches.stream()
        .filter(niche -> niche.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no niche " + id));
  }

  private static List<Niche> niches(Config words) {
    return words.root().keySet().stream()
        .map(id -> niche(id, words.getConfig(id)))
        .sorted(Comparator.comparing(Niche::id))
        .toList();
  }

  private static Niche niche(String id, Config config) {
    Map<Language, List<String>> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      words.put(language, config.getStringList(language.code()));
    }
    return new Niche(
        id,
        config.getString("label"),
        config.getString("label-zh"),
        config.getString("youtube-category"),
        config.getString("topic"),
        words);
  }

  private static Config resource(String name) {
    return ConfigFactory.parseResources(Vocabulary.class, name);
  }
}
