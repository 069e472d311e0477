package dev.kolrank.connector;

import dev.kolrank.value.Count;
import dev.kolrank.value.Counts;
import dev.kolrank.value.Durations;
import dev.kolrank.value.Ids;
import dev.kolrank.value.Links;
import dev.kolrank.value.PostCodes;
import dev.kolrank.value.Texts;
import dev.kolrank.value.Times;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The value parsers as SQL functions, for mapping files and steps. A count travels with its two
 * flags in one number: {@code value * 4 + censored * 2 + rounded}.
 */
public final class Functions {
  public static final String COUNT_CODE = "count_code";
  public static final String TIME_OF = "time_of";
  public static final String ID_OF = "id_of";
  public static final String TEXT_OF = "text_of";
  public static final String SECONDS_OF = "seconds_of";
  public static final String FLAG_OF = "flag_of";
  public static final String HANDLE_OF = "handle_of";
  public static final String HASHTAGS = "hashtags";
  public static final String MENTIONS = "mentions";
  public static final String WITHOUT_PRIVATE = "without_private";
  public static final String PROFILE_HANDLE = "profile_handle";
  public static final String COUNT_SUM = "count_sum";
  public static final String FIRST_COUNT = "first_count";
  public static final String YOUTUBE_CATEGORY = "youtube_category";
  public static final String ROUNDED_COUNT = "rounded_count";
  public static final String SHORT_COUNT = "short_count";
  public static final String BILIBILI_ID = "bilibili_id";
  public static final String INSTAGRAM_ID = "instagram_id";

  private Functions() {}

  /** Makes the functions known to the session. */
  public static void register(SparkSession spark) {
    var udf = spark.udf();
    udf.register(COUNT_CODE, (UDF1<String, Long>) Functions::countCode, DataTypes.LongType);
    udf.register(
        TIME_OF,
        (UDF3<String, Timestamp, String, Timestamp>) Functions::time,
        DataTypes.TimestampType);
    udf.register(ID_OF, (UDF1<String, String>) Ids::clean, DataTypes.StringType);
    udf.register(TEXT_OF, (UDF1<String, String>) Functions::text, DataTypes.StringType);
    udf.register(SECONDS_OF, (UDF1<String, Long>) Durations::seconds, DataTypes.LongType);
    udf.register(FLAG_OF, (UDF1<String, Boolean>) Functions::flag, DataTypes.BooleanType);
    udf.register(HANDLE_OF, (UDF1<String, String>) Functions::handle, DataTypes.StringType);
    var strings = DataTypes.createArrayType(DataTypes.StringType);
    udf.register(HASHTAGS, (UDF1<String, List<String>>) Texts::hashtags, strings);
    udf.register(MENTIONS, (UDF1<String, List<String>>) Texts::mentions, strings);
    udf.register(
        WITHOUT_PRIVATE, (UDF1<String, String>) Texts::redactPrivate, DataTypes.StringType);
    udf.register(PROFILE_HANDLE, (UDF1<String, String>) Functions::profile, DataTypes.StringType);
    udf.register(
        YOUTUBE_CATEGORY, (UDF1<String, String>) YoutubeCategories::name, DataTypes.StringType);
    udf.register(
        FIRST_COUNT, (UDF1<Seq<String>, String>) Functions::firstCount, DataTypes.StringType);
    udf.register(COUNT_SUM, (UDF1<Seq<String>, String>) Functions::countSum, DataTypes.StringType);
    udf.register(
        ROUNDED_COUNT, (UDF1<String, String>) Functions::roundedCount, DataTypes.StringType);
    udf.register(SHORT_COUNT, (UDF1<String, String>) Functions::shortCount, DataTypes.StringType);
    udf.register(BILIBILI_ID, (UDF1<String, Long>) PostCodes::bilibili, DataTypes.LongType);
    udf.register(INSTAGRAM_ID, (UDF1<String, Long>) PostCodes::instagram, DataTypes.LongType);
  }

  private static Long countCode(String text) {
    Count count = Counts.parse(text);
    if (count == null || count.value() > Long.MAX_VALUE / 4) {
      return null;
    }
    return count.value() * 4 + (count.censored() ? 2 : 0) + (count.rounded() ? 1 : 0);
  }

  /** The first of the texts that can be read as a count; the first text when none can. */
  private static String firstCount(Seq<String> texts) {
    String said = null;
    for (String text : CollectionConverters.asJava(texts)) {
      if (Counts.parse(text) != null) {
        return text;
      }
      said = said == null ? text : said;
    }
    return said;
  }

  /** The sum of those counts that can be read, rounded or censored as soon as one of them is. */
  private static String countSum(Seq<String> texts) {
    Count sum = null;
    for (String text : CollectionConverters.asJava(texts)) {
      Count count = Counts.parse(text);
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
  private static String roundedCount(String text) {
    Count count = Counts.parse(text);
    if (count == null) {
      return text;
    }
    return text(new Count(count.value(), true, count.censored()));
  }

  /** A count written with every digit, though an app may have shown it as "12.3K". */
  private static String shortCount(String text) {
    Count count = Counts.parse(text);
    return count == null || !count.isShort() ? text : roundedCount(text);
  }

  /** A text that reads as this count. */
  private static String text(Count count) {
    String digits = Long.toString(count.value());
    if (count.rounded()) {
      digits = "%d.%03dK".formatted(count.value() / 1000, count.value() % 1000);
    }
    return count.censored() ? digits + "+" : digits;
  }

  private static Timestamp time(String text, Timestamp seenAt, String zone) {
    Instant instant =
        Times.parse(text, seenAt == null ? null : seenAt.toInstant(), ZoneId.of(zone));
    return instant == null ? null : Timestamp.from(instant);
  }

  private static String text(String raw) {
    String clean = Texts.clean(raw);
    if (clean == null) {
      return null;
    }
    return switch (clean.toLowerCase(Locale.ROOT)) {
      case "", "none", "null", "nan" -> null;
      default -> clean;
    };
  }

  private static Boolean flag(String text) {
    return text == null
        ? null
        : switch (text.strip().toLowerCase(Locale.ROOT)) {
          case "true", "t", "yes", "y", "1" -> Boolean.TRUE;
          case "false", "f", "no", "n", "0" -> Boolean.FALSE;
          default -> null;
        };
  }

  private static String handle(String text) {
    String id = Ids.clean(text);
    return id == null ? null : id.replaceFirst("^@", "");
  }

  private static String profile(String url) {
    var profile = url == null ? null : Links.profile(url);
    return profile == null ? null : profile.handle();
  }
}
