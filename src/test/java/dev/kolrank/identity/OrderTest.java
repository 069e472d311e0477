package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepCase;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Neither the order of rows nor how they are spread decides anything. */
class OrderTest {
  private static final List<String> PLATFORMS = List.of("douyin", "tiktok", "weibo", "x");

  @Test
  void kolsAreTheSameHoweverRowsCome() {
    var random = new Random(7);
    List<String> accounts = new ArrayList<>();
    List<String> before = new ArrayList<>();
    for (String platform : PLATFORMS) {
      for (int i = 0; i < 6; i++) {
        accounts.add(platform + ":" + i);
        before.add("%s:%d | k%d | 1 | [single]".formatted(platform, i, random.nextInt(9)));
      }
    }
    var pairs = new TreeMap<String, String>();
    for (int i = 0; i < 30; i++) {
      String a = accounts.get(random.nextInt(accounts.size()));
      String b = accounts.get(random.nextInt(accounts.size()));
      if (a.compareTo(b) < 0) {
        pairs.put(a + " | " + b, "[bio] | true | " + (random.nextBoolean() ? 0.95 : 0.9));
      }
    }
    List<String> links = new ArrayList<>();
    pairs.forEach((pair, rest) -> links.add(pair + " | " + rest));
    List<String> straight = sorted(kols(accounts, links, before).spreadOver(1));
    for (List<String> rows : List.of(accounts, links, before)) {
      Collections.shuffle(rows, random);
    }
    assertEquals(straight, sorted(kols(accounts, links, before).spreadOver(5)));
  }

  private static StepCase kols(List<String> accounts, List<String> links, List<String> before) {
    return given(Account.TABLE, text("account_uid", accounts))
        .and(
            AccountPair.TABLE,
            text("left_uid | right_uid | evidence | linked | probability", links))
        .givenPrevious(
            KolAccount.TABLE, text("account_uid | kol_id | probability | linked_by", before))
        .when(new ResolveKols(TestRules.RULE));
  }

  private static String text(String header, List<String> rows) {
    return header + "\n" + String.join("\n", rows);
  }

  private static List<String> sorted(StepCase step) {
    return step.rows().stream().map(Row::toString).sorted().toList();
  }
}
