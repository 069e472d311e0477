package dev.kolrank.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import dev.kolrank.core.Field;
import dev.kolrank.engine.Lake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.bronze.AccountObservation;
import dev.kolrank.table.bronze.IngestedFile;
import dev.kolrank.table.bronze.PostObservation;
import dev.kolrank.table.silver.Account;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;

/**
 * Explains an empty ranking: how many accounts there are, why none is ranked, and which as-of date
 * would rank them.
 */
public final class EmptyRanking {
  private final Lake lake;
  private final LocalDate asOf;

  private EmptyRanking(Lake lake, LocalDate asOf) {
    this.lake = lake;
    this.asOf = asOf;
  }

  /** One sentence that states why nobody is ranked as of the day, with the remedy. */
  public static String reason(Lake lake, LocalDate asOf) {
    return "nobody is ranked: " + new EmptyRanking(lake, asOf).why();
  }

  private String why() {
    long known = lake.read(Account.TABLE).count();
    if (known > 0) {
      return unmeasured(known);
    }
    Row observed =
        lake.read(AccountObservation.TABLE)
            .agg(count_distinct(Columns.ACCOUNT_UID.col()), min(to_date(Columns.OBSERVED_AT.col())))
            .first();
    return observed.getLong(0) == 0
        ? unread()
        : ("%s known, all observed after %s; the first observation is of %s: give --as-of"
                + " %s or a later day")
            .formatted(
                accounts(observed.getLong(0)), asOf, observed.getDate(1), observed.getDate(1));
  }

  /** No account observation was ever read. */
  private String unread() {
    Row read =
        lake.read(IngestedFile.TABLE)
            .agg(
                total(IngestedFile.RECORDS),
                total(IngestedFile.REJECTED),
                total(IngestedFile.POSTS),
                total(IngestedFile.COMMENTS))
            .first();
    long records = read.getLong(0);
    if (records == 0) {
      return "no record was read";
    }
    if (read.getLong(1) == records) {
      return number("all %,d records were rejected; bronze.reject says why", records);
    }
    return number(
        "the files hold no account: %,d records gave %,d posts and %,d comments; add account"
            + " records, or a rule that makes accounts",
        records, read.getLong(2), read.getLong(3));
  }

  /** Accounts are known, and nothing that the score counts. */
  private String unmeasured(long known) {
    Date later = firstMeasured();
    String remedy =
        later == null
            ? "the newest observation is of %s: crawl follower counts or posts".formatted(newest())
            : "the first of them is observed on %s: give --as-of %s or a later day"
                .formatted(later, later);
    return ("%s known by %s, none with a follower count, a post with views or interactions, or a"
            + " post of the last 90 days; %s")
        .formatted(accounts(known), asOf, remedy);
  }

  private Object newest() {
    return lake.read(Account.TABLE).agg(max(to_date(Columns.LAST_SEEN.col()))).first().get(0);
  }

  /** The first day after the as-of date on which a count was observed; null if there is none. */
  private Date firstMeasured() {
    Column counted =
        coalesce(
            Stream.of(PostObservation.VIEWS, PostObservation.LIKES, PostObservation.COMMENTS)
                .map(Field::col)
                .toArray(Column[]::new));
    Column[] day = {to_date(Columns.OBSERVED_AT.col()).as("day")};
    return lake.read(AccountObservation.TABLE)
        .where(AccountObservation.FOLLOWERS.col().isNotNull())
        .select(day)
        .union(lake.read(PostObservation.TABLE).where(counted.isNotNull()).select(day))
        .where(col("day").gt(lit(Date.valueOf(asOf))))
        .agg(min(col("day")))
        .first()
        .getDate(0);
  }

  private static Column total(Field count) {
    return coalesce(sum(count.col()), lit(0L));
  }

  private static String accounts(long count) {
    return count == 1 ? "1 account is" : number("%,d accounts are", count);
  }

  private static String number(String words, Object... numbers) {
    return String.format(Locale.ROOT, words, numbers);
  }
}
