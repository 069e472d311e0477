package dev.kolrank.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final Timeline TIMELINE = new Timeline(LocalDate.parse("2026-06-28"), 60, 3, 7);
  private static World world;
  private static List<Person> people;

  @BeforeAll
  static void derive() {
    world = new World(5, 500, TIMELINE, Vocabulary.load());
    People all = new People(world);
    people = IntStream.range(0, world.people()).mapToObj(all::at).toList();
  }

  @Test
  void followersFollowInfluenceButNotExactly() {
    double[] influence = people.stream().mapToDouble(Person::influence).toArray();
    double[] followers =
        people.stream()
            .mapToDouble(
                person ->
                    person.own().stream().mapToDouble(Account::followers).average().orElseThrow())
            .toArray();

    double rank = new SpearmansCorrelation().correlation(influence, followers);
    assertTrue(rank > 0.5 && rank < 0.95, () -> "Spearman " + rank);
  }

  @Test
  void aPersonIsTheSameWhoeverAsks() {
    assertEquals(people.get(123), new People(world).at(123));
    assertNotEquals(
        people.get(123).influence(),
        new People(new World(6, 500, TIMELINE, world.vocabulary())).at(123).influence());
  }

  @Test
  void everyoneHasOneToFiveAccountsWithUniqueIds() {
    Set<String> ids = new HashSet<>();
    for (Person person : people) {
      int own = person.own().size();
      assertTrue(own >= 1 && own <= 5, () -> person.id() + " has " + own);
      person.accounts().forEach(account -> assertTrue(ids.add(account.site() + account.id())));
    }
  }

  @Test
  void handlesAreUniqueOnTheirPlatform() {
    Set<String> handles = new HashSet<>();
    for (Person person : people) {
      for (Account account : person.accounts()) {
        assertTrue(handles.add(account.site() + account.handle()), account::toString);
      }
    }
  }

  @Test
  void namesakesShareTheNameButNoAccount() {
    List<Person> namesakes =
        people.stream().filter(person -> !person.namesakeOf().isEmpty()).toList();

    assertTrue(namesakes.size() > 10);
    for (Person person : namesakes) {
      Person model = people.get(Integer.parseInt(person.namesakeOf().substring(1)));
      assertEquals(model.name().shown(), person.name().shown());
      assertNotEquals(model.name().core(), person.name().core());
    }
  }

  @Test
  void fansCiteTheStarAndNotTheOtherWayRound() {
    for (Person person : people) {
      for (Account fan : person.accounts()) {
        if (fan.fan()) {
          assertNotEquals(person.id(), fan.personId());
          assertTrue(
              person.own().stream()
                  .anyMatch(
                      own ->
                          fan.bio().contains(own.handle())
                              || fan.bio().contains(own.name())
                              || fan.bio().contains(References.url(own))));
          person.own().forEach(own -> assertTrue(!own.bio().contains(References.url(fan))));
        }
      }
    }
  }

  @Test
  void everyPlatformLanguageAndAttackOccurs() {
    Set<Site> sites = EnumSet.noneOf(Site.class);
    Set<Attack.Kind> attacks = EnumSet.noneOf(Attack.Kind.class);
    for (Person person : people) {
      for (Account account : person.accounts()) {
        sites.add(account.site());
        attacks.add(account.attack().kind());
      }
    }
    assertEquals(EnumSet.range(Site.WEIBO, Site.INSTAGRAM), sites);
    assertEquals(EnumSet.allOf(Attack.Kind.class), attacks);
    assertEquals(5, people.stream().map(Person::language).distinct().count());
  }

  @Test
  void boughtFollowersJump() {
    long start = TIMELINE.stop() - 10 * Timeline.DAY;
    Account honest = people.get(0).accounts().get(0).withAttack(Attack.NONE);
    long before = Growth.followers(honest, TIMELINE.stop(), TIMELINE.stop());
    Account cheating = honest.withAttack(new Attack(Attack.Kind.FOLLOWERS, start));

    long after = Growth.followers(cheating, TIMELINE.stop(), TIMELINE.stop());
    assertTrue(Math.abs(after - 5 * before) <= 5);
    assertEquals(
        Growth.followers(honest, start - 1, TIMELINE.stop()),
        Growth.followers(cheating, start - 1, TIMELINE.stop()));
  }
}
