package dev.kolrank.niche;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.AS_OF;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.zip_with;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.core.Tonight;
import dev.kolrank.table.features.AccountPromotion;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.silver.Post;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Compares the topics of an account's advertising with those of its other posts, in the niches'
 * anchor space: sudden promotion of something else costs trust.
 */
public record MeasurePromotion(Taxonomy taxonomy, Tokenizer tokenizer) implements Step {
  private static final int DAYS = 90;

  /** The parts of one that vectors are summed in. */
  private static final double PARTS = 1e9;

  @Override
  public Table output() {
    return AccountPromotion.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(Post.TABLE, AccountAlias.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Column since = lit(Date.valueOf(in.asOf().minusDays(DAYS - 1)));
    Dataset<Row> recent =
        AccountAlias.follow(
            in.get(Post.TABLE)
                .where(Post.PUBLISHED_ON.col().between(since, lit(Date.valueOf(in.asOf()))))
                .where(not(coalesce(Post.REPOST.col(), lit(false)))),
            ACCOUNT_UID.name(),
            in.get(AccountAlias.TABLE));
    Dataset<Row> advertisers =
        Tonight.held(
            recent
                .where(Post.PROMOTION.col().isNotNull())
                .select(ACCOUNT_UID.col().as("advertiser"))
                .distinct());
    Column words =
        concat_ws(" ", Post.TITLE.col(), Post.TEXT.col(), array_join(Post.TAGS.col(), " "));
    Dataset<Row> posts =
        recent
            .join(advertisers, ACCOUNT_UID.col().equalTo(col("advertiser")), "left_semi")
            .select(
                ACCOUNT_UID.col(),
                Post.PROMOTION.col().isNotNull().as("promoted"),
                topics().apply(words).as("at"));
    Column promoted = col("promoted");
    var sums = new ArrayList<Column>();
    sums.add(count(when(not(promoted), lit(1))).as(AccountPromotion.ORGANIC_POSTS.name()));
    sums.addAll(sums(promoted, "promotion"));
    sums.addAll(sums(not(promoted), "organic"));
    return posts
        .groupBy(ACCOUNT_UID.col())
        .agg(
            count(when(promoted, lit(1))).as(AccountPromotion.PROMOTED_POSTS.name()),
            sums.toArray(Column[]::new))
        .withColumn(
            AccountPromotion.PROMOTION_FIT.name(), cosine(vector("promotion"), vector("organic")))
        .withColumn(AS_OF.name(), lit(Date.valueOf(in.asOf())));
  }

  private UserDefinedFunction topics() {
    Taxonomy anchors = taxonomy;
    Tokenizer tokens = tokenizer;
    UDF1<String, double[]> embed = text -> anchors.embed(tokens.of(text), null);
    return udf(embed, DataTypes.createArrayType(DataTypes.DoubleType)).withName("topics_of");
  }

  /** The sum of some posts' vectors, a column a niche: whole parts add up the same in any order. */
  private List<Column> sums(Column some, String name) {
    return niches()
        .mapToObj(
            i -> {
              Column parts = round(get(col("at"), lit(i)).multiply(PARTS)).cast("bigint");
              return coalesce(sum(when(some, parts)), lit(0L)).as(name + i);
            })
        .toList();
  }

  private Column vector(String name) {
    return array(niches().mapToObj(i -> col(name + i).divide(PARTS)).toArray(Column[]::new));
  }

  private IntStream niches() {
    return IntStream.range(0, taxonomy.niches().size());
  }

  private static Column cosine(Column a, Column b) {
    Column norms = sqrt(product(a, a)).multiply(sqrt(product(b, b)));
    return when(norms.gt(0), least(lit(1.0), product(a, b).divide(norms)));
  }

  private static Column product(Column a, Column b) {
    return aggregate(
        zip_with(a, b, (x, y) -> x.multiply(y)), lit(0.0), (total, x) -> total.plus(x));
  }
}
