package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.identity.PairLikeness.DIGEST;
import static dev.kolrank.table.identity.PairLikeness.EXCESS;
import static dev.kolrank.table.identity.PairLikeness.LABEL;
import static dev.kolrank.table.identity.PairLikeness.LEVELS;
import static dev.kolrank.table.identity.PairLikeness.RULES;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_concat;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Materialized;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.identity.match.Population;
import dev.kolrank.table.identity.MatchBasis;
import dev.kolrank.table.identity.NamePart;
import dev.kolrank.table.identity.PairLikeness;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.DeclaredPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Compares the pairs that blocks and citations bring together, in everything but how they stand
 * among others. A pair is compared only if something changed that its levels follow from; else they
 * are those of the night before. Each row names by a digest what it follows from, so the table is
 * right whichever night it comes from, a broken one included.
 */
public record LikenPairs() implements Step {
  private static final String SMALLER = "smaller";
  private static final String LEFT_DIGEST = "left_digest";
  private static final String RIGHT_DIGEST = "right_digest";
  private static final String BY_NAME = "by_name";
  private static final int SEVERAL = 3;

  @Override
  public Table output() {
    return PairLikeness.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(
        AccountTrait.TABLE, BlockKey.TABLE, DeclaredPair.TABLE, MatchBasis.TABLE, NamePart.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Basis basis = Basis.of(in);
    Dataset<Row> traits = in.get(AccountTrait.TABLE);
    Dataset<Row> pairs =
        digested(candidates(in, basis), traits, foundation(in, basis)).transform(Materialized::of);
    Dataset<Row> known =
        in.previous(PairLikeness.TABLE)
            .select(LEFT_UID.col(), RIGHT_UID.col(), DIGEST.col(), LEVELS.col(), EXCESS.col());
    Dataset<Row> carried = pairs.join(known, keys(), "inner");
    Dataset<Row> open = pairs.join(known.select(columns()), keys(), "left_anti");
    return result(carried).union(result(compared(open, in, basis)));
  }

  private static Dataset<Row> candidates(Inputs in, Basis basis) {
    Dataset<Row> declared = in.get(DeclaredPair.TABLE);
    return CandidatePairs.of(in.get(BlockKey.TABLE), declared, basis.population().all())
        .join(
            declared.select(LEFT_UID.col(), RIGHT_UID.col(), EVIDENCE.col(), LINKED.col()),
            new String[] {LEFT_UID.name(), RIGHT_UID.name()},
            "left");
  }

  /**
   * What the levels of all pairs follow from. The night of the fit is not enough: run again, it has
   * seen other accounts, or is another program.
   */
  private static Column foundation(Inputs in, Basis basis) {
    long parts =
        Digests.ofRows(
            in.get(NamePart.TABLE), List.of(NamePart.KIND, NamePart.PART, NamePart.NAMES));
    return lit(
        "%s %s %s %d"
            .formatted(
                basis.fittedOn(),
                basis.version(),
                new TreeMap<>(basis.population().accounts()),
                parts));
  }

  /** With a digest of all that the levels follow from. */
  private static Dataset<Row> digested(Dataset<Row> pairs, Dataset<Row> traits, Column foundation) {
    Dataset<Row> digests =
        traits.select(ACCOUNT_UID.col(), Digests.of(AccountTrait.TABLE.fields()).as(LEFT_DIGEST));
    Column digest =
        xxhash64(
            foundation,
            col(LEFT_DIGEST),
            col(RIGHT_DIGEST),
            col(CandidatePairs.RIVALS),
            col(CandidatePairs.SHARED_POSTS),
            Digests.of(List.of(EVIDENCE, LINKED)));
    return pairs
        .join(digests.withColumnRenamed(ACCOUNT_UID.name(), LEFT_UID.name()), LEFT_UID.name())
        .join(digests.toDF(RIGHT_UID.name(), RIGHT_DIGEST), RIGHT_UID.name())
        .withColumn(DIGEST.name(), digest)
        .drop(LEFT_DIGEST, RIGHT_DIGEST);
  }

  private static Dataset<Row> compared(Dataset<Row> pairs, Inputs in, Basis basis) {
    Dataset<Row> sized =
        in.get(AccountTrait.TABLE)
            .join(broadcast(sizes(in.spark(), basis.population())), PLATFORM.name());
    var names = new NameLevels(in.spark(), in.get(NamePart.TABLE));
    Column name =
        names.of(
            new Column[] {
              AccountTrait.HANDLES.of("l"),
              AccountTrait.NAMES.of("l"),
              AccountTrait.WORDS.of("l"),
              AccountTrait.HANDLES.of("r"),
              AccountTrait.NAMES.of("r"),
              AccountTrait.WORDS.of("r")
            },
            col(CandidatePairs.RIVALS),
            col(SMALLER));
    // the left last, so that its pairs come one after the other and its names are read once
    Dataset<Row> met =
        pairs
            .join(sized.as("r"), RIGHT_UID.col().equalTo(ACCOUNT_UID.of("r")))
            .join(sized.as("l"), LEFT_UID.col().equalTo(ACCOUNT_UID.of("l")));
    return TraitLevels.measured(met)
        .withColumn(SMALLER, least(col("l.accounts"), col("r.accounts")))
        .withColumn(BY_NAME, name)
        .withColumn(LEVELS.name(), map_concat(col(BY_NAME).getField(NameLevels.LEVELS), traits()))
        .withColumn(EXCESS.name(), col(BY_NAME).getField(NameLevels.EXCESS));
  }

  private static Dataset<Row> sizes(SparkSession spark, Population population) {
    List<Row> rows = new ArrayList<>();
    population.accounts().forEach((platform, n) -> rows.add(RowFactory.create(platform, n)));
    return spark.createDataFrame(
        rows, new StructType().add(PLATFORM.name(), StringType).add("accounts", LongType));
  }

  private static Dataset<Row> result(Dataset<Row> pairs) {
    Column label =
        when(array_contains(EVIDENCE.col(), Findings.MUST_LINK), true)
            .when(array_contains(EVIDENCE.col(), Findings.CANNOT_LINK), false);
    return pairs.select(
        LEFT_UID.col(),
        RIGHT_UID.col(),
        DIGEST.col(),
        RULES.col(),
        LEVELS.col(),
        EXCESS.col(),
        LABEL.as(label));
  }

  private static String[] keys() {
    return new String[] {LEFT_UID.name(), RIGHT_UID.name(), DIGEST.name()};
  }

  private static Column[] columns() {
    return new Column[] {LEFT_UID.col(), RIGHT_UID.col(), DIGEST.col()};
  }

  /** The levels of what is no name, those that could be compared. */
  private static Column traits() {
    List<Column> entries = new ArrayList<>();
    entries.add(lit(Comparison.LINK.name()));
    entries.add(link());
    entries.add(lit(Comparison.POSTS.name()));
    Column shared = col(CandidatePairs.SHARED_POSTS);
    entries.add(
        when(shared.geq(SEVERAL), "several")
            .when(shared.gt(0), "one")
            .when(AccountTrait.POSTED.of("l").and(AccountTrait.POSTED.of("r")), Comparison.OTHER));
    TraitLevels.all()
        .forEach(
            (name, level) -> {
              entries.add(lit(name));
              entries.add(level);
            });
    entries.add(lit(Comparison.ELSEWHERE.name()));
    entries.add(elsewhere());
    entries.add(lit(Comparison.ABOUT.name()));
    entries.add(when(not(isSure()), TraitLevels.about()));
    return map_filter(map(entries.toArray(Column[]::new)), (name, level) -> level.isNotNull());
  }

  /**
   * What accounts say of others where this one would be. An account may have two on a platform:
   * both ways of a link, and a person's word, hold all the same. A page that links both outweighs a
   * profile that nobody tracks, since it may be this one's old name.
   */
  private static Column elsewhere() {
    Column level = TraitLevels.elsewhere();
    Column linked = coalesce(LINKED.col(), lit(false));
    Column paged = said("same_link").and(linked).and(level.equalTo(TraitLevels.UNTRACKED));
    return when(not(isSure().or(paged)), level);
  }

  /** A fan can name its star, but not make the star name it back. */
  private static Column isSure() {
    return said("mutual").or(said(Findings.MUST_LINK));
  }

  private static Column said(String evidence) {
    return coalesce(array_contains(EVIDENCE.col(), evidence), lit(false));
  }

  /**
   * What accounts say of each other, the firmest first; null where only a person spoke, and where
   * an address is shared that links nobody.
   */
  private static Column link() {
    Column said = EVIDENCE.col();
    Column linked =
        when(array_contains(said, "mutual"), "mutual")
            .when(array_contains(said, "same_link"), "same_link")
            .when(array_contains(said, "bio"), "bio")
            .when(array_contains(said, "description"), "description");
    Column doubted =
        when(array_contains(said, "fan"), "fan")
            .when(array_contains(said, "contested"), "contested")
            .when(array_contains(said, "bio").or(array_contains(said, "description")), "weak");
    return when(LINKED.col().or(array_contains(said, Findings.MUST_LINK)), linked)
        .otherwise(doubted);
  }
}
