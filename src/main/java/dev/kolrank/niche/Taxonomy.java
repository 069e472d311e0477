package dev.kolrank.niche;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The niches known beforehand, each with words in several languages: the anchors of the space in
 * which texts of all languages are compared.
 *
 * @param niches their ids in order; a niche's place is its coordinate
 * @param words token to the coordinates that it speaks for
 * @param categories declared category, lower case, to coordinates
 */
public record Taxonomy(
    List<String> niches, Map<String, List<Seed>> words, Map<String, List<Integer>> categories)
    implements Serializable {

  /** A coordinate and how strongly a token speaks for it. */
  public record Seed(int niche, double weight) implements Serializable {}

  /**
   * The shipped taxonomy.
   *
   * @param tokenizer how texts are cut into tokens; words of several tokens share their weight
   */
  public static Taxonomy load(Function<String, List<String>> tokenizer) {
    Config all =
        ConfigFactory.parseResources(Taxonomy.class, "taxonomy.conf").resolve().getConfig("niches");
    List<String> niches = all.root().keySet().stream().sorted().toList();
    var words = new HashMap<String, List<Seed>>();
    var categories = new HashMap<String, List<Integer>>();
    for (int i = 0; i < niches.size(); i++) {
      Config niche = all.getConfig(niches.get(i));
      for (String language : niche.getConfig("words").root().keySet().stream().sorted().toList()) {
        for (String word : niche.getStringList("words." + language)) {
          List<String> tokens = tokenizer.apply(word);
          for (String token : tokens) {
            var seeds = words.computeIfAbsent(token, t -> new ArrayList<>());
            seeds.add(new Seed(i, 1.0 / tokens.size()));
          }
        }
      }
      for (String category : niche.getStringList("categories")) {
        var of = categories.computeIfAbsent(category, c -> new ArrayList<>());
        of.add(i);
      }
    }
    return new Taxonomy(niches, words, categories);
  }

  /** How strongly a declared category speaks: as much as a handful of words. */
  private static final double CATEGORY_WEIGHT = 5.0;

  /**
   * The coordinates of what an account says, not normalised: logarithm of each token's count times
   * its weight, and the declared category. A token that speaks for many niches says little.
   */
  double[] embed(List<String> tokens, String category) {
    var counts = new HashMap<String, Integer>();
    tokens.forEach(t -> counts.merge(t, 1, Integer::sum));
    var at = new double[niches.size()];
    for (String token : counts.keySet().stream().filter(words::containsKey).sorted().toList()) {
      List<Seed> seeds = words.get(token);
      for (Seed seed : seeds) {
        at[seed.niche()] += Math.log1p(counts.get(token)) * seed.weight() / seeds.size();
      }
    }
    if (category != null) {
      List<Integer> declared =
          categories.getOrDefault(category.toLowerCase(Locale.ROOT), List.of());
      declared.forEach(niche -> at[niche] += CATEGORY_WEIGHT / declared.size());
    }
    return at;
  }

  @Override
  public String toString() {
    return "Taxonomy[%d niches, %d words]".formatted(niches.size(), words.size());
  }
}
