package dev.kolrank.value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads links, and the accounts that links and bios name. */
public final class Links {

  /** A link with where it stands in the text. */
  record Found(int start, int end, Url url) {}

  private Links() {}

  /**
   * The web addresses in the text, normalised, in order and once each. Found are addresses with a
   * scheme, with "www.", and bare ones of known platforms. Where line breaks were lost, an address
   * ends before the next one and before a label such as "Twitter:".
   */
  public static List<String> urls(String text) {
    if (text == null) {
      return List.of();
    }
    Set<String> urls = new LinkedHashSet<>();
    LinkScanner.find(text).forEach(found -> urls.add(found.url().toString()));
    return List.copyOf(urls);
  }

  /** The account whose profile, post or story the address shows, or null. */
  public static ProfileRef profile(String url) {
    Url parsed = url == null ? null : Url.parse(url);
    return parsed == null ? null : somebody(ProfileUrls.read(parsed));
  }

  /**
   * The accounts that the text names by a link or by a label ("IG: @demochef", "微博：名字"), in order
   * and once each. After a Chinese label the handle may be a display name.
   */
  public static List<ProfileRef> profiles(String text) {
    if (text == null) {
      return List.of();
    }
    record Placed(int start, ProfileRef profile) {}
    List<Placed> placed = new ArrayList<>();
    List<Found> links = LinkScanner.find(text);
    for (Found link : links) {
      ProfileRef profile = ProfileUrls.read(link.url());
      if (profile != null) {
        placed.add(new Placed(link.start(), profile));
      }
    }
    LinkLabels.find(text, links, (start, profile) -> placed.add(new Placed(start, profile)));
    return placed.stream()
        .sorted(Comparator.comparingInt(Placed::start))
        .map(Placed::profile)
        .filter(profile -> somebody(profile) != null)
        .distinct()
        .toList();
  }

  /** A platform's own profile is where cut and wrong links end up: nobody means it as theirs. */
  private static ProfileRef somebody(ProfileRef profile) {
    return profile == null || profile.handle().equalsIgnoreCase(profile.platform())
        ? null
        : profile;
  }
}
