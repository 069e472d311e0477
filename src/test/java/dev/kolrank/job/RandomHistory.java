package dev.kolrank.job;

import static org.apache.spark.sql.functions.lit;

import dev.kolrank.SparkFixture;
import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Observations night by night; posts and comments are seen again with other numbers. */
final class RandomHistory {
  private static final Map<String, String> CONSTANT =
      Map.of("platform", "x", "source", "s", "source_file", "f");

  private final Map<Table, List<List<String>>> nights =
      new TreeMap<>(Comparator.comparing(Table::name));

  RandomHistory(Random random, List<LocalDate> days) {
    for (LocalDate day : days) {
      add(AccountObservation.TABLE, 8, i -> account(random, day));
      add(PostObservation.TABLE, 60, i -> post(random, day));
      add(CommentObservation.TABLE, 80, i -> comment(random, day));
    }
  }

  private void add(Table table, int count, IntFunction<String> row) {
    var rows = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      rows.add(row.apply(i));
    }
    nights.computeIfAbsent(table, t -> new ArrayList<>()).add(rows);
  }

  private static String account(Random random, LocalDate day) {
    int id = random.nextInt(5);
    return "'x:%d' as account_uid, '%d' as account_id, timestamp'%s 10:00:%02d' as observed_at, 'h%d' as handle, %s as followers, %s as rounded"
        .formatted(
            id,
            id,
            day,
            random.nextInt(60),
            id,
            number(random, 5_000),
            random.nextInt(4) == 0 ? "array('followers')" : "array()");
  }

  private static String post(Random random, LocalDate day) {
    int id = random.nextInt(90);
    int owner = random.nextInt(10) == 0 ? random.nextInt(5) : id % 5;
    String published =
        random.nextInt(8) == 0
            ? "null"
            : "timestamp'%s 10:00:00'".formatted(day.minusDays(random.nextInt(12) == 0 ? 1 : id));
    String text = List.of("hello", "with @h1", "@h2 #ad", "@h3 and @h4").get(id % 4);
    return ("'x:p%d' as post_uid, 'p%d' as post_id, 'x:%d' as account_uid, timestamp'%s"
            + " 11:00:%02d' as observed_at, %s as published_at, '%s' as text, %s as repost,"
            + " %s as views, %s as likes, %s as comments, %s as rounded, %s as censored")
        .formatted(
            id,
            id,
            owner,
            day,
            random.nextInt(60),
            published,
            text,
            random.nextInt(15) == 0,
            number(random, 9_000),
            number(random, 90),
            number(random, 9),
            random.nextInt(4) == 0 ? "array('views', 'likes')" : "array()",
            random.nextInt(9) == 0 ? "array('likes')" : "array()");
  }

  private static String comment(Random random, LocalDate day) {
    int id = random.nextInt(150);
    int post = random.nextInt(20) == 0 ? random.nextInt(100) : id % 100;
    return ("'x:c%d' as comment_uid, 'c%d' as comment_id, 'x:p%d' as post_uid, timestamp'%s"
            + " 12:00:%02d' as observed_at, %s as author_hash, '%s' as text,"
            + " timestamp'%s %02d:00:00' as published_at")
        .formatted(
            id,
            id,
            post,
            day,
            random.nextInt(60),
            random.nextInt(20) == 0 ? "null" : "'a" + id % 12 + "'",
            List.of("I love this", "what a terrible post", "text number " + id % 9).get(id % 3),
            day.minusDays(random.nextInt(12) == 0 ? 1 : id % 40),
            id % 24);
  }

  private static String number(Random random, int below) {
    return random.nextInt(6) == 0 ? "null" : "%dL".formatted(random.nextInt(below));
  }

  /** The nights from one to before another, shuffled, as batches from the first on. */
  void write(MemoryLake lake, int from, int until, Random random, int partitions) {
    nights.forEach(
        (table, each) -> {
          var rows = new ArrayList<String>();
          each.subList(from, until).forEach(rows::addAll);
          Collections.shuffle(rows, random);
          long batch = until - from > 1 ? 1 : from + 1;
          lake.write(table, frame(table, rows, batch).repartition(partitions), "batch = " + batch);
        });
  }

  /** Rows of a table, each written as the columns of a SELECT; others are null. */
  static Dataset<Row> frame(Table table, List<String> rows, long batch) {
    var spark = SparkFixture.spark();
    Dataset<Row> written =
        spark.sql(rows.stream().map(r -> "select " + r).collect(Collectors.joining(" union all ")));
    List<String> given = List.of(written.columns());
    Column[] all =
        table.fields().stream()
            .map(
                f ->
                    (given.contains(f.name())
                            ? f.col()
                            : f.name().equals("batch") ? lit(batch) : lit(CONSTANT.get(f.name())))
                        .cast(f.type())
                        .as(f.name()))
            .toArray(Column[]::new);
    return written.select(all);
  }
}
