package dev.kolrank.value;

import java.util.Objects;

/**
 * An account that a link or a bio names.
 *
 * @param platform the platform's id, such as "x"; "linkpage" for pages of links
 * @param handle the public handle, or for Chinese platforms perhaps the display name
 * @param isId the handle is the platform's own account id
 */
public record ProfileRef(String platform, String handle, boolean isId) {

  /** Refuses what names no account. */
  public ProfileRef {
    Objects.requireNonNull(platform, "platform");
    if (handle.isEmpty()) {
      throw new IllegalArgumentException("a handle on " + platform + " is never empty");
    }
  }
}
