package dev.kolrank.simulate;

import java.util.List;

/** Derives people from their index: nobody is stored, everybody can be asked for. */
final class People {
  private static final long PERSON = 1;
  private static final long NAMING = 2;
  private static final long INFLUENCE = 3;
  private static final long NICHE = 4;
  private static final long SELF = 5;
  private static final long NAMESAKE = 6;

  /** Lognormal spread of influence: the top thousandth is some 140 times the median. */
  private static final double SPREAD = 1.6;

  private static final double VERTICAL = StrictMath.exp(SPREAD * 0.7);
  private static final double PUBLIC = StrictMath.exp(SPREAD * 1.9);
  private static final int CANDIDATES = 12;

  private final World world;
  private final Accounts accounts;

  People(World world) {
    this.world = world;
    this.accounts = new Accounts(world);
  }

  Person at(int index) {
    long key = key(index);
    int model = model(index);
    Language language = Language.of(index);
    Niche niche = niche(index);
    double influence = influence(index);
    Person.Stage stage =
        influence > PUBLIC
            ? Person.Stage.PUBLIC
            : influence > VERTICAL ? Person.Stage.VERTICAL : Person.Stage.KOC;
    Draw draw = Draw.of(key, SELF);
    Person bare =
        new Person(
            index,
            key,
            id(index),
            name(index),
            language,
            niche,
            draw.pick(world.vocabulary().niches()),
            influence,
            stage,
            habits(language, stage, draw),
            model == index ? "" : id(model),
            List.of());
    return bare.withAccounts(accounts.of(bare));
  }

  /** Somebody of the same language to make a post with: rather of the niche, rather well known. */
  List<Person> partner(Person person, Draw draw) {
    int best = person.index();
    double bestScore = 0;
    for (int i = 0; i < CANDIDATES; i++) {
      int other = draw.whole(0, world.people());
      if (other != person.index() && Language.of(other) == person.language()) {
        double fit = niche(other).id().equals(person.niche().id()) ? 8 : 1;
        double score = fit * influence(other) * draw.uniform();
        if (score > bestScore) {
          best = other;
          bestScore = score;
        }
      }
    }
    return best == person.index() ? List.of() : List.of(at(best));
  }

  private long key(int index) {
    return Draw.key(world.key(PERSON), index);
  }

  private double influence(int index) {
    return Draw.of(key(index), INFLUENCE).lognormal(1, SPREAD);
  }

  private Niche niche(int index) {
    return Draw.of(key(index), NICHE).pick(world.vocabulary().niches());
  }

  static String id(int index) {
    String digits = String.valueOf(index);
    return "p" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
  }

  /** Whose name this person also has; the person's own index for all but one in twenty. */
  private int model(int index) {
    Draw draw = Draw.of(key(index), NAMESAKE);
    int blocks = index / Language.BLOCK;
    if (blocks == 0 || !draw.chance(0.05)) {
      return index;
    }
    return index - Language.BLOCK * (1 + draw.whole(0, Math.min(blocks, 3)));
  }

  private Name name(int index) {
    int model = model(index);
    if (model != index) {
      return name(model).rooted(niche(index).id().replace("-", "") + index % 1000);
    }
    Language language = Language.of(index);
    Name name =
        world.vocabulary().names().get(language).at(Language.rank(index), world.key(NAMING));
    Draw draw = Draw.of(key(index), NAMING);
    if (draw.chance(0.65)) {
      return name;
    }
    String stage = draw.pick(world.phrases(language).stage());
    return name.shownAs(Template.person(stage, name, niche(index).label(language)));
  }

  private Habits habits(Language language, Person.Stage stage, Draw draw) {
    double events = draw.lognormal(12.0 * world.timeline().days() / 60, 0.8);
    double most = Math.max(8, world.timeline().days() * 1.3);
    double focus =
        switch (stage) {
          case KOC -> 0.75;
          case VERTICAL -> 0.9;
          case PUBLIC -> 0.6;
        };
    return new Habits(
        (int) Math.max(4, Math.min(most, events)),
        draw.pick(List.of(8.0, 12.5, 18.0, 20.0, 21.5)) + draw.gaussian() * 0.5,
        language.zone(draw),
        focus,
        stage == Person.Stage.KOC ? draw.between(0, 0.12) : draw.between(0.03, 0.35),
        draw.chance(0.5) ? draw.between(0.8, 1) : draw.between(0, 0.7),
        draw.between(0.15, 0.75),
        draw.chance(0.5) ? 0 : draw.between(0.2, 0.9),
        draw.chance(0.04),
        links(draw));
  }

  private static Habits.Links links(Draw draw) {
    double luck = draw.uniform();
    if (luck < 0.30) {
      return Habits.Links.NONE;
    } else if (luck < 0.55) {
      return Habits.Links.TO_MAIN;
    }
    return luck < 0.85 ? Habits.Links.ALL : Habits.Links.HUB;
  }
}
