package dev.kolrank.niche;

import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.zip_with;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.KolAnchor;
import dev.kolrank.table.features.KolNiche;
import dev.kolrank.table.models.Niche;
import java.sql.Date;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Soft membership of each KOL in the fitted niches: cosine to a niche's nearest centre, sharpened
 * by a power, faint ones dropped, shares adding up to one.
 *
 * @param sharpness the power: 1 spreads widely, large values give all to the nearest niche
 * @param faintest shares below this are dropped
 */
public record AssignNiches(double sharpness, double faintest) implements Step {

  public AssignNiches {
    if (sharpness < 1 || faintest < 0 || faintest >= 0.5) {
      throw new IllegalArgumentException(
          "niche.sharpness must be at least 1 and niche.faintest in [0, 0.5)");
    }
  }

  @Override
  public Table output() {
    return KolNiche.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(KolAnchor.TABLE, Niche.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> centres =
        broadcast(in.get(Niche.TABLE).select(Niche.NICHE.col(), Niche.CENTRE.col()));
    Column closeness = pow(cosine(), lit(sharpness));
    Column niches = array_sort(collect_list(struct(Niche.NICHE.col(), col("closeness"))));
    Column total = sum(col("niches"));
    Column nearest = array_max(transform(col("niches"), n -> n.getField("closeness")));
    // the nearest niche stays, however evenly a KOL spreads
    Column kept =
        filter(
            col("niches"),
            n ->
                n.getField("closeness")
                    .divide(total)
                    .geq(faintest)
                    .or(n.getField("closeness").equalTo(nearest)));
    return in.get(KolAnchor.TABLE)
        .crossJoin(centres)
        .groupBy(KOL_ID.col(), Niche.NICHE.col())
        .agg(max(closeness).as("closeness"))
        .where(col("closeness").gt(0))
        .groupBy(KOL_ID.col())
        .agg(niches.as("niches"))
        .withColumn("kept", kept)
        .withColumn("total", sum(col("kept")))
        .select(KOL_ID.col(), col("total"), explode(col("kept")).as("niche"))
        .select(
            lit(Date.valueOf(in.asOf())).as(AS_OF.name()),
            KOL_ID.col(),
            col("niche.niche").as(KolNiche.NICHE.name()),
            col("niche.closeness").divide(col("total")).as(KolNiche.WEIGHT.name()));
  }

  /** Cosine of a KOL's unit vector and a centre; centres are kept at unit length by the fit. */
  private static Column cosine() {
    Column products =
        zip_with(KolAnchor.ANCHORS.col(), Niche.CENTRE.col(), (x, y) -> x.multiply(y));
    return aggregate(products, lit(0.0), (total, x) -> total.plus(x));
  }

  private static Column sum(Column niches) {
    return aggregate(niches, lit(0.0), (total, n) -> total.plus(n.getField("closeness")));
  }
}
