package dev.kolrank.connector;

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
import java.util.LinkedHashSet;
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
  private static final ArrayData NOTHING = new GenericArrayData(new Object[0]);
  private static final Map<UTF8String, ZoneId> ZONES = new ConcurrentHashMap<>();
  private static final Map<UTF8String, UTF8String[]> NAMES = new ConcurrentHashMap<>();

  /** Every word for nothing is shorter than this. */
  private static final int LONGEST_WORD_FOR_NOTHING = 9;

  private Values() {}

  public static UTF8String idOf(UTF8String text) {
    boolean plain = text.numBytes() > LONGEST_WORD_FOR_NOTHING && PlainBytes.isWord(text);
    return plain || PlainBytes.isDigits(text) ? text : changed(text, Ids::clean);
  }

  /** The id, or the one in the address where the id may have lost digits that stand there. */
  public static UTF8String wholeId(UTF8String text, UTF8String address) {
    boolean whole = PlainBytes.isDigits(text) && !PlainBytes.mayHaveLostDigits(text);
    return whole ? text : changed(text, id -> Ids.whole(id, address.toString()));
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
    var kept = new LinkedHashSet<UTF8String>();
    for (int i = 0; i < tags.numElements(); i++) {
      UTF8String tag = tags.isNullAt(i) ? null : tags.getUTF8String(i).trim();
      if (tag != null && (tag.startsWith(PlainBytes.HASH) || tag.endsWith(PlainBytes.HASH))) {
        tag = changed(tag, t -> t.replaceAll("^#|#$", ""));
      }
      if (tag != null && tag.numBytes() > 0) {
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
    return profile == null || profile.isId() ? null : UTF8String.fromString(profile.handle());
  }

  /** What an account is called by whose profile the address shows: its id, else "@" and handle. */
  public static UTF8String profileKey(UTF8String url) {
    var profile = Links.profile(url.toString());
    return profile == null
        ? null
        : UTF8String.fromString(profile.isId() ? profile.handle() : "@" + profile.handle());
  }

  public static UTF8String youtubeCategory(UTF8String number) {
    return changed(number, YoutubeCategories::name);
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

  static List<UTF8String> given(ArrayData texts) {
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
