package dev.kolrank.simulate;

import java.util.ArrayList;
import java.util.List;

/** Looks at accounts as they are at the time of a drop. */
final class Crawler {
  private static final long SLOWEST = 3_000;

  private final World world;
  private final Posts posts;
  private final Comments comments;
  private final boolean clips;

  /** Without the comments of TikTok, which the usual crawler does not ask for. */
  Crawler(World world, People people) {
    this(world, people, false);
  }

  /**
   * A crawler.
   *
   * @param clips whether somebody asks for the comments of TikTok; its counts stay the same
   */
  Crawler(World world, People people, boolean clips) {
    this.world = world;
    this.clips = clips;
    this.posts = new Posts(world, people);
    this.comments = new Comments(world);
  }

  Visit visit(Person person, Account account, int drop) {
    long now = world.timeline().observed(account, drop);
    boolean clip = account.site() == Site.TIKTOK;
    List<SeenPost> seen = new ArrayList<>();
    for (PostDraft draft : posts.shown(person, account, drop)) {
      long at = now + Math.min(SLOWEST, 3L * seen.size());
      double life = SeenPost.life(now - draft.at(), account.site());
      List<Comment> written = clip && !clips ? List.of() : comments.of(person, account, draft, now);
      Metrics metrics = draft.full().grown(life);
      if (!clip && metrics.comments() < written.size()) {
        metrics = metrics.withComments(written.size());
      }
      seen.add(new SeenPost(draft, at, metrics, written));
    }
    return new Visit(
        person,
        account,
        now,
        Growth.followers(account, now, world.timeline().stop()),
        20 + Math.floorMod(account.key(), 1_500) + posts.published(person, account, now),
        seen);
  }
}
