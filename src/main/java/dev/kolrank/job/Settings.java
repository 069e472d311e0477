package dev.kolrank.job;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.kolrank.core.Problems;
import dev.kolrank.core.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What conf/kolrank.conf and the user's own file say, checked against each other. */
public final class Settings {
  /** Keys below which a user writes names of his own. */
  private static final List<String> OPEN = List.of("spark", "small-night.spark", "crawl.sources");

  private final Config config;
  private final Config given;

  private Settings(Config given) {
    this.given = given;
    this.config = given.withFallback(reference()).resolve();
  }

  /** The defaults alone. */
  public static Settings defaults() {
    return new Settings(ConfigFactory.empty());
  }

  /**
   * The defaults, overridden by {@code file} where given.
   *
   * @throws UserError naming every unknown key and every value of a wrong type
   */
  public static Settings load(Optional<Path> file) {
    if (file.isEmpty()) {
      return defaults();
    }
    Path path = file.get();
    if (!Files.isRegularFile(path)) {
      throw new UserError("--conf names no file: " + path);
    }
    try {
      var options = ConfigParseOptions.defaults().setAllowMissing(false);
      Config given = ConfigFactory.parseFile(path.toFile(), options).resolve();
      var problems = new Problems();
      verify(path, given, problems);
      problems.stopIfAny();
      return new Settings(given);
    } catch (ConfigException e) {
      throw new UserError("%s is not HOCON: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static Config reference() {
    return ConfigFactory.parseResources("dev/kolrank/conf/kolrank.conf").resolve();
  }

  private static void verify(Path file, Config given, Problems problems) {
    Config known = reference();
    for (Map.Entry<String, ConfigValue> entry : given.entrySet()) {
      String key = entry.getKey();
      if (OPEN.stream().anyMatch(open -> key.startsWith(open + "."))) {
        continue;
      }
      if (!known.hasPathOrNull(key)) {
        problems.add(
            "%s, %s".formatted(file, key),
            "no such key",
            "did you mean " + nearest(key, known) + "?");
      } else if (!sameType(known.getValue(key), entry.getValue())) {
        problems.add(
            "%s, %s".formatted(file, key),
            "it is a " + name(entry.getValue()),
            "write a " + name(known.getValue(key)));
      }
    }
  }

  private static boolean sameType(ConfigValue known, ConfigValue given) {
    return known.valueType() == given.valueType();
  }

  private static String name(ConfigValue value) {
    return value.valueType().name().toLowerCase(Locale.ROOT);
  }

  private static String nearest(String key, Config known) {
    var distance = LevenshteinDistance.getDefaultInstance();
    return paths(known).stream()
        .min((a, b) -> Integer.compare(distance.apply(key, a), distance.apply(key, b)))
        .orElse("");
  }

  private static List<String> paths(Config known) {
    return known.entrySet().stream()
        .map(Map.Entry::getKey)
        .filter(k -> !k.startsWith("spark."))
        .sorted()
        .toList();
  }

  public String text(String key) {
    return read(key, config::getString);
  }

  public int whole(String key) {
    return read(key, config::getInt);
  }

  public double number(String key) {
    return read(key, config::getDouble);
  }

  public List<Double> numbers(String key) {
    return read(key, config::getDoubleList);
  }

  public List<String> names(String key) {
    return read(key, config::getStringList);
  }

  /**
   * The file or folder that a key names: the default, which may be missing, lies where kolrank was
   * started from, wherever the user is; one that the user names must be there.
   *
   * @throws UserError when it is not
   */
  public Path place(String key) {
    String named = text(key);
    if (!given.hasPath(key)) {
      return Path.of(System.getProperty("kolrank.home", "")).resolve(named);
    }
    if (!Files.exists(Path.of(named))) {
      throw new UserError("%s names nothing that is there: %s".formatted(key, named));
    }
    return Path.of(named);
  }

  private static <T> T read(String key, Function<String, T> reader) {
    try {
      return reader.apply(key);
    } catch (ConfigException e) {
      throw new UserError("%s: %s".formatted(key, told(e)), e);
    }
  }

  /** Without where in which file it was read, of which the fault has its own words. */
  private static String told(ConfigException fault) {
    return fault.getMessage().replaceFirst("^.*?: \\d+: ", "");
  }

  /** The numbers below {@code key}, by name. */
  public Map<String, Double> numbersBy(String key) {
    var numbers = new TreeMap<String, Double>();
    texts(key).keySet().forEach(name -> numbers.put(name, number(key + "." + name)));
    return numbers;
  }

  /** What is read of each entry of a list of objects. */
  public <T> List<T> objects(String key, Function<Config, T> reader) {
    return read(key, k -> config.getConfigList(k).stream().map(reader).toList());
  }

  /** The texts below {@code key}, by their full path under it. */
  public Map<String, String> texts(String key) {
    var texts = new TreeMap<String, String>();
    for (var entry : config.getConfig(key).entrySet()) {
      if (entry.getValue().valueType() != ConfigValueType.NULL) {
        String name = String.join(".", ConfigUtil.splitPath(entry.getKey()));
        texts.put(name, entry.getValue().unwrapped().toString());
      }
    }
    return texts;
  }
}
