package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.silver.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResolveAliasesTest {
  private static final ResolveAliases STEP = new ResolveAliases(List.of());

  @Test
  void aHashNamesTheIdThatItIsTheHashOf() {
    given(
            Account.TABLE,
            """
            account_uid
            xiaohongshu:test
            weibo:test
            xiaohongshu:#9f86d081884c7d65
            xiaohongshu:#0000000000000000
            """)
        .when(STEP)
        .then(
            """
            as_of      | alias_uid                     | account_uid      | evidence
            2026-06-28 | xiaohongshu:#9f86d081884c7d65 | xiaohongshu:test | same_hash
            """);
  }

  @Test
  void aHandleNamesTheIdThatCarriesIt() {
    given(
            Account.TABLE,
            """
            account_uid        | handle
            youtube:UC1        | MrBeast6000
            youtube:@mrbeast6000 | null
            x:7                | MrBeast6000
            tiktok:1           | @demo.chef
            tiktok:@demochef   | null
            """)
        .when(STEP)
        .then(
            """
            alias_uid            | account_uid | evidence
            youtube:@mrbeast6000 | youtube:UC1 | same_handle
            tiktok:@demochef     | tiktok:1    | similar_handle
            """);
  }

  @Test
  void aHandleThatEndsWhereAnotherOfTheSameNameBeginsWasRenamed() {
    given(
            Account.TABLE,
            """
            account_uid          | name    | followers | first_seen          | last_seen
            youtube:@demochef600 | DemoChef | 100       | 2022-09-30 00:00:00 | 2022-11-30 00:00:00
            youtube:@demochef    | DemoChef | 120       | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            youtube:@demofan     | DemoChef | 3         | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            youtube:@overlap1    | Overlap | 100       | 2022-09-30 00:00:00 | 2022-12-31 00:00:00
            youtube:@overlap2    | Overlap | 100       | 2022-11-30 00:00:00 | 2022-12-31 00:00:00
            """)
        .when(STEP)
        .then(
            """
            alias_uid            | account_uid       | evidence
            youtube:@demochef600 | youtube:@demochef | renamed
            """);
  }

  @Test
  void dotsCountWhereTwoAccountsDifferByThem() {
    given(
            Account.TABLE,
            """
            account_uid         | handle
            instagram:1         | ann.lee
            instagram:2         | ann_lee
            instagram:@annlee   | null
            instagram:@ann.lee  | null
            tiktok:1            | bob_ray
            tiktok:@bob_ray     | null
            tiktok:@bobray      | null
            """)
        .when(STEP)
        .then(
            """
            alias_uid          | account_uid | evidence
            instagram:@ann.lee | instagram:1 | same_handle
            tiktok:@bob_ray    | tiktok:1    | same_handle
            """);
  }

  @Test
  void aHandleThatTwoIdsCarryNamesNeither() {
    given(
            Account.TABLE,
            """
            account_uid | handle
            x:1         | ann
            x:2         | Ann
            x:@ann      | null
            """)
        .when(STEP)
        .then("alias_uid");
  }

  @Test
  void aRareNameJoinsHandleAndIdOfLikeSize() {
    given(
            Account.TABLE,
            """
            account_uid     | name           | followers
            youtube:UC1     | Demo Chef 🍳    | 100
            youtube:@dchef  | ｄｅｍｏ chef     | 299
            youtube:UC2     | Night Owl      | 100
            youtube:@nowl   | night owl      | 301
            youtube:UC3     | Same Name      | 5
            youtube:UC4     | same name      | 5
            youtube:@same   | Same Name      | 5
            youtube:UC5     | Ann            | 5
            youtube:@anna   | Ann            | 5
            youtube:UC6     | 深夜食堂         | null
            youtube:@shenye | 深夜食堂         | 9
            """)
        .when(STEP)
        .then(
            """
            alias_uid       | account_uid | evidence
            youtube:@dchef  | youtube:UC1 | same_rare_name
            youtube:@shenye | youtube:UC6 | same_rare_name
            """);
  }

  @Test
  void aNameNamesTheOnlyAccountOfThatName() {
    given(
            Account.TABLE,
            """
            account_uid      | name
            bilibili:1       | 老番茄
            bilibili:~老番茄   | 老番茄
            bilibili:2       | 小明
            bilibili:3       | 小明
            bilibili:~小明    | 小明
            weibo:~老番茄     | 老番茄
            """)
        .when(STEP)
        .then(
            """
            alias_uid       | account_uid | evidence
            bilibili:~老番茄 | bilibili:1  | same_name
            """);
  }

  @Test
  void chainsEndAtTheNativeId() {
    given(
            Account.TABLE,
            """
            account_uid     | handle | name
            youtube:UC1     | Chef   | Demo Chef
            youtube:@chef   | null   | Chef of Demo
            youtube:~Chef of Demo | null | null
            x:@Ann          | null   | Ann
            x:@ann          | null   | Ann B
            x:~Ann B        | null   | null
            """)
        .when(STEP)
        .then(
            """
            alias_uid             | account_uid | evidence
            youtube:@chef         | youtube:UC1 | same_handle
            youtube:~Chef of Demo | youtube:UC1 | same_name
            x:@ann                | x:@Ann      | same_handle
            x:~Ann B              | x:@Ann      | same_name
            """);
  }

  @Test
  void aNamesakeThatWasThereAllAlongLeavesDoubtWhoWasRenamed() {
    given(
            Account.TABLE,
            """
            account_uid   | name       | followers | first_seen          | last_seen
            x:@annabefore | Anna Stone | 100       | 2022-09-30 00:00:00 | 2022-11-30 00:00:00
            x:@annaafter  | Anna Stone | 120       | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            x:@astone     | Anna Stone | 110       | 2022-10-30 00:00:00 | 2022-12-31 00:00:00
            x:@bobbefore  | Bob Stone  | 100       | 2022-09-30 00:00:00 | 2022-11-30 00:00:00
            x:@bobafter   | Bob Stone  | 120       | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            x:@bobstone   | Bob Stone  | null      | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            """)
        .when(STEP)
        .then("alias_uid");
  }

  @Test
  void aNameThatManyBearTellsNoRename() {
    given(
            Account.TABLE,
            """
            account_uid   | name       | followers | first_seen          | last_seen
            x:@annabefore | Anna Stone | 100       | 2022-09-30 00:00:00 | 2022-11-30 00:00:00
            x:@annaafter  | Anna Stone | 120       | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            x:1           | Anna Stone | 7000      | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            x:2           | anna stone | 9000      | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            """)
        .when(STEP)
        .then("alias_uid");
  }

  @Test
  void longChainsEndAtTheNativeIdToo() {
    given(
            Account.TABLE,
            """
            account_uid | handle | name       | followers | first_seen          | last_seen
            x:@Anna     | null   | null       | null      | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            x:@ANNA     | null   | Anna Stone | 100       | 2022-09-30 00:00:00 | 2022-11-30 00:00:00
            x:@astone   | null   | Anna Stone | 120       | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            x:1         | astone | null       | null      | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            """)
        .when(STEP)
        .then(
            """
            alias_uid | account_uid | evidence
            x:@Anna   | x:1         | same_handle
            x:@ANNA   | x:1         | renamed
            x:@astone | x:1         | same_handle
            """);
  }

  @Test
  void keysThatNameEachOtherAllNameTheSmallest() {
    given(
            Account.TABLE,
            """
            account_uid | name       | followers | first_seen          | last_seen
            x:@Anna     | Anna Stone | 100       | 2022-09-30 00:00:00 | 2022-11-30 00:00:00
            x:@anna     | Anna Stone | 120       | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            x:@aNNa     | null       | null      | 2022-12-31 00:00:00 | 2022-12-31 00:00:00
            """)
        .when(STEP)
        .then(
            """
            alias_uid | account_uid | evidence
            x:@aNNa   | x:@Anna     | same_handle
            x:@anna   | x:@Anna     | same_handle
            """);
  }
}
