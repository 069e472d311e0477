package dev.kolrank.job.evaluate;

import java.util.Locale;

/**
 * An account as a crawl would show it, and who is behind it. Nothing but {@code person} tells that.
 *
 * @param id on its platform; {@code @handle} where the handle is all that is known
 * @param handle null if not known
 * @param name null if not known
 * @param region null if not known
 * @param followers null if not known
 */
public record TruthAccount(
    String platform,
    String id,
    String handle,
    String name,
    String bio,
    String link,
    String region,
    Long followers,
    String person) {

  /** An account of which handle and name alone are known. */
  static TruthAccount named(String platform, String handle, String name, String person) {
    String id = handle.matches("\\d+|UC[A-Za-z0-9_-]{22}") ? handle : "@" + lower(handle);
    return new TruthAccount(platform, id, handle, name, null, null, null, null, person);
  }

  /** An account of which a crawl shows more than the truth does. */
  static TruthAccount unseen(String platform, String id, String person) {
    return new TruthAccount(platform, id, null, null, null, null, null, null, person);
  }

  /** The account's key. */
  public String uid() {
    return platform + ":" + id;
  }

  TruthAccount withName(String other) {
    return new TruthAccount(platform, id, handle, other, bio, link, region, followers, person);
  }

  TruthAccount shownAs(String seenHandle, String seenName) {
    return new TruthAccount(
        platform, id, seenHandle, seenName, bio, link, region, followers, person);
  }

  private static String lower(String handle) {
    return handle.toLowerCase(Locale.ROOT);
  }
}
