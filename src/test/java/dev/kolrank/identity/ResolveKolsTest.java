package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.silver.Account;
import org.junit.jupiter.api.Test;

class ResolveKolsTest {
  /** What x:1 and x:2 are called when they are new. */
  private static final String K1 = TestIds.of("x:1");

  private static final String K2 = TestIds.of("x:2");

  @Test
  void everyAccountHasAKol() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\ntiktok:1\nx:@a")
        .and(AccountAlias.TABLE, "alias_uid | account_uid | evidence\nx:@a | x:1 | same_handle")
        .and(
            AccountPair.TABLE,
            """
            left_uid | right_uid | evidence | linked | probability
            tiktok:1 | x:1       | [bio]    | true   | 0.95
            tiktok:1 | x:2       | [bio]    | false  | 0.1
            """)
        .when(new ResolveKols(TestRules.RULE))
        .then(
            """
            account_uid | valid_from | kol_id | probability | linked_by
            tiktok:1    | 2026-06-28 | %1$s   | 0.95        | [bio]
            x:1         | 2026-06-28 | %1$s   | 0.95        | [bio]
            x:@a        | 2026-06-28 | %1$s   | 0.95        | [same_handle]
            x:2         | 2026-06-28 | %2$s   | 1           | [single]
            """
                .formatted(TestIds.of("tiktok:1"), K2));
  }

  @Test
  void onlyChangesAreRows() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3\ntiktok:1\ntiktok:2\ntiktok:3")
        .and(
            AccountPair.TABLE,
            """
            left_uid | right_uid | evidence      | linked | probability
            tiktok:1 | x:1       | [bio]         | true   | 0.95
            tiktok:2 | x:2       | [bio, mutual] | true   | 0.99
            tiktok:3 | x:3       | [bio]         | true   | 0.955
            """)
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id | probability | linked_by
            x:1         | 2026-06-01 | kother | 1           | [single]
            x:1         | 2026-06-20 | kone   | 0.95        | [bio]
            tiktok:1    | 2026-06-20 | kone   | 0.95        | [bio]
            x:2         | 2026-06-20 | ktwo   | 0.95        | [bio]
            tiktok:2    | 2026-06-20 | ktwo   | 0.95        | [bio]
            x:3         | 2026-06-20 | kthree | 0.95        | [bio]
            tiktok:3    | 2026-06-20 | kthree | 0.95        | [bio]
            """)
        .when(new ResolveKols(TestRules.RULE))
        .then(
            """
            account_uid | kol_id | probability | linked_by
            x:2         | ktwo   | 0.99        | [bio, mutual]
            tiktok:2    | ktwo   | 0.99        | [bio, mutual]
            """);
  }

  @Test
  void mergedClustersKeepTheIdOfMost() {
    given(Account.TABLE, "account_uid\nx:1\ntiktok:1\nweibo:1")
        .and(
            AccountPair.TABLE,
            """
            left_uid | right_uid | evidence | linked | probability
            tiktok:1 | x:1       | [bio]    | true   | 0.95
            weibo:1  | x:1       | [bio]    | true   | 0.95
            """)
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | kol_id | probability | linked_by
            x:1         | kb     | 0.95        | [bio]
            tiktok:1    | kb     | 0.95        | [bio]
            weibo:1     | ka     | 1           | [single]
            """)
        .when(new ResolveKols(TestRules.RULE))
        .then(
            """
            account_uid | kol_id | linked_by
            weibo:1     | kb     | [bio]
            """);
  }

  @Test
  void ofTwoHalvesTheFirstKeepsTheId() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\nx:3")
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | kol_id | probability | linked_by
            x:1         | kold   | 1           | [single]
            x:2         | kold   | 1           | [single]
            x:3         | %1$s   | 1           | [single]
            """
                .formatted(K2))
        .when(new ResolveKols(TestRules.RULE))
        .then(
            """
            account_uid | kol_id
            x:2         | %1$s-2
            """
                .formatted(K2));
  }

  @Test
  void anIdThatEndedIsNotGivenAgain() {
    given(Account.TABLE, "account_uid\ntiktok:1\nx:1\nx:2")
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id | probability | linked_by
            x:1         | 2026-06-01 | %1$s   | 1           | [single]
            x:2         | 2026-06-01 | %1$s   | 1           | [single]
            x:1         | 2026-06-02 | %1$s-2 | 1           | [single]
            tiktok:1    | 2026-06-02 | kother | 1           | [single]
            x:2         | 2026-06-03 | kother | 1           | [single]
            x:1         | 2026-06-04 | kother | 1           | [single]
            """
                .formatted(K1))
        .when(new ResolveKols(TestRules.RULE))
        .then(
            """
            account_uid | kol_id
            x:1         | %s-3
            x:2         | %s
            """
                .formatted(K1, K2));
  }

  @Test
  void anOverrideForbidsWhatAChainWouldJoin() {
    given(Account.TABLE, "account_uid\nx:1\ntiktok:1\nweibo:1")
        .and(
            AccountPair.TABLE,
            """
            left_uid | right_uid | evidence      | linked | probability
            tiktok:1 | x:1       | [mutual]      | true   | 0.99
            tiktok:1 | weibo:1   | [bio]         | true   | 0.95
            weibo:1  | x:1       | [cannot_link] | false  | 0
            """)
        .when(new ResolveKols(TestRules.RULE))
        .then(
            """
            account_uid | kol_id | linked_by
            tiktok:1    | %1$s   | [mutual]
            x:1         | %1$s   | [mutual]
            weibo:1     | %2$s   | [single]
            """
                .formatted(TestIds.of("tiktok:1"), TestIds.of("weibo:1")));
  }

  @Test
  void aPlatformHasOneAccountOfAPerson() {
    given(Account.TABLE, "account_uid\nx:1\nx:2\ntiktok:1")
        .and(
            AccountPair.TABLE,
            """
            left_uid | right_uid | evidence      | support | linked | probability
            tiktok:1 | x:1       | [description] | 0.6     | true   | 0.9
            tiktok:1 | x:2       | [description] | 0.8     | true   | 0.9
            """)
        .when(new ResolveKols(TestRules.RULE))
        .then(
            """
            account_uid | kol_id | linked_by
            tiktok:1    | %1$s   | [description]
            x:2         | %1$s   | [description]
            x:1         | %2$s   | [single]
            """
                .formatted(TestIds.of("tiktok:1"), K1));
  }

  /** Four accounts that are surely one person's, and one that is named like one of them. */
  private static StepCase fourAndOne() {
    return given(Account.TABLE, "account_uid\ninstagram:1\ntiktok:1\nweibo:1\nyoutube:1\nx:9")
        .and(
            AccountPair.TABLE,
            """
            left_uid    | right_uid | linked | probability
            instagram:1 | tiktok:1  | true   | 0.99
            instagram:1 | weibo:1   | true   | 0.99
            instagram:1 | youtube:1 | true   | 0.99
            tiktok:1    | weibo:1   | true   | 0.99
            tiktok:1    | youtube:1 | true   | 0.99
            weibo:1     | youtube:1 | true   | 0.99
            weibo:1     | x:9       | true   | 0.85
            """);
  }

  @Test
  void whatSpeaksAgainstAPairSpeaksAgainstTheClusterToo() {
    String pairs =
        """
        left_uid    | right_uid | rules    | levels
        instagram:1 | x:9       | [handle] | %1$s
        tiktok:1    | x:9       | [handle] | %1$s
        x:9         | youtube:1 | [handle] | %1$s
        weibo:1     | x:9       | [handle] | {name: exact_16}
        """;
    String kol = TestIds.of("instagram:1");
    String four =
        """
        account_uid | kol_id
        instagram:1 | %1$s
        tiktok:1    | %1$s
        weibo:1     | %1$s
        youtube:1   | %1$s
        x:9         | %2$s
        """;
    fourAndOne()
        .and(ComparedPair.TABLE, pairs.formatted("{elsewhere: untracked, name: other}"))
        .when(new ResolveKols(TestRules.RULE))
        .then(four.formatted(kol, TestIds.of("x:9")));
    fourAndOne()
        .and(ComparedPair.TABLE, pairs.formatted("{name: other}"))
        .when(new ResolveKols(TestRules.RULE))
        .then(four.formatted(kol, kol));
  }
}
