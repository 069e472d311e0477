package dev.kolrank.connector.inspect;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.core.Field;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words by which crawlers name what a column holds, from {@code synonyms.conf}. */
final class Synonyms {
  private static final Config WORDS =
      ConfigFactory.parseResources(Synonyms.class, "synonyms.conf").resolve();
  private static final List<String> PEOPLE =
      WORDS.getStringList("people").stream().map(Synonyms::plain).toList();
  private static final int LEAST_PART = 4;

  private final Map<String, Map<String, Integer>> byColumn = new HashMap<>();

  Synonyms() {
    for (Kind kind : Kind.values()) {
      for (Field column : kind.columns()) {
        String key = kind.label() + "." + column.name();
        var ranks = new HashMap<String, Integer>();
        ranks.put(plain(column.name()), 0);
        if (WORDS.hasPath(key)) {
          List<String> words = WORDS.getStringList(key);
          for (int i = 0; i < words.size(); i++) {
            ranks.putIfAbsent(plain(words.get(i)), i);
          }
        }
        byColumn.put(key, ranks);
      }
    }
  }

  /** How well a field's name says that it holds the column, from 0 to 1. */
  double score(Kind kind, Field column, FieldSample field) {
    Map<String, Integer> words = byColumn.get(kind.label() + "." + column.name());
    List<String> path = field.path().stream().map(Synonyms::plain).toList();
    String joined = "";
    double best = 0;
    for (int i = path.size() - 1; i >= 0; i--) {
      joined = path.get(i) + joined;
      Integer rank = words.get(joined);
      if (rank != null) {
        best = Math.max(best, 1 - 0.2 * rank / words.size() + (i < path.size() - 1 ? 0.05 : 0));
      }
    }
    return best > 0 ? best : partial(words.keySet(), field.lastName());
  }

  /** Whether the name begins or ends with whole words that name the column. */
  private static double partial(Set<String> words, String name) {
    List<String> parts =
        Arrays.stream(name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2").split("[^\\p{L}\\p{N}]+", -1))
            .map(Synonyms::plain)
            .filter(part -> !part.isEmpty())
            .toList();
    for (int i = 1; i < parts.size(); i++) {
      String first = String.join("", parts.subList(0, i));
      String last = String.join("", parts.subList(i, parts.size()));
      if ((first.length() >= LEAST_PART && words.contains(first))
          || (last.length() >= LEAST_PART && words.contains(last))) {
        return 0.5;
      }
    }
    return 0;
  }

  /** Whether the name says that the field is a person's, as in author.name and ownerUsername. */
  static boolean isOfPerson(FieldSample field) {
    return field.path().stream()
        .map(Synonyms::plain)
        .anyMatch(name -> PEOPLE.stream().anyMatch(name::startsWith));
  }

  /** Letters and digits in lower case, without accents. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .mapToObj(Character::toString)
        .collect(Collectors.joining())
        .toLowerCase(Locale.ROOT);
  }
}
