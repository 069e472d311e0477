package dev.kolrank.connector.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connectors;
import dev.kolrank.core.Field;
import dev.kolrank.core.Problems;
import dev.kolrank.core.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user sees of a file that no mapping describes, and the mapping that comes of it. */
class InspectionTest {
  private static final Instant SEEN = Instant.parse("2026-06-29T00:00:00Z");

  private static final String GERMAN =
      "Beitrag-ID;Datum;Autor;Benutzername;Abonnenten;Inhalt;Beitrags-Link;Gefällt mir;Kommentare\n"
          + IntStream.range(0, 12)
              .mapToObj(
                  i ->
                      ("B%03d;%02d.06.2026 12:00;Anna Beispiel;@annab%d;12.30%d;Suppe Nr %d #suppe;"
                              + "https://www.example-board.net/p/%d;%d;%d\n")
                          .formatted(i, i + 1, i % 3, i % 3, i, i, 10 * i, i))
              .collect(Collectors.joining());

  @TempDir private Path folder;

  @Test
  void aTableWithSemicolonsAndGermanWordsIsUnderstood() throws IOException {
    Inspection inspection = inspect("export.csv", GERMAN.getBytes(StandardCharsets.UTF_8));
    assertEquals("a table whose cells are parted by ';'", inspection.sample().layout());
    assertEquals(
        "post: post_id = beitrag-id, account_id = benutzername, published_at = datum, text ="
            + " inhalt, url = beitrags-link, tags = inhalt, likes = gefällt mir, comments ="
            + " kommentare; account: account_id = benutzername, handle = benutzername, name ="
            + " autor, followers = abonnenten",
        proposed(inspection));
    assertTrue(inspection.mapping().contains("platform = \"example-board\""));
    mapsWithoutProblem(inspection);
  }

