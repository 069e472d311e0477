package dev.kolrank.simulate;

import java.util.ArrayList;
import java.util.List;

/** Writes the bios, with the links that a person has decided on. */
final class Profiles {
  private static final long BIO = 21;

  private final World world;

  Profiles(World world) {
    this.world = world;
  }

  /** The same accounts with bios and links to each other. */
  List<Account> linked(Person person, List<Account> own) {
    List<Account> linked = new ArrayList<>();
    for (Account account : own) {
      linked.add(linked(person, account, own));
    }
    return linked;
  }

  private Account linked(Person person, Account account, List<Account> own) {
    Draw draw = Draw.of(account.key(), BIO);
    Phrases phrases = world.phrases(person.language());
    List<String> lines = new ArrayList<>();
    lines.add(Template.words(draw.pick(phrases.bios()), person.niche(), person.language(), draw));
    if (draw.chance(0.3)) {
      lines.add(draw.pick(world.vocabulary().emoji()) + person.niche().label(person.language()));
    }
    String homepage = "";
    for (Account other : own) {
      if (!other.equals(account) && cites(person, account, other, own.get(0), draw)) {
        lines.add(References.text(other, draw));
        homepage = homepage.isEmpty() ? References.url(other) : homepage;
      }
    }
    if (person.habits().links() == Habits.Links.HUB && draw.chance(0.85)) {
      lines.add(References.hub(person));
      homepage = "https://" + References.hub(person);
    }
    if (draw.chance(0.2)) {
      lines.add(contact(person));
    }
    String joint = draw.pick(List.of(" | ", "\n", " · ", "｜"));
    return account.withBio(String.join(joint, lines), draw.chance(0.7) ? homepage : "");
  }

  /** A mail address, for two in three under a domain of their own. */
  private static String contact(Person person) {
    String core = person.name().core();
    String mail = person.index() % 3 == 0 ? core + "@mail.example" : "hi@" + core + ".example";
    return (person.language() == Language.ZH ? "合作📮" : "📮 ") + mail;
  }

  private static boolean cites(Person person, Account from, Account to, Account main, Draw draw) {
    if (from.site() == to.site()) {
      return true;
    }
    return switch (person.habits().links()) {
      case NONE -> false;
      case TO_MAIN -> to.equals(main) && draw.chance(0.8);
      case ALL -> draw.chance(0.8);
      case HUB -> draw.chance(0.15);
    };
  }

  String fanName(Person star, Draw draw) {
    return Template.name(draw.pick(world.phrases(star.language()).fanNames()), star.name().shown());
  }

  /** A fan's account, which cites the star. */
  Account fan(Account bare, Person star, Account idol, Draw draw) {
    String line =
        Template.name(draw.pick(world.phrases(star.language()).fanBios()), star.name().shown());
    return bare.withBio(
        line + " " + References.text(idol, draw), draw.chance(0.5) ? References.url(idol) : "");
  }
}
