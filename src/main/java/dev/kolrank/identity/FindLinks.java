package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.AccountPair.SUPPORT;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.matching.AccountLabel;
import dev.kolrank.table.matching.DeclaredPair;
import dev.kolrank.table.matching.NamedProfile;
import dev.kolrank.table.silver.Account;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Links accounts by what they say themselves: profiles named in bios and captions, shared pages of
 * links, and a person's overrides, which win.
 *
 * @param overrides pairs that are one KOL, or are not
 * @param links reads the addresses that accounts carry
 */
public record FindLinks(List<LinkOverride> overrides, SharedLinks links) implements Step {

  public FindLinks {
    overrides = List.copyOf(overrides);
  }

  /** With the shared addresses that are known without an operator's word. */
  public FindLinks(List<LinkOverride> overrides) {
    this(overrides, SharedLinks.shipped());
  }

  @Override
  public Table output() {
    return DeclaredPair.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Account.TABLE, AccountLabel.TABLE, NamedProfile.TABLE, AccountAlias.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> accounts = in.get(Account.TABLE);
    Dataset<Row> aliases = in.get(AccountAlias.TABLE);
    Dataset<Row> findings =
        cited(in.get(NamedProfile.TABLE))
            .union(links.of(accounts, in.get(AccountLabel.TABLE), aliases))
            .union(overridden(in, accounts, aliases));
    return Findings.perPair(findings)
        .select(LEFT_UID.col(), RIGHT_UID.col(), EVIDENCE.col(), SUPPORT.col(), LINKED.col());
  }

  /** One finding per account and tracked profile that it names. */
  private static Dataset<Row> cited(Dataset<Row> named) {
    return Findings.of(
        named.where(NamedProfile.IS_TRACKED.col()),
        NamedProfile.FROM_UID.col(),
        NamedProfile.TO_UID.col(),
        EVIDENCE.col(),
        SUPPORT.col(),
        LINKED.col());
  }

  /** The overrides between known accounts, as findings. */
  private Dataset<Row> overridden(Inputs in, Dataset<Row> accounts, Dataset<Row> aliases) {
    List<Row> given =
        overrides.stream().map(o -> RowFactory.create(o.left(), o.right(), o.same())).toList();
    var schema =
        new StructType().add("one", StringType).add("other", StringType).add("same", BooleanType);
    Dataset<Row> known =
        in.spark()
            .createDataFrame(given, schema)
            .join(accounts.select(ACCOUNT_UID.col().as("one")), "one")
            .join(accounts.select(ACCOUNT_UID.col().as("other")), "other");
    Dataset<Row> followed =
        AccountAlias.follow(AccountAlias.follow(known, "one", aliases), "other", aliases)
            .where(col("one").notEqual(col("other")));
    Column same = col("same");
    return Findings.of(
        followed,
        col("one"),
        col("other"),
        array(when(same, Findings.MUST_LINK).otherwise(Findings.CANNOT_LINK)),
        when(same, 1.0).otherwise(0.0),
        same);
  }
}
