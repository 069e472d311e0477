package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import dev.kolrank.table.features.Feature.Combine;
import dev.kolrank.table.features.Feature.Contract;
import dev.kolrank.table.features.Feature.Source;
import dev.kolrank.table.silver.Account;
import java.util.List;
import org.apache.spark.sql.Column;

/** The shape of a profile, in which made-up accounts give themselves away. */
final class ProfileFeatures {
  static final Feature HANDLE_DIGITS =
      new Feature(
              "handle_digits_share",
              DoubleType,
              "share of characters",
              List.of(),
              "Share of digits in the handle",
              "no source gives a handle",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(digits(Account.HANDLE.col())))
          .keeping(Contract.SHARE);

  static final Feature NAME_DIGITS =
      new Feature(
              "name_digits_share",
              DoubleType,
              "share of characters",
              List.of(),
              "Share of digits in the display name",
              "no source gives a name, or it is empty",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(digits(Account.NAME.col())))
          .keeping(Contract.SHARE);

  static final Feature NAME_WORDS =
      new Feature(
          "name_words",
          LongType,
          "words",
          List.of(),
          "Words of the display name, parted by blanks",
          "no source gives a name",
          Source.ACCOUNT,
          Combine.MAX,
          1,
          in -> Statistics.latest(words(Account.NAME.col())));

  static final Feature HANDLE_IS_NAME =
      new Feature(
              "handle_equals_name",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether handle and display name are the same but for case",
              "no source gives both",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in ->
                  Statistics.latest(
                      lower(Account.HANDLE.col())
                          .equalTo(lower(Account.NAME.col()))
                          .cast("bigint")))
          .keeping(Contract.SHARE);

  static final Feature BIO_LENGTH =
      new Feature(
          "bio_length",
          LongType,
          "characters",
          List.of(),
          "Characters of the profile text; 0 where the account is seen in full and has " + "none",
          "no source shows the account's profile",
          Source.ACCOUNT,
          Combine.MAX,
          1,
          in -> Statistics.latest(length(seen(Account.BIO.col()))));

  static final Feature HAS_LINK =
      new Feature(
              "has_link",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether the profile leads to a page outside; 0 where the account is seen in "
                  + "full without",
              "no source shows the account's profile",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(length(seen(Account.LINK.col())).gt(0).cast("bigint")))
          .keeping(Contract.SHARE);

  static final Feature PRIVATE =
      new Feature(
              "private",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether only followers see its posts",
              "no source gives it",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(Account.PRIVATE.col().cast("bigint")))
          .keeping(Contract.SHARE);

  static final Feature VERIFIED =
      new Feature(
              "verified",
              LongType,
              "1 for yes, 0 for no",
              List.of(),
              "Whether it has the platform's badge",
              "no source gives it",
              Source.ACCOUNT,
              Combine.MAX,
              1,
              in -> Statistics.latest(Account.VERIFIED.col().cast("bigint")))
          .keeping(Contract.SHARE);

  static final List<Feature> ALL =
      List.of(
          HANDLE_DIGITS,
          NAME_DIGITS,
          NAME_WORDS,
          HANDLE_IS_NAME,
          BIO_LENGTH,
          HAS_LINK,
          PRIVATE,
          VERIFIED);

  private ProfileFeatures() {}

  private static Column digits(Column text) {
    Column all = length(text);
    return when(all.gt(0), all.minus(length(regexp_replace(text, "\\p{Nd}", ""))).divide(all));
  }

  private static Column words(Column text) {
    Column trimmed = trim(text);
    return when(length(trimmed).equalTo(0), lit(0)).otherwise(size(split(trimmed, "\\s+")));
  }

  /** What a profile that was seen with its numbers does not have is empty, not unknown. */
  private static Column seen(Column text) {
    Column isSeen = Account.FOLLOWING.col().isNotNull().and(Account.POSTS.col().isNotNull());
    return coalesce(text, when(isSeen, lit("")));
  }
}
