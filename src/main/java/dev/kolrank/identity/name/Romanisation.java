package dev.kolrank.identity.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** A name's words in Latin letters as their bearers mostly write them, so that scripts meet. */
final class Romanisation {
  private static final SignTable PINYIN = new SignTable("Han-Latin; Latin-ASCII");
  private static final SignTable ROMAJI = new SignTable("Katakana-Latin; Latin-ASCII");
  private static final SignTable CYRILLIC =
      new SignTable("Russian-Latin/BGN; Any-Latin; Latin-ASCII");
  private static final SignTable ANY = new SignTable("Any-Latin; Latin-ASCII");

  /** Surnames that are read otherwise than the sign alone; they stand first. */
  private static final Map<String, String> SURNAMES =
      Map.ofEntries(
          Map.entry("曾", "zeng"),
          Map.entry("单", "shan"),
          Map.entry("仇", "qiu"),
          Map.entry("解", "xie"),
          Map.entry("查", "zha"),
          Map.entry("区", "ou"),
          Map.entry("朴", "piao"),
          Map.entry("盖", "ge"),
          Map.entry("翟", "zhai"),
          Map.entry("覃", "qin"),
          Map.entry("任", "ren"));

  private static final int LONGEST_CHINESE_NAME = 4;
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]");

  /** What signs a run holds; each kind is read in its own way. */
  private enum Kind {
    LATIN,
    HAN,
    KANA,
    HANGUL,
    CYRILLIC,
    OTHER
  }

  private Romanisation() {}

  /**
   * The words of {@link Words} in Latin letters, each once and without blanks; for a name of
   * symbols these. "李子柒" and "Li Ziqi", also "李子柒 Liziqi", become "liziqi".
   */
  static String of(String words) {
    if (words == null) {
      return null;
    }
    var latin = new LinkedHashSet<String>();
    for (String word : words.split(" ", -1)) {
      latin.add(word(word));
    }
    String joined = String.join("", latin);
    return joined.isEmpty() ? words.replace(" ", "") : joined;
  }

  /**
   * The words of {@link Words} in Latin letters, each Chinese sign a word of its own: what initials
   * are taken from. "李子柒" becomes "li", "zi" and "qi".
   */
  static List<String> apart(String words) {
    List<String> apart = new ArrayList<>();
    for (String word : words.split(" ", -1)) {
      boolean isHan = word.codePoints().allMatch(Scripts::isHan);
      List<String> parts = isHan ? syllables(word) : List.of(word(word));
      parts.stream().map(Romanisation::plain).filter(p -> !p.isEmpty()).forEach(apart::add);
    }
    return apart;
  }

  private static String word(String word) {
    if (word.chars().allMatch(c -> c < 0x80)) {
      return word;
    }
    var latin = new StringBuilder();
    for (String run : runs(word)) {
      latin.append(run(run));
    }
    return latin.toString();
  }

  private static String run(String run) {
    String latin =
        switch (kind(run.codePointAt(0))) {
          case LATIN -> run;
          case HAN -> pinyin(run);
          case KANA -> romaji(run);
          case HANGUL -> Hangul.romanised(run);
          case CYRILLIC -> cyrillic(run);
          case OTHER -> ANY.of(run);
        };
    return plain(latin);
  }

  private static String plain(String latin) {
    return NO_LETTER.matcher(latin.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static List<String> runs(String word) {
    List<String> runs = new ArrayList<>();
    int start = 0;
    Kind kind = kind(word.codePointAt(0));
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      Kind next = kind(word.codePointAt(i));
      if (next != kind) {
        runs.add(word.substring(start, i));
        start = i;
        kind = next;
      }
    }
    runs.add(word.substring(start));
    return runs;
  }

  private static Kind kind(int c) {
    if (c < 0x80) {
      return Kind.LATIN;
    } else if (Scripts.isHan(c)) {
      return Kind.HAN;
    } else if (Scripts.isKana(c)) {
      return Kind.KANA;
    } else if (Scripts.isHangul(c)) {
      return Kind.HANGUL;
    }
    return Scripts.isCyrillic(c) ? Kind.CYRILLIC : Kind.OTHER;
  }

  private static String pinyin(String run) {
    return String.join("", syllables(run));
  }

  private static List<String> syllables(String run) {
    List<String> latin = new ArrayList<>();
    int length = Words.length(run);
    String first = run.substring(0, run.offsetByCodePoints(0, 1));
    boolean hasSurname =
        length > 1 && length <= LONGEST_CHINESE_NAME && SURNAMES.containsKey(first);
    String rest = hasSurname ? run.substring(first.length()) : run;
    if (hasSurname) {
      latin.add(SURNAMES.get(first));
    }
    rest.codePoints().forEach(c -> latin.add(PINYIN.of(c)));
    return latin;
  }

  /** Long vowels are written short: Tokyo, not Toukyou; ICU marks small vowels: vu~a, u~i. */
  private static String romaji(String run) {
    return ROMAJI
        .of(run)
        .replaceAll("(?<=[vs])u~", "")
        .replace("u~", "w")
        .replace("e~", "")
        .replace("ou", "o")
        .replace("oo", "o")
        .replace("uu", "u");
  }

  /** Elena, Yulia and Dmitry rather than Yelena, Yuliya and Dmitriy. */
  private static String cyrillic(String run) {
    return CYRILLIC
        .of(run)
        .replaceFirst("^ye", "e")
        .replace("iya", "ia")
        .replaceFirst("[iy]y$", "y");
  }
}
