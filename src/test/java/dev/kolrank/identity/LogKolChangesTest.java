package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.KolAccount;
import org.junit.jupiter.api.Test;

class LogKolChangesTest {

  @Test
  void newMergedAndSplitIdsAreTold() {
    given(
            KolAccount.TABLE,
            """
            account_uid | kol_id
            x:1         | knew
            x:2         | knew
            x:3         | kbig
            x:4         | kpart
            x:5         | kpart
            x:6         | kbig
            x:7         | kbig
            """)
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | valid_from | kol_id
            x:3         | 2026-06-01 | kolder
            x:3         | 2026-06-02 | ksmall
            x:4         | 2026-06-02 | kwhole
            x:5         | 2026-06-02 | kwhole
            x:9         | 2026-06-02 | kwhole
            x:6         | 2026-06-02 | kbig
            """)
        .when(new LogKolChanges())
        .then(
            """
            as_of      | kol_id | change | from_kol_id | accounts
            2026-06-28 | knew   | new    | null        | [x:1, x:2]
            2026-06-28 | kbig   | merge  | ksmall      | [x:3]
            2026-06-28 | kpart  | split  | kwhole      | [x:4, x:5]
            """);
  }

  @Test
  void anAccountThatLeavesALivingIdIsASplit() {
    given(KolAccount.TABLE, "account_uid | kol_id\nx:1 | kb")
        .givenPrevious(KolAccount.TABLE, "account_uid | kol_id\nx:1 | ka\nx:2 | ka\nx:3 | kb")
        .when(new LogKolChanges())
        .then("kol_id | change | from_kol_id | accounts\nkb | split | ka | [x:1]");
  }

  @Test
  void theCauseIsWhatLinksOrHeld() {
    given(
            KolAccount.TABLE,
            """
            account_uid | kol_id | linked_by
            x:1         | kb     | [bio, mutual]
            y:1         | kn     | [single]
            y:2         | km     | [single]
            y:3         | ko     | [single]
            z:1         | kz     | [mutual]
            """)
        .and(
            AccountPair.TABLE,
            """
            left_uid | right_uid | evidence      | linked
            w:1      | x:1       | [bio]         | true
            v:1      | x:1       | [description] | false
            w:2      | y:2       | [cannot_link] | false
            w:2      | y:3       | [name]        | true
            """)
        .givenPrevious(
            AccountPair.TABLE,
            """
            left_uid | right_uid | evidence    | linked
            w:2      | y:1       | [bio, name] | true
            w:2      | y:2       | [bio]       | true
            w:2      | y:3       | [name]      | true
            w:3      | y:1       | [mutual]    | true
            """)
        .givenPrevious(
            KolAccount.TABLE,
            """
            account_uid | kol_id
            x:1         | ka
            w:1         | kb
            v:1         | kb
            w:2         | k2
            y:1         | k2
            y:2         | k2
            y:3         | k2
            w:3         | k3
            """)
        .when(new LogKolChanges())
        .then(
            """
            kol_id | change | from_kol_id | accounts | cause
            kb     | merge  | ka          | [x:1]    | [bio]
            kn     | split  | k2          | [y:1]    | [lost bio, lost name]
            km     | split  | k2          | [y:2]    | [cannot_link]
            ko     | split  | k2          | [y:3]    | [outweighed]
            kz     | new    | null        | [z:1]    | [mutual]
            """);
  }
}
