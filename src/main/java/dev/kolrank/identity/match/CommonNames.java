package dev.kolrank.identity.match;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that very many people of the world bear. A lake of few accounts cannot know that: that two
 * of its accounts share one says next to nothing.
 */
public final class CommonNames implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final CommonNames SHIPPED =
      of(ConfigFactory.parseResources("dev/kolrank/identity/common.conf"));

  private final HashSet<String> names = new HashSet<>();

  /** Names as they are compared, in any script and in Latin letters. */
  CommonNames(Set<String> names) {
    this.names.addAll(names);
  }

  /** Those of {@code common.conf}. */
  public static CommonNames shipped() {
    return SHIPPED;
  }

  private static CommonNames of(Config known) {
    Set<String> names = new HashSet<>();
    known.getStringList("words").forEach(word -> names.addAll(Spelling.names(word)));
    Config languages = known.getConfig("languages");
    for (String language : languages.root().keySet()) {
      List<String> given = languages.getConfig(language).getStringList("given");
      List<String> family = languages.getConfig(language).getStringList("family");
      given.forEach(name -> names.addAll(Spelling.names(name)));
      family.forEach(name -> names.addAll(Spelling.names(name)));
      for (String one : given) {
        for (String other : family) {
          names.addAll(Spelling.names(one + " " + other));
          names.addAll(Spelling.names(other + " " + one));
          // a name of signs has no blank inside
          names.addAll(Spelling.names(other + one));
        }
      }
    }
    return new CommonNames(names);
  }

  /** Whether very many bear the name, given as it is compared. */
  public boolean contains(String name) {
    return names.contains(name);
  }
}
