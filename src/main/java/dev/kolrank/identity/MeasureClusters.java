package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static dev.kolrank.table.Columns.KOL_ID;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.PROBABILITY;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.Cluster.ACCOUNTS;
import static dev.kolrank.table.identity.Cluster.DENSITY;
import static dev.kolrank.table.identity.Cluster.LINKS;
import static dev.kolrank.table.identity.Cluster.WEAKEST_LEFT;
import static dev.kolrank.table.identity.Cluster.WEAKEST_PROBABILITY;
import static dev.kolrank.table.identity.Cluster.WEAKEST_RIGHT;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import dev.kolrank.core.Field;
import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.identity.AccountPair;
import dev.kolrank.table.identity.Cluster;
import dev.kolrank.table.identity.KolAccount;
import java.sql.Date;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Measures how well the accounts of each KOL with several hold together. */
public record MeasureClusters() implements Step {
  private static final String OTHER_KOL = "other_kol_id";
  private static final String COHESION = "cohesion";
  private static final UserDefinedFunction MEASURE =
      udf(
              (UDF1<Seq<Row>, Row>) MeasureClusters::measured,
              new StructType(
                  List.of(
                          ACCOUNTS,
                          LINKS,
                          DENSITY,
                          WEAKEST_LEFT,
                          WEAKEST_RIGHT,
                          WEAKEST_PROBABILITY)
                      .stream()
                      .map(Field::toSpark)
                      .toArray(StructField[]::new)))
          .withName("cohesion");

  @Override
  public Table output() {
    return Cluster.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(KolAccount.TABLE, AccountPair.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> kols =
        KolAccount.current(in.history(KolAccount.TABLE)).select(ACCOUNT_UID.col(), KOL_ID.col());
    Dataset<Row> left = kols.withColumnRenamed(ACCOUNT_UID.name(), LEFT_UID.name());
    Dataset<Row> right = kols.toDF(RIGHT_UID.name(), OTHER_KOL);
    return in.get(AccountPair.TABLE)
        .where(LINKED.col())
        .join(left, LEFT_UID.name())
        .join(right, RIGHT_UID.name())
        .where(KOL_ID.col().equalTo(col(OTHER_KOL)))
        .groupBy(KOL_ID.col())
        .agg(collect_list(struct(LEFT_UID.col(), RIGHT_UID.col(), PROBABILITY.col())).as("links"))
        .withColumn(COHESION, MEASURE.apply(col("links")))
        .select(AS_OF.as(lit(Date.valueOf(in.asOf()))), KOL_ID.col(), col(COHESION + ".*"));
  }

  private static Row measured(Seq<Row> links) {
    var cohesion =
        Cohesion.of(
            CollectionConverters.asJava(links).stream()
                .map(r -> new Cohesion.Link(r.getString(0), r.getString(1), r.getDouble(2)))
                .toList());
    return RowFactory.create(
        cohesion.accounts(),
        cohesion.links(),
        cohesion.density(),
        cohesion.weakest().left(),
        cohesion.weakest().right(),
        cohesion.weakest().probability());
  }
}
