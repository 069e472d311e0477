package dev.kolrank.table.features;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.SparkFixture;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Test;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Indices hold what their contracts demand of them, however the numbers are rounded. */
class NumbersTest {

  @Test
  void fivePostsOfFiveUnitsMakeBothIndicesFive() {
    Seq<Long> five = values(Collections.nCopies(5, 11L));
    assertEquals(5, Numbers.hIndex(five, 2.2));
    assertEquals(5, Numbers.gIndex(five, 2.2), "5 * 5 * 2.2 is above 55 where it is rounded");
  }

  @Property
  void theGIndexIsAtLeastTheHIndex(
      @ForAll @Size(min = 1, max = 60) List<@LongRange(min = 0, max = 400) Long> posts,
      @ForAll @IntRange(min = 1, max = 400) int tenths) {
    Seq<Long> ascending = values(posts.stream().sorted().toList());
    double unit = tenths / 2.0 * 0.1;
    assertTrue(Numbers.gIndex(ascending, unit) >= Numbers.hIndex(ascending, unit));
  }

  @Property
  void alsoWhereAllPostsHaveJustTheSame(
      @ForAll @IntRange(min = 1, max = 90) int posts,
      @ForAll @IntRange(min = 1, max = 2_000) int median) {
    double unit = median * 0.1;
    Seq<Long> alike = values(Collections.nCopies(posts, (long) Math.ceil(posts * unit)));
    assertTrue(Numbers.gIndex(alike, unit) >= Numbers.hIndex(alike, unit));
  }

  @Test
  void equalValuesAreNotBelowPerfectlyEqual() {
    var posts = LongStream.generate(() -> 9_999_999_999_997L).limit(53).boxed().toList();
    double gini =
        SparkFixture.spark()
            .createDataset(posts, Encoders.LONG())
            .agg(Statistics.merged(org.apache.spark.sql.functions.array(col("value"))).as("all"))
            .select(Statistics.gini(col("all")))
            .first()
            .getDouble(0);
    assertEquals(0, gini);
  }

  private static Seq<Long> values(List<Long> values) {
    return CollectionConverters.asScala(values).toSeq();
  }
}
