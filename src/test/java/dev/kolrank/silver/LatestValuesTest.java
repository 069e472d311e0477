package dev.kolrank.silver;

import static dev.kolrank.table.Columns.OBSERVED_AT;
import static dev.kolrank.table.Columns.POST_UID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.table.silver.Post;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However observations are split over deliveries, and in whatever order, the state is the same. */
class LatestValuesTest {
  private static final LatestValues VALUES =
      new LatestValues(List.of(POST_UID), List.of(Post.TITLE, Post.TAGS, Post.LIKES));
  private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
  private static final StructType SEEN_POST =
      new StructType()
          .add(POST_UID.toSpark())
          .add(OBSERVED_AT.toSpark())
          .add(Post.TITLE.toSpark())
          .add(Post.TAGS.toSpark())
          .add(Post.LIKES.toSpark());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theOrderOfArrivalDoesNotMatter(long seed) {
    var random = new Random(seed);
    List<Row> observations = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      observations.add(observation(random));
    }
    List<Row> atOnce = sorted(VALUES.merge(frame(observations), nothing()));

    Collections.shuffle(observations, random);
    Dataset<Row> state = nothing();
    for (int from = 0; from < observations.size(); ) {
      int to = Math.min(observations.size(), from + 10 + random.nextInt(20));
      Dataset<Row> touched = VALUES.merge(frame(observations.subList(from, to)), state);
      Dataset<Row> others = state.join(touched, new String[] {POST_UID.name()}, "left_anti");
      state = stored(others.unionByName(touched));
      from = to;
    }
    assertEquals(atOnce, sorted(state));
    assertEquals(
        atOnce,
        sorted(VALUES.merge(frame(observations), state)),
        "a delivery again changes nothing");
  }

  private static Row observation(Random random) {
    return RowFactory.create(
        "x:" + random.nextInt(6),
        Timestamp.from(START.plusSeconds(random.nextInt(12) * 3_600L)),
        random.nextInt(3) == 0 ? null : "title " + random.nextInt(4),
        random.nextInt(3) == 0 ? null : new String[] {"tag" + random.nextInt(4)},
        random.nextInt(3) == 0 ? null : (Long) (long) random.nextInt(50));
  }

  private static Dataset<Row> frame(List<Row> rows) {
    return SparkFixture.spark().createDataFrame(List.copyOf(rows), SEEN_POST);
  }

  private static Dataset<Row> nothing() {
    Dataset<Row> none = VALUES.merge(frame(List.of()), emptyPosts());
    return stored(none);
  }

  private static Dataset<Row> emptyPosts() {
    return SparkFixture.spark().createDataFrame(List.of(), Post.TABLE.schema());
  }

  /** As read back from a table, without the plan that made it. */
  private static Dataset<Row> stored(Dataset<Row> rows) {
    return SparkFixture.spark().createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static List<Row> sorted(Dataset<Row> state) {
    return state.sort(POST_UID.col()).collectAsList();
  }
}
