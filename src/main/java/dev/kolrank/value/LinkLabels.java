package dev.kolrank.value;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds accounts that a bio names by label: "IG: @demochef", "Twitter/X: @demochef", "微博：名字".
 *
 * <p>Without '@' a word after a Latin label counts only where nothing else follows on its line but
 * another label or a separator: "Instagram: demochef | TikTok: demochef", not "Instagram: follow
 * me".
 */
final class LinkLabels {

  /** Takes an account with where its label begins. */
  interface Sink {
    void accept(int start, ProfileRef profile);
  }

  /** Labels in lower case by platform; those of no platform here only part one from the next. */
  private static final Map<String, String> PLATFORMS = platforms();

  private static final Pattern LABELS = labels();
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:\\s{0,3}[:：=→｜丨]\\s{0,3}|\\s{1,3}[-–—|]\\s{1,3}|-(?=\\p{IsHan})|\\s{0,3}(?=[@＠]))"
              + "([@＠]\\s?)?([\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}._·・-]{0,59})");
  private static final Pattern WORD = Pattern.compile("[^/&+、|\\s][^/&+、|]{0,20}");
  private static final Set<String> NO_HANDLES =
      Words.set(
          """
          follow me my on the same link links here below dm in bio page channel http https www
          subscribe official coming soon n none all and or for this see com no 同名 同号
          同步 搜索 搜 见 私信 关注 关注我 全网同名 链接 主页 同 全平台同名 同上 无 粉丝 博主
          """);
  private static final Pattern DOMAIN =
      Pattern.compile(".*\\.(?:com|net|org|tv|io|co|cn|jp|kr|uk|de|fr)");

  private LinkLabels() {}

  static void find(String text, List<Links.Found> links, Sink sink) {
    Matcher label = LABELS.matcher(text).useTransparentBounds(true);
    Matcher named = NAMED.matcher(text).useTransparentBounds(true);
    int next = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!mayBegin(text, i) || !label.region(i, text.length()).lookingAt()) {
        continue;
      }
      while (next < links.size() && links.get(next).end() <= i) {
        next++;
      }
      int end = label.end();
      named.region(end, text.length());
      if (named.lookingAt() && !isWithin(links, next, i, named.start(2))) {
        end = named.end();
        if (isHandle(text, label, named)) {
          add(label, named.group(2), named.group(1) != null, sink);
        }
      }
      i = end - 1;
    }
  }

  /** Whether a label can begin here: at a word's start, at a capital run on, or at a Han sign. */
  private static boolean mayBegin(String text, int i) {
    char c = text.charAt(i);
    if (c >= 0x80 ? c < 0x4e00 || c > 0x9fff : !Words.isAsciiWord(c)) {
      return false;
    }
    char before = i == 0 ? ' ' : text.charAt(i - 1);
    if (c >= 0x80 || !(Words.isAsciiWord(before) || "@#./".indexOf(before) >= 0)) {
      return true;
    }
    return c >= 'A' && c <= 'Z' && (Character.isDigit(before) || Character.isLowerCase(before));
  }

  /** Whether the word after the label is a handle and not the beginning of a sentence. */
  private static boolean isHandle(String text, Matcher label, Matcher named) {
    boolean at = named.group(1) != null;
    String parting = text.substring(label.end(), at ? named.start(1) : named.start(2));
    if (label.group().equalsIgnoreCase("x")
        && (parting.isBlank() || !(at || label.group().equals("X")))) {
      return false;
    }
    return at || isWhole(text, named.end()) || named.group(2).codePointAt(0) >= 0x2e80;
  }

  private static boolean isWithin(List<Links.Found> links, int next, int label, int value) {
    for (int i = next; i < links.size() && i < next + 2; i++) {
      Links.Found link = links.get(i);
      boolean inLabel = link.start() <= label && label < link.end();
      if (inLabel || (link.start() <= value && value < link.end())) {
        return true;
      }
    }
    return false;
  }

  private static void add(Matcher label, String raw, boolean at, Sink sink) {
    String value = raw.toLowerCase(Locale.ROOT);
    boolean vague = value.length() < 2 || DOMAIN.matcher(value).matches();
    if (NO_HANDLES.contains(value) || (!at && vague)) {
      return;
    }
    Matcher word = WORD.matcher(label.group());
    while (word.find()) {
      String name = Blanks.strip(word.group()).toLowerCase(Locale.ROOT);
      boolean id = name.endsWith("uid");
      String platform = PLATFORMS.getOrDefault(name.replaceAll("(?:号|號|uid|id|账号|帐号)$", ""), "");
      if (platform.isEmpty()) {
        continue;
      }
      ProfileRef profile = id ? Handles.id(platform, raw) : Handles.handle(platform, raw);
      boolean number = !at && !isChinese(platform) && value.chars().allMatch(Character::isDigit);
      if (profile != null && !number) {
        sink.accept(label.start(), profile);
      }
    }
  }

  /** Whether the line goes on with nothing, a separator, or another label. */
  private static boolean isWhole(String text, int end) {
    int i = end;
    while (i < text.length() && text.charAt(i) != '\n' && Blanks.isBlank(text.charAt(i))) {
      i++;
    }
    if (i == text.length() || !Character.isLetterOrDigit(text.codePointAt(i))) {
      return i == text.length() || (text.charAt(i) != '\'' && text.charAt(i) != '’');
    }
    return LABELS.matcher(text).region(i, text.length()).useTransparentBounds(true).lookingAt()
        || text.startsWith("http", i);
  }

  private static boolean isChinese(String platform) {
    return switch (platform) {
      case "weibo", "bilibili", "xiaohongshu", "douyin", "kuaishou", "zhihu", "jianshu" -> true;
      default -> false;
    };
  }

  private static Pattern labels() {
    String any = String.join("|", PLATFORMS.keySet().stream().map(Pattern::quote).toList());
    String one = "(?:" + any + ")(?:账号|帐号|号|號|UID|ID)?";
    return Pattern.compile(
        one + "(?:\\s{0,2}[/&+、|]\\s{0,2}" + one + "){0,4}(?![a-z0-9])", CASE_INSENSITIVE);
  }

  private static Map<String, String> platforms() {
    Map<String, String> byLabel =
        new TreeMap<>(
            (a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length());
    put(byLabel, "instagram", "instagram", "insta", "ig", "ins");
    put(byLabel, "x", "twitter", "x", "推特");
    put(byLabel, "tiktok", "tiktok", "tik tok");
    put(byLabel, "youtube", "youtube", "yt", "油管");
    put(byLabel, "twitch", "twitch");
    put(byLabel, "facebook", "facebook", "fb", "脸书");
    put(byLabel, "weibo", "weibo", "微博", "新浪微博");
    put(byLabel, "bilibili", "bilibili", "b站", "哔哩哔哩");
    put(byLabel, "xiaohongshu", "xiaohongshu", "小红书", "小紅書", "xhs");
    put(byLabel, "douyin", "douyin", "抖音");
    put(byLabel, "kuaishou", "kuaishou", "快手");
    put(byLabel, "zhihu", "zhihu", "知乎");
    put(byLabel, "jianshu", "jianshu", "简书");
    put(byLabel, "", "snapchat", "snap", "discord", "telegram", "threads", "pinterest", "spotify");
    put(byLabel, "", "website", "email", "e-mail", "wechat", "line", "qq", "vx", "v信", "reddit");
    put(byLabel, "", "公众号", "微信公众号", "微信", "视频号", "邮箱", "商务合作", "合作");
    return byLabel;
  }

  private static void put(Map<String, String> byLabel, String platform, String... labels) {
    for (String label : labels) {
      byLabel.put(label, platform);
    }
  }
}
