package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.core.Table;
import dev.kolrank.core.UserError;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.bronze.SourceFailure;
import dev.kolrank.table.ops.Redelivery;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import dev.kolrank.table.silver.ActivityDay;
import dev.kolrank.table.silver.Comment;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.QuarantinedValue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every observation counts once, whatever comes again, changes, shrinks or breaks off. */
final class ExactlyOnceTest {
  private static final String DAY = "mediacrawler-bili/2026-06-27/";
  private static final String VIDEOS = DAY + "search_contents_a.jsonl";
  private static final String MORE = DAY + "search_contents_b.jsonl";
  private static final String COMMENTS = DAY + "search_comments.jsonl";
  private static final String MORE_COMMENTS = DAY + "search_comments_b.jsonl";
  private static final String LATE = "mediacrawler-bili/2026-06-20/search_contents.jsonl";

  /** Each costs a night. */
  private static final int DEATHS = 5;

  @TempDir private Path folder;
  private MemoryLake lake;
  private IntakeCase crawl;

  @BeforeEach
  void oneNight() {
    lake = new MemoryLake();
    crawl = new IntakeCase(folder.resolve("crawl"), lake);
    crawl.deliver(VIDEOS, lines(video(1, 11, 100, 9), video(2, 12, 7, 9)));
    crawl.deliver(MORE, lines(video(1, 11, 150, 21)));
    crawl.deliver(COMMENTS, lines(comment(5, 1, 0), comment(6, 2, 0)));
    crawl.night();
  }

  @Test
  void twoSightsOfADayStayAndAFileThatShrinksTakesWhatItAloneSaidWithIt() {
    assertEquals(
        List.of("bilibili:1 | 100", "bilibili:1 | 150", "bilibili:2 | 7"),
        crawl.show(PostObservation.TABLE, "post_uid", "views"));
    assertEquals(
        List.of("bilibili:1 | 150", "bilibili:2 | 7"), crawl.show(Post.TABLE, "post_uid", "views"));

    crawl.deliver(VIDEOS, lines(video(1, 11, 90, 10)));
    crawl.deliver(COMMENTS, lines(comment(5, 1, 0)));
    crawl.deliver(LATE, lines(video(3, 11, 1, 8)));
    crawl.night();
    assertEquals(
        List.of("1 | 1 | " + MORE, "2 | 1 | " + LATE, "2 | 1 | " + COMMENTS, "2 | 1 | " + VIDEOS),
        crawl.show(IngestedFile.TABLE, "batch", "records", "source_file"));
    assertEquals(
        List.of("bilibili:1 | 150", "bilibili:1 | 90", "bilibili:3 | 1"),
        crawl.show(PostObservation.TABLE, "post_uid", "views"));
    assertEquals(List.of("bilibili:5"), crawl.show(CommentObservation.TABLE, "comment_uid"));
    assertEquals(
        List.of("bilibili:1 | 150 | 2026-06-27 10:00:00", "bilibili:3 | 1 | 2026-06-27 08:00:00"),
        crawl.show(Post.TABLE, "post_uid", "views", "first_seen"));
    assertEquals(List.of("bilibili:5"), crawl.show(Comment.TABLE, "comment_uid"));
    for (Table table : List.of(Account.TABLE, ActivityDay.TABLE, AccountText.TABLE)) {
      assertEquals(List.of("bilibili:11"), crawl.show(table, "account_uid"), table.name());
    }
    assertAsIfDeliveredNow();
  }

  @Test
  void theSameBytesAgainChangeNothingAndAreHashedOnce() {
    Map<String, List<String>> bronze = crawl.contents("bronze");
    crawl.deliver(VIDEOS, lines(video(1, 11, 100, 9), video(2, 12, 7, 9)));
    crawl.deliver(MORE, lines(video(1, 11, 150, 21)));
    assertEquals(Map.of(), crawl.night().written());
    assertEquals(bronze, crawl.contents("bronze"));
    assertEquals(List.of(VIDEOS, MORE), crawl.show(Redelivery.TABLE, "source_file"));

    assertEquals(Map.of(), crawl.night().written());
    assertEquals(0, lake.version(Redelivery.TABLE).orElseThrow(), "it was hashed again");

    crawl.deliver(MORE, lines(video(1, 11, 151, 21)));
    crawl.night();
    assertEquals(
        List.of("bilibili:1 | 151", "bilibili:2 | 7"), crawl.show(Post.TABLE, "post_uid", "views"));
    assertAsIfDeliveredNow();
  }

  @ParameterizedTest
  @ValueSource(longs = 1)
  void aRunThatDiesAtSomeTableIsRepairedByTheNextWhateverChangedBetween(long seed) {
    var random = new Random(seed);
    var tables = new ArrayList<Table>();
    Tables.STORED.stream().filter(ExactlyOnceTest::isWritten).forEach(tables::add);
    Collections.shuffle(tables, random);
    for (Table table : tables.subList(0, DEATHS)) {
      changeFiles(random);
      lake.dieAt(table, random.nextBoolean(), random.nextBoolean());
      assertThrows(MemoryLake.Death.class, () -> crawl.night(), table.name());
      lake.revive();
    }
    crawl.night();
    assertAsIfDeliveredNow();
  }

