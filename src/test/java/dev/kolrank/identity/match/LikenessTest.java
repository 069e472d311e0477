package dev.kolrank.identity.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.identity.match.Likeness.Found;
import dev.kolrank.identity.match.Likeness.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LikenessTest {
  private static final List<String> NAMES =
      List.of(
          "repbluewater",
          "repgreenfield",
          "repstonebridge",
          "reposgood",
          "repmarigold",
          "demochef",
          "musterfrau",
          "kingfisher",
          "zwiebelturm",
          "quetzalline");
  private static final Affixes AFFIXES =
      new Affixes(List.of("rep", "the"), List.of("official", "tv"));
  private static final Likeness LIKENESS = new Likeness(new NameModel(grams()), AFFIXES);

  private static Map<String, Long> grams() {
    Map<String, Long> grams = new HashMap<>();
    for (String name : NAMES) {
      String marked = NameModel.marked(name);
      for (int from = 0; from < marked.length(); from++) {
        for (int to = from + 1; to <= Math.min(marked.length(), from + 3); to++) {
          grams.merge(marked.substring(from, to), 1L, Long::sum);
        }
      }
    }
    return grams;
  }

  private static Found found(String one, String other, double rivals) {
    return LIKENESS.between(List.of(one), List.of(other), rivals, 1_000).orElseThrow();
  }

  @Test
  void theWayIsNamed() {
    assertEquals(Kind.EXACT, found("zwiebelturm", "zwiebelturm", 0).kind());
    assertEquals(Kind.AFFIXES, found("zwiebelturmtv", "thezwiebelturm", 0).kind());
    assertEquals(Kind.CLOSE, found("zwiebelturm", "zwiebeltrum", 0).kind());
    assertEquals(Kind.WHOLE, found("annazwiebelturm", "zwiebelturm77", 0).kind());
    assertEquals(Kind.WHOLE, found("annazwiebelturm", "zwiebelturmofficial", 0).kind());
    assertEquals(Kind.CORE, found("annazwiebelturm", "zwiebelturmberta", 0).kind());
    assertEquals(Kind.INSIDE, found("a8zwiebelturm5", "xx7zwiebelturmq9", 0).kind());
  }

  @Test
  void whatManyHaveWeighsLess() {
    double rare = found("zwiebelturm", "zwiebelturm", 0).excess();
    double common = found("zwiebelturm", "zwiebelturm", 50).excess();
    assertTrue(rare > common + 4, rare + " against " + common);
    assertTrue(common < 0, "fifty of a thousand are more than one by chance");
  }

  @Test
  void oneOtherBearerOfARareNameIsHardlyAStranger() {
    double alone = found("zwiebelturm", "zwiebelturm", 0).excess();
    double one = found("zwiebelturm", "zwiebelturm", 1).excess();
    double two = found("zwiebelturm", "zwiebelturm", 2).excess();
    assertTrue(one < alone, "a second account is rare, too");
    assertTrue(one > two + 4, one + " against " + two);
  }

  @Test
  void whatOthersAddBeforeTheirNamesMakesThemNoMoreAlike() {
    assertEquals(Kind.CLOSE, found("repmarigold", "repmarigolb", 0).kind());
    assertEquals(Kind.CORE, found("repmarigold", "repmarkow", 0).kind());
  }

  @Test
  void aNameInsideAnotherIsNoWholeNameOfTheOther() {
    assertEquals(Kind.INSIDE, found("xxzwiebelturmqq", "zwiebelturm", 0).kind());
    assertEquals(Kind.WHOLE, found("annazwiebelturm", "zwiebelturm", 0).kind());
  }

  @Test
  void aHandleIsANameInShort() {
    Found found = shortening("azwiebelturm", "anna zwiebelturm").orElseThrow();
    assertEquals(Kind.SHORT, found.kind());
    assertTrue(found.excess() > 5, "excess " + found.excess());
    assertTrue(
        shortening("azwiebelturm77tv", "anna zwiebelturm").orElseThrow().excess() < found.excess(),
        "digits and affixes aside there are more ways");
    assertTrue(shortening("bzwiebelturm", "anna zwiebelturm").isEmpty());
    assertTrue(shortening("77", "anna zwiebelturm").isEmpty());
  }

  @Test
  void aNameInShortTellsNoMoreThanTheName() {
    // the other way round the letters surprise more, yet all who bear the name may write it so
    double turned = shortening("zwiebelturmanna", "anna zwiebelturm").orElseThrow().excess();
    assertTrue(turned < found("annazwiebelturm", "annazwiebelturm", 0).excess());
  }

  private static Optional<Found> shortening(String handle, String words) {
    return LIKENESS.shortening(List.of(handle), List.of(words), 0, 1_000);
  }

  @Test
  void aCommonBeginningWeighsLessThanARareOneOfItsLength() {
    assertTrue(found("repxyz", "repuvw", 0).excess() < found("zwixyz", "zwiuvw", 0).excess());
  }

  @Test
  void twoNamesOfOneRareStretchShareAKey() {
    var shared = new HashSet<>(LIKENESS.keys("annazwiebelturm", 12));
    shared.retainAll(LIKENESS.keys("zwiebelturm77", 12));
    assertFalse(shared.isEmpty());
    assertTrue(LIKENESS.keys("小", 12).contains(NameModel.marked("小")), "a short name is a key");
  }

  @Test
  void aNameIsNotStrippedAway() {
    assertEquals("rep", AFFIXES.strip("rep"));
    assertEquals("小", AFFIXES.strip("小official"));
    assertEquals("bluewater", AFFIXES.strip("repbluewatertvofficial"));
  }

  @Test
  void likenessIsTheSameWhicheverComesFirst() {
    var random = new Random(5);
    String letters = "aabbrep77tv🎮🍀𠮷";
    for (int round = 0; round < 3_000; round++) {
      List<String> some = List.of(name(letters, random), name(letters, random));
      List<String> others = List.of(name(letters, random), name(letters, random));
      assertEquals(
          LIKENESS.between(some, others, 1, 1_000),
          LIKENESS.between(others, some, 1, 1_000),
          () -> some + " and " + others);
    }
  }

  private static String name(String letters, Random random) {
    int[] all = letters.codePoints().toArray();
    int[] drawn = random.ints(1 + random.nextInt(8), 0, all.length).map(i -> all[i]).toArray();
    return new String(drawn, 0, drawn.length);
  }
}
