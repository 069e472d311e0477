package dev.kolrank.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Many JSON lines of even length for benchmarks: notes of Xiaohongshu as MediaCrawler leaves them,
 * the words and habits of a small simulated world under ever new ids, authors, counts and times.
 *
 * @param seed the same seed gives the same bytes
 * @param records lines
 * @param length bytes of a line, on average; not below what a note takes
 * @param notesPerAuthor notes of one account
 */
public record ContentMill(long seed, long records, int length, int notesPerAuthor) {
  private static final int PEOPLE = 300;
  private static final int DAYS = 30;

  /** Lines of one file: about 64 MB, a task's worth for a reader. */
  private static final long PER_FILE = 75_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes {@code mediacrawler-xhs/<day>/xhs/jsonl/…} below a crawl folder; returns the bytes. */
  public long writeTo(Path crawl, LocalDate day) throws IOException {
    List<Map<String, Object>> patterns = patterns(day);
    Path folder = crawl.resolve("mediacrawler-xhs").resolve(day.toString());
    long bytes = 0;
    for (long from = 0; from < records; from += PER_FILE) {
      String part = String.format(Locale.ROOT, "part-%05d/xhs/jsonl", from / PER_FILE);
      Path file = folder.resolve(part).resolve("search_contents_" + day + ".jsonl");
      try (OutputStream out = OutputFiles.open(file)) {
        for (long i = from; i < Math.min(records, from + PER_FILE); i++) {
          Map<String, Object> pattern = patterns.get((int) (i % patterns.size()));
          byte[] line = JSON.writeValueAsBytes(note(pattern, i));
          out.write(line);
          out.write('\n');
          bytes += line.length + 1L;
        }
      }
    }
    return bytes;
  }

  private static List<Map<String, Object>> patterns(LocalDate day) {
    var timeline = new Timeline(day, DAYS, 1, 1);
    var world = new World(11, PEOPLE, timeline, Vocabulary.load());
    var people = new People(world);
    var crawler = new Crawler(world, people);
    var rows = new XhsRows(new MediaCrawlerPeople(false));
    var patterns = new ArrayList<Map<String, Object>>();
    for (int index = 0; index < PEOPLE; index++) {
      Person person = people.at(index);
      for (Account account : person.accounts()) {
        if (account.site() == Site.XIAOHONGSHU) {
          Visit visit = crawler.visit(person, account, 0);
          visit.posts().forEach(post -> patterns.add(rows.content(visit, post).fields()));
        }
      }
    }
    return patterns;
  }

  private Map<String, Object> note(Map<String, Object> pattern, long number) {
    var row = new LinkedHashMap<>(pattern);
    Draw draw = Draw.of(seed, number);
    long author = number / notesPerAuthor;
    String id = Ids.hex(1_780_000_000L + number / 1_000) + Ids.wide(Draw.key(seed, number));
    row.put("note_id", id);
    row.put("user_id", Ids.account(Site.XIAOHONGSHU, author));
    row.put("nickname", pattern.get("nickname") + Long.toString(author, 36));
    row.put("liked_count", Counts.wan((long) draw.lognormal(900, 2)).text());
    row.put("collected_count", Counts.wan((long) draw.lognormal(300, 2)).text());
    row.put("comment_count", Counts.wan((long) draw.lognormal(40, 1.5)).text());
    row.put("note_url", "https://www.xiaohongshu.com/explore/" + id + "?xsec_source=pc_search");
    row.put("desc", pattern.get("desc") + filling(row));
    return row;
  }

  /** Words of the note itself, as often as the line lacks bytes. */
  private String filling(Map<String, Object> row) {
    int bytes = row.toString().getBytes(StandardCharsets.UTF_8).length + 4 * row.size();
    String word = " " + row.get("title");
    int each = word.getBytes(StandardCharsets.UTF_8).length;
    return word.repeat(Math.max(0, (length - bytes) / each));
  }
}
