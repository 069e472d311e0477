package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.Columns.POST_UID;
import static dev.kolrank.table.silver.Account.BIO;
import static dev.kolrank.table.silver.Account.HANDLE;
import static dev.kolrank.table.silver.Account.LINK;
import static dev.kolrank.table.silver.Post.TEXT;
import static dev.kolrank.table.silver.Post.TITLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.value.Links;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/** The profiles that accounts name in their own texts, one row per text and profile. */
final class Citations {
  static final Field FROM = Field.required("from_uid", StringType, "the citing account");
  static final Field WHERE =
      Field.required("where_uid", StringType, "the citing post; empty for bio and link");
  static final Field IS_ID =
      Field.required("is_id", BooleanType, "the handle is a native account id");

  /** Stands for the bio and the profile's link in {@link #WHERE}. */
  static final String BIO_TEXT = "";

  /** Every profile that {@link Links} can find needs one of these; most captions have none. */
  private static final String MAY_CITE =
      "(?i)https?:|www\\.|\\.(?:com|tv|be|me|am|cn|ee|ai|bio|link|site|to|cc|re|co)/"
          + "|[@＠:：=→｜丨|]|\\s[-–—]\\s|-\\p{IsHan}";

  private static final String PROFILE = "profile";
  private static final UserDefinedFunction PROFILES =
      udf(
              (UDF1<String, List<Row>>) Citations::profiles,
              createArrayType(
                  new StructType()
                      .add(PLATFORM.name(), StringType)
                      .add(HANDLE.name(), StringType)
                      .add(IS_ID.name(), BooleanType)))
          .withName("profiles");

  private Citations() {}

  /** The profiles named in bios and profile links. */
  static Dataset<Row> inBios(Dataset<Row> accounts) {
    return named(
        accounts, ACCOUNT_UID.col(), lit(BIO_TEXT), concat_ws("\n", BIO.col(), LINK.col()));
  }

  /** The profiles named in titles and captions. */
  static Dataset<Row> inPosts(Dataset<Row> posts) {
    return named(
        posts, ACCOUNT_UID.col(), POST_UID.col(), concat_ws("\n", TITLE.col(), TEXT.col()));
  }

  private static Dataset<Row> named(Dataset<Row> texts, Column from, Column where, Column text) {
    return texts
        .where(text.rlike(MAY_CITE))
        .select(FROM.as(from), WHERE.as(where), explode(PROFILES.apply(text)).as(PROFILE))
        .select(FROM.col(), WHERE.col(), col(PROFILE + ".*"));
  }

  private static List<Row> profiles(String text) {
    return Links.profiles(text).stream()
        .map(p -> RowFactory.create(p.platform(), p.handle(), p.isId()))
        .toList();
  }
}
