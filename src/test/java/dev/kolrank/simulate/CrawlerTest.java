package dev.kolrank.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrawlerTest {
  private static final Timeline TIMELINE = new Timeline(LocalDate.parse("2026-06-28"), 45, 3, 7);
  private static final World WORLD = new World(3, 150, TIMELINE, Vocabulary.load());
  private final People people = new People(WORLD);
  private final Crawler crawler = new Crawler(WORLD, people);

  @Test
  void nothingIsSeenBeforeItIsPublishedAndNothingAfterElevenInTheEvening() {
    each(
        (visit, drop) -> {
          long midnight = TIMELINE.day(drop).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
          assertTrue(!visit.posts().isEmpty(), "every drop shows a post");
          for (SeenPost post : visit.posts()) {
            assertTrue(post.draft().at() >= TIMELINE.start());
            assertTrue(post.draft().at() <= visit.at());
            assertTrue(visit.at() >= midnight);
            assertTrue(post.at() + 1 < midnight + LocalTime.of(23, 0).toSecondOfDay());
            for (Comment comment : post.comments()) {
              assertTrue(comment.at() > post.draft().at() && comment.at() <= visit.at());
            }
          }
        });
  }

  @Test
  void metricsNeverShrink() {
    Map<String, Metrics> before = new HashMap<>();
    Map<String, Integer> again = new HashMap<>();
    each(
        (visit, drop) -> {
          for (SeenPost post : visit.posts()) {
            Metrics now = post.metrics();
            Metrics then = before.put(visit.account().site() + post.draft().id(), now);
            if (then != null) {
              again.merge("posts", 1, Integer::sum);
              assertTrue(now.views() >= then.views());
              assertTrue(now.likes() >= then.likes());
              assertTrue(now.comments() >= then.comments());
              assertTrue(now.shares() >= then.shares());
            }
            assertTrue(now.comments() >= post.comments().size());
          }
        });
    assertTrue(again.get("posts") > 100);
  }

  @Test
  void answersFollowTheCommentTheyAnswer() {
    each(
        (visit, drop) -> {
          for (SeenPost post : visit.posts()) {
            Map<String, Comment> byId = new HashMap<>();
            post.comments().forEach(comment -> byId.put(comment.id(), comment));
            assertEquals(post.comments().size(), byId.size());
            for (Comment comment : post.comments()) {
              if (!comment.root()) {
                assertTrue(byId.get(comment.parent()).at() < comment.at());
              }
            }
          }
        });
  }

  @Test
  void everythingIsNewExactlyOnce() {
    Map<String, Integer> firsts = new HashMap<>();
    Map<String, Integer> seen = new HashMap<>();
    each(
        (visit, drop) -> {
          Account account = visit.account();
          for (SeenPost post : visit.posts()) {
            PostDraft draft = post.draft();
            String key = account.site() + draft.id();
            seen.put(key, 1);
            if (TIMELINE.first(account, draft.ordinal(), draft.at(), draft.at(), drop)) {
              firsts.merge(key, 1, Integer::sum);
            }
          }
        });
    assertEquals(seen, firsts);
  }

  private void each(Look look) {
    for (int drop = 0; drop < TIMELINE.crawls(); drop++) {
      for (int index = 0; index < WORLD.people(); index++) {
        Person person = people.at(index);
        for (Account account : person.accounts()) {
          look.at(crawler.visit(person, account, drop), drop);
        }
      }
    }
  }

  /** What a test does with a visit. */
  private interface Look {
    void at(Visit visit, int drop);
  }
}
