package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.POST_UID;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract_all;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.PostKey;
import dev.kolrank.table.silver.Post;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hashes what people post on several platforms alike: the words of a post, and what it links to. An
 * advertiser hands out one text and one link to many, and a site's first page is no single thing to
 * post: neither is hashed.
 */
public record KeyPosts() implements Step {
  private static final int LEAST_TEXT = 24;
  private static final int LEAST_URL = 14;
  private static final String WHOLE = "whole";

  @Override
  public Table output() {
    return PostKey.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return ChangedPosts.INPUTS;
  }

  @Override
  public Optional<Column> gone() {
    return Optional.of(PostKey.KEYS.col().isNull());
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    return ChangedPosts.of(in, PostKey.TABLE, KeyPosts::keyed);
  }

  private static Dataset<Row> keyed(Dataset<Row> posts) {
    Column letters = regexp_replace(lower(col(WHOLE)), "https?://\\S+|[^\\p{L}\\p{N}]+", "");
    Column links =
        transform(
            regexp_extract_all(col(WHOLE), lit("https?://([^\\s)\\]]+)"), lit(1)),
            url -> lower(url));
    Column telling = filter(links, l -> length(l).geq(LEAST_URL).and(l.rlike("[/?].")));
    Column text = array_compact(array(when(length(letters).geq(LEAST_TEXT), letters)));
    Column keys = transform(array_union(text, telling), k -> xxhash64(k));
    Column isAdvert =
        Post.SPONSORED.col().equalTo(true).or(Post.PROMOTION.col().isin("platform", "marker"));
    return posts
        .where(not(coalesce(isAdvert, lit(false))))
        .withColumn(WHOLE, concat_ws(" ", Post.TITLE.col(), Post.TEXT.col()))
        .select(
            POST_UID.col(), ACCOUNT_UID.col(), PostKey.KEYS.as(array_sort(array_distinct(keys))))
        .where(size(PostKey.KEYS.col()).gt(0));
  }
}