  @Test
  void theListThatHoldsTheRecordsIsFound() throws IOException {
    String threads =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    """
                    {"pk":"9%03d","user":{"pk":"1%d","username":"demo%d","full_name":"Demo %d",
                     "follower_count":%d},"caption_text":"hello #world","taken_at":17500000%02d,
                     "like_count":%d,"reply_count":%d,"labels":["a","b"]}"""
                        .formatted(i, i % 3, i % 3, i % 3, 100 * i, i, i, i))
            .collect(Collectors.joining(","));
    Inspection inspection =
        inspect(
            "page.json",
            ("{\"status\":\"ok\",\"payload\":{\"threads\":[" + threads + "]}}")
                .getBytes(StandardCharsets.UTF_8));
    assertEquals("payload.threads", inspection.split());
    assertEquals(
        "post: post_id = pk, account_id = user.pk, published_at = taken_at, text = caption_text,"
            + " tags = labels, likes = like_count, comments = reply_count; account: account_id ="
            + " user.pk, handle = user.username, name = user.full_name, followers ="
            + " user.follower_count",
        proposed(inspection));
    assertTrue(
        inspection
            .mapping()
            .contains("coalesce(id_of(user.pk), concat('@', lower(handle_of(user.username))))"));
    assertTrue(inspection.mapping().contains("labels = \"ARRAY<STRING>\""));
    mapsWithoutProblem(inspection);
  }

  @Test
  void theTitleOfAPostIsNotItsAuthorsName() throws IOException {
    String posts =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    ("{\"id\":\"p%1$02d\",\"author\":\"demo%2$d\",\"title\":\"Soup %1$d\","
                            + "\"created_utc\":17500000%1$02d,\"score\":%1$d,"
                            + "\"url\":\"https://www.example-board.net/p/%1$d\"}\n")
                        .formatted(i, i % 3))
            .collect(Collectors.joining());
    assertEquals(
        "post: post_id = id, account_id = author, published_at = created_utc, title = title, url ="
            + " url, tags = title, likes = score; account: account_id = author, handle = author,"
            + " name = author",
        proposed(inspect("posts.jsonl", posts.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void aPackedFileInAnotherEncodingIsRead() throws IOException {
    String ranking =
        "排名,昵称,用户ID,粉丝数,简介\n"
            + IntStream.range(0, 12)
                .mapToObj(i -> "%d,示例用户%d,77%05d,%d.5万,美食\n".formatted(i + 1, i, i, i + 1))
                .collect(Collectors.joining());
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(ranking.getBytes(Charset.forName("GBK")));
    }
    Inspection inspection = inspect("rank.csv.gz", packed.toByteArray());
    assertEquals("GB18030", inspection.sample().charset());
    assertEquals(
        "account: account_id = 用户id, name = 昵称, bio = 简介, followers = 粉丝数", proposed(inspection));
    assertTrue(inspection.mapping().contains("charsets = [\"GB18030\"]"));
    mapsWithoutProblem(inspection);
  }

  @Test
  void whatPeopleCommentIsNotShown() throws IOException {
    String comments =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    "{\"cid\":\"c%d\",\"video_id\":\"v1\",\"user_id\":\"u%d\",\"text\":\"secret words\",\"created_at\":17500000%02d}"
                        .formatted(i, i, i))
            .collect(Collectors.joining("\n"));
    Inspection inspection = inspect("comments.jsonl", comments.getBytes(StandardCharsets.UTF_8));
    var lines = new ArrayList<String>();
    new InspectionReport(inspection, List.of()).print(lines::add);
    String all = String.join("\n", lines) + inspection.mapping();
    assertFalse(all.contains("secret"), all);
    assertEquals(
        "comment: comment_id = cid, post_id = video_id, author_id = user_id, text = text,"
            + " published_at = created_at",
        proposed(inspection));
    mapsWithoutProblem(inspection);
  }

  @Test
  void theNearestRuleOfAKnownSourceIsNamed() throws IOException {
    Connector known = connectors(Optional.empty()).forFolder("twitch-helix").orElseThrow();
    Inspection inspection =
        inspect(
            "streamers.jsonl",
            """
            {"id":"1","login":"demo","display_name":"Demo","broadcaster_type":"partner","description":"d"}
            {"id":"2","login":"chef","display_name":"Chef","broadcaster_type":"","description":"e"}
            """
                .getBytes(StandardCharsets.UTF_8));
    NearestRule nearest = inspection.nearest(List.of(known)).orElseThrow();
    assertTrue(nearest.found().contains("display_name"), nearest.toString());
    assertEquals(List.of(), nearest.missing());
  }

  @Test
  void whatIsNoSampleIsRefusedInASentence() throws IOException {
    refuses("there is no file", folder.resolve("none.csv"));
    refuses("is no file: name one file of the source", folder);
    refuses("has an ending that kolrank does not read", write("a.xlsx", new byte[] {1}));
    refuses("it is not text", write("b.csv", new byte[] {0, 1, 2, 3, 4, 5, 6, 7}));
    refuses("holds no record that can be read", write("c.json", new byte[0]));
  }

  private void refuses(String words, Path file) {
    var fault = assertThrows(UserError.class, () -> Inspection.of(file, "demo", SEEN));
    assertTrue(fault.getMessage().contains(words), fault.getMessage());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Inspection inspect(String name, byte[] bytes) throws IOException {
    return Inspection.of(write(name, bytes), "demo", SEEN);
  }

  private static String proposed(Inspection inspection) {
    return inspection.proposals().stream()
        .map(
            p ->
                p.kind().label()
                    + ": "
                    + p.kind().columns().stream()
                        .flatMap(c -> p.best(c).stream())
                        .map(g -> g.column().name() + " = " + g.field().name())
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  /** The mapping is whole: every column is set or absent, and every expression parses. */
  private void mapsWithoutProblem(Inspection inspection) throws IOException {
    Path mappings = Files.createDirectories(folder.resolve("mappings"));
    Files.writeString(mappings.resolve("demo.conf"), inspection.mapping());
    Connector demo = connectors(Optional.of(mappings)).forFolder("demo").orElseThrow();
    for (Connector.Rule rule : demo.rules()) {
      for (Field column : rule.kind().columns()) {
        boolean settled = rule.set().containsKey(column.name()) || rule.reason(column) != null;
        assertTrue(settled || column.name().equals("observed_at"), column.name());
      }
    }
  }

  private static Connectors connectors(Optional<Path> added) {
    var problems = new Problems();
    Connectors all = Connectors.load(added, Map.of(), problems);
    problems.stopIfAny();
    return all;
  }
}
