package dev.kolrank.simulate;

import java.util.List;

/** The names in links that people choose; variants of one root, within each platform's rules. */
final class Handles {
  private static final int X_LIMIT = 15;
  private static final List<String> SUFFIXES =
      List.of("official", "_official", "tv", "_", "vlog", "hq", "daily", "real");

  private Handles() {}

  /** The form that a person prefers. */
  static String root(Name name, Niche niche, Draw draw) {
    return switch (draw.whole(0, 6)) {
      case 0, 1, 2 -> name.core();
      case 3 -> name.spaced();
      case 4 -> name.core() + niche.id().replace("-", "");
      default -> name.core() + draw.whole(80, 100);
    };
  }

  /** What of it this platform still had. */
  static String of(Site site, String root, Draw draw) {
    String handle = root;
    if (draw.chance(0.4)) {
      handle = draw.chance(0.35) ? root + local(site, draw) : root + draw.pick(SUFFIXES);
    }
    if (site == Site.X) {
      return shortened(handle.length() > X_LIMIT ? root : handle, draw);
    }
    if ((site == Site.INSTAGRAM || site == Site.TIKTOK) && draw.chance(0.15)) {
      return handle.replace('_', '.').replaceAll("\\.$", "");
    }
    return handle;
  }

  /** For X: at most 15 letters, of a longer handle the beginning and digits. */
  static String shortened(String handle, Draw draw) {
    return handle.length() <= X_LIMIT
        ? handle
        : handle.substring(0, X_LIMIT - 3) + draw.whole(100, 1_000);
  }

  private static String local(Site site, Draw draw) {
    return switch (site) {
      case YOUTUBE -> "_yt";
      case INSTAGRAM -> ".ig";
      case TIKTOK -> "tok";
      default -> String.valueOf(draw.whole(1, 1000));
    };
  }
}
