package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.StepCase;
import dev.kolrank.table.silver.Account;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people hold to be different is not folded into one account. */
final class PartingsTest {

  @Test
  void keysThatAPersonPartedAreNotFolded() {
    StepCase accounts =
        given(
            Account.TABLE,
            """
            account_uid     | handle | name
            youtube:UC1     | chef   | Demo Chef
            youtube:@chef   | null   | null
            youtube:@dchef  | null   | demo chef
            youtube:~Demo Chef | null | null
            """);
    accounts
        .when(new ResolveAliases(List.of()))
        .then(
            """
            alias_uid          | account_uid | evidence
            youtube:@chef      | youtube:UC1 | same_handle
            youtube:@dchef     | youtube:UC1 | same_rare_name
            youtube:~Demo Chef | youtube:UC1 | same_name
            """);
    // of two spellings of one account the less certain one goes
    accounts
        .when(parting("youtube:@chef", "youtube:@dchef"))
        .then(
            """
            alias_uid          | account_uid | evidence
            youtube:@chef      | youtube:UC1 | same_handle
            youtube:~Demo Chef | youtube:UC1 | same_name
            """);
    accounts
        .when(parting("youtube:~Demo Chef", "youtube:UC1"))
        .then(
            """
            alias_uid          | account_uid
            youtube:@chef      | youtube:UC1
            youtube:@dchef     | youtube:UC1
            """);
  }

  @Test
  void whatAMustLinkMakesOneWithAPartedAccountIsPartedToo() {
    var overrides =
        List.of(
            new LinkOverride("youtube:@chef", "x:1", true),
            new LinkOverride("x:1", "weibo:1", true),
            new LinkOverride("weibo:1", "youtube:UC1", false));
    given(Account.TABLE, "account_uid | handle\nyoutube:UC1 | chef\nyoutube:@chef | null")
        .when(new ResolveAliases(overrides))
        .then("alias_uid");
  }

  @Test
  void nobodyPartsSpellingsOfOneHandle() {
    given(Account.TABLE, "account_uid\nx:@Ann\nx:@ann")
        .when(parting("x:@Ann", "x:@ann"))
        .then("alias_uid | account_uid\nx:@ann | x:@Ann");
  }

  private static ResolveAliases parting(String one, String other) {
    return new ResolveAliases(List.of(new LinkOverride(one, other, false)));
  }
}
