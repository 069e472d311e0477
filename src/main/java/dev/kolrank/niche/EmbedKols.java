package dev.kolrank.niche;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.KOL_ID;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_repeat;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.zip_with;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.table.features.KolAnchor;
import dev.kolrank.table.identity.KolAccount;
import dev.kolrank.table.silver.Account;
import dev.kolrank.table.silver.AccountText;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import scala.jdk.javaapi.CollectionConverters;

/** Places every KOL in the anchor space by the words of all its accounts. */
public record EmbedKols(Taxonomy taxonomy) implements Step {

  @Override
  public Table output() {
    return KolAnchor.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountText.TABLE, Account.TABLE, KolAccount.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> kols =
        KolAccount.current(in.history(KolAccount.TABLE)).select(ACCOUNT_UID.col(), KOL_ID.col());
    Dataset<Row> declared = in.get(Account.TABLE).select(ACCOUNT_UID.col(), Account.CATEGORY.col());
    Column at = embedding().apply(AccountText.TOKENS.col(), Account.CATEGORY.col());
    Column texts =
        array_sort(collect_list(struct(ACCOUNT_UID.col(), at.as("at"), AccountText.TOKENS.col())));
    return in.get(AccountText.TABLE)
        .join(declared, ACCOUNT_UID.name())
        .join(kols, ACCOUNT_UID.name())
        .groupBy(KOL_ID.col())
        .agg(texts.as("texts"))
        .withColumn("sum", sum(col("texts")))
        .withColumn("norm", sqrt(aggregate(col("sum"), lit(0.0), (t, x) -> t.plus(x.multiply(x)))))
        .where(col("norm").gt(0))
        .select(
            KOL_ID.col(),
            transform(col("sum"), x -> x.divide(col("norm"))).as(KolAnchor.ANCHORS.name()),
            array_sort(
                    array_distinct(
                        flatten(
                            transform(col("texts"), t -> t.getField(AccountText.TOKENS.name())))))
                .as(KolAnchor.TOKENS.name()));
  }

  private UserDefinedFunction embedding() {
    Taxonomy anchors = taxonomy;
    UDF2<scala.collection.Seq<String>, String, double[]> embed =
        (tokens, category) -> anchors.embed(CollectionConverters.asJava(tokens), category);
    return udf(embed, DataTypes.createArrayType(DataTypes.DoubleType)).withName("anchors_of");
  }

  /** The sum of the accounts' vectors, in the order of their keys. */
  private Column sum(Column texts) {
    Column zero = array_repeat(lit(0.0), taxonomy.niches().size());
    return aggregate(
        texts, zero, (total, t) -> zip_with(total, t.getField("at"), (x, y) -> x.plus(y)));
  }
}
