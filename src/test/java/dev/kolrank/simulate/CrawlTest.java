package dev.kolrank.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlTest {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String FIRST = "2026-06-14";
  private static final String LAST = "2026-06-28";

  @TempDir static Path folder;

  @BeforeAll
  static void simulate() throws IOException {
    new Simulation(120, 40, 11, LocalDate.parse(LAST), 3, 7).writeTo(folder);
  }

  @Test
  void everyJsonFileParses() throws IOException {
    for (Path file : files("crawl", ".json")) {
      int values = 0;
      try (JsonParser parser = JSON.createParser(open(file))) {
        while (parser.nextToken() != null) {
          values++;
        }
      }
      assertTrue(values > 0, () -> file + " is empty");
    }
  }

  @Test
  void everyLineIsOneObject() throws IOException {
    for (Path file : files("crawl", ".jsonl")) {
      String text = text(file);
      assertTrue(text.endsWith("}\n"), file::toString);
      text.lines().forEach(line -> assertTrue(line.startsWith("{") && line.endsWith("}"), line));
    }
  }

  @Test
  void theTruthNamesEveryAccountPostAndCommentOfTheCrawl() throws IOException {
    Set<String> accounts = truth("accounts.csv", "account_id");
    Set<String> posts = truth("posts.csv", "post_id");
    Set<String> comments = truth("comments.csv", "comment_id");

    assertEquals(accounts, accountsOfCrawl());
    assertCovered(values("mediacrawler-weibo", "_contents_", "note_id"), posts);
    assertCovered(values("mediacrawler-xhs", "_contents_", "note_id"), posts);
    assertCovered(values("mediacrawler-douyin", "_contents_", "aweme_id"), posts);
    assertCovered(values("mediacrawler-xhs", "_comments_", "comment_id"), comments);
    assertCovered(values("mediacrawler-douyin", "_comments_", "comment_id"), comments);
    assertCovered(values("youtube-api", "commentThreads", "id"), comments);
    assertCovered(values("x-api", "conversations", "conversation_id"), posts);
  }

  private static Set<String> accountsOfCrawl() throws IOException {
    Set<String> found = new TreeSet<>();
    found.addAll(values("mediacrawler-weibo", "_creators_", "user_id"));
    found.addAll(values("mediacrawler-xhs", "_creators_", "user_id"));
    found.addAll(values("mediacrawler-bili", "_creators_", "user_id"));
    found.addAll(values("mediacrawler-douyin", "_contents_", "user_id"));
    found.addAll(values("youtube-api", "videos", "channelId"));
    found.addAll(values("x-api", "tweets", "author_id"));
    found.addAll(values("apify-instagram", "dataset_instagram-scraper", "ownerId"));
    found.addAll(authorsOfTikTok());
    return found;
  }

  private static Set<String> authorsOfTikTok() throws IOException {
    Set<String> found = new TreeSet<>();
    for (Path file : files("crawl/tiktok-scraper", ".json")) {
      try (JsonParser parser = JSON.createParser(open(file))) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.FIELD_NAME
              && parser.currentName().equals("authorMeta")) {
            parser.nextToken();
            parser.nextToken();
            found.add(parser.nextTextValue());
          }
        }
      }
    }
    return found;
  }

  @Test
  void theNewerGenerationNamesNobody() throws IOException {
    for (String source : List.of("mediacrawler-xhs", "mediacrawler-douyin")) {
      List<Path> last =
          files("crawl/" + source, ".json").stream()
              .filter(file -> file.toString().contains(LAST))
              .toList();
      assertEquals(2, last.size());
      for (Path file : last) {
        String text = text(file);
        assertTrue(text.contains("creator_hash"));
        for (String gone : List.of("user_id", "sec_uid", "avatar", "ip_location", "signature")) {
          assertFalse(text.contains('"' + gone), () -> gone + " in " + file);
        }
      }
    }
  }

  @Test
  void hashesOfTheNewerGenerationBelongToAccountsOfTheOlder() throws IOException {
    Set<String> hashes = new TreeSet<>();
    values("mediacrawler-xhs", "_contents_", "user_id").forEach(id -> hashes.add(Masking.hash(id)));

    assertCovered(values("mediacrawler-xhs", "_contents_", "creator_hash"), hashes);
  }

  @Test
  void followersGrow() throws IOException {
    Map<String, Long> before = followers(FIRST);
    Map<String, Long> after = followers(LAST);

    assertEquals(before.keySet(), after.keySet());
    before.forEach((account, count) -> assertTrue(after.get(account) >= count, account));
    assertTrue(sum(after) > sum(before));
  }

  private static Map<String, Long> followers(String day) throws IOException {
    Map<String, Long> followers = new HashMap<>();
    Path file = files("crawl/mediacrawler-bili/" + day, "_creators_").get(0);
    try (JsonParser parser = JSON.createParser(open(file))) {
      String account = "";
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          if (name.equals("user_id")) {
            account = parser.getText();
          } else if (name.equals("total_fans")) {
            followers.put(account, parser.getLongValue());
          }
        }
      }
    }
    return followers;
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void theSecondDropOfBilibiliIsCsvWithByteOrderMark() throws IOException {
    Path videos = files("crawl/mediacrawler-bili", "search_videos_2026-06-21.csv").get(0);

    assertTrue(text(videos).startsWith("\uFEFFvideo_id,video_type,title,desc,create_time,user_id"));
  }

  private static void assertCovered(Set<String> found, Set<String> known) {
    assertFalse(found.isEmpty());
    assertTrue(known.containsAll(found));
  }

  private static Set<String> truth(String file, String column) throws IOException {
    Set<String> values = new TreeSet<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve("truth").resolve(file))) {
      rows.forEach(row -> values.add(row.getField(column)));
    }
    return values;
  }

  /** The values of a field anywhere in the JSON files of a source. */
  private static Set<String> values(String source, String name, String field) throws IOException {
    Set<String> values = new TreeSet<>();
    for (Path file : files("crawl/" + source, name)) {
      if (file.toString().contains(".csv")) {
        continue;
      }
      try (JsonParser parser = JSON.createParser(open(file))) {
        while (parser.nextToken() != null) {
          if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals(field)) {
            values.add(parser.nextTextValue());
          }
        }
      }
    }
    return values;
  }

  private static List<Path> files(String below, String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(below))) {
      return new ArrayList<>(
          all.filter(Files::isRegularFile)
              .filter(file -> file.getFileName().toString().contains(name))
              .sorted()
              .toList());
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static String text(Path file) throws IOException {
    try (InputStreamReader reader = new InputStreamReader(open(file), StandardCharsets.UTF_8)) {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[8_192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        text.append(buffer, 0, read);
      }
      return text.toString();
    }
  }
}
