package dev.kolrank.identity.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is compared of two accounts. A comparison that cannot be made, for want of a value on either
 * side, has no level and weighs nothing.
 *
 * @param name as stored
 * @param reason why it tells anything
 * @param levels its outcomes
 */
public record Comparison(String name, String reason, List<Level> levels) {
  /** The level of what was compared and is not alike. */
  public static final String OTHER = "other";

  /** The first band is chance's own: what falls there shows how frequent coincidences are. */
  private static final double[] BANDS = {-2, 0, 1, 2, 4, 6, 9, 12, 16, 24};

  private static final double BAND_SUM = 26;
  private static final String BY_CHANCE = "_chance";

  public static final Comparison LINK =
      new Comparison(
          "link",
          "accounts say themselves which others are theirs",
          List.of(
              Level.certain("mutual", 0.99),
              Level.certain("bio", 0.95),
              Level.certain("same_link", 0.95),
              Level.certain("description", 0.9),
              Level.certain("contested", 0.3),
              Level.certain("weak", 0.1),
              Level.certain("fan", 0.05)));

  public static final Comparison HANDLE =
      new Comparison(
          "handle", "people keep their handle, or its telling part", likeness(0.45, 0.2, 0.2));

  public static final Comparison NAME =
      new Comparison("name", "people keep their name", likeness(0.6, 0.1, 0.1));

  public static final Comparison HANDLE_NAME =
      new Comparison("handle_name", "a handle often spells the name", likeness(0.3, 0.25, 0.05));

  public static final Comparison RIVALS =
      new Comparison(
          "rivals",
          "an account has one counterpart on a platform, which is likely the likest",
          List.of(
              Level.fitted("none", 0.6, 0.2),
              Level.fitted("behind", 0.3, 0.1),
              Level.fitted("level", 0.07, 0.2),
              Level.fitted("ahead", 0.02, 0.2),
              Level.fitted("far_ahead", 0.01, 0.3)));

  public static final Comparison BIO =
      new Comparison(
          "bio",
          "people describe themselves alike, or copy the text",
          List.of(
              Level.counted("same", 0.1, 1e-5),
              Level.counted("close", 0.1, 1e-5),
              Level.counted("some", 0.2, 0.005),
              Level.counted(OTHER, 0.6, 0.995)));

  public static final Comparison POSTS =
      new Comparison(
          "posts",
          "one text or link goes out on several platforms",
          List.of(
              Level.counted("several", 0.1, 2e-7),
              Level.counted("one", 0.1, 2e-6),
              Level.counted(OTHER, 0.8, 1)));

  public static final Comparison TOPICS =
      new Comparison(
          "topics",
          "people talk about one thing, in one language",
          List.of(
              Level.counted("alike", 0.3, 0.05),
              Level.counted("near", 0.3, 0.1),
              Level.counted("some", 0.2, 0.2),
              Level.counted(OTHER, 0.2, 0.65)));

  public static final Comparison CATEGORY =
      same("category", "what one does is declared alike", 0.6);
  public static final Comparison LANGUAGE = same("language", "people mostly write in one", 0.85);
  public static final Comparison REGION = same("region", "people live in one place", 0.9);

  public static final Comparison HOURS =
      new Comparison(
          "hours",
          "people post when they are awake",
          List.of(
              Level.counted("alike", 0.5, 0.2),
              Level.counted("near", 0.3, 0.3),
              Level.counted(OTHER, 0.2, 0.5)));

  public static final Comparison OCCASIONS =
      new Comparison(
          "occasions",
          "people take one thing to all their platforms within hours",
          List.of(
              Level.counted("many", 0.1, 1e-5),
              Level.counted("several", 0.15, 2e-4),
              Level.counted("some", 0.2, 0.005),
              Level.counted("few", 0.2, 0.03),
              Level.counted(OTHER, 0.3, 0.85),
              Level.counted("apart", 0.05, 0.1)));

  public static final Comparison SIZE =
      new Comparison(
          "size",
          "audiences on two platforms seldom differ a thousandfold",
          List.of(
              Level.counted("alike", 0.4, 0.3),
              Level.counted("near", 0.5, 0.45),
              Level.counted(OTHER, 0.1, 0.25)));

  public static final Comparison ELSEWHERE =
      new Comparison(
          "elsewhere",
          "who says which account on a platform is his says that the others are not",
          List.of(Level.fixed("tracked", -30), Level.fixed("untracked", -15)));

  public static final Comparison ABOUT =
      new Comparison(
          "about",
          "accounts about somebody, and agencies, take the name on purpose",
          List.of(
              Level.fixed("one_fan", -30),
              Level.fixed("two_fans", -10),
              Level.fixed("one_firm", -15),
              Level.fixed("one_sub", -3)));

  /** In the order in which they are shown. */
  public static final List<Comparison> ALL =
      List.of(
          LINK,
          HANDLE,
          NAME,
          HANDLE_NAME,
          RIVALS,
          BIO,
          POSTS,
          TOPICS,
          CATEGORY,
          LANGUAGE,
          REGION,
          HOURS,
          OCCASIONS,
          SIZE,
          ELSEWHERE,
          ABOUT);

  public Comparison {
    levels = List.copyOf(levels);
  }

  /** The declared level of that name. */
  public Optional<Level> level(String level) {
    return levels.stream().filter(l -> l.name().equals(level)).findFirst();
  }

  /** The level of a likeness; {@link #OTHER} where chance explains it. */
  public static String levelOf(Likeness.Found found) {
    if (found.excess() < BANDS[0]) {
      return OTHER;
    }
    int band = 0;
    while (band + 2 < BANDS.length && found.excess() >= BANDS[band + 1]) {
      band++;
    }
    return name(found.kind(), band);
  }

  private static String name(Likeness.Kind kind, int band) {
    String way = kind.name().toLowerCase(Locale.ROOT);
    return band == 0 ? way + BY_CHANCE : way + "_" + (int) BANDS[band];
  }

  private static Comparison same(String name, String reason, double m) {
    return new Comparison(
        name, reason, List.of(Level.counted("same", m, 0.2), Level.counted(OTHER, 1 - m, 0.8)));
  }

  /** Levels by kind and band; a match's excess is expected anywhere between the bounds. */
  private static List<Level> likeness(double exact, double parts, double close) {
    double both = parts + close;
    double[] ms = {exact, parts / 2, close / 2, both * 0.2, both * 0.1, both * 0.1, both * 0.1};
    double[] chances = {0.05, 0.05, 0.1, 0.15, 0.15, 0.3, 0.4};
    var levels = new ArrayList<Level>();
    Likeness.Kind[] kinds = Likeness.Kind.values();
    for (int kind = 0; kind < kinds.length; kind++) {
      for (int band = 0; band + 1 < BANDS.length; band++) {
        double part = (BANDS[band + 1] - BANDS[band]) / BAND_SUM;
        levels.add(
            Level.banded(
                name(kinds[kind], band),
                ms[kind] * part,
                chances[kind],
                BANDS[band],
                BANDS[band + 1]));
      }
    }
    levels.add(Level.counted(OTHER, 1 - exact - parts - close, 1));
    return List.copyOf(levels);
  }
}
