package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Account;
import org.junit.jupiter.api.Test;

class DescribeTraitsTest {

  @Test
  void namesComeInOneFormAndGivenIdsAreNoHandles() {
    given(
            Account.TABLE,
            """
            account_uid    | handle         | name        | bio                | region
            x:1            | Demo_Chef      | Demo Chef ✨ | I cook             | TW
            facebook:61550 | 61550000000001 | null        | null               | null
            x:3            | demochef_fans  | null        | null               | null
            weibo:4        | null           | 演示新闻     | null               | null
            """)
        .when(new DescribeTraits())
        .then(
            """
            account_uid    | handles        | names      | region | about
            x:1            | [demochef]     | [demochef] | tw     | null
            facebook:61550 | []             | []         | null   | null
            x:3            | [democheffans] | []         | null   | fan
            weibo:4        | []             | [yanshixinwen, 演示新闻] | null   | firm
            """);
  }

  @Test
  void foldedKeysAreOneAccount() {
    given(
            Account.TABLE,
            """
            account_uid | handle | name
            x:1         | null   | Anna Muster
            x:@anna     | anna   | null
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@anna | x:1")
        .when(new DescribeTraits())
        .then("account_uid | handles | names\nx:1 | [anna] | [annamuster]");
  }
}
