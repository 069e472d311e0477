package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.identity.OverrideOutcome.ONE_UID;
import static dev.kolrank.table.identity.OverrideOutcome.OTHER_UID;
import static dev.kolrank.table.identity.OverrideOutcome.OUTCOME;
import static dev.kolrank.table.identity.OverrideOutcome.SAME;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.identity.OverrideOutcome;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Holds the night's KOLs against what people decided: a decision that says nothing, because its
 * account is misspelt or gone, shows in the audit, and so does one that does not hold.
 *
 * @param overrides what people decided about accounts
 */
public record CheckOverrides(List<LinkOverride> overrides) implements Step {
  private static final String KOL = "_kol";

  public CheckOverrides {
    overrides = List.copyOf(overrides);
  }

  @Override
  public Table output() {
    return OverrideOutcome.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(KolAccount.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    if (overrides.isEmpty()) {
      return in.spark().createDataFrame(List.of(), OverrideOutcome.TABLE.schema());
    }
    Dataset<Row> given = given(in);
    Dataset<Row> named =
        given.select(ONE_UID.col().as(ACCOUNT_UID.name())).union(given.select(OTHER_UID.col()));
    // as few rows as people wrote, before their latest is looked for
    Dataset<Row> kols =
        KolAccount.current(
                in.history(KolAccount.TABLE)
                    .join(broadcast(named), new String[] {ACCOUNT_UID.name()}, "left_semi"))
            .transform(Materialized::of);
    Column isOne = col(ONE_UID.name() + KOL).equalTo(col(OTHER_UID.name() + KOL));
    return given
        .join(kolOf(ONE_UID.name(), kols), new String[] {ONE_UID.name()}, "left")
        .join(kolOf(OTHER_UID.name(), kols), new String[] {OTHER_UID.name()}, "left")
        .select(
            AS_OF.as(lit(Date.valueOf(in.asOf()))),
            ONE_UID.col(),
            OTHER_UID.col(),
            SAME.col(),
            OUTCOME.as(
                when(isOne.isNull(), "unknown")
                    .when(isOne.equalTo(SAME.col()), "kept")
                    .otherwise("broken")));
  }

  private Dataset<Row> given(Inputs in) {
    Stream<Row> rows =
        overrides.stream().distinct().map(o -> RowFactory.create(o.left(), o.right(), o.same()));
    return in.spark()
        .createDataFrame(
            rows.toList(),
            new StructType()
                .add(ONE_UID.name(), StringType)
                .add(OTHER_UID.name(), StringType)
                .add(SAME.name(), BooleanType));
  }

  private static Dataset<Row> kolOf(String account, Dataset<Row> kols) {
    return kols.select(ACCOUNT_UID.col().as(account), KOL_ID.col().as(account + KOL));
  }
}
