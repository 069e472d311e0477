package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kolrank.StepCase;
import dev.kolrank.StepChain;
import dev.kolrank.core.Step;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.PostCitation;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindLinksTest {
  private static final Step STEP = links(List.of());

  /** From accounts to links: what they are called, whom they name, what follows. */
  private static Step links(List<LinkOverride> overrides) {
    return StepChain.of(new LabelAccounts(), new JudgeCitations(), new FindLinks(overrides));
  }

  @Test
  void twoAccountsThatNameEachOtherAreOne() {
    given(
            Account.TABLE,
            """
            account_uid | handle   | bio                              | link
            youtube:UC1 | demochef | IG: @demo.chef                   | null
            instagram:2 | demo.chef | cook                            | https://youtube.com/@DemoChef
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid   | evidence      | support | linked
            instagram:2 | youtube:UC1 | [bio, mutual] | 1       | true
            """);
  }

  @Test
  void aBioAloneSuffices() {
    given(
            Account.TABLE,
            """
            account_uid | handle | name | bio                                        | link
            weibo:11111 | null   | 老王 | 小红书：老王的厨房 / B站：老王               | null
            xiaohongshu:5 | null | 老王的厨房 | null                                   | null
            bilibili:6  | null   | 老王 | null                                         | null
            bilibili:7  | null   | 老李 | null                             | https://weibo.com/u/22222
            weibo:22222 | null   | 李   | null                                         | null
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid     | evidence | linked
            bilibili:6  | weibo:11111   | [bio]    | true
            weibo:11111 | xiaohongshu:5 | [bio]    | true
            bilibili:7  | weibo:22222   | [bio]    | true
            """);
  }

  @Test
  void aDisplayNameThatTwoBearNamesNobody() {
    given(
            Account.TABLE,
            """
            account_uid | name | bio
            weibo:11111 | 老王 | B站：小明
            bilibili:6  | 小明 | null
            bilibili:7  | 小明 | null
            """)
        .when(STEP)
        .then("left_uid");
  }

  @Test
  void mostCaptionsSufficeAndCollaboratorsDoNot() {
    given(
            Account.TABLE,
            """
            account_uid | handle | name
            youtube:UC1 | null   | Chef
            instagram:1 | cheflife | null
            instagram:2 | guest  | null
            instagram:3 | friend | null
            x:4         | thechef | null
            """)
        .and(
            Post.TABLE,
            """
            post_uid  | account_uid
            youtube:a | youtube:UC1
            youtube:b | youtube:UC1
            youtube:c | youtube:UC1
            youtube:d | youtube:UC1
            youtube:e | youtube:UC1
            """)
        .and(
            PostCitation.TABLE,
            """
            post_uid  | account_uid | profiles
            youtube:a | youtube:UC1 | [instagram:@cheflife, instagram:@guest]
            youtube:b | youtube:UC1 | [instagram:@cheflife]
            youtube:c | youtube:UC1 | [instagram:@cheflife]
            youtube:d | youtube:UC1 | [instagram:@friend, x:@thechef]
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid   | evidence      | support | linked
            instagram:1 | youtube:UC1 | [description] | 0.75    | true
            instagram:2 | youtube:UC1 | [description] | 0.25    | false
            instagram:3 | youtube:UC1 | [description] | 0.25    | false
            x:4         | youtube:UC1 | [description] | 1       | false
            """);
  }

  @Test
  void theOnlyPostSuffices() {
    given(
            Account.TABLE,
            """
            account_uid | handle
            youtube:UC1 | null
            twitch:4    | thechef
            """)
        .and(
            Post.TABLE,
            """
            post_uid  | account_uid
            youtube:a | youtube:UC1
            """)
        .and(
            PostCitation.TABLE,
            """
            post_uid  | account_uid | profiles
            youtube:a | youtube:UC1 | [twitch:@thechef]
            """)
        .when(STEP)
        .then(
            """
            left_uid | right_uid   | evidence      | support | linked
            twitch:4 | youtube:UC1 | [description] | 1       | true
            """);
  }

  @Test
  void anUntrackedProfileNamedAsOftenLeavesDoubt() {
    given(
            Account.TABLE,
            """
            account_uid | handle | bio
            youtube:UC1 | null   | IG: @unknown\\nIG: @guest
            instagram:2 | guest  | null
            youtube:UC2 | null   | IG: @unknown\\nIG: @duo.b
            instagram:3 | duo.b  | null
            youtube:UC3 | thechef | IG: @unknown\\nIG: @chef_the\\nIG: @thechef.tv
            instagram:4 | thechef.tv | null
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid   | linked
            instagram:2 | youtube:UC1 | false
            instagram:3 | youtube:UC2 | false
            instagram:4 | youtube:UC3 | true
            """);
  }

  @Test
  void aContestedTargetGoesToItsNamesake() {
    given(
            Account.TABLE,
            """
            account_uid | handle  | name          | bio
            youtube:UC1 | null    | Big Label     | IG: @adasinger
            youtube:UC2 | null    | Ada Singer TV | https://www.instagram.com/adasinger
            instagram:1 | adasinger | Ada         | null
            youtube:UC3 | null    | One           | IG: @nobodyknows
            youtube:UC4 | null    | Two           | IG: @nobodyknows
            instagram:2 | nobodyknows | null      | null
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid   | evidence         | linked
            instagram:1 | youtube:UC1 | [bio, contested] | false
            instagram:1 | youtube:UC2 | [bio, contested] | true
            instagram:2 | youtube:UC3 | [bio, contested] | false
            instagram:2 | youtube:UC4 | [bio, contested] | false
            """);
  }

  @Test
  void fansLinkToNobodyAndContestNothing() {
    given(
            Account.TABLE,
            """
            account_uid | handle     | name       | bio
            youtube:UC1 | null       | Ada        | IG: @adasinger
            youtube:UC2 | ada_clips  | null       | IG: @adasinger
            instagram:1 | adasinger  | Ada        | null
            bilibili:9  | null       | 小明粉丝团 | 微博：小明
            weibo:33333 | null       | 小明       | null
            x:5         | fantastic  | null       | IG: @fantastic
            instagram:6 | fantastic  | null       | null
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid   | evidence   | linked
            instagram:1 | youtube:UC1 | [bio]      | true
            instagram:1 | youtube:UC2 | [bio, fan] | false
            bilibili:9  | weibo:33333 | [bio, fan] | false
            instagram:6 | x:5         | [bio]      | true
            """);
  }

  @Test
  void channelsThatShowEachOtherAreTwoUnlessTheirBiosSaySo() {
    given(
            Account.TABLE,
            """
            account_uid | handle | bio
            youtube:UC1 | anna   | null
            youtube:UC2 | bert   | null
            youtube:UC3 | carl   | second channel: youtube.com/@carl2
            youtube:UC4 | carl2  | main channel: youtube.com/@carl
            """)
        .and(
            Post.TABLE,
            """
            post_uid  | account_uid
            youtube:a | youtube:UC1
            youtube:b | youtube:UC2
            youtube:c | youtube:UC1
            youtube:d | youtube:UC2
            """)
        .and(
            PostCitation.TABLE,
            """
            post_uid  | account_uid | profiles
            youtube:a | youtube:UC1 | [youtube:@bert]
            youtube:b | youtube:UC2 | [youtube:@anna]
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid   | evidence      | linked
            youtube:UC1 | youtube:UC2 | [description] | false
            youtube:UC3 | youtube:UC4 | [bio, mutual] | true
            """);
  }

  @Test
  void aSharedPageOrOwnDomainLinks() {
    given(
            Account.TABLE,
            """
            account_uid | handle | bio                  | link
            x:1         | ann    | linktr.ee/anns       | null
            tiktok:2    | other  | null                 | https://linktr.ee/AnnS
            x:3         | bobray | null                 | http://www.bobray.com/
            tiktok:4    | rayb   | more: https://bobray.com | null
            x:5         | cleo   | https://nike.com     | null
            tiktok:6    | dora   | https://nike.com     | null
            x:7         | emil   | https://bit.ly/3abc  | null
            tiktok:8    | finn   | https://bit.ly/3abc  | null
            """)
        .when(STEP)
        .then(
            """
            left_uid | right_uid | evidence               | support | linked
            tiktok:2 | x:1       | [link_page, same_link] | 1       | true
            tiktok:4 | x:3       | [same_link]            | 1       | true
            tiktok:6 | x:5       | [same_link]            | 1       | false
            """);
  }

  @Test
  void anAddressLinksNoneOfThoseWhoShareNothingElse() {
    given(
            Account.TABLE,
            """
            account_uid | handle  | name       | bio                         | link
            x:1         | kunoox  | null       | null                        | https://linktr.ee/nordlicht
            tiktok:1    | wilma   | null       | null                        | https://linktr.ee/nordlicht
            x:2         | nordstern | null     | https://nordstern.example   | null
            tiktok:2    | bodo    | null       | https://nordstern.example   | null
            youtube:2   | juna    | null       | https://nordstern.example   | null
            instagram:2 | thenordstern | null  | https://nordstern.example   | null
            x:3         | null    | Ada Agency | https://ada-agency.example  | null
            tiktok:3    | pius    | null       | https://ada-agency.example  | null
            x:4         | null    | John Smith | https://linktr.ee           | null
            tiktok:4    | null    | John Smith | https://linktr.ee           | null
            x:5         | null    | John Smith | https://shoes.example       | null
            tiktok:5    | null    | John Smith | https://shoes.example       | null
            x:6         | ivobell | null       | https://bells.example       | null
            tiktok:6    | null    | Ivo Bell   | https://bells.example       | null
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid | linked
            tiktok:1    | x:1       | false
            instagram:2 | tiktok:2  | false
            instagram:2 | x:2       | true
            instagram:2 | youtube:2 | false
            tiktok:2    | x:2       | false
            tiktok:2    | youtube:2 | false
            x:2         | youtube:2 | false
            tiktok:3    | x:3       | false
            tiktok:5    | x:5       | false
            tiktok:6    | x:6       | true
            """);
  }

  @Test
  void anOperatorNamesAddressesThatAreNobodysOwn() {
    Step step =
        StepChain.of(
            new LabelAccounts(),
            new JudgeCitations(),
            new FindLinks(
                List.of(),
                SharedLinks.with(
                    List.of("bells.example", "shop.example/deals", "linktr.ee/Wilma"))));
    given(
            Account.TABLE,
            """
            account_uid | handle  | link
            x:1         | ivobell | https://www.bells.example/ivo
            tiktok:1    | ivobell | https://www.bells.example/ivo
            x:2         | bodo    | https://shop.example/deals
            tiktok:2    | bodo    | https://shop.example/deals/
            x:3         | wilma   | https://linktr.ee/wilma
            tiktok:3    | wilma   | https://linktr.ee/wilma
            x:4         | juna    | https://shop.example/juna
            tiktok:4    | juna    | https://shop.example/juna
            """)
        .when(step)
        .then("left_uid | right_uid\ntiktok:4 | x:4");
  }

  @Test
  void aPageThatSevenCarryLinksNobody() {
    var accounts = new StringBuilder("account_uid | link\n");
    for (String platform : List.of("x", "tiktok", "youtube", "twitch", "weibo", "douyin", "a")) {
      accounts.append(platform).append(":1 | https://linktr.ee/agency\n");
    }
    given(Account.TABLE, accounts.toString()).when(STEP).then("left_uid");
  }

  @Test
  void aliasesStandForTheirAccount() {
    given(
            Account.TABLE,
            """
            account_uid   | handle | bio
            youtube:UC1   | chef   | null
            youtube:@chef | null   | IG: @cook
            instagram:1   | cook   | null
            instagram:@cook | null | youtube.com/channel/UC1234567890123456789012
            x:3           | cooking | youtube.com/@chef
            """)
        .and(
            AccountAlias.TABLE,
            """
            alias_uid       | account_uid
            youtube:@chef   | youtube:UC1
            instagram:@cook | instagram:1
            """)
        .when(STEP)
        .then(
            """
            left_uid    | right_uid   | evidence | linked
            instagram:1 | youtube:UC1 | [bio]    | true
            x:3         | youtube:UC1 | [bio]    | true
            """);
  }

  @Test
  void overridesWin() {
    StepCase accounts =
        given(
            Account.TABLE,
            """
            account_uid   | handle | bio
            youtube:UC1   | chef   | IG: @cook
            instagram:1   | cook   | null
            x:1           | null   | null
            tiktok:1      | null   | null
            tiktok:@t     | null   | null
            """);
    var overrides =
        List.of(
            new LinkOverride("youtube:UC1", "instagram:1", false),
            new LinkOverride("x:1", "tiktok:@t", true),
            new LinkOverride("x:1", "youtube:UC1", false),
            new LinkOverride("x:1", "x:gone", true));
    accounts
        .and(AccountAlias.TABLE, "alias_uid | account_uid\ntiktok:@t | tiktok:1")
        .when(links(overrides))
        .then(
            """
            left_uid    | right_uid   | evidence           | support | linked
            instagram:1 | youtube:UC1 | [bio, cannot_link] | 1       | false
            tiktok:1    | x:1         | [must_link]        | 1       | true
            x:1         | youtube:UC1 | [cannot_link]      | 0       | false
            """);
  }

  @Test
  void anOverrideNamesTwoAccounts() {
    assertThrows(IllegalArgumentException.class, () -> new LinkOverride("x:1", "x:1", true));
    assertThrows(IllegalArgumentException.class, () -> new LinkOverride("x:1", "nobody", true));
  }
}
