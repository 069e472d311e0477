package dev.kolrank.value;

import java.util.List;
import java.util.Map;

/** Addresses by which platforms send their users on: the target stands in a parameter. */
final class Redirects {

  /** Host, path and parameter; the hosts of a site differ. */
  private static final Map<String, String> PARAMETERS =
      Map.ofEntries(
          Map.entry("l.facebook.com/l.php", "u"),
          Map.entry("lm.facebook.com/l.php", "u"),
          Map.entry("www.facebook.com/l.php", "u"),
          Map.entry("m.facebook.com/l.php", "u"),
          Map.entry("l.instagram.com", "u"),
          Map.entry("l.threads.net", "u"),
          Map.entry("l.threads.com", "u"),
          Map.entry("www.youtube.com/redirect", "q"),
          Map.entry("youtube.com/redirect", "q"),
          Map.entry("m.youtube.com/redirect", "q"),
          Map.entry("www.google.com/url", "q"),
          Map.entry("www.tiktok.com/link/v2", "target"),
          Map.entry("weibo.cn/sinaurl", "u"),
          Map.entry("link.zhihu.com", "target"),
          Map.entry("links.jianshu.com/go", "to"));

  private Redirects() {}

  /** The address to which this one leads; null where it is no redirect or leads nowhere. */
  static Url target(Url url) {
    List<String> path = url.segments();
    String place = path.isEmpty() ? url.host() : url.host() + "/" + String.join("/", path);
    String parameter = PARAMETERS.get(place);
    String target = parameter == null ? null : url.parameter(parameter);
    return target == null ? null : Url.parse(target);
  }
}
