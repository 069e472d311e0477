package dev.kolrank.simulate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The accounts of a person: where they are, how large, and what the fans add. */
final class Accounts {
  private static final long CHOICE = 11;
  private static final long ACCOUNT = 12;
  private static final long STREAM = 13;
  private static final long FANS = 14;
  private static final long MORE = 15;
  private static final int SLOTS = 8;
  private static final int FIRST_FAN_SLOT = 6;
  private static final int MOST = 5;

  /** People who look at the posts of somebody of median influence. */
  private static final double AUDIENCE = 4_000;

  private static final List<Site> CHINESE =
      List.of(Site.WEIBO, Site.XIAOHONGSHU, Site.BILIBILI, Site.DOUYIN, Site.YOUTUBE);
  private static final List<Site> OTHERS =
      List.of(Site.YOUTUBE, Site.INSTAGRAM, Site.TIKTOK, Site.X);

  private static final List<Site> UNUSUAL =
      List.of(Site.KUAISHOU, Site.ZHIHU, Site.TIEBA, Site.JIANSHU, Site.FACEBOOK, Site.TWITCH);

  private final World world;
  private final Profiles profiles;

  Accounts(World world) {
    this.world = world;
    this.profiles = new Profiles(world);
  }

  List<Account> of(Person person) {
    Draw draw = Draw.of(person.key(), CHOICE);
    List<Site> sites = sites(person, draw);
    double[] shares = shares(sites.size(), draw);
    String root = Handles.root(person.name(), person.niche(), draw);
    List<Account> own = new ArrayList<>();
    for (int slot = 0; slot < sites.size(); slot++) {
      Attack attack = slot == 0 ? attack(sites.get(0), draw) : Attack.NONE;
      boolean again = slot > 0 && sites.get(slot) == sites.get(0);
      String wanted = again ? root + "2" : root;
      own.add(own(person, slot, sites.get(slot), wanted, shares[slot], attack));
    }
    List<Account> all = new ArrayList<>(profiles.linked(person, own));
    all.addAll(fans(person, all));
    all.addAll(more(person, root, own.get(0)));
    return all;
  }

  private static List<Site> sites(Person person, Draw draw) {
    record Place(Site site, double rank) {}
    List<Site> possible = person.language() == Language.ZH ? CHINESE : OTHERS;
    List<Place> places = new ArrayList<>();
    for (Site site : possible) {
      double weight = person.language() == Language.ZH && site == Site.YOUTUBE ? 0.15 : 1;
      places.add(new Place(site, draw.exponential(1 / weight)));
    }
    int base =
        switch (person.stage()) {
          case KOC -> 1;
          case VERTICAL -> 2;
          case PUBLIC -> 3;
        };
    int count = base + (draw.chance(0.5) ? 1 : 0) + (draw.chance(0.15) ? 1 : 0);
    List<Site> chosen =
        new ArrayList<>(
            places.stream()
                .sorted(Comparator.comparingDouble(Place::rank))
                .limit(count)
                .map(Place::site)
                .toList());
    if (chosen.size() < MOST && draw.chance(0.04)) {
      chosen.add(chosen.get(0));
    }
    return chosen;
  }

  private static double[] shares(int count, Draw draw) {
    double[] shares = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = i == 0 ? 1 : draw.lognormal(0.4, 0.6);
      sum += shares[i];
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  private Attack attack(Site site, Draw draw) {
    double luck = draw.uniform();
    double place = draw.uniform();
    if (luck < 0.035) {
      return new Attack(Attack.Kind.FOLLOWERS, betweenCrawls(place));
    }
    long start = world.timeline().start();
    long later = start + (long) ((0.2 + 0.5 * place) * (world.timeline().stop() - start));
    if (luck < 0.07) {
      return new Attack(Attack.Kind.LIKES, later);
    } else if (luck < 0.10 && site != Site.TIKTOK) {
      return new Attack(Attack.Kind.POD, later);
    }
    return Attack.NONE;
  }

  /** After the first drop and three days before the last, so that crawls see the jump. */
  private long betweenCrawls(double place) {
    Timeline timeline = world.timeline();
    long span = Math.max(1, timeline.everyDays() * (timeline.crawls() - 1L) - 3) * Timeline.DAY;
    return timeline.stop() - 3 * Timeline.DAY - (long) (place * span);
  }

  /** Those of the usual platforms come first; the others are far behind any of them. */
  private static long number(Person person, int slot) {
    return slot < SLOTS
        ? (long) person.index() * SLOTS + slot
        : (long) slot << 40 | (long) person.index() * SLOTS;
  }

  private Account own(
      Person person, int slot, Site site, String root, double share, Attack attack) {
    long number = number(person, slot);
    Draw draw = Draw.of(person.key(), ACCOUNT, slot);
    double audience = AUDIENCE * person.influence() * share * draw.lognormal(1, 0.25);
    return new Account(
        number,
        draw.bits(),
        Draw.key(person.key(), STREAM),
        person.id(),
        false,
        site,
        Ids.account(site, number),
        Ids.sec(number),
        Handles.of(site, root, draw),
        DisplayNames.variant(person, site, world, draw),
        "",
        "",
        audience,
        audience * site.inflation() * draw.lognormal(1, 0.8),
        draw.lognormal(0.025, 0.9),
        slot == 0 ? 0.85 : draw.between(0.15, 0.55),
        person.habits().events(),
        attack);
  }

  /** Accounts on the platforms that only some worlds have; they cite the main account. */
  private List<Account> more(Person person, String root, Account main) {
    List<Account> more = new ArrayList<>();
    for (int i = 0; i < UNUSUAL.size(); i++) {
      Site site = UNUSUAL.get(i);
      Draw draw = Draw.of(person.key(), MORE, i);
      boolean speaks = site.chinese() == (person.language() == Language.ZH);
      if (world.more().contains(site) && speaks && draw.chance(0.5)) {
        Account bare = own(person, SLOTS + i, site, root, 0.3, Attack.NONE);
        more.add(bare.withBio(References.text(main, draw), References.url(main)));
      }
    }
    return more;
  }

  private List<Account> fans(Person star, List<Account> own) {
    Draw draw = Draw.of(star.key(), FANS);
    double likely =
        switch (star.stage()) {
          case KOC -> 0;
          case VERTICAL -> 0.2;
          case PUBLIC -> 0.8;
        };
    List<Account> fans = new ArrayList<>();
    for (int slot = FIRST_FAN_SLOT; slot < SLOTS && draw.chance(likely); slot++) {
      fans.add(fan(star, draw.pick(own), slot, draw));
    }
    return fans;
  }

  private Account fan(Person star, Account idol, int slot, Draw draw) {
    long number = (long) star.index() * SLOTS + slot;
    long key = draw.bits();
    double audience = idol.audience() * draw.lognormal(0.03, 0.6);
    String handle = star.name().core() + (slot == FIRST_FAN_SLOT ? "fans" : "club");
    Account bare =
        new Account(
            number,
            key,
            key,
            star.id() + "-fan" + (slot - FIRST_FAN_SLOT + 1),
            true,
            idol.site(),
            Ids.account(idol.site(), number),
            Ids.sec(number),
            idol.site() == Site.X ? Handles.shortened(handle, draw) : handle,
            profiles.fanName(star, draw),
            "",
            "",
            audience,
            audience * idol.site().inflation() * draw.lognormal(1, 0.5),
            draw.lognormal(0.02, 0.5),
            1,
            Math.max(3, star.habits().events() / 2),
            Attack.NONE);
    return profiles.fan(bare, star, idol, draw);
  }
}
