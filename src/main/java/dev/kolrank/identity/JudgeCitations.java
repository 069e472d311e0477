package dev.kolrank.identity;

import static dev.kolrank.identity.Citations.FROM;
import static dev.kolrank.identity.Citations.IS_ID;
import static dev.kolrank.identity.Directions.POSTS;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.silver.Account.HANDLE;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.identity.PostCitation;
import dev.kolrank.table.matching.AccountLabel;
import dev.kolrank.table.matching.NamedProfile;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.Post;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Judges the profiles that accounts name in bios and captions: which of them are one person's, and
 * which profile on a platform an account calls its own, tracked or not.
 *
 * @param defaults display names that name nobody
 */
public record JudgeCitations(DefaultNames defaults) implements Step {

  /** With the default names that are known without an operator's word. */
  public JudgeCitations() {
    this(DefaultNames.shipped());
  }

  @Override
  public Table output() {
    return NamedProfile.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        Account.TABLE, AccountLabel.TABLE, Post.TABLE, PostCitation.TABLE, AccountAlias.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> accounts = defaults.withoutNames(in.get(Account.TABLE));
    Dataset<Row> aliases = in.get(AccountAlias.TABLE);
    // parsing texts is the costly part and its few results are read three times
    Dataset<Row> citations =
        AccountAlias.follow(
                Citations.of(accounts, in.get(PostCitation.TABLE)), FROM.name(), aliases)
            .transform(Materialized::of);
    Dataset<Row> tracked =
        Directory.find(
            citations.select(PLATFORM.col(), HANDLE.col(), IS_ID.col()), accounts, aliases);
    return CitedPairs.of(
        Directions.of(
                citations, tracked, in.get(AccountLabel.TABLE), made(in.get(Post.TABLE), aliases))
            .transform(Materialized::of));
  }

  private static Dataset<Row> made(Dataset<Row> posts, Dataset<Row> aliases) {
    Dataset<Row> counts = posts.groupBy(FROM.as(ACCOUNT_UID.col())).agg(count(lit(1)).as(POSTS));
    return AccountAlias.follow(counts, FROM.name(), aliases)
        .groupBy(FROM.col())
        .agg(sum(col(POSTS)).as(Directions.MADE));
  }
}
