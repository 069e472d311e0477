package dev.kolrank.silver;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.FIRST_SEEN;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Replacement;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import dev.kolrank.table.silver.Post;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Puts together what each account seen since the last night talks about.
 *
 * @param posts how many of its newest posts count
 */
public record DescribeAccounts(int posts) implements Step {
  private static final int POST_CHARACTERS = 300;

  private static final UserDefinedFunction LANGUAGE =
      udf((UDF1<String, String>) Languages::detect, DataTypes.StringType).withName("language_of");
  private static final UserDefinedFunction TOKENS =
      udf(
              (UDF1<String, List<String>>) SearchTokens::of,
              DataTypes.createArrayType(DataTypes.StringType))
          .withName("tokens_of");

  public DescribeAccounts {
    if (posts < 1) {
      throw new IllegalArgumentException("text.posts must be at least 1, got " + posts);
    }
  }

  @Override
  public Table output() {
    return AccountText.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        AccountObservation.TABLE,
        PostObservation.TABLE,
        Replacement.TABLE,
        Account.TABLE,
        Post.TABLE);
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(length(AccountText.TEXT.col()).equalTo(0));
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> touched =
        in.fresh(AccountObservation.TABLE)
            .select(ACCOUNT_UID.col())
            .union(Replacement.fresh(in, Replacement.ACCOUNT).select(Replacement.UID.col()))
            .union(Replaced.sightings(in).select(ACCOUNT_UID.col()))
            .distinct();
    String uid = ACCOUNT_UID.name();
    Dataset<Row> profiles = in.get(Account.TABLE).join(touched, uid);
    Dataset<Row> written = in.get(Post.TABLE).join(touched, uid).groupBy(uid).agg(newest());
    Column profile = concat_ws("\n", Account.NAME.col(), Account.BIO.col(), Account.CATEGORY.col());
    Column text =
        regexp_replace(concat_ws("\n", profile, col("posts_text")), "^\\s+|(?<!\\s)\\s+$", "");
    return touched
        .join(profiles, uid, "left")
        .join(written, uid, "left")
        .select(
            ACCOUNT_UID.col(),
            text.as(AccountText.TEXT.name()),
            Account.LANGUAGE.col().as("declared"))
        .select(
            ACCOUNT_UID.col(),
            AccountText.TEXT.col(),
            coalesce(col("declared"), LANGUAGE.apply(AccountText.TEXT.col()))
                .as(AccountText.LANGUAGE.name()),
            TOKENS.apply(AccountText.TEXT.col()).as(AccountText.TOKENS.name()));
  }

  /** The texts of the newest posts, newest first, ties broken by key. */
  private Column newest() {
    Column words =
        left(
            concat_ws(
                " ",
                Post.TITLE.col(),
                Post.TEXT.col(),
                array_join(Post.TAGS.col(), " "),
                Post.CATEGORY.col()),
            lit(POST_CHARACTERS));
    Column dated =
        struct(
            coalesce(Post.PUBLISHED_AT.col(), FIRST_SEEN.col()).as("at"),
            POST_UID.col(),
            words.as("words"));
    Column newest = slice(sort_array(collect_list(dated), false), 1, posts);
    return array_join(transform(newest, p -> p.getField("words")), "\n").as("posts_text");
  }
}
