package dev.kolrank.job;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Observations of invented accounts that post evenly over some days, and of the night after them.
 * Everything hangs on the row's number, so that each call makes the same.
 *
 * @param postsOfNight posts of a day
 * @param accounts accounts that make them
 * @param days days of history before the night
 */
public record BenchHistory(long postsOfNight, long accounts, int days) {
  private static final LocalDate NIGHT = LocalDate.of(2026, 6, 28);
  private static final long COMMENTS_PER_POST = 10;

  /** Posts of the history. */
  public long posts() {
    return postsOfNight * days;
  }

  /** The history ends with batch 1; batch 2 is the night after. */
  LocalDate night(long batch) {
    return batch == 1 ? NIGHT.minusDays(1) : NIGHT;
  }

  Dataset<Row> posts(SparkSession spark, long batch) {
    return rows(
        PostObservation.TABLE,
        numbers(spark, batch, posts(), postsOfNight),
        batch,
        "post_uid: concat('x:', id)",
        "post_id: id",
        "account_uid: concat('x:a', account)",
        "account_id: concat('a', account)",
        "published_at: timestampadd(SECOND, h % 86400, day)",
        "observed_at: timestampadd(HOUR, 23, day)",
        "text: concat('Post number ', id, if(h % 20 = 0, ' #ad', ''), if(h % 10 = 1, concat(' with"
            + " @h', h % "
            + accounts
            + "), ''))",
        "views: cast(exp(3 + account % 7 + (h % 1000) / 250.0) as bigint)",
        "likes: cast(exp(account % 7 + (h % 1000) / 250.0) as bigint)",
        "comments: h % 50",
        "shares: h % 20");
  }

  Dataset<Row> accounts(SparkSession spark, long batch) {
    long weeks = batch == 1 ? Math.max(1, days / 7) : 1;
    String day =
        batch == 1
            ? "date_sub(date'%s', cast(id div %d as int) * 7)".formatted(night(1), accounts)
            : "date'%s'".formatted(night(2));
    Dataset<Row> numbers =
        spark
            .range(0, accounts * weeks)
            .withColumn("account", expr("id % " + accounts))
            .withColumn("day", expr("cast(" + day + " as timestamp)"));
    return rows(
        AccountObservation.TABLE,
        numbers,
        batch,
        "account_uid: concat('x:a', account)",
        "account_id: concat('a', account)",
        "observed_at: timestampadd(HOUR, 12, day)",
        "handle: concat('h', account)",
        "name: concat('Name ', account)",
        "bio: 'Invented'",
        "followers: 1000 + account * 7 - datediff(date'2026-06-28', day)",
        "following: account % 500",
        "posts: account % 900");
  }

  Dataset<Row> comments(SparkSession spark, long batch) {
    Dataset<Row> numbers =
        numbers(spark, batch, posts() / COMMENTS_PER_POST, postsOfNight / COMMENTS_PER_POST);
    return rows(
        CommentObservation.TABLE,
        numbers,
        batch,
        "comment_uid: concat('x:c', id)",
        "comment_id: concat('c', id)",
        "post_uid: concat('x:', id * 10)",
        "author_hash: sha2(cast(h % 100000 as string), 256)",
        "text: concat('I like number ', h % 5000)",
        "published_at: timestampadd(SECOND, h % 86400, day)",
        "observed_at: timestampadd(HOUR, 23, day)");
  }

  private Dataset<Row> numbers(SparkSession spark, long batch, long before, long tonight) {
    Dataset<Row> ids =
        batch == 1 ? spark.range(0, before).toDF() : spark.range(before, before + tonight).toDF();
    String ago = batch == 1 ? "cast(h div 7 %% %d as int) + 1".formatted(days) : "0";
    return ids.withColumn("h", expr("abs(xxhash64(id) % 1000000007)"))
        .withColumn("account", expr("abs(xxhash64(id, 1) %% %d)".formatted(accounts)))
        .withColumn("day", expr("cast(date_sub(date'%s', %s) as timestamp)".formatted(NIGHT, ago)));
  }

  /** The rows with these columns; the others null, or empty where they must not be. */
  private static Dataset<Row> rows(
      Table table, Dataset<Row> numbers, long batch, String... columns) {
    Column[] all =
        table.fields().stream()
            .map(f -> value(f, batch, List.of(columns)).cast(f.type()).as(f.name()))
            .toArray(Column[]::new);
    return numbers.select(all);
  }

  private static Column value(Field field, long batch, List<String> columns) {
    return switch (field.name()) {
      case "batch" -> lit(batch);
      case "platform" -> lit("x");
      case "source", "source_file" -> lit("bench");
      case "source_line" -> lit(1);
      default ->
          columns.stream()
              .filter(c -> c.startsWith(field.name() + ": "))
              .map(c -> expr(c.substring(field.name().length() + 2)))
              .findFirst()
              .orElse(lit(null));
    };
  }
}
