package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepChain;
import dev.kolrank.core.Plan;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.silver.Account;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** A lake of few accounts is as careful with what many people of the world share as a large one. */
class SmallLakeTest {
  private static final Step STEPS =
      inOrder(
          new ResolveAliases(List.of()),
          new LabelAccounts(),
          new JudgeCitations(),
          new FindLinks(List.of()),
          new DescribeTraits(),
          new KeepBasis(0.1, 30, "1"),
          new CountTopicWords(),
          new CountNameParts(),
          new BlockAccounts(),
          new CountRandomPairs(7, 1_000),
          new LikenPairs(),
          new CompareAccounts(),
          new FitMatches(),
          new ScorePairs(0.8));

  private static Step inOrder(Step... steps) {
    Set<Table> sources = new HashSet<>();
    List.of(steps).forEach(s -> sources.addAll(s.inputs()));
    List.of(steps).forEach(s -> sources.remove(s.output()));
    return StepChain.of(Plan.of(sources, List.of(steps)).steps().toArray(Step[]::new));
  }

  private static final String OTHERS =
      """
      x:901      | ruedigerox     | Rüdiger Ochs    | hello  | null
      x:902      | wilmapaxx      | Wilma Pax       | hello  | null
      x:903      | orlandfinkx    | Orland Fink     | hello  | null
      youtube:91 | tessaharktv    | Tessa Hark      | videos | null
      youtube:92 | ivogrundtv     | Ivo Grund       | videos | null
      youtube:93 | mirelvogttv    | Mirel Vogt      | videos | null
      instagram:91 | bodolinkpics | Bodo Link       | photos | null
      instagram:92 | junaeckpics  | Juna Eck        | photos | null
      instagram:93 | piuskrahpics | Pius Krah       | photos | null
      tiktok:91  | edathorntok    | Eda Thorn       | clips  | null
      tiktok:92  | ulfbradtok     | Ulf Brad        | clips  | null
      weibo:91   | null           | 橙子修车铺       | null   | null
      weibo:92   | null           | 夜航西飞记       | null   | null
      bilibili:91 | null          | 山那边的木匠     | null   | null
      bilibili:92 | null          | 十二点读诗       | null   | null
      """;

  private static List<String> linked(String accounts) {
    List<Row> pairs =
        given(Account.TABLE, "account_uid | handle | name | bio | link\n" + accounts + OTHERS)
            .when(STEPS)
            .rows();
    return pairs.stream()
        .filter(pair -> pair.<Boolean>getAs(AccountPair.LINKED.name()))
        .map(
            pair ->
                pair.getAs(AccountPair.LEFT_UID.name())
                    + " "
                    + pair.getAs(AccountPair.RIGHT_UID.name()))
        .sorted()
        .toList();
  }

  @Test
  void clientsOfOneAgencyAreNotOnePerson() {
    assertEquals(
        List.of("tiktok:5 youtube:5"),
        linked(
            """
            youtube:1   | spielenils   | Nils Zockt   | https://nordlicht-agentur.example/ | null
            instagram:2 | backenmithe  | Henni Backt  | Torten. management@nordlicht-agentur.example | https://nordlicht-agentur.example/
            tiktok:3    | tanzlars     | Lars Tanzt   | dance, management@nordlicht-agentur.example | https://nordlicht-agentur.example
            x:4         | fridafit     | Frida Fit    | fit management@nordlicht-agentur.example https://www.nordlicht-agentur.example/ | null
            youtube:5   | quallenkutter | Quallenkutter | https://linktr.ee/quallenkutter | null
            tiktok:5    | quallenkutter | Quallenkutter | null  | https://linktr.ee/Quallenkutter
            """));
  }

  @Test
  void namesThatMeanNobodyOrAThousandPeopleJoinNoAccounts() {
    assertEquals(
        List.of("bilibili:5 weibo:5"),
        linked(
            """
            weibo:1     | null | 用户已注销   | null | null
            bilibili:1  | null | 用户已注销   | null | null
            weibo:2     | null | momo         | null | null
            bilibili:2  | null | Momo～       | null | null
            youtube:3   | null | Deleted user | null | null
            tiktok:3    | user8261937460512 | deleted user | null | null
            x:4         | johnsmith_real | John Smith | null | null
            youtube:4   | null | John Smith   | null | null
            instagram:4 | smithj.pics | Smith, John | null | null
            weibo:6     | null | 张伟         | null | null
            bilibili:6  | null | 张伟         | null | null
            x:7         | null | Official     | null | null
            instagram:7 | null | official     | null | null
            weibo:8     | null | 🌸           | null | null
            bilibili:8  | null | 🌸           | null | null
            weibo:5     | null | 鹌鹑蛋观星社 | null | null
            bilibili:5  | null | 鹌鹑蛋观星社 | null | null
            """));
  }
}
