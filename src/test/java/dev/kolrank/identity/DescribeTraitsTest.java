package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepChain;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.TopicWord;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.NamedProfile;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import java.util.List;
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
        .when(StepChain.of(new LabelAccounts(), new DescribeTraits()))
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
  void namesThatNobodyChoseAreLeftOut() {
    given(
            Account.TABLE,
            """
            account_uid | handle            | name
            weibo:1     | null              | 账号已注销
            tiktok:2    | user8261937460512 | Neuer Kanal
            """)
        .when(new DescribeTraits(DefaultNames.with(List.of("neuer kanal"))))
        .then("account_uid | handles | names\nweibo:1 | [] | []\ntiktok:2 | [] | []");
  }

  @Test
  void aBioThatNamesOnlyAnAgencyOrThatSeveralHaveSaysNothing() {
    String template = "Paints small rooms in large houses";
    assertEquals(
        List.of("x:1 false", "x:2 false", "x:3 false", "x:4 true", "youtube:5 true"),
        given(
                Account.TABLE,
                "account_uid | bio\n"
                    + "x:1 | Business inquiries: booking@starhaus-agency.example\n"
                    + ("x:2 | " + template + "\nx:3 | " + template + "!\n")
                    + "x:4 | Paints large rooms in small houses, mail: me@rooms.example\n"
                    + "youtube:5 | Paints large rooms in small houses\n")
            .when(new DescribeTraits())
            .rows()
            .stream()
            .map(
                row ->
                    row.getAs("account_uid")
                        + " "
                        + (row.getAs(AccountTrait.SHINGLES.name()) != null))
            .sorted()
            .toList());
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

  @Test
  void whatAFoldedKeyWritesAndIsCalledCountsForTheAccount() {
    given(
            Account.TABLE,
            """
            account_uid  | handle | name
            x:1          | null   | Anna
            x:@anna_fans | null   | null
            x:@anna      | anna   | null
            """)
        .and(AccountAlias.TABLE, "alias_uid | account_uid\nx:@anna | x:1\nx:@anna_fans | x:1")
        .and(
            TopicWord.TABLE,
            """
            word | rarity
            beet | 9
            kohl | 9
            laub | 9
            moos | 9
            rose | 9
            saat | 9
            """)
        .and(
            AccountText.TABLE,
            """
            account_uid  | language | tokens
            x:@anna      | de       | [beet, kohl, laub, moos, rose, saat]
            x:@anna_fans | de       | [saat, saat, beet, kohl, laub, moos, rose]
            """)
        .when(new DescribeTraits())
        .then(
            """
            account_uid | language | topics
            x:1         | de       | [saat, beet, kohl, laub, moos, rose]
            """);
  }

  @Test
  void whatAccountsCallTheirOwnIsKeptAsItIsCompared() {
    given(Account.TABLE, "account_uid\nyoutube:1\ninstagram:2")
        .and(
            NamedProfile.TABLE,
            """
            from_uid  | to_uid           | platform  | handle  | is_tracked | is_by_name | is_own
            youtube:1 | instagram:2      | instagram | anna    | true       | false      | true
            youtube:1 | weibo:3          | weibo     | Anna TV | true       | true       | true
            youtube:1 | ?:tiktok:anna.tv | tiktok    | anna.tv | false      | false      | true
            youtube:1 | ?:x:friend       | x         | friend  | false      | false      | false
            """)
        .when(new DescribeTraits())
        .then(
            """
            account_uid | named
            youtube:1   | [{"platform":"instagram","account_uid":"instagram:2"}, {"platform":"tiktok","called":"annatv"}, {"platform":"weibo","account_uid":"weibo:3","called":"annatv"}]
            instagram:2 | []
            """);
  }
}
