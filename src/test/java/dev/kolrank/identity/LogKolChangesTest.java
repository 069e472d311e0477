package dev.kolrank.identity;

import static dev.kolrank.StepCase.given;

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
}
