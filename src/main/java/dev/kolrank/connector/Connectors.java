package dev.kolrank.connector;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import dev.kolrank.core.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/** Every connector: those shipped, those an operator added, and the folders mapped onto them. */
public final class Connectors {
  /** The mapping files inside the program. */
  static final List<String> SHIPPED =
      List.of(
          "apify-instagram",
          "apify-tiktok",
          "apify-youtube",
          "bilibili-rank",
          "brightdata-facebook",
          "brightdata-x",
          "buzzfeed-facebook",
          "creator-atlas-tiktok",
          "crowdtangle",
          "facebook-scraper",
          "fivethirtyeight-x",
          "instaloader",
          "jianshu",
          "mediacrawler-bili",
          "mediacrawler-douyin",
          "mediacrawler-kuaishou",
          "mediacrawler-tieba",
          "mediacrawler-weibo",
          "mediacrawler-xhs",
          "mediacrawler-zhihu",
          "tiktok-scraper",
          "tiktok-web-api",
          "top1000-instagram",
          "top1000-tiktok",
          "top1000-youtube",
          "twitch-helix",
          "twitch-sullygnome",
          "twitch-tracker",
          "twscrape",
          "vtbs-moe",
          "vtuber-tracking",
          "weibo-cn",
          "weibo-crawler",
          "x-api",
          "xiaohongshu-notes",
          "youtube-api",
          "youtube-trending",
          "yt-dlp",
          "zhihu-users");

  private final Map<String, Connector> byFolder;
  private final List<Connector> added;

  private Connectors(Map<String, Connector> byFolder, List<Connector> added) {
    this.byFolder = new TreeMap<>(byFolder);
    this.added = List.copyOf(added);
  }

  /**
   * Loads them all.
   *
   * @param added folder of further mapping files, {@code <name>.conf}; may be absent
   * @param folders source folder to the connector that reads it, for folders named otherwise
   */
  public static Connectors load(
      Optional<Path> added, Map<String, String> folders, Problems problems) {
    var all = new TreeMap<String, Connector>();
    for (String name : SHIPPED) {
      put(all, name, ConfigFactory.parseResources(Connectors.class, name + ".conf"), problems);
    }
    var own = new TreeMap<String, Connector>();
    added.filter(Files::isDirectory).ifPresent(folder -> loadFolder(folder, own, problems));
    all.putAll(own);
    folders.forEach(
        (folder, name) -> {
          Connector connector = all.get(name);
          if (connector == null) {
            problems.add(
                "crawl.sources." + folder,
                "no connector is called " + name,
                "they are " + all.keySet());
          } else {
            all.put(folder, connector);
          }
        });
    return new Connectors(all, List.copyOf(own.values()));
  }

  private static void loadFolder(Path folder, Map<String, Connector> all, Problems problems) {
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".conf")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.conf$", "");
        try {
          var options = ConfigParseOptions.defaults().setAllowMissing(false);
          put(all, name, ConfigFactory.parseFile(file.toFile(), options), problems);
        } catch (ConfigException e) {
          problems.add(file.toString(), e.getMessage(), "it must be HOCON");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(
      Map<String, Connector> all, String name, Config config, Problems problems) {
    Connector connector = ConnectorFile.read(name, config.resolve(), problems);
    if (connector != null) {
      all.put(name, connector);
    }
  }

  /** The connector for a source folder. */
  public Optional<Connector> forFolder(String folder) {
    return Optional.ofNullable(byFolder.get(folder));
  }

  /** The folders that can be read, sorted. */
  public List<String> folders() {
    return List.copyOf(byFolder.keySet());
  }

  /** Those that an operator added; a build's tests say of the others that they can be computed. */
  public List<Connector> added() {
    return added;
  }

  /**
   * Notes every expression of the added mapping files that Spark could not compute.
   *
   * @throws dev.kolrank.core.UserError naming all of them
   */
  public void verify(SparkSession spark) {
    var problems = new Problems();
    added.forEach(connector -> ExpressionCheck.check(spark, connector, problems));
    problems.stopIfAny();
  }

  /** Every connector once, by name. */
  public List<Connector> all() {
    return byFolder.values().stream().distinct().toList();
  }
}
