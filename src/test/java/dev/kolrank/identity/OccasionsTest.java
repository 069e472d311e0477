package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OccasionsTest {
  private static final int SLOTS_OF_DAY = 8;

  /** Slots at one time of day. */
  private static List<Integer> at(int slot, int... days) {
    return IntStream.of(days).map(day -> day * SLOTS_OF_DAY + slot).boxed().toList();
  }

  private static List<Integer> daily(int slot, int days) {
    return at(slot, IntStream.range(0, days).toArray());
  }

  private static void assertLevel(String level, List<Integer> one, List<Integer> other) {
    assertEquals(level, Occasions.level(one, other));
    assertEquals(level, Occasions.level(other, one), "the other way round");
  }

  @Test
  void whoPostsOnTheSameFiveOddDaysIsHardlyAnotherPerson() {
    // 5 of 5 meet; the other posts at that hour on 5 of 30 days: 5 log2 6 = 12.9 bits
    assertLevel("many", at(5, 1, 4, 10, 15, 21), at(6, 1, 4, 10, 15, 21));
  }

  @Test
  void oneMeetingOfTwoRarePostersSaysALittle() {
    // both silent for a week on either side: log2 14 = 3.8 bits
    assertLevel("few", at(5, 10), at(5, 10));
  }

  @Test
  void dailyPostersMeetEveryDayByHabit() {
    assertLevel("other", daily(5, 60), daily(5, 60));
    assertLevel("other", at(5, 1, 4, 10, 15, 21), daily(5, 60));
  }

  @Test
  void aDailyPosterWhomSomebodyAvoidsIsAnother() {
    // by chance all five would meet: 5 log2 (1 / 0.005) bits
    assertLevel("apart", at(1, 1, 4, 10, 15, 21), dailyAround());
  }

  /** On every day, but none of the five, within a slot of the first. */
  private static List<Integer> dailyAround() {
    return IntStream.range(0, 60)
        .filter(day -> !List.of(1, 4, 10, 15, 21).contains(day))
        .map(day -> day * SLOTS_OF_DAY + 1)
        .boxed()
        .toList();
  }

  @Test
  void onDifferentDaysOfTwoRarePostersNothingIsSaid() {
    assertLevel("other", at(5, 1, 12), at(5, 5, 18, 25));
  }

  @Test
  void timesThatDoNotOverlapAreNotCompared() {
    assertNull(Occasions.level(at(5, 1, 2, 3), at(5, 100, 101, 102)));
  }

  @Test
  void theLevelIsTheSameWhicheverComesFirst() {
    for (int seed = 0; seed < 2_000; seed++) {
      var random = new Random(seed);
      int size = 1 + random.nextInt(12);
      List<Integer> one = slots(random, size);
      List<Integer> other = slots(random, seed % 2 == 0 ? size : 1 + random.nextInt(12));
      assertEquals(Occasions.level(one, other), Occasions.level(other, one), one + " and " + other);
    }
  }

  /** Up to so many slots of two months, at two times of the day. */
  private static List<Integer> slots(Random random, int most) {
    return random
        .ints(most, 0, 60)
        .map(day -> day * SLOTS_OF_DAY + 2 + random.nextInt(2) * 4)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  @Test
  void slotsAreThreeHoursOfPostsThatHaveATime() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3")
        .and(
            Post.TABLE,
            """
            post_uid | account_uid | published_at
            x:a      | x:1         | 1970-01-02 00:10:00
            x:b      | x:1         | 1970-01-02 02:50:00
            x:c      | x:1         | 1970-01-01 23:59:59
            x:d      | x:2         | null
            """)
        .when(new DescribeTraits())
        .then(
            """
            account_uid | occasions | posted
            x:1         | [7, 8]    | true
            x:2         | null      | false
            x:3         | null      | false
            """);
  }
}
