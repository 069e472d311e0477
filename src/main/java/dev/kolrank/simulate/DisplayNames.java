package dev.kolrank.simulate;

import java.util.Locale;

/** How one person's name looks on different platforms. */
final class DisplayNames {
  private static final int FULL_WIDTH = 0xFEE0;

  private DisplayNames() {}

  static String variant(Person person, Site site, World world, Draw draw) {
    Name name = person.name();
    String shown = name.shown();
    if (person.language() != Language.EN && !site.chinese() && draw.chance(0.35)) {
      return draw.chance(0.5) ? name.latin() : shown + " " + name.latin();
    }
    Phrases phrases = world.phrases(person.language());
    String label = person.niche().label(person.language());
    double style = draw.uniform();
    if (style < 0.55) {
      return shown;
    } else if (style < 0.70) {
      return shown + draw.pick(world.vocabulary().emoji());
    } else if (style < 0.84) {
      return shown + Template.person(draw.pick(phrases.suffixes()), name, label);
    } else if (style < 0.90) {
      return fullWidth(shown);
    } else if (style < 0.95) {
      return shown.replace(" ", "");
    }
    return person.language() == Language.EN ? shown.toUpperCase(Locale.ROOT) : name.full();
  }

  private static String fullWidth(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars()
        .map(c -> c > ' ' && c < 0x7F ? c + FULL_WIDTH : c)
        .forEach(c -> wide.append((char) c));
    return wide.toString();
  }
}
