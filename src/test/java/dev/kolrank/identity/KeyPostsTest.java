package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.kolrank.StepCase;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.identity.PostKey;
import dev.kolrank.table.silver.Post;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What posts have in common across platforms, hashed when a post changes. */
class KeyPostsTest {
  private static final String HEADER = "post_uid | account_uid | last_seen | title | text\n";
  private static final String SEEN = " | 2026-06-28 10:00:00 | ";

  @Test
  void oneTextIsOneKeyHoweverItIsDressed() {
    Map<String, List<Long>> keys =
        keys(
            HEADER
                + ("x:a | x:1"
                    + SEEN
                    + "null | My soup of the day, a 12 hour broth! https://t.co/abc\n")
                + ("weibo:b | weibo:2" + SEEN + "My soup | of the day: a 12 hour broth 🍲\n")
                + ("x:c | x:1" + SEEN + "null | My soup of the day, a 13 hour broth\n")
                + ("x:d | x:1" + SEEN + "null | too short\n"));
    assertEquals(keys.get("x:a"), keys.get("weibo:b"));
    assertNotEquals(keys.get("x:a"), keys.get("x:c"));
    assertEquals(List.of("weibo:b", "x:a", "x:c"), keys.keySet().stream().sorted().toList());
  }

  @Test
  void eachLongAddressIsOne() {
    Map<String, List<Long>> keys =
        keys(
            HEADER
                + ("x:a | x:1" + SEEN + "null | https://shop.example/Soup and (https://t.co/x)\n")
                + ("weibo:b | weibo:2" + SEEN + "null | https://shop.example/soup\n"));
    assertEquals(1, keys.get("x:a").size());
    assertEquals(keys.get("x:a"), keys.get("weibo:b"));
  }

  @Test
  void whatAnAdvertiserHandsOutIsNoOnesOwn() {
    Map<String, List<Long>> keys =
        keys(
            HEADER.strip()
                + " | sponsored\n"
                + ("x:a | x:1"
                    + SEEN
                    + "null | The best shoes I have ever had for running | true\n")
                + ("x:b | x:1" + SEEN + "null | https://starhaus-agency.example/ | null\n")
                + ("x:c | x:1" + SEEN + "null | https://starhaus-agency.example/a | false\n"));
    assertEquals(List.of("x:c"), List.copyOf(keys.keySet()));
  }

  @Test
  void aPostThatChangedIsKeyedAgainAndOneWithoutWordsLosesItsRow() {
    String known =
        "post_uid | account_uid | keys\nx:a | x:1 | [5]\nx:b | x:1 | [6]\nx:c | x:1 | [7]";
    changed(known).thenGone("post_uid\nx:b").then("post_uid | account_uid\nx:a | x:1");
  }

  private static StepCase changed(String known) {
    return given(
            PostObservation.TABLE,
            "post_uid | observed_at\nx:a | 2026-06-28 10:00:00\nx:b | 2026-06-28 10:00:00")
        .and(
            Post.TABLE,
            HEADER
                + ("x:a | x:1" + SEEN + "null | My soup of the day, a 12 hour broth\n")
                + ("x:b | x:1" + SEEN + "null | soup\n")
                + "x:c | x:1 | 2026-06-20 10:00:00 | null | My soup of the day, a 12 hour broth\n")
        .givenPrevious(PostKey.TABLE, known)
        .when(new KeyPosts());
  }

  private static Map<String, List<Long>> keys(String posts) {
    var keys = new HashMap<String, List<Long>>();
    for (Row row : given(Post.TABLE, posts).when(new KeyPosts()).rows()) {
      keys.put(row.getAs("post_uid"), row.getList(row.fieldIndex(PostKey.KEYS.name())));
    }
    return keys;
  }
}
