package dev.kolrank.simulate;

import java.util.ArrayList;
import java.util.List;

/** Who comments on a post, and how. */
final class Comments {
  private static final long COMMENT = 41;
  private static final long FAN = 42;
  private static final long PASSING = 43;
  private static final long POD = 44;
  private static final long NAME = 45;

  /** Passing commenters of a platform, per creator of the world. */
  private static final int CROWD = 40;

  /** Creators of which those who trade comments form one pod. */
  private static final int POD_BLOCK = 64;

  private static final int POD_MEMBERS = 6;

  private final World world;

  Comments(World world) {
    this.world = world;
  }

  /** The comments that had been written by then. */
  List<Comment> of(Person person, Account account, PostDraft post, long until) {
    List<Comment> comments = new ArrayList<>();
    String root = "";
    long rootAt = 0;
    boolean pod = account.attack().by(Attack.Kind.POD, post.at());
    for (int i = 0; i < post.discussed(); i++) {
      long key = Draw.key(Draw.key(post.key(), COMMENT), i);
      Draw draw = Draw.of(key, COMMENT);
      boolean traded = pod && i < POD_MEMBERS - 1;
      boolean reply = !root.isEmpty() && draw.chance(0.12);
      double delay = traded ? draw.between(60, 1_800) : delay(account.site(), draw);
      long at = (reply ? rootAt : post.at()) + 30 + (long) delay;
      Comment comment = comment(person, account, post, key, reply ? root : "", at, traded ? i : -1);
      if (!reply) {
        root = comment.id();
        rootAt = at;
      }
      if (at <= until) {
        comments.add(comment);
      }
    }
    return comments;
  }

  private static double delay(Site site, Draw draw) {
    return Math.min(30, draw.exponential(site.life() * 0.7)) * Timeline.DAY;
  }

  private Comment comment(
      Person person,
      Account account,
      PostDraft post,
      long key,
      String parent,
      long at,
      int member) {
    Draw draw = Draw.of(key, NAME);
    Site site = account.site();
    boolean loyal = member < 0 && draw.chance(person.habits().loyalty());
    long author =
        member >= 0 ? podMember(person, member) : loyal ? fan(person, draw) : passing(draw);
    Comment.Mood mood =
        member >= 0 ? Comment.Mood.POSITIVE : mood(person.habits().disliked(), loyal, draw);
    Phrases phrases = world.phrases(person.language());
    List<String> sentences =
        switch (mood) {
          case POSITIVE -> phrases.positive();
          case NEGATIVE -> phrases.negative();
          case NEUTRAL -> phrases.neutral();
        };
    String text =
        Template.words(draw.pick(sentences), post.words().topic(), person.language(), draw);
    return new Comment(
        Ids.comment(site, key, at),
        key,
        parent,
        Ids.commenter(site, Draw.key(author, site.id().hashCode())),
        name(author, phrases),
        text,
        at,
        (long) Math.min(1e6, draw.exponential(1) * StrictMath.sqrt(1.0 + post.full().likes()) / 4),
        mood,
        loyal);
  }

  private static Comment.Mood mood(boolean disliked, boolean loyal, Draw draw) {
    double luck = draw.uniform();
    double negative = disliked ? (loyal ? 0.35 : 0.8) : (loyal ? 0.03 : 0.12);
    double neutral = disliked ? 0.1 : 0.3;
    if (luck < negative) {
      return Comment.Mood.NEGATIVE;
    }
    return luck < negative + neutral ? Comment.Mood.NEUTRAL : Comment.Mood.POSITIVE;
  }

  /** A returning fan: the first ones come most. */
  private static long fan(Person person, Draw draw) {
    double fans = Math.min(400, 8 + 25 * StrictMath.sqrt(person.influence()));
    double place = draw.uniform();
    return Draw.key(Draw.key(person.key(), FAN), (long) (place * place * fans));
  }

  private long passing(Draw draw) {
    long crowd = Math.max(1_000, (long) world.people() * CROWD);
    return Draw.key(world.key(PASSING), (long) (draw.uniform() * crowd));
  }

  private long podMember(Person person, int member) {
    return Draw.key(Draw.key(world.key(POD), person.index() / POD_BLOCK), member);
  }

  private static String name(long author, Phrases phrases) {
    Draw draw = Draw.of(author, NAME);
    String name = draw.pick(phrases.commenterFirst()) + draw.pick(phrases.commenterLast());
    return draw.chance(0.6) ? name + draw.whole(1, 10_000) : name;
  }
}
