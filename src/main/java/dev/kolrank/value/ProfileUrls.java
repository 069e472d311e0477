package dev.kolrank.value;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Tells which account a web address is the profile of. */
final class ProfileUrls {

  private static final Map<String, Function<Url, ProfileRef>> SITES =
      Map.ofEntries(
          Map.entry("youtube.com", ProfileUrls::youtube),
          Map.entry("instagram.com", ProfileUrls::instagram),
          Map.entry("instagr.am", ProfileUrls::instagram),
          Map.entry("tiktok.com", ProfileUrls::tiktok),
          Map.entry("twitter.com", ProfileUrls::x),
          Map.entry("x.com", ProfileUrls::x),
          Map.entry("facebook.com", FacebookUrls::profile),
          Map.entry("fb.com", FacebookUrls::profile),
          Map.entry("weibo.com", ChineseProfileUrls::weibo),
          Map.entry("weibo.cn", ChineseProfileUrls::weibo),
          Map.entry("bilibili.com", ChineseProfileUrls::bilibili),
          Map.entry("douyin.com", ChineseProfileUrls::douyin),
          Map.entry("iesdouyin.com", ChineseProfileUrls::douyin),
          Map.entry("xiaohongshu.com", ChineseProfileUrls::xiaohongshu),
          Map.entry("zhihu.com", ChineseProfileUrls::zhihu),
          Map.entry("jianshu.com", ChineseProfileUrls::jianshu),
          Map.entry("kuaishou.com", ChineseProfileUrls::kuaishou),
          Map.entry("twitch.tv", ProfileUrls::twitch));

  private static final Set<String> LINK_PAGES =
      Words.set(
          """
          linktr.ee beacons.ai lnk.bio campsite.bio bio.link bio.site linkin.bio allmylinks.com
          solo.to taplink.cc hoo.be msha.ke heylink.me lit.link linkr.bio snipfeed.co stan.store
          potofu.me komi.io tap.bio
          """);

  private static final Set<String> NOT_YOUTUBE =
      Words.set(
          """
          watch playlist shorts results feed embed v live hashtag c user channel redirect
          premium gaming music about account t post clip attribution_link signin logout creators
          kids ads jobs supported_browsers subscription_center subscription_manager oembed
          movies trending upload s e playlists videos yt source channels profile podcasts news
          sports learning fashion howyoutubeworks creatorspace purchases playables verify
          set_language view_play_list watch_videos watch_popup get_video_info new static error
          reporthistory paid_memberships storefront stories dashboard my_videos comment user_watch
          """);
  private static final Set<String> NOT_INSTAGRAM =
      Words.set(
          """
          p reel reels tv explore accounts direct about developer legal share web s stories
          graphql api oauth static download emails invites challenge privacy terms guide
          guides nametag qr popular topics lite locations channel ar session logging_page
          """);
  private static final Set<String> NOT_X =
      Words.set(
          """
          intent share hashtag i home search explore settings messages notifications login
          logout signup tos privacy about compose download jobs who_to_follow account oauth
          statuses widgets en favorites bookmarks following followers logged_out personalization
          oauth2 tweetbutton connect_people
          """);
  private static final Set<String> NOT_TWITCH =
      Words.set(
          """
          videos directory p settings subscriptions downloads jobs turbo prime search store user
          friends inventory wallet drops login signup popout embed collections team event
          moderator broadcast
          """);
  private static final Set<String> NOT_LINK_PAGE =
      Set.of("admin", "login", "register", "signup", "s", "discover", "i", "pricing", "blog");

  /** What may stand before a platform's domain where profiles are; not help, developers, ads. */
  private static final Pattern HOST =
      Pattern.compile(
          "(?:(?:www|m|mobile|web|mbasic|touch|free|business|music|gaming|studio|go|clips|e|space"
              + "|live|v|[a-z]{2}-[a-z]{2})\\.)*");

  private static final Pattern LINK_NAME = Pattern.compile("[a-z0-9._-]{1,60}");

  private ProfileUrls() {}

  /** The account whose profile, post or story the address leads to, or null. */
  static ProfileRef read(Url url) {
    Url target = Redirects.target(url);
    return ofPage(target == null ? url : target);
  }

  private static ProfileRef ofPage(Url url) {
    int dot = url.host().lastIndexOf('.');
    int before = dot < 0 ? -1 : url.host().lastIndexOf('.', dot - 1);
    String domain = url.host().substring(before + 1);
    Function<Url, ProfileRef> site = SITES.get(domain);
    if (site != null) {
      return HOST.matcher(url.host().substring(0, before + 1)).matches() ? site.apply(url) : null;
    }
    return LINK_PAGES.contains(domain) ? linkPage(domain, url) : null;
  }

  /** The handle that stands first in the path, unless the site keeps that word for itself. */
  static ProfileRef first(String platform, Url url, Set<String> reserved) {
    List<String> path = url.segments();
    if (path.isEmpty() || reserved.contains(path.get(0).toLowerCase(Locale.ROOT))) {
      return null;
    }
    return Handles.handle(platform, path.get(0));
  }

  /** The part of the path after the given ones, or null. */
  static String after(Url url, String... before) {
    List<String> path = url.segments();
    if (path.size() <= before.length) {
      return null;
    }
    for (int i = 0; i < before.length; i++) {
      if (!path.get(i).equalsIgnoreCase(before[i])) {
        return null;
      }
    }
    return path.get(before.length);
  }

  private static ProfileRef youtube(Url url) {
    String channel = after(url, "channel");
    if (channel != null) {
      return Handles.id("youtube", channel);
    }
    String named = after(url, "c");
    named = named == null ? after(url, "user") : named;
    return named == null ? first("youtube", url, NOT_YOUTUBE) : Handles.handle("youtube", named);
  }

  private static ProfileRef instagram(Url url) {
    String story = after(url, "stories");
    story = story == null ? after(url, "_u") : story;
    if (story != null) {
      return story.equalsIgnoreCase("highlights") ? null : Handles.handle("instagram", story);
    }
    return first("instagram", url, NOT_INSTAGRAM);
  }

  private static ProfileRef tiktok(Url url) {
    List<String> path = url.segments();
    return path.isEmpty() || !path.get(0).startsWith("@")
        ? null
        : Handles.handle("tiktok", path.get(0));
  }

  private static ProfileRef x(Url url) {
    String id = after(url, "i", "user");
    String asked = after(url, "intent");
    if (asked != null) {
      id = url.parameter("user_id");
      String name = url.parameter("screen_name");
      return name != null ? Handles.handle("x", name) : id == null ? null : Handles.id("x", id);
    }
    return id == null ? first("x", url, NOT_X) : Handles.id("x", id);
  }

  private static ProfileRef twitch(Url url) {
    return url.host().startsWith("clips.") || url.host().startsWith("player.")
        ? null
        : first("twitch", url, NOT_TWITCH);
  }

  private static ProfileRef linkPage(String domain, Url url) {
    List<String> path = url.segments();
    if (path.isEmpty()) {
      return null;
    }
    String name = path.get(0).toLowerCase(Locale.ROOT);
    name = name.startsWith("@") ? name.substring(1) : name;
    return NOT_LINK_PAGE.contains(name) || !LINK_NAME.matcher(name).matches()
        ? null
        : new ProfileRef("linkpage", domain + "/" + name, false);
  }
}
