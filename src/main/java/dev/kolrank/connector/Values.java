package dev.kolrank.connector;

import dev.kolrank.value.Count;
import dev.kolrank.value.Counts;
import dev.kolrank.value.Durations;
import dev.kolrank.value.Ids;
import dev.kolrank.value.Links;
import dev.kolrank.value.PostCodes;
import dev.kolrank.value.Texts;
import dev.kolrank.value.Times;
import dev.kolrank.value.WeiboIds;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The value parsers on Spark's own values. Generated code calls them directly; what most records
 * hold (plain digits, plain text, plain ids) is decided on the bytes, without a Java string.
 */
public final class Values {
  /** Codes of counts that are none; a count's own code is not negative. */
  static final long HIDDEN = -1;

  static final long NEGATIVE = -2;
  static final long UNREADABLE = -3;

  private static final ArrayData NOTHING = new GenericArrayData(new Object[0]);
  private static final Map<UTF8String, ZoneId> ZONES = new ConcurrentHashMap<>();
  private static final Map<UTF8String, UTF8String[]> NAMES = new ConcurrentHashMap<>();

  /** Every word for nothing is shorter than this. */
  private static final int LONGEST_WORD_FOR_NOTHING = 9;

  /**
   * Nothing is counted in more than ten trillions: what is beyond is an id or a fault, and would
   * overflow sums.
   */
  private static final long GREATEST_COUNT = 10_000_000_000_000L;

  private Values() {}

  /**
   * A count and its flags in one number, {@code value * 4 + censored * 2 + rounded}; {@link
   * #HIDDEN}, {@link #NEGATIVE} or {@link #UNREADABLE} where the text says no count; null where it
   * says nothing.
   */
  public static Long countCode(UTF8String text) {
    long plain = PlainBytes.number(text);
    if (plain >= 0) {
      return plain <= GREATEST_COUNT ? plain * 4 : (Long) UNREADABLE;
    }
    String said = text.toString();
    Count count = Counts.parse(said);
    if (count != null && count.value() <= GREATEST_COUNT) {
      return count.value() * 4 + (count.censored() ? 2 : 0) + (count.rounded() ? 1 : 0);
    }
    return textOf(text) == null ? null : (Long) noCount(said.strip());
  }

  private static long noCount(String said) {
    if (said.matches("-1(\\.0+)?")) {
      return HIDDEN;
    }
    return said.matches("(?s)-\\s*[0-9].*") ? NEGATIVE : UNREADABLE;
  }

  public static UTF8String idOf(UTF8String text) {
    boolean plain = text.numBytes() > LONGEST_WORD_FOR_NOTHING && PlainBytes.isWord(text);
    return plain || PlainBytes.isDigits(text) ? text : changed(text, Ids::clean);
  }

  public static UTF8String handleOf(UTF8String text) {
    boolean plain = text.numBytes() > LONGEST_WORD_FOR_NOTHING && PlainBytes.isWord(text);
    return plain ? text : changed(text, Values::handle);
  }

  private static String handle(String text) {
    String id = Ids.clean(text);
    return id == null ? null : id.replaceFirst("^@", "");
  }

  public static UTF8String textOf(UTF8String text) {
    return PlainBytes.isCleanText(text) ? text : changed(text, Values::text);
  }

  private static String text(String raw) {
    String clean = Texts.clean(raw);
    return switch (clean.toLowerCase(Locale.ROOT)) {
      case "", "none", "null", "nan" -> null;
      default -> clean;
    };
  }

