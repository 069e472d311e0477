package dev.kolrank.simulate;

import java.util.List;
import java.util.Locale;

/** The texts of posts on platforms that have no rules of their own. */
final class Captions {
  private Captions() {}

  /** The title, the body, who is named, and the tags. */
  static String whole(PostDraft draft, Site site) {
    StringBuilder text = new StringBuilder(draft.words().title());
    text.append('\n').append(draft.words().body());
    named(draft, site).forEach(partner -> text.append(" @").append(partner.handle()));
    return text.append('\n').append(draft.words().hashtags()).toString().strip();
  }

  /** The body and the links below it. */
  static String below(PostDraft draft) {
    return (draft.words().body() + "\n" + draft.links()).strip();
  }

  static List<Account> named(PostDraft draft, Site site) {
    return draft.partner().stream().filter(partner -> partner.site() == site).toList();
  }

  /** The tags of a text that has no list of them. */
  static List<String> tags(PostDraft draft) {
    return draft.words().tags().stream().map(tag -> tag.toLowerCase(Locale.ROOT)).toList();
  }

  /** The key of an account of which only the handle is known. */
  static String byHandle(String handle) {
    return "@" + handle.toLowerCase(Locale.ROOT);
  }

  /** The key of an account of which only the display name is known. */
  static String byName(String name) {
    return "~" + name.strip();
  }
}
