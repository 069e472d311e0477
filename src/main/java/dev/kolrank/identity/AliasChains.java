package dev.kolrank.identity;

import static dev.kolrank.identity.ResolveAliases.TARGET;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.identity.AccountAlias.ALIAS_UID;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Follows keys that name keys that name accounts. */
final class AliasChains {
  private static final String END = "end_uid";

  private AliasChains() {}

  /**
   * Every folded key with the account at the end of its chain, however long that is. Keys that name
   * each other in a circle all name the smallest of those they hang together with.
   *
   * @param found one row per folded key, with the key that it names
   */
  static Dataset<Row> followed(Dataset<Row> found) {
    Dataset<Row> folded = found.select(ALIAS_UID.col().as(TARGET));
    if (found.join(folded, new String[] {TARGET}, "left_semi").isEmpty()) {
      return found.withColumn(ACCOUNT_UID.name(), col(TARGET));
    }
    // each key names one other, so that hanging together there is one end, or one circle
    Dataset<Row> components = Components.of(found.select(ALIAS_UID.col(), col(TARGET)));
    Dataset<Row> ends =
        components
            .join(
                folded.withColumnRenamed(TARGET, Components.NODE),
                new String[] {Components.NODE},
                "left_anti")
            .select(col(Components.NODE).as(END), col(Components.COMPONENT));
    return found
        .join(components.withColumnRenamed(Components.NODE, ALIAS_UID.name()), ALIAS_UID.name())
        .join(ends, new String[] {Components.COMPONENT}, "left")
        .withColumn(ACCOUNT_UID.name(), coalesce(col(END), col(Components.COMPONENT)))
        .where(ALIAS_UID.col().notEqual(ACCOUNT_UID.col()))
        .drop(Components.COMPONENT, END);
  }
}
