package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.matching.AccountLabel.ABOUT;
import static dev.kolrank.table.matching.AccountLabel.NAMES;
import static dev.kolrank.table.silver.Account.ACCOUNT_ID;
import static dev.kolrank.table.silver.Account.BIO;
import static dev.kolrank.table.silver.Account.HANDLE;
import static dev.kolrank.table.silver.Account.NAME;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.matching.AccountLabel;
import dev.kolrank.table.silver.Account;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Collects what accounts call themselves, under all the keys that name them, and reads off it which
 * ones are about somebody, look after somebody, or are somebody's second.
 */
public record LabelAccounts() implements Step {
  /** What {@link AccountLabel#ABOUT} says of an account about somebody. */
  static final String FAN = "fan";

  /** Of an agency's or the press's. */
  static final String FIRM = "firm";

  /** Of somebody's second one. */
  static final String SUB = "sub";

  private static final String SAID = "said";

  @Override
  public Table output() {
    return AccountLabel.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Account.TABLE, AccountAlias.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Column id = ACCOUNT_ID.col();
    Column key = when(id.rlike("^[@~]"), id.substr(lit(2), length(id)));
    Column names = concat_ws("\n", key, HANDLE.col(), NAME.col());
    return Aliases.follow(in.get(Account.TABLE), ACCOUNT_UID.name(), in.get(AccountAlias.TABLE))
        .select(ACCOUNT_UID.col(), names.as(NAMES.name()), BIO.col())
        .groupBy(ACCOUNT_UID.col())
        .agg(lines(NAMES.col()).as(NAMES.name()), lines(BIO.col()).as(SAID))
        .select(ACCOUNT_UID.col(), NAMES.col(), ABOUT.as(about(NAMES.col(), col(SAID))));
  }

  private static Column lines(Column texts) {
    return array_join(sort_array(collect_set(texts)), "\n");
  }

  private static Column about(Column names, Column bio) {
    return when(FanWords.in(names, bio), FAN)
        .when(FanWords.firmsIn(names, bio), FIRM)
        .when(FanWords.subsIn(names, bio), SUB);
  }
}
