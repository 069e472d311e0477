package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.gold.KolRanking;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small inputs that kolrank once got wrong, each against the right result that its README states;
 * skipped where the folder of shared cases is absent. Cases of the ingest are read in one run.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedCasesTest {
  private static final Path CASES = Path.of("../shared/cases");
  private static final LocalDate DAY = LocalDate.parse("2026-11-30");

  /** What is right there is the score's, which has an issue of its own. */
  private static final Set<String> ELSEWHERE = Set.of("score-jump-on-ties");

  /** What platforms call accounts of people who are gone or give no name. */
  private static final Set<String> NAMES_FOR_NOBODY = Set.of("momo", "账号已注销");

  private final Map<String, Consumer<SharedCase>> checks = new HashMap<>();
  private final Path folder;
  private final IntakeCase all;

  SharedCasesTest(@TempDir Path folder) {
    this.folder = folder;
    all = new IntakeCase(folder.resolve("crawl"), new MemoryLake());
    var read = new SharedCaseChecks(all.lake());
    checks.put("count-thousands-dot", read::postsAndFollowers);
    checks.put("crowdtangle-created", read::timesAndFollowers);
    checks.put("excel-lost-digits", read::damagedIds);
    checks.put("facebook-group-member", read::unknownMember);
    checks.put("facebook-p-address", read::pagesWithoutHandle);
    checks.put("identity-agency-link", this::strangers);
    checks.put("identity-default-names", this::strangersOfOneName);
    checks.put("json-envelope-lines", read::envelope);
    checks.put("json-nan", read::onePost);
    checks.put("old-posts-nobody-ranked", this::staleRanking);
    checks.put("tiktok-comment-page", read::oneComment);
    checks.put("weibospider-json-empty", read::siblingLayout);
    checks.put("x-edited-post", read::editedPosts);
    checks.put("ytdlp-old-short", read::shortVideo);
    checks.put("zero-after-thousands", read::keptFollowers);
  }

  /** Cases whose result depends on what else a lake holds. */
  private static boolean isAlone(SharedCase one) {
    return one.name().startsWith("identity-") || one.name().startsWith("old-posts");
  }

  static Stream<SharedCase> cases() throws IOException {
    if (!Files.isDirectory(CASES)) {
      return Stream.of(new SharedCase(CASES));
    }
    try (var folders = Files.list(CASES)) {
      return folders
          .filter(Files::isDirectory)
          .map(SharedCase::new)
          .filter(c -> !ELSEWHERE.contains(c.name()))
          .sorted(Comparator.comparing(SharedCase::name))
          .toList()
          .stream();
    }
  }

  @BeforeAll
  void readCases() throws IOException {
    if (Files.isDirectory(CASES)) {
      cases().filter(c -> !isAlone(c)).forEach(c -> c.deliver(all, true));
      all.night(DAY);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesWhatItsReadmeStates(SharedCase one) {
    assumeTrue(Files.isDirectory(CASES), "there is no folder " + CASES);
    checks.getOrDefault(one.name(), new SharedCaseChecks(all.lake())::postsOfTheTable).accept(one);
  }

  private void strangers(SharedCase one) {
    List<String> accounts = one.allStated("\\b[a-z]+:[A-Za-z0-9]+\\b");
    assertTrue(accounts.size() > 1, "the README names accounts");
    apart(one, rows -> accounts.contains(rows.get(0)));
  }

  private void strangersOfOneName(SharedCase one) {
    apart(one, row -> NAMES_FOR_NOBODY.contains(row.get(1)));
  }

  /** No two of these accounts are of one KOL. */
  private void apart(SharedCase one, Predicate<List<String>> these) {
    IntakeCase alone = alone(one, DAY, KolAccount.TABLE);
    Map<String, List<String>> names = new TreeMap<>();
    alone
        .lake()
        .read(Account.TABLE)
        .select(Columns.ACCOUNT_UID.col(), Account.NAME.col())
        .collectAsList()
        .forEach(r -> names.put(r.getString(0), Arrays.asList(r.getString(0), r.getString(1))));
    Map<String, List<String>> byKol = new TreeMap<>();
    KolAccount.current(alone.lake().read(KolAccount.TABLE))
        .select(Columns.KOL_ID.col(), Columns.ACCOUNT_UID.col())
        .collectAsList()
        .forEach(
            r -> byKol.computeIfAbsent(r.getString(0), k -> new ArrayList<>()).add(r.getString(1)));
    int found = 0;
    for (List<String> accounts : byKol.values()) {
      List<String> named = accounts.stream().filter(a -> these.test(names.get(a))).toList();
      assertTrue(named.size() < 2, () -> "one KOL has " + named);
      found += named.size();
    }
    assertTrue(found > 1, "the accounts are there");
  }

  private void staleRanking(SharedCase one) {
    String days = one.stated("`staleness_days` ([0-9]+)").group(1);
    LocalDate asOf = LocalDate.parse(one.stated("90 days up to ([0-9-]+)").group(1));
    IntakeCase alone = alone(one, asOf, KolRanking.TABLE);
    assertEquals(
        List.of("1 | " + days, "2 | " + days, "3 | " + days, "4 | " + days),
        alone.show(KolRanking.TABLE, "list", "rank", "staleness_days").stream()
            .filter(r -> r.startsWith("overall | "))
            .map(r -> r.substring("overall | ".length()))
            .toList());
  }

  private IntakeCase alone(SharedCase one, LocalDate asOf, Table only) {
    var crawl = new IntakeCase(folder.resolve(one.name()), new MemoryLake());
    one.deliver(crawl, false);
    crawl.night(asOf, only);
    return crawl;
  }
}
