package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.silver.Account;
import org.junit.jupiter.api.Test;

/** What was compared is told, and what was left out because too many have it in common. */
final class ReportBlocksTest {

  @Test
  void anAddressOfTooManyAccountsIsTold() {
    var accounts = new StringBuilder("account_uid | link\n");
    var traits = new StringBuilder("account_uid | handles | names\n");
    for (int i = 1; i <= 7; i++) {
      accounts.append("x:%d | https://linktr.ee/agency%n".formatted(i));
      traits.append("x:%d | [] | []%n".formatted(i));
    }
    accounts.append("x:8 | https://linktr.ee/anna\nweibo:8 | https://linktr.ee/anna\n");
    accounts.append("x:9 | https://linktr.ee/alone\n");
    given(Account.TABLE, accounts.toString())
        .and(AccountTrait.TABLE, traits.toString())
        .when(new BlockAccounts())
        .then(
            """
            family | rule          | key                       | account_uid | holders
            link   | external_link | linkpage:linktr.ee/agency  | x:1         | 7
            link   | external_link | linkpage:linktr.ee/agency  | x:2         | 7
            link   | external_link | linkpage:linktr.ee/agency  | x:3         | 7
            link   | external_link | linkpage:linktr.ee/agency  | x:4         | 7
            link   | external_link | linkpage:linktr.ee/agency  | x:5         | 7
            link   | external_link | linkpage:linktr.ee/agency  | x:6         | 7
            link   | external_link | linkpage:linktr.ee/agency  | x:7         | 7
            link   | external_link | linkpage:linktr.ee/anna    | weibo:8     | 2
            link   | external_link | linkpage:linktr.ee/anna    | x:8         | 2
            """);
    given(
            BlockKey.TABLE,
            """
            family | rule          | key                       | account_uid | holders
            link   | external_link | linkpage:linktr.ee/agency | x:1         | 7
            link   | external_link | linkpage:linktr.ee/anna    | weibo:8     | 2
            link   | external_link | linkpage:linktr.ee/anna    | x:8         | 2
            """)
        .and(AccountTrait.TABLE, "account_uid\nx:8\nx:1\nweibo:8")
        .and(
            ComparedPair.TABLE,
            "left_uid | right_uid | rules\nweibo:8 | x:8 | [external_link, override]")
        .when(new ReportBlocks())
        .then(
            """
            rule          | blocks | oversize_blocks | oversize_accounts | pairs
            external_link | 2      | 1               | 7                 | 1
            override      | 0      | 0               | 0                 | 1
            cited_profile | 0      | 0               | 0                 | 0
            handle_key    | 0      | 0               | 0                 | 0
            name_key      | 0      | 0               | 0                 | 0
            name_language | 0      | 0               | 0                 | 0
            bio_shingle   | 0      | 0               | 0                 | 0
            shared_post   | 0      | 0               | 0                 | 0
            all           | 0      | 0               | 0                 | 1
            """);
  }
}