  @Test
  void aFileThatIsAsBeforeAfterABrokenRunIsReadAgain() {
    byte[] before = lines(video(1, 11, 100, 9), video(2, 12, 7, 9));
    crawl.deliver(VIDEOS, lines(video(4, 11, 1, 9)));
    dieAt(PostObservation.TABLE);
    crawl.deliver(VIDEOS, before);
    crawl.night();
    assertEquals(
        List.of("1 | " + COMMENTS, "1 | " + MORE, "3 | " + VIDEOS),
        crawl.show(IngestedFile.TABLE, "batch", "source_file"),
        "the number of the broken batch is not used again");
    assertEquals(
        List.of("bilibili:1 | 150", "bilibili:2 | 7"), crawl.show(Post.TABLE, "post_uid", "views"));
    assertAsIfDeliveredNow();
  }

  @Test
  void aNewFileThatIsGoneAfterABrokenRunLeavesNothing() {
    crawl.deliver(MORE_COMMENTS, lines(comment(7, 1, 0)));
    dieAt(Comment.TABLE);
    assertEquals(3, crawl.show(Comment.TABLE, "comment_uid").size(), "it got that far");
    assertEquals(3, crawl.show(IngestedFile.TABLE, "source_file").size(), "but not to the ledger");
    crawl.remove(MORE_COMMENTS);
    crawl.night();
    assertEquals(2, crawl.show(Comment.TABLE, "comment_uid").size());
    assertAsIfDeliveredNow();
  }

  @Test
  void aFileThatIsGoneWhileItWasBeingReplacedIsAskedFor() {
    crawl.deliver(VIDEOS, lines(video(1, 11, 90, 10)));
    dieAt(Replacement.TABLE);
    crawl.remove(VIDEOS);
    var error = assertThrows(UserError.class, () -> crawl.night());
    assertEquals(
        VIDEOS
            + " was being replaced when the last run broke off, and is gone from the crawl folder"
            + " since: put it back, or an empty file in its place",
        error.getMessage());
  }

  private void dieAt(Table table) {
    lake.dieAt(table, true, false);
    assertThrows(MemoryLake.Death.class, () -> crawl.night());
    lake.revive();
  }

  /** Tables that every such night writes: of these two, others tell what fails and what falls. */
  private static boolean isWritten(Table table) {
    boolean isRare = Set.of(SourceFailure.TABLE, QuarantinedValue.TABLE).contains(table);
    return !isRare && Set.of("bronze", "silver").contains(table.layer());
  }

  /** Two files always change, so that every table has rows to write; two may come as before. */
  private void changeFiles(Random random) {
    int any = random.nextInt(1_000_000);
    crawl.deliver(MORE, lines(video(1, 11, any, 21), "{broken"));
    String last = random.nextBoolean() ? comment(6, 2, any) : "{broken";
    crawl.deliver(COMMENTS, lines(comment(5, 1, any), last));
    for (String file : List.of(VIDEOS, LATE)) {
      int few = random.nextInt(3);
      crawl.deliver(file, lines(video(1, 11, few, 9), video(2 + few, 12 + few, 7, 9)));
    }
  }

  /** Compares with a lake that saw nothing but the files as they are now. */
  private void assertAsIfDeliveredNow() {
    var other = new IntakeCase(folder.resolve("crawl"), new MemoryLake());
    other.night();
    assertEquals(other.silver(), crawl.silver());
    for (Table table : List.of(PostObservation.TABLE, CommentObservation.TABLE)) {
      String uid = table.equals(PostObservation.TABLE) ? "post_uid" : "comment_uid";
      assertEquals(
          other.show(table, uid, "source_file", "source_line"),
          crawl.show(table, uid, "source_file", "source_line"));
    }
    assertEquals(
        other.show(IngestedFile.TABLE, "source_file", "sha256", "rejects"),
        crawl.show(IngestedFile.TABLE, "source_file", "sha256", "rejects"));
  }

  private static String video(int id, int user, int views, int hour) {
    return """
        {"video_id":"%d","user_id":"%d","nickname":"Ann %d","title":"Soup %d",\
        "create_time":1782460800,"video_play_count":"%d","last_modify_ts":%d}"""
        .formatted(id, user, user, id, views, (1782518400L + hour * 3_600L) * 1_000);
  }

  private static String comment(int id, int video, int likes) {
    return """
        {"comment_id":"%d","video_id":"%d","content":"Looks good","user_id":"9","like_count":%d,\
        "create_time":1782518400,"last_modify_ts":1782550800000}"""
        .formatted(id, video, likes);
  }

  private static byte[] lines(String... records) {
    return (String.join("\n", records) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
