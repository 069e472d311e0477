package dev.kolrank.simulate;

import java.util.ArrayList;
import java.util.List;

/** The posts of an account. A person's events reach some accounts, within hours of each other. */
final class Posts {
  private static final long EVENT = 31;
  private static final long JOIN = 32;
  private static final long POST = 33;
  private static final long TEXT = 34;
  private static final long HOUR = 35;
  private static final double LONGEST_DELAY = 2.9 * 3_600;

  private final World world;
  private final People people;

  Posts(World world, People people) {
    this.world = world;
    this.people = people;
  }

  /** What one drop shows, oldest event first. */
  List<PostDraft> shown(Person person, Account account, int drop) {
    List<PostDraft> posts = new ArrayList<>();
    for (int ordinal = 0; ordinal < account.events(); ordinal++) {
      if (joins(account, ordinal)) {
        long at = at(person, account, ordinal);
        if (world.timeline().shows(account, ordinal, at, drop)) {
          posts.add(draft(person, account, ordinal, at));
        }
      }
    }
    return posts;
  }

  /** How many posts of the span the account has by then. */
  int published(Person person, Account account, long now) {
    int count = 0;
    for (int ordinal = 0; ordinal < account.events(); ordinal++) {
      if (joins(account, ordinal) && at(person, account, ordinal) <= now) {
        count++;
      }
    }
    return count;
  }

  private static boolean joins(Account account, int ordinal) {
    long key = Draw.key(Draw.key(account.key(), JOIN), ordinal);
    return ordinal == 0 || Draw.fraction(key) < account.activity();
  }

  private long at(Person person, Account account, int ordinal) {
    Timeline timeline = world.timeline();
    Draw draw = Draw.of(account.stream(), EVENT, ordinal);
    int days = ordinal == 0 ? timeline.daysBeforeCrawls() : timeline.days();
    long day = draw.whole(0, days);
    double local = hour(person, account) + 2.2 * draw.gaussian();
    double hour = local - person.habits().zone();
    double ofDay = hour - 24 * StrictMath.floor(hour / 24);
    double delay = Draw.fraction(Draw.key(account.key(), EVENT)) * LONGEST_DELAY;
    return timeline.start() + day * Timeline.DAY + (long) (ofDay * 3_600 + delay);
  }

  /** The favourite hour; fans keep hours of their own. */
  private static double hour(Person person, Account account) {
    return account.fan()
        ? 24 * Draw.fraction(Draw.key(account.key(), HOUR))
        : person.habits().hour();
  }

  private PostDraft draft(Person person, Account account, int ordinal, long at) {
    long key = Draw.key(Draw.key(account.key(), POST), ordinal);
    Draw draw = Draw.of(key, POST);
    Habits habits = person.habits();
    boolean echo = Draw.of(account.stream(), TEXT, ordinal).chance(habits.echo());
    long voice = Draw.key(echo ? account.stream() : account.key(), TEXT);
    PostWords words = PostWords.of(person, account.fan(), world, Draw.key(voice, ordinal));
    boolean disclosed = words.sponsored() && draw.chance(habits.honesty());
    boolean flagged = disclosed && account.site().hasPartnershipFlag() && draw.chance(0.6);
    if (disclosed && (!flagged || draw.chance(0.4))) {
      words = words.disclosing(draw.pick(world.phrases(person.language()).disclosures()));
    }
    List<Account> partner = draw.chance(0.1) ? partner(person, account.site(), draw) : List.of();
    boolean repost =
        account.site() == Site.X
            && ordinal > 0
            && draw.chance(0.5)
            && partner.stream().anyMatch(other -> other.site() == Site.X);
    Metrics full = metrics(person, account, words, at, draw);
    return new PostDraft(
        key,
        ordinal,
        Ids.post(account.site(), key, at),
        at,
        words,
        disclosed,
        flagged,
        links(person, account, partner, draw),
        partner,
        repost,
        full,
        repost ? 0 : discussed(account, full, at, draw));
  }

  private Metrics metrics(Person person, Account account, PostWords words, long at, Draw draw) {
    boolean fits = words.topic().id().equals(person.niche().id());
    double warmth = words.sponsored() ? (fits ? 0.8 : 0.5) : 1;
    double heat = person.habits().disliked() ? 3 : 1;
    double audience = account.audience() * Growth.since(account, world.timeline().stop() - at);
    Metrics full = account.site().metrics(audience, warmth, heat, draw);
    return account.attack().by(Attack.Kind.LIKES, at) ? full.withLikes(3 * full.likes()) : full;
  }

  private static int discussed(Account account, Metrics full, long at, Draw draw) {
    double found = (0.8 + 1.6 * StrictMath.log10(1.0 + full.comments())) * draw.lognormal(1, 0.4);
    int count = (int) Math.min(12, Math.min(full.comments(), Math.round(found)));
    return account.attack().by(Attack.Kind.POD, at) ? count + 5 : count;
  }

  private List<Account> partner(Person person, Site site, Draw draw) {
    for (Person other : people.partner(person, draw)) {
      List<Account> own = other.own();
      return List.of(
          own.stream().filter(account -> account.site() == site).findFirst().orElse(own.get(0)));
    }
    return List.of();
  }

  /** Some posts repeat the person's links; a post with somebody says where to find them. */
  private static String links(Person person, Account from, List<Account> partner, Draw draw) {
    List<String> lines = new ArrayList<>();
    for (Account other : partner) {
      if (other.site() != from.site()) {
        lines.add("ft. " + References.text(other, draw));
      }
    }
    Habits.Links style = person.habits().links();
    if (!from.fan() && draw.chance(style == Habits.Links.NONE ? 0.03 : 0.15)) {
      for (Account other : person.own()) {
        if (!other.id().equals(from.id())) {
          lines.add(References.text(other, draw));
        }
      }
    }
    return String.join("\n", lines);
  }
}
