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
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substr;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import dev.kolrank.core.Field;
import dev.kolrank.table.identity.PostCitation;
import dev.kolrank.table.matching.NamedProfile;
import dev.kolrank.value.Links;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/** The profiles that accounts name in their own texts, one row per text and profile. */
final class Citations {
  static final Field FROM = NamedProfile.FROM_UID;
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
      udf((UDF1<String, List<String>>) Citations::profiles, createArrayType(StringType))
          .withName("profiles");

  private Citations() {}

  /** One row per text and profile: those named in bios, profile links, and posts. */
  static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> postCitations) {
    Column text = concat_ws("\n", BIO.col(), LINK.col());
    Dataset<Row> inBios =
        accounts
            .where(text.rlike(MAY_CITE))
            .select(
                FROM.as(ACCOUNT_UID.col()),
                WHERE.as(lit(BIO_TEXT)),
                explode(PROFILES.apply(text)).as(PROFILE));
    Dataset<Row> inPosts =
        postCitations.select(
            FROM.as(ACCOUNT_UID.col()),
            WHERE.as(POST_UID.col()),
            explode(PostCitation.PROFILES.col()).as(PROFILE));
    Column platform = substring_index(col(PROFILE), ":", 1);
    Column name = substr(col(PROFILE), length(platform).plus(2));
    Column isId = not(name.startsWith("@"));
    return inBios
        .union(inPosts)
        .select(
            FROM.col(),
            WHERE.col(),
            PLATFORM.as(platform),
            HANDLE.as(when(isId, name).otherwise(substr(name, lit(2)))),
            IS_ID.as(isId));
  }

  /** The posts whose title or text names profiles, with these. */
  static Dataset<Row> ofPosts(Dataset<Row> posts) {
    Column text = concat_ws("\n", TITLE.col(), TEXT.col());
    return posts
        .where(text.rlike(MAY_CITE))
        .select(POST_UID.col(), ACCOUNT_UID.col(), PostCitation.PROFILES.as(PROFILES.apply(text)))
        .where(size(PostCitation.PROFILES.col()).gt(0));
  }

  private static List<String> profiles(String text) {
    return Links.profiles(text).stream()
        .map(p -> p.platform() + ":" + (p.isId() ? "" : "@") + p.handle())
        .distinct()
        .sorted()
        .toList();
  }
}
