package dev.kolrank.job;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.gold.KolRanking;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
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

  private static final String NOTHING = "-";

  /** What platforms call accounts of people who are gone or give no name. */
  private static final Set<String> NAMES_FOR_NOBODY = Set.of("momo", "账号已注销");

  private final Map<String, Consumer<SharedCase>> checks = new HashMap<>();
  private final Path folder;
  private final IntakeCase all;

  SharedCasesTest(@TempDir Path folder) {
    this.folder = folder;
    all = new IntakeCase(folder.resolve("crawl"), new MemoryLake());
    checks.put("count-thousands-dot", this::postsAndFollowers);
    checks.put("crowdtangle-created", this::timesAndFollowers);
    checks.put("excel-lost-digits", this::damagedIds);
    checks.put("facebook-group-member", this::unknownMember);
    checks.put("facebook-p-address", this::pagesWithoutHandle);
    checks.put("identity-agency-link", this::strangers);
    checks.put("identity-default-names", this::strangersOfOneName);
    checks.put("json-envelope-lines", this::envelope);
    checks.put("json-nan", this::onePost);
    checks.put("old-posts-nobody-ranked", this::staleRanking);
    checks.put("tiktok-comment-page", this::oneComment);
    checks.put("weibospider-json-empty", this::siblingLayout);
    checks.put("x-edited-post", this::editedPosts);
    checks.put("ytdlp-old-short", this::shortVideo);
    checks.put("zero-after-thousands", this::keptFollowers);
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
    checks.getOrDefault(one.name(), this::postsOfTheTable).accept(one);
  }

  /** Every row of the README's table is the state of that post. */
  private void postsOfTheTable(SharedCase one) {
    assertFalse(one.table().isEmpty(), "the README has a table");
    for (Map<String, String> row : one.table()) {
      String ofPost = "post_uid LIKE '%%:%s'".formatted(row.get("post_id"));
      for (var cell : row.entrySet()) {
        String column = cell.getKey().replace(" (UTC)", "");
        String value = cell.getValue().equals("null") ? NOTHING : cell.getValue();
        switch (column) {
          case "post_id" -> {}
          case "rounded" ->
              assertEquals(
                  List.of(value.equals("none") ? "" : value),
                  rows(PostObservation.TABLE, ofPost, "concat_ws(',', rounded)"),
                  ofPost);
          default -> assertEquals(List.of(value), rows(Post.TABLE, ofPost, column), ofPost);
        }
      }
    }
  }

  private void postsAndFollowers(SharedCase one) {
    postsOfTheTable(one);
    String followers = one.stated("followers ([0-9]+)").group(1);
    assertEquals(
        Set.of(followers), Set.copyOf(rows(AccountObservation.TABLE, from(one), "followers")));
  }

  private void timesAndFollowers(SharedCase one) {
    var post =
        one.stated(
            "Post (\\S+): published_at (\\S+ \\S+), likes ([0-9]+).*?comments ([0-9]+), shares"
                + " ([0-9]+)");
    assertEquals(
        List.of(String.join(" | ", post.group(2), post.group(3), post.group(4), post.group(5))),
        rows(
            Post.TABLE,
            is("post_uid", post.group(1)),
            "published_at",
            "likes",
            "comments",
            "shares"));
    var account = one.stated("Account (\\S+): followers ([0-9]+), observed (\\S+ [0-9:]+)");
    assertEquals(
        List.of(account.group(2) + " | " + account.group(3)),
        rows(
            AccountObservation.TABLE,
            is("account_uid", account.group(1)) + " AND followers IS NOT NULL",
            "followers",
            "observed_at"));
  }

  private void damagedIds(SharedCase one) {
    assertTrue(one.right().contains("three rejects of part post"));
    assertEquals(List.of("post", "post", "post"), rows(Reject.TABLE, from(one), "part"));
    assertEquals(List.of(), rows(PostObservation.TABLE, from(one), "post_uid"));
    String account = one.stated("account (\\S+) kept").group(1);
    assertEquals(List.of(account), rows(Account.TABLE, is("account_uid", account), "account_uid"));
  }

  private void unknownMember(SharedCase one) {
    String account = one.stated("No account ([^,\\s]+)").group(1);
    String name = one.stated("no name \"([^\"]+)\"").group(1);
    assertEquals(List.of(), rows(Account.TABLE, is("account_uid", account), "account_uid"));
    for (Table table : Tables.STORED) {
      List<String> rows =
          all.lake().read(table).selectExpr("to_json(struct(*))").collectAsList().stream()
              .map(r -> r.getString(0))
              .filter(r -> r.contains(name))
              .toList();
      assertEquals(List.of(), rows, table.name());
    }
  }

  private void pagesWithoutHandle(SharedCase one) {
    postsOfTheTable(one);
    for (Map<String, String> row : one.table()) {
      String account = row.get("account_uid");
      assertEquals(
          List.of(NOTHING), rows(Account.TABLE, is("account_uid", account), "handle"), account);
    }
    assertEquals(
        (long) one.table().size(),
        rows(AccountObservation.TABLE, from(one), "account_uid").stream().distinct().count());
  }

  private void envelope(SharedCase one) {
    var said =
        one.stated(
            "views ([0-9, ]+) and likes ([0-9, ]+); 1 account, `(\\S+)`, ([0-9,]+) followers");
    assertEquals(said.group(1), numbers(rows(PostObservation.TABLE, from(one), "views")));
    assertEquals(said.group(2), numbers(rows(PostObservation.TABLE, from(one), "likes")));
    assertEquals(
        Set.of(said.group(3) + " | " + said.group(4).replace(",", "")),
        Set.copyOf(rows(AccountObservation.TABLE, from(one), "handle", "followers")));
    assertEquals(List.of(), rows(Reject.TABLE, from(one), "reason"));
  }

  private static String numbers(List<String> rows) {
    return rows.stream().sorted(Comparator.comparing(Long::valueOf)).collect(joining(", "));
  }

  private void onePost(SharedCase one) {
    var post =
        one.stated("Post (\\S+): likes ([0-9]+), comments ([0-9]+), shares ([0-9]+), views null");
    assertEquals(
        List.of(String.join(" | ", post.group(2), post.group(3), post.group(4), NOTHING)),
        rows(Post.TABLE, is("post_uid", post.group(1)), "likes", "comments", "shares", "views"));
    assertEquals(List.of(), rows(Reject.TABLE, from(one), "reason"));
  }

  private void oneComment(SharedCase one) {
    var comment = one.stated("One comment (\\S+) ([0-9]+) on (\\S+), no reject");
    assertEquals(
        List.of("%s:%s | %s".formatted(comment.group(1), comment.group(2), comment.group(3))),
        rows(CommentObservation.TABLE, from(one), "comment_uid", "post_uid"));
    assertEquals(List.of(), rows(Reject.TABLE, from(one), "reason"));
  }

  private void siblingLayout(SharedCase one) {
    var account =
        one.stated(
            "account (\\S+), name (\\S+), followers ([0-9]+), following ([0-9]+), posts ([0-9]+);");
    assertEquals(
        List.of(
            String.join(
                " | ", account.group(2), account.group(3), account.group(4), account.group(5))),
        rows(
            Account.TABLE,
            is("account_uid", account.group(1)),
            "name",
            "followers",
            "following",
            "posts"));
    var post =
        one.stated(
            "likes ([0-9]+), comments ([0-9]+), shares ([0-9]+), published (\\S+ [0-9:]+) UTC, kind"
                + " (\\w+)");
    assertEquals(
        List.of(
            String.join(
                " | ",
                post.group(1),
                post.group(2),
                post.group(3),
                post.group(4) + ":00",
                post.group(5))),
        rows(
            Post.TABLE,
            is("account_uid", account.group(1)),
            "likes",
            "comments",
            "shares",
            "published_at",
            "kind"));
  }

  private void editedPosts(SharedCase one) {
    String account = one.stated("Two posts of (\\S+), not four").group(1);
    var said =
        one.stated(
            "likes ([0-9]+) and text \"([^\"]+)\".*?likes ([0-9]+) and\\s+text \"([^\"]+)\"");
    assertEquals(
        List.of(said.group(3) + " | " + said.group(4), said.group(1) + " | " + said.group(2)),
        rows(Post.TABLE, is("account_uid", account), "likes", "text"));
    assertEquals(List.of(), rows(CommentObservation.TABLE, from(one), "comment_uid"));
  }

  private void shortVideo(SharedCase one) {
    var post = one.stated("Post (\\S+): kind (\\w+)");
    assertEquals(
        List.of(post.group(2)),
        rows(Post.TABLE, "post_uid LIKE '%%:%s'".formatted(post.group(1)), "kind"));
  }

  private void keptFollowers(SharedCase one) {
    var kept = one.stated("For (\\S+) on the second night: followers ([0-9]+) kept");
    assertEquals(
        List.of(kept.group(2)), rows(Account.TABLE, is("account_uid", kept.group(1)), "followers"));
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

  private List<String> rows(Table table, String where, String... expressions) {
    String texts =
        Arrays.stream(expressions)
            .map(e -> "coalesce(cast(%s AS STRING), '%s')".formatted(e, NOTHING))
            .collect(joining(", "));
    return all
        .lake()
        .read(table)
        .where(where)
        .selectExpr("concat_ws(' | ', " + texts + ")")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }

  private static String is(String column, String value) {
    return "%s = '%s'".formatted(column, value);
  }

  /** Of rows that name their file: those of the case. */
  private static String from(SharedCase one) {
    return "source_file LIKE '%%/%s/%%'".formatted(one.name());
  }
}
