package dev.kolrank.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.StepCase;
import dev.kolrank.core.Table;
import dev.kolrank.engine.MemoryLake;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Account;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What a run without a ranking says of its reason. */
class EmptyRankingTest {
  private final MemoryLake lake = new MemoryLake();

  @Test
  void nothingWasRead() {
    says("no record was read");
  }

  @Test
  void everyRecordWasRejected() {
    has(IngestedFile.TABLE, "source_file | records | rejected\na.csv | 1200 | 1200");
    says("all 1,200 records were rejected; bronze.reject says why");
  }

  @Test
  void theFilesHoldNoAccount() {
    has(
        IngestedFile.TABLE,
        "source_file | records | rejected | posts | comments\na.csv | 7 | 0 | 4 | 3");
    says(
        "the files hold no account: 7 records gave 4 posts and 3 comments; add account records,"
            + " or a rule that makes accounts");
  }

  @Test
  void everyAccountWasObservedLater() {
    has(
        AccountObservation.TABLE,
        """
        account_uid | observed_at
        x:1         | 2026-07-03 10:00:00
        x:1         | 2026-07-04 10:00:00
        x:2         | 2026-07-09 10:00:00
        """);
    says(
        "2 accounts are known, all observed after 2026-06-28; the first observation is of"
            + " 2026-07-03: give --as-of 2026-07-03 or a later day");
  }

  @Test
  void noAccountHasAnythingThatCounts() {
    has(Account.TABLE, "account_uid | last_seen\nx:1 | 2026-06-20 10:00:00");
    says(
        "1 account is known by 2026-06-28, none with a follower count, a post with views or"
            + " interactions, or a post of the last 90 days; the newest observation is of"
            + " 2026-06-20: crawl follower counts or posts");
  }

  @Test
  void whatCountsIsObservedLater() {
    has(Account.TABLE, "account_uid | last_seen\nx:1 | 2026-06-20 10:00:00");
    has(
        PostObservation.TABLE,
        """
        post_uid | observed_at         | likes
        x:p0     | 2026-06-27 10:00:00 | null
        x:p1     | 2026-07-05 10:00:00 | 7
        """);
    says(
        "1 account is known by 2026-06-28, none with a follower count, a post with views or"
            + " interactions, or a post of the last 90 days; the first of them is observed on"
            + " 2026-07-05: give --as-of 2026-07-05 or a later day");
  }

  private void has(Table table, String text) {
    lake.write(table, StepCase.rowsOf(table, text), "true");
  }

  private void says(String why) {
    assertEquals(
        "nobody is ranked: " + why, EmptyRanking.reason(lake, LocalDate.parse("2026-06-28")));
  }
}
