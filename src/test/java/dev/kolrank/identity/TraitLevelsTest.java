package dev.kolrank.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.SparkFixture;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.table.matching.AccountTrait;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class TraitLevelsTest {
  private static final List<String> NAMES =
      AccountTrait.TABLE.fields().stream().map(f -> f.name()).toList();

  /** The level of two accounts that have only this, the same whichever comes first. */
  private static String level(Column level, String trait, Object one, Object other) {
    return level(level, List.of(trait), new Object[] {one}, new Object[] {other});
  }

  private static String level(Column level, List<String> traits, Object[] one, Object[] other) {
    Dataset<Row> left = account("x:1", traits, one);
    Dataset<Row> right = account("weibo:2", traits, other);
    String there = level(level, left, right);
    assertEquals(there, level(level, right, left), "the other way round");
    return there;
  }

  private static String level(Column level, Dataset<Row> left, Dataset<Row> right) {
    return TraitLevels.measured(left.as("l").crossJoin(right.as("r")))
        .select(level)
        .first()
        .getString(0);
  }

  private static Dataset<Row> account(String uid, List<String> traits, Object[] values) {
    var row = new ArrayList<Object>(Collections.nCopies(NAMES.size(), null));
    row.set(NAMES.indexOf("account_uid"), uid);
    row.set(NAMES.indexOf("platform"), uid.substring(0, uid.indexOf(':')));
    row.set(NAMES.indexOf("handles"), new String[0]);
    row.set(NAMES.indexOf("names"), new String[0]);
    row.set(NAMES.indexOf("named"), new Row[0]);
    row.set(NAMES.indexOf("posted"), true);
    for (int i = 0; i < values.length; i++) {
      row.set(NAMES.indexOf(traits.get(i)), values[i]);
    }
    return SparkFixture.spark()
        .createDataFrame(List.of(RowFactory.create(row.toArray())), AccountTrait.TABLE.schema());
  }

  private static Column of(Comparison comparison) {
    return TraitLevels.all().get(comparison.name());
  }

  private static Integer[] shingles(int from, int to) {
    return IntStream.range(from, to).boxed().toArray(Integer[]::new);
  }

  @Test
  void biosAreAsAlikeAsTheShorterStandsInTheLonger() {
    Column bio = of(Comparison.BIO);
    assertEquals("same", level(bio, "shingles", shingles(0, 10), shingles(1, 40)));
    assertEquals("close", level(bio, "shingles", shingles(0, 10), shingles(5, 40)));
    assertEquals("some", level(bio, "shingles", shingles(0, 10), shingles(8, 40)));
    assertEquals("other", level(bio, "shingles", shingles(0, 10), shingles(9, 40)));
    assertEquals(null, level(bio, "shingles", shingles(0, 10), null));
  }

  @Test
  void audiencesMayDifferTenfoldButSeldomAThousandfold() {
    Column size = of(Comparison.SIZE);
    assertEquals("alike", level(size, "followers", 1_000L, 5_000L));
    assertEquals("near", level(size, "followers", 1_000L, 5_100L));
    assertEquals("near", level(size, "followers", 1_000L, 100_000L));
    assertEquals("other", level(size, "followers", 1_000L, 101_000L));
    assertEquals("alike", level(size, "followers", 0L, 0L), "nobody follows either");
    assertEquals(null, level(size, "followers", 1_000L, null));
  }

  @Test
  void hoursAreAlikeByTheirCosine() {
    Column hours = of(Comparison.HOURS);
    assertEquals("alike", level(hours, "hours", day(1, 0), day(0.9, Math.sqrt(0.19))));
    assertEquals("near", level(hours, "hours", day(1, 0), day(0.71, Math.sqrt(1 - 0.71 * 0.71))));
    assertEquals("other", level(hours, "hours", day(1, 0), day(0, 1)));
    assertEquals(null, level(hours, "hours", day(1, 0), null));
  }

  /** So much at nine and so much at ten. */
  private static Double[] day(double nine, double ten) {
    var hours = new Double[24];
    Arrays.fill(hours, 0.0);
    hours[9] = nine;
    hours[10] = ten;
    return hours;
  }

  @Test
  void topicsAreComparedWithinALanguage() {
    Column topics = of(Comparison.TOPICS);
    List<String> traits = List.of("topics", "language");
    Object[] rye = {new String[] {"crumb", "oven", "rye", "sourdough"}, "en"};
    Object[] oven = {new String[] {"grill", "oven", "steak", "wood"}, "en"};
    Object[] german = {new String[] {"crumb", "oven", "rye", "sourdough"}, "de"};
    assertEquals("alike", level(topics, traits, rye, rye));
    assertEquals("near", level(topics, traits, rye, oven));
    assertEquals(null, level(topics, traits, rye, german));
  }

  @Test
  void whatIsDeclaredIsTheSameOrNot() {
    assertEquals("same", level(of(Comparison.REGION), "region", "tw", "tw"));
    assertEquals("other", level(of(Comparison.REGION), "region", "tw", "de"));
    assertEquals(null, level(of(Comparison.CATEGORY), "category", "food", null));
  }

  @Test
  void whatWeighsMostOfWhatTwoAccountsAreIsTold() {
    Column about = TraitLevels.about();
    assertEquals(null, level(about, "about", null, null));
    assertEquals("one_fan", level(about, "about", "fan", null));
    assertEquals("one_fan", level(about, "about", "sub", "fan"));
    assertEquals("one_fan", level(about, "about", "firm", "fan"));
    assertEquals("one_firm", level(about, "about", "sub", "firm"));
    assertEquals("one_firm", level(about, "about", "firm", null));
    assertEquals("one_sub", level(about, "about", "sub", null));
    assertEquals("two_fans", level(about, "about", "fan", "fan"));
    assertEquals(null, level(about, "about", "firm", "firm"));
  }

  @Test
  void anotherAccountOrProfileOfThePlatformIsElsewhere() {
    Column elsewhere = TraitLevels.elsewhere();
    List<String> traits = List.of("named", "names", "handles");
    Object[] anna = {new Row[0], new String[] {"anna"}, new String[] {"anna1"}};
    Object[] nameless = {new Row[0], new String[] {"anna"}, new String[0]};
    assertEquals(null, level(elsewhere, traits, anna, anna));
    assertEquals("tracked", level(elsewhere, traits, named("weibo", "weibo:3", null), anna));
    assertEquals("tracked", level(elsewhere, traits, named("weibo", "weibo:3", "ann"), anna));
    assertEquals(
        null,
        level(elsewhere, traits, named("weibo", "weibo:3", "anna"), anna),
        "the name that led to it leads here too");
    assertEquals(null, level(elsewhere, traits, named("weibo", "weibo:2", null), anna));
    assertEquals(null, level(elsewhere, traits, named("x", "x:3", null), anna));
    assertEquals("untracked", level(elsewhere, traits, named("weibo", null, "ann"), anna));
    assertEquals(null, level(elsewhere, traits, named("weibo", null, "anna1"), anna));
    assertEquals(
        null,
        level(elsewhere, traits, named("weibo", null, "ann"), nameless),
        "whose handle nobody knows");
  }

  private static Object[] named(String platform, String account, String called) {
    Row profile = RowFactory.create(platform, account, called);
    return new Object[] {new Row[] {profile}, new String[] {"berta"}, new String[] {"berta"}};
  }
}
