package dev.kolrank.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import dev.kolrank.engine.Lake;
import dev.kolrank.table.Columns;
import dev.kolrank.table.gold.Kol;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** How many accounts and KOLs a publication has. */
record PublishedCounts(LocalDate asOf, long accounts, long kols) {

  /** The counts of a night as the lake has it now. */
  static PublishedCounts of(Lake lake, LocalDate asOf) {
    var row =
        lake.read(Kol.TABLE)
            .where(Columns.AS_OF.col().equalTo(Date.valueOf(asOf)))
            .agg(count(lit(1)), coalesce(sum(size(Kol.ACCOUNTS.col())), lit(0L)))
            .first();
    return new PublishedCounts(asOf, row.getLong(1), row.getLong(0));
  }

  /** A sentence where these are fewer accounts or KOLs than were published before. */
  Optional<String> fewerThan(PublishedCounts before) {
    return accounts >= before.accounts && kols >= before.kols
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d accounts of %,d KOLs are published, after %,d accounts of %,d KOLs in the"
                    + " night of %s: run the night again once the failed sources can be read",
                accounts,
                kols,
                before.accounts,
                before.kols,
                before.asOf));
  }
}
