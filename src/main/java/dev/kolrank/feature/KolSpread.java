package dev.kolrank.feature;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.Columns.PLATFORM;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.substring_index;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.features.Rows;
import dev.kolrank.table.silver.ActivityDay;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What only all accounts of a KOL together show: on how many platforms it posts in one week, and
 * its niches.
 *
 * @param kols account and KOL
 */
record KolSpread(Inputs in, Dataset<Row> kols) {

  Dataset<Row> rows() {
    return weeks().join(niches(), new String[] {KOL_ID.name()}, "full");
  }

  private Dataset<Row> weeks() {
    Column week = floor(datediff(SourceRows.night(in), ActivityDay.DAY.col()).divide(7));
    return new SourceRows(in)
        .activityDays()
        .where(ActivityDay.POSTS.col().gt(0))
        .select(
            ACCOUNT_UID.col(),
            substring_index(ACCOUNT_UID.col(), ":", 1).as(PLATFORM.name()),
            week.as("week"))
        .join(kols, ACCOUNT_UID.name())
        .groupBy(KOL_ID.col(), col("week"))
        .agg(count_distinct(PLATFORM.col()).as("platforms"))
        .groupBy(KOL_ID.col())
        .agg(
            Rows.ECHO.as(
                sum(when(col("platforms").geq(2), 1L).otherwise(0L)).divide(count(lit(1)))));
  }

  private Dataset<Row> niches() {
    Column isPublic = KolNiche.NICHE.col().equalTo(KolNiche.PUBLIC_ISSUES);
    Column ordered = sort_array(collect_list(struct(KolNiche.NICHE.col(), KolNiche.WEIGHT.col())));
    return in.get(KolNiche.TABLE)
        .groupBy(KOL_ID.col())
        .agg(
            Rows.NICHE_WEIGHTS.as(transform(ordered, n -> n.getField(KolNiche.WEIGHT.name()))),
            Rows.PUBLIC_WEIGHT.as(max(when(isPublic, KolNiche.WEIGHT.col()).otherwise(0.0))));
  }
}
