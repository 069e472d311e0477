package dev.kolrank.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A web address, normalised: host in lower case, no tracking parameters, fragment, user or default
 * port, no slash at the end.
 */
record Url(String scheme, String host, String path, String query) {

  private static final Set<String> TRACKING =
      Words.set(
          """
          fbclid gclid si igshid igsh ref_src ref_url mibextid mc_cid mc_eid spm spm_id_from
          vd_source share_source sub_confirmation xsec_token xsec_source _r _t is_from_webapp
          sender_device
          """);

  /** The address that the text is, or null; a text without a scheme is taken as https. */
  static Url parse(String text) {
    String rest = Blanks.strip(text);
    String scheme = "https";
    int colon = rest.indexOf("://");
    if (colon >= 0 && colon <= 5) {
      scheme = rest.substring(0, colon).toLowerCase(Locale.ROOT);
      rest = rest.substring(colon + 3);
    } else if (rest.startsWith("//")) {
      rest = rest.substring(2);
    }
    int fragment = rest.indexOf('#');
    rest = fragment < 0 ? rest : rest.substring(0, fragment);
    int question = rest.indexOf('?');
    String query = question < 0 ? "" : rest.substring(question + 1);
    rest = question < 0 ? rest : rest.substring(0, question);
    int slash = rest.indexOf('/');
    String host = host(slash < 0 ? rest : rest.substring(0, slash));
    if (host == null || !(scheme.equals("http") || scheme.equals("https"))) {
      return null;
    }
    return new Url(scheme, host, slash < 0 ? "" : trimmed(rest, slash), untracked(query));
  }

  /** The parts of the path, percent signs decoded. */
  List<String> segments() {
    List<String> segments = new ArrayList<>();
    int from = 0;
    while (from < path.length() && segments.size() < 8) {
      int to = path.indexOf('/', from);
      to = to < 0 ? path.length() : to;
      if (to > from) {
        segments.add(decoded(path.substring(from, to)));
      }
      from = to + 1;
    }
    return segments;
  }

  /** The value of a parameter, or null. */
  String parameter(String name) {
    for (String pair : query.split("&", -1)) {
      if (pair.length() > name.length()
          && pair.startsWith(name)
          && pair.charAt(name.length()) == '=') {
        return decoded(pair.substring(name.length() + 1));
      }
    }
    return null;
  }

  @Override
  public String toString() {
    return scheme + "://" + host + path + (query.isEmpty() ? "" : "?" + query);
  }

  /** The host in lower case, or null where it cannot be one. */
  private static String host(String authority) {
    int colon = authority.indexOf(':');
    String port = colon < 0 ? "" : authority.substring(colon + 1);
    String name = (colon < 0 ? authority : authority.substring(0, colon)).toLowerCase(Locale.ROOT);
    boolean standard = port.isEmpty() || port.equals("80") || port.equals("443");
    int dot = name.lastIndexOf('.');
    if (!standard || dot < 1 || name.length() - dot < 3 || name.length() > 253) {
      return null;
    }
    char before = '.';
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = Character.isLetterOrDigit(c) || c == '-' || c == '_';
      if (!letter && (c != '.' || before == '.')) {
        return null;
      }
      before = c;
    }
    return Character.isLetter(name.charAt(dot + 1)) ? name : null;
  }

  private static String trimmed(String rest, int slash) {
    int end = rest.length();
    while (end > slash && rest.charAt(end - 1) == '/') {
      end--;
    }
    return rest.substring(slash, end);
  }

  private static String untracked(String query) {
    if (query.isEmpty()) {
      return query;
    }
    StringBuilder kept = new StringBuilder(query.length());
    for (String pair : query.replace("&amp;", "&").split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = (equals < 0 ? pair : pair.substring(0, equals)).toLowerCase(Locale.ROOT);
      if (!pair.isEmpty() && !name.startsWith("utm_") && !TRACKING.contains(name)) {
        kept.append(kept.isEmpty() ? "" : "&").append(pair);
      }
    }
    return kept.toString();
  }

  private static String decoded(String part) {
    if (part.indexOf('%') < 0) {
      return part;
    }
    byte[] in = part.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      boolean escape = in[i] == '%' && i + 2 < in.length;
      int high = escape ? Character.digit(in[i + 1], 16) : -1;
      int low = escape ? Character.digit(in[i + 2], 16) : -1;
      boolean valid = high >= 0 && low >= 0;
      out[length++] = valid ? (byte) (high << 4 | low) : in[i];
      i += valid ? 2 : 0;
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }
}