  /** Microseconds since the epoch. */
  public static Long timeOf(UTF8String text, long seenAt, UTF8String zone) {
    long micros = PlainBytes.epochMicros(text);
    if (micros >= 0) {
      return micros;
    }
    Instant seen = instant(seenAt);
    ZoneId local = ZONES.computeIfAbsent(zone.copy(), z -> ZoneId.of(z.toString()));
    Instant time = Times.parse(text.toString(), seen, local);
    return time == null
        ? null
        : (Long) (time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
  }

  private static Instant instant(long micros) {
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  public static Boolean flagOf(UTF8String text) {
    return switch (text.toString().strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1" -> Boolean.TRUE;
      case "false", "f", "no", "n", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  public static Long secondsOf(UTF8String text) {
    return Durations.seconds(text.toString());
  }

  public static ArrayData hashtags(UTF8String text) {
    boolean none = !text.contains(PlainBytes.HASH) && !text.contains(PlainBytes.WIDE_HASH);
    return none ? NOTHING : array(Texts.hashtags(text.toString()));
  }

  public static ArrayData mentions(UTF8String text) {
    return array(Texts.mentions(text.toString()));
  }

  /** Tags without '#' and blanks around, each once; null when none is left. */
  public static ArrayData tagsOf(ArrayData tags) {
    var kept = new ArrayList<Object>(tags.numElements());
    for (int i = 0; i < tags.numElements(); i++) {
      UTF8String tag = tags.isNullAt(i) ? null : tags.getUTF8String(i).trim();
      if (tag != null && (tag.startsWith(PlainBytes.HASH) || tag.endsWith(PlainBytes.HASH))) {
        tag = changed(tag, t -> t.replaceAll("^#|#$", ""));
      }
      if (tag != null && tag.numBytes() > 0 && !kept.contains(tag)) {
        kept.add(tag);
      }
    }
    return kept.isEmpty() ? null : new GenericArrayData(kept.toArray());
  }

  public static UTF8String withoutPrivate(UTF8String text) {
    return changed(text, Texts::redactPrivate);
  }

  public static UTF8String profileHandle(UTF8String url) {
    var profile = Links.profile(url.toString());
    return profile == null ? null : UTF8String.fromString(profile.handle());
  }

  public static UTF8String youtubeCategory(UTF8String number) {
    return changed(number, YoutubeCategories::name);
  }

  /** The first of the texts that can be read as a count; the first text when none can. */
  public static UTF8String firstCount(ArrayData texts) {
    UTF8String said = null;
    for (UTF8String text : given(texts)) {
      if (Counts.parse(text.toString()) != null) {
        return text;
      }
      said = said == null ? text : said;
    }
    return said;
  }

  /** The sum of those counts that can be read, rounded or censored as soon as one of them is. */
  public static UTF8String countSum(ArrayData texts) {
    Count sum = null;
    for (UTF8String text : given(texts)) {
      Count count = Counts.parse(text.toString());
      if (count != null) {
        sum = sum == null ? count : sum(sum, count);
      }
    }
    return sum == null ? null : text(sum);
  }

  private static Count sum(Count a, Count b) {
    long value = a.value() + b.value();
    return new Count(
        value < 0 ? Long.MAX_VALUE : value,
        a.rounded() || b.rounded(),
        a.censored() || b.censored());
  }

  /** A count that the source is known to round, though it writes every digit. */
  public static UTF8String roundedCount(UTF8String text) {
    Count count = Counts.parse(text.toString());
    return count == null ? text : text(new Count(count.value(), true, count.censored()));
  }

  /** A count written with every digit, though an app may have shown it as "12.3K". */
  public static UTF8String shortCount(UTF8String text) {
    Count count = Counts.parse(text.toString());
    return count == null || !count.isShort() ? text : roundedCount(text);
  }

  public static UTF8String weiboId(UTF8String code) {
    return changed(code, WeiboIds::number);
  }

  public static Long bilibiliId(UTF8String code) {
    return PostCodes.bilibili(code.toString());
  }

  public static Long instagramId(UTF8String code) {
    return PostCodes.instagram(code.toString());
  }

  /** A text that reads as this count. */
  private static UTF8String text(Count count) {
    String digits = Long.toString(count.value());
    if (count.rounded()) {
      digits = "%d.%03dK".formatted(count.value() / 1000, count.value() % 1000);
    }
    return UTF8String.fromString(count.censored() ? digits + "+" : digits);
  }

  /** Those of the names, joined by commas, whose bit is set; the first name has the lowest bit. */
  public static ArrayData namesOf(long bits, UTF8String names) {
    if (bits == 0) {
      return NOTHING;
    }
    UTF8String[] all = NAMES.computeIfAbsent(names.copy(), n -> split(n.toString()));
    var set = new ArrayList<Object>();
    for (int i = 0; i < all.length; i++) {
      if ((bits >> i & 1) == 1) {
        set.add(all[i]);
      }
    }
    return new GenericArrayData(set.toArray());
  }

  private static UTF8String[] split(String names) {
    return Arrays.stream(names.split(",", -1))
        .map(UTF8String::fromString)
        .toArray(UTF8String[]::new);
  }

  private static List<UTF8String> given(ArrayData texts) {
    var given = new ArrayList<UTF8String>();
    for (Object text : texts.toObjectArray(DataTypes.StringType)) {
      if (text != null) {
        given.add((UTF8String) text);
      }
    }
    return given;
  }

  private static ArrayData array(List<String> texts) {
    return texts.isEmpty()
        ? NOTHING
        : new GenericArrayData(texts.stream().map(UTF8String::fromString).toArray());
  }

  private static UTF8String changed(UTF8String text, UnaryOperator<String> change) {
    return UTF8String.fromString(change.apply(text.toString()));
  }
}
