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
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
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
 *
 * @param defaults names that nobody chose, left out
 */
public record LabelAccounts(DefaultNames defaults) implements Step {
  /** What {@link AccountLabel#ABOUT} says of an account about somebody. */
  static final String FAN = "fan";

  /** Of an agency's or the press's. */
  static final String FIRM = "firm";

  /** Of somebody's second one. */
  static final String SUB = "sub";

  private static final String SAID = "said";
  private static final String FOLDED = "folded_names";
  private static final String IS_FAN = "is_called_like_a_fan";
  private static final String LINE = "line";
  private static final String STAR = "star";
  private static final String FIRST = "first_uid";
  private static final String LAST = "last_uid";

  /** With the default names that are known without an operator's word. */
  public LabelAccounts() {
    this(DefaultNames.shipped());
  }

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
    Column names =
        concat_ws(
            "\n", defaults.chosen(key), defaults.chosen(HANDLE.col()), defaults.chosen(NAME.col()));
    Dataset<Row> called =
        AccountAlias.follow(in.get(Account.TABLE), ACCOUNT_UID.name(), in.get(AccountAlias.TABLE))
            .select(ACCOUNT_UID.col(), names.as(NAMES.name()), BIO.col())
            .groupBy(ACCOUNT_UID.col())
            .agg(lines(NAMES.col()).as(NAMES.name()), lines(BIO.col()).as(SAID))
            .transform(Materialized::of);
    Column about =
        when(FanWords.in(col(FOLDED), col(SAID)).or(col(IS_FAN)), FAN)
            .when(FanWords.firmsIn(col(FOLDED), col(SAID)), FIRM)
            .when(FanWords.subsIn(col(FOLDED), col(SAID)), SUB);
    return called
        .withColumn(FOLDED, FanWords.folded(NAMES.col()))
        .withColumn(SAID, FanWords.folded(col(SAID)))
        .join(fans(called), new String[] {ACCOUNT_UID.name()}, "left")
        .select(ACCOUNT_UID.col(), NAMES.col(), ABOUT.as(about));
  }

  /**
   * Accounts that are called like another one and a word of fans, in one, as "adafans" is where
   * there is an "ada": the word alone may be anybody's last syllables.
   */
  private static Dataset<Row> fans(Dataset<Row> called) {
    Column letters = regexp_replace(FanWords.folded(col(LINE)), " ", "");
    Dataset<Row> names =
        called
            .select(ACCOUNT_UID.col(), explode(split(NAMES.col(), "\n")).as(LINE))
            .select(ACCOUNT_UID.col(), letters.as(LINE));
    Dataset<Row> stars =
        names
            .select(ACCOUNT_UID.col(), FanWords.star(col(LINE)).as(STAR))
            .where(col(STAR).notEqual(""))
            .distinct()
            .transform(Materialized::of);
    Dataset<Row> bearers =
        names
            .join(stars.select(col(STAR).as(LINE)).distinct(), new String[] {LINE}, "left_semi")
            .groupBy(col(LINE).as(STAR))
            .agg(min(ACCOUNT_UID.col()).as(FIRST), max(ACCOUNT_UID.col()).as(LAST));
    Column another =
        col(FIRST).notEqual(ACCOUNT_UID.col()).or(col(LAST).notEqual(ACCOUNT_UID.col()));
    return stars
        .join(bearers, STAR)
        .where(another)
        .select(ACCOUNT_UID.col())
        .distinct()
        .withColumn(IS_FAN, lit(true));
  }

  private static Column lines(Column texts) {
    return array_join(sort_array(collect_set(texts)), "\n");
  }
}
