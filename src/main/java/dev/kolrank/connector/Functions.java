package dev.kolrank.connector;

import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Coalesce;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.types.AbstractDataType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * The value parsers as SQL functions, for mapping files and steps. They are native expressions: the
 * generated code calls {@link Values} and {@link CountValues} without turning Spark's values into
 * Java's.
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
  public static final String TAGS_OF = "tags_of";
  public static final String NAMES_OF = "names_of";
  public static final String WITHOUT_PRIVATE = "without_private";
  public static final String PROFILE_HANDLE = "profile_handle";
  public static final String COUNT_SUM = "count_sum";
  public static final String PROFILE_KEY = "profile_key";
  public static final String WHOLE_ID = "whole_id";
  public static final String GREATEST_COUNT = "greatest_count";
  public static final String SHORTENED_COUNT = "shortened_count";
  public static final String FIRST_COUNT = "first_count";
  public static final String YOUTUBE_CATEGORY = "youtube_category";
  public static final String ROUNDED_COUNT = "rounded_count";
  public static final String SHORT_COUNT = "short_count";
  public static final String WEIBO_ID = "weibo_id";
  public static final String BILIBILI_ID = "bilibili_id";
  public static final String INSTAGRAM_ID = "instagram_id";

  private static final DataType TEXT = DataTypes.StringType;
  private static final DataType WHOLE = DataTypes.LongType;
  private static final DataType TEXTS = DataTypes.createArrayType(DataTypes.StringType);

  /** Stands for an unknown time of observation: no relative time can be counted from it. */
  private static final Expression NEVER_SEEN = new Literal(-1L, DataTypes.TimestampType);

  private static final Expression NO_ADDRESS = new Literal(UTF8String.fromString(""), TEXT);

  private Functions() {}

  /** Makes the functions known to the session. */
  public static void register(SparkSession spark) {
    define(spark, COUNT_CODE, CountValues.class, "countCode", WHOLE, TEXT);
    define(spark, ID_OF, Values.class, "idOf", TEXT, TEXT);
    define(spark, HANDLE_OF, Values.class, "handleOf", TEXT, TEXT);
    define(spark, TEXT_OF, Values.class, "textOf", TEXT, TEXT);
    define(spark, SECONDS_OF, Values.class, "secondsOf", WHOLE, TEXT);
    define(spark, FLAG_OF, Values.class, "flagOf", DataTypes.BooleanType, TEXT);
    define(spark, HASHTAGS, Values.class, "hashtags", TEXTS, TEXT);
    define(spark, MENTIONS, Values.class, "mentions", TEXTS, TEXT);
    define(spark, TAGS_OF, Values.class, "tagsOf", TEXTS, TEXTS);
    define(spark, NAMES_OF, Values.class, "namesOf", TEXTS, WHOLE, TEXT);
    define(spark, WITHOUT_PRIVATE, Values.class, "withoutPrivate", TEXT, TEXT);
    define(spark, PROFILE_HANDLE, Values.class, "profileHandle", TEXT, TEXT);
    define(spark, YOUTUBE_CATEGORY, Values.class, "youtubeCategory", TEXT, TEXT);
    define(spark, FIRST_COUNT, CountValues.class, "firstCount", TEXT, TEXTS);
    define(spark, COUNT_SUM, CountValues.class, "countSum", TEXT, TEXTS);
    define(spark, ROUNDED_COUNT, CountValues.class, "roundedCount", TEXT, TEXT);
    define(spark, SHORT_COUNT, CountValues.class, "shortCount", TEXT, TEXT);
    define(spark, GREATEST_COUNT, CountValues.class, "greatestCount", TEXT, TEXTS);
    define(spark, SHORTENED_COUNT, CountValues.class, "shortenedCount", TEXT, TEXT, WHOLE, WHOLE);
    define(spark, PROFILE_KEY, Values.class, "profileKey", TEXT, TEXT);
    define(spark, WEIBO_ID, Values.class, "weiboId", TEXT, TEXT);
    define(spark, BILIBILI_ID, Values.class, "bilibiliId", WHOLE, TEXT);
    define(spark, INSTAGRAM_ID, Values.class, "instagramId", WHOLE, TEXT);
    var idAndAddress = List.<AbstractDataType>of(TEXT, TEXT);
    define(
        spark,
        WHOLE_ID,
        idAndAddress.size(),
        given -> {
          Expression address = new Coalesce(seq(List.of(given.get(1), NO_ADDRESS)));
          List<Expression> both = List.of(given.get(0), address);
          return invoke(Values.class, "wholeId", TEXT, idAndAddress, both);
        });
    var time = List.<AbstractDataType>of(TEXT, DataTypes.TimestampType, TEXT);
    define(
        spark,
        TIME_OF,
        time.size(),
        given -> {
          Expression seen = new Coalesce(seq(List.of(given.get(1), NEVER_SEEN)));
          return invoke(
              Values.class,
              "timeOf",
              DataTypes.TimestampType,
              time,
              List.of(given.get(0), seen, given.get(2)));
        });
  }

  private static void define(
      SparkSession spark,
      String name,
      Class<?> home,
      String method,
      DataType gives,
      AbstractDataType... takes) {
    var inputs = List.of(takes);
    define(spark, name, inputs.size(), given -> invoke(home, method, gives, inputs, given));
  }

  private static void define(
      SparkSession spark, String name, int arity, Function<List<Expression>, Expression> builder) {
    spark
        .sessionState()
        .functionRegistry()
        .createOrReplaceTempFunction(
            name,
            new AbstractFunction1<>() {
              @Override
              public Expression apply(Seq<Expression> given) {
                if (given.size() != arity) {
                  throw new IllegalArgumentException(
                      "%s takes %d arguments, got %d".formatted(name, arity, given.size()));
                }
                return builder.apply(CollectionConverters.asJava(given));
              }
            },
            "java_udf");
  }

  /** Null in, null out. */
  private static Expression invoke(
      Class<?> home,
      String method,
      DataType gives,
      List<AbstractDataType> takes,
      List<Expression> given) {
    return new StaticInvoke(
        home, gives, method, seq(given), seq(takes), true, true, true, Option.empty());
  }

  private static <T> Seq<T> seq(List<T> items) {
    return CollectionConverters.asScala(items).toSeq();
  }
}
