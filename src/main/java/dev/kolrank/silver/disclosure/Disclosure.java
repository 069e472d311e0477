package dev.kolrank.silver.disclosure;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import dev.kolrank.core.UserError;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Markers of advertising and the rules of disclosure, as {@code conf/disclosure.conf} has them. */
public final class Disclosure implements Serializable {
  /** A post with more than these tags tells nothing by the rest. */
  private static final int MOST_TAGS = 200;

  private static final long serialVersionUID = 1;

  /** What evidence calls the platform's own mark. */
  static final String PLATFORM_MARK = "platform mark";

  private final String source;
  private transient volatile Book book;

  /** What was read: held apart, since it is built anew on each executor. */
  private record Book(Phrases<Optional<Marker>> phrases, List<Rule> rules) {}

  private Disclosure(String source) {
    this.source = source;
  }

  /**
   * The operator's file, or where it is missing the one that comes with kolrank.
   *
   * @throws UserError saying what to mend in the file
   */
  public static Disclosure load(Path file) {
    Config config;
    try {
      config =
          Files.exists(file)
              ? ConfigFactory.parseFile(file.toFile())
              : ConfigFactory.parseResources(
                  "dev/kolrank/conf/disclosure.conf",
                  ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException e) {
      throw new UserError("%s is not HOCON: %s".formatted(file, e.getMessage()), e);
    }
    return of(config, file.toString());
  }

  static Disclosure of(Config config, String name) {
    try {
      var disclosure = new Disclosure(config.root().render(ConfigRenderOptions.concise()));
      disclosure.book();
      return disclosure;
    } catch (ConfigException | IllegalArgumentException e) {
      throw new UserError("%s: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** The names of its rules. */
  public Set<String> rules() {
    return book().rules().stream().map(Rule::name).collect(Collectors.toSet());
  }

  private Book book() {
    Book read = book;
    if (read == null) {
      read = read(ConfigFactory.parseString(source));
      book = read;
    }
    return read;
  }

  private static Book read(Config config) {
    var phrases = new HashMap<String, Optional<Marker>>();
    for (Config m : config.getConfigList("markers")) {
      String phrase = m.getString("marker");
      var marker =
          new Marker(
              phrase,
              m.getStringList("country"),
              m.getBoolean("disclosure"),
              m.hasPath("weak") && m.getBoolean("weak"));
      if (phrases.put(phrase, Optional.of(marker)) != null) {
        throw new IllegalArgumentException("the marker %s stands twice".formatted(phrase));
      }
    }
    // the longest phrase wins, so a denial hides the marker within it
    config.getStringList("denials").forEach(d -> phrases.put(d, Optional.empty()));
    var rules = new ArrayList<Rule>();
    for (String name : new TreeSet<>(config.getObject("rules").keySet())) {
      Config r = config.getConfig("rules").getConfig(name);
      rules.add(
          new Rule(
              name,
              r.getStringList("countries"),
              r.getInt("within"),
              r.getInt("tags-before"),
              r.getBoolean("platform-mark")));
    }
    return new Book(new Phrases<>(phrases), List.copyOf(rules));
  }

  /**
   * What a post tells of being paid.
   *
   * @param marked the platform's mark
   * @param addresses whether it names an account or holds a link
   */
  public Finding of(
      String title, String text, List<String> tags, boolean marked, boolean addresses) {
    var hits = new ArrayList<Hit>();
    String caption = fold(text);
    find(fold(title), hits);
    find(caption, hits);
    for (int i = 0; i < Math.min(tags.size(), MOST_TAGS); i++) {
      String tag = "#" + fold(tags.get(i)).replaceFirst("^#", "");
      // where a tag stands in the caption, its place there counts
      if (!caption.contains(tag)) {
        find(tag, i, hits);
      }
    }
    hits.removeIf(h -> h.marker().weak() && !addresses);
    return hits.isEmpty() && !marked ? Finding.NOTHING : finding(hits, marked);
  }

  private Finding finding(List<Hit> hits, boolean marked) {
    boolean told = hits.stream().anyMatch(h -> h.marker().discloses());
    Finding.Promotion promotion =
        marked
            ? Finding.Promotion.PLATFORM
            : told ? Finding.Promotion.MARKER : Finding.Promotion.HINT;
    List<String> met =
        book().rules().stream()
            .filter(r -> (marked && r.platformMark()) || hits.stream().anyMatch(r::accepts))
            .map(Rule::name)
            .toList();
    var evidence = new ArrayList<String>();
    if (marked) {
      evidence.add(PLATFORM_MARK);
    }
    hits.stream()
        .map(h -> h.marker().phrase())
        .distinct()
        .sorted(Comparator.naturalOrder())
        .forEach(evidence::add);
    return new Finding(Optional.of(promotion), met, List.copyOf(evidence));
  }

  private void find(String folded, List<Hit> hits) {
    for (var match : book().phrases().in(folded)) {
      if (match.value().isPresent()) {
        Marker marker = match.value().get();
        boolean tag = marker.phrase().startsWith("#");
        int before = tag ? hashtags(folded, match.from()) : 0;
        hits.add(new Hit(marker, match.from(), before));
      }
    }
  }

  /** A tag that the source keeps apart from the caption: its place among the tags is known. */
  private void find(String tag, int before, List<Hit> hits) {
    for (var match : book().phrases().in(tag)) {
      if (match.from() == 0 && match.to() == tag.length()) {
        match.value().ifPresent(marker -> hits.add(new Hit(marker, 0, before)));
      }
    }
  }

  private static int hashtags(String text, int end) {
    int count = 0;
    for (int i = 0; i < end; i++) {
      count += text.charAt(i) == '#' ? 1 : 0;
    }
    return count;
  }

  private static String fold(String text) {
    if (text == null) {
      return "";
    }
    String form =
        Normalizer.isNormalized(text, Normalizer.Form.NFKC)
            ? text
            : Normalizer.normalize(text, Normalizer.Form.NFKC);
    return form.toLowerCase(Locale.ROOT);
  }

  /** All that the findings depend on. */
  @Override
  public String toString() {
    return "Disclosure[" + source + "]";
  }
}
