package dev.kolrank.job;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kolrank.core.Table;
import dev.kolrank.engine.Lake;
import dev.kolrank.table.Tables;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.CommentObservation;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.bronze.Reject;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
import dev.kolrank.table.silver.QuarantinedValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the READMEs of shared cases state of posts, accounts and rejects, held against a lake. */
record SharedCaseChecks(Lake lake) {
  private static final String NOTHING = "-";

  /** Every row of the README's table is the state of that post. */
  void postsOfTheTable(SharedCase one) {
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

  void postsAndFollowers(SharedCase one) {
    postsOfTheTable(one);
    String followers = one.stated("followers ([0-9]+)").group(1);
    assertEquals(
        Set.of(followers), Set.copyOf(rows(AccountObservation.TABLE, from(one), "followers")));
  }

  void timesAndFollowers(SharedCase one) {
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

  void damagedIds(SharedCase one) {
    assertTrue(one.right().contains("three rejects of part post"));
    assertEquals(List.of("post", "post", "post"), rows(Reject.TABLE, from(one), "part"));
    assertEquals(List.of(), rows(PostObservation.TABLE, from(one), "post_uid"));
    String account = one.stated("account (\\S+) kept").group(1);
    assertEquals(List.of(account), rows(Account.TABLE, is("account_uid", account), "account_uid"));
  }

  void unknownMember(SharedCase one) {
    String account = one.stated("No account ([^,\\s]+)").group(1);
    String name = one.stated("no name \"([^\"]+)\"").group(1);
    assertEquals(List.of(), rows(Account.TABLE, is("account_uid", account), "account_uid"));
    for (Table table : Tables.STORED) {
      List<String> rows =
          lake.read(table).selectExpr("to_json(struct(*))").collectAsList().stream()
              .map(r -> r.getString(0))
              .filter(r -> r.contains(name))
              .toList();
      assertEquals(List.of(), rows, table.name());
    }
  }

  void pagesWithoutHandle(SharedCase one) {
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

  void envelope(SharedCase one) {
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

  void onePost(SharedCase one) {
    var post =
        one.stated("Post (\\S+): likes ([0-9]+), comments ([0-9]+), shares ([0-9]+), views null");
    assertEquals(
        List.of(String.join(" | ", post.group(2), post.group(3), post.group(4), NOTHING)),
        rows(Post.TABLE, is("post_uid", post.group(1)), "likes", "comments", "shares", "views"));
    assertEquals(List.of(), rows(Reject.TABLE, from(one), "reason"));
  }

  void oneComment(SharedCase one) {
    var comment = one.stated("One comment (\\S+) ([0-9]+) on (\\S+), no reject");
    assertEquals(
        List.of("%s:%s | %s".formatted(comment.group(1), comment.group(2), comment.group(3))),
        rows(CommentObservation.TABLE, from(one), "comment_uid", "post_uid"));
    assertEquals(List.of(), rows(Reject.TABLE, from(one), "reason"));
  }

  void siblingLayout(SharedCase one) {
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

  void editedPosts(SharedCase one) {
    String account = one.stated("Two posts of (\\S+), not four").group(1);
    var said =
        one.stated(
            "likes ([0-9]+) and text \"([^\"]+)\".*?likes ([0-9]+) and\\s+text \"([^\"]+)\"");
    assertEquals(
        List.of(said.group(3) + " | " + said.group(4), said.group(1) + " | " + said.group(2)),
        rows(Post.TABLE, is("account_uid", account), "likes", "text"));
    assertEquals(List.of(), rows(CommentObservation.TABLE, from(one), "comment_uid"));
  }

  void shortVideo(SharedCase one) {
    var post = one.stated("Post (\\S+): kind (\\w+)");
    assertEquals(
        List.of(post.group(2)),
        rows(Post.TABLE, "post_uid LIKE '%%:%s'".formatted(post.group(1)), "kind"));
  }

  void keptFollowers(SharedCase one) {
    var kept = one.stated("For (\\S+) on the second night: followers ([0-9]+) kept");
    assertEquals(
        List.of(kept.group(2)), rows(Account.TABLE, is("account_uid", kept.group(1)), "followers"));
    assertEquals(
        List.of("0"),
        rows(
            QuarantinedValue.TABLE,
            is("uid", kept.group(1)) + " AND column_name = 'followers'",
            "value"));
  }

  private List<String> rows(Table table, String where, String... expressions) {
    String texts =
        Arrays.stream(expressions)
            .map(e -> "coalesce(cast(%s AS STRING), '%s')".formatted(e, NOTHING))
            .collect(joining(", "));
    return lake
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
