package dev.kolrank.identity;

import java.util.Arrays;
import java.util.Locale;

/** By what accounts are brought together to be compared, and why. */
enum Blocking {
  EXTERNAL_LINK("link", 6, "both carry one page of links, or one domain of their own"),
  CITED_PROFILE("citation", 0, "one names the other's profile in bio or captions"),
  OVERRIDE("override", 0, "a person decided about both"),
  HANDLE_KEY("name", 100, "handles share a stretch too rare to meet by chance"),
  NAME_KEY("name", 100, "names, or a name and a handle, share such a stretch"),
  NAME_LANGUAGE("language", 100, "one name, too common to tell, in one language"),
  BIO_SHINGLE("bio", 20, "bios share a passage"),
  SHARED_POST("post", 20, "one text or link was posted on both");

  private final String family;
  private final int largest;
  private final String reason;

  Blocking(String family, int largest, String reason) {
    this.family = family;
    this.largest = largest;
    this.reason = reason;
  }

  /** Keys of one family meet each other, whichever rule they are of. */
  String family() {
    return family;
  }

  /** A key of more accounts tells nothing and costs much; 0 where nothing is blocked by keys. */
  int largest() {
    return largest;
  }

  String reason() {
    return reason;
  }

  /** As stored. */
  String rule() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The largest block of a family's rules. */
  static int largestOf(String family) {
    return Arrays.stream(values())
        .filter(b -> b.family.equals(family))
        .mapToInt(Blocking::largest)
        .max()
        .orElseThrow();
  }
}
