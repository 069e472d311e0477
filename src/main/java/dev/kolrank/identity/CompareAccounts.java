package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.LINKED;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.matching.ComparedPair.EXCESS;
import static dev.kolrank.table.matching.ComparedPair.LABEL;
import static dev.kolrank.table.matching.ComparedPair.LEVELS;
import static dev.kolrank.table.matching.ComparedPair.PLATFORMS;
import static dev.kolrank.table.matching.ComparedPair.RULES;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.map_concat;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.map_values;
import static org.apache.spark.sql.functions.when;

import dev.kolrank.core.Inputs;
import dev.kolrank.core.Step;
import dev.kolrank.core.Table;
import dev.kolrank.identity.match.Comparison;
import dev.kolrank.table.matching.AccountTrait;
import dev.kolrank.table.matching.BlockKey;
import dev.kolrank.table.matching.ComparedPair;
import dev.kolrank.table.matching.DeclaredPair;
import dev.kolrank.table.matching.NamePart;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Compares the pairs that blocks and citations bring together, in everything that is declared. */
public record CompareAccounts() implements Step {
  private static final String NAMED = "named";
  private static final String BEST = "best_excess";
  private static final String SMALLER = "smaller";
  private static final int SEVERAL = 3;

  @Override
  public Table output() {
    return ComparedPair.TABLE;
  }

  @Override
  public Set<Table> inputs() {
    return Set.of(AccountTrait.TABLE, BlockKey.TABLE, DeclaredPair.TABLE, NamePart.TABLE);
  }

  @Override
  public Dataset<Row> rows(Inputs in) {
    Dataset<Row> traits = in.get(AccountTrait.TABLE);
    Dataset<Row> declared = in.get(DeclaredPair.TABLE);
    Dataset<Row> sizes = traits.groupBy(PLATFORM.col()).agg(count(lit(1)).as("accounts"));
    Dataset<Row> sized = traits.join(broadcast(sizes), PLATFORM.name());
    Dataset<Row> pairs =
        CandidatePairs.of(in.get(BlockKey.TABLE), declared, traits.count())
            .join(
                declared.select(LEFT_UID.col(), RIGHT_UID.col(), EVIDENCE.col(), LINKED.col()),
                new String[] {LEFT_UID.name(), RIGHT_UID.name()},
                "left");
    Dataset<Row> both =
        pairs
            .join(sized.as("l"), LEFT_UID.col().equalTo(ACCOUNT_UID.of("l")))
            .join(sized.as("r"), RIGHT_UID.col().equalTo(ACCOUNT_UID.of("r")))
            .withColumn(SMALLER, least(col("l.accounts"), col("r.accounts")));
    var names = new NameLevels(in.spark(), in.get(NamePart.TABLE));
    Dataset<Row> named =
        both.withColumn(
                NAMED,
                names.of(
                    AccountTrait.HANDLES.of("l"),
                    AccountTrait.NAMES.of("l"),
                    AccountTrait.HANDLES.of("r"),
                    AccountTrait.NAMES.of("r"),
                    col(CandidatePairs.RIVALS),
                    col(SMALLER)))
            .withColumn(BEST, array_max(map_values(col(NAMED).getField(NameLevels.EXCESS))));
    Dataset<Row> ranked = Rivals.of(named, BEST);
    Column one = PLATFORM.of("l");
    Column other = PLATFORM.of("r");
    Column said = EVIDENCE.col();
    return ranked.select(
        LEFT_UID.col(),
        RIGHT_UID.col(),
        concat_ws("|", least(one, other), greatest(one, other)).as(PLATFORMS.name()),
        RULES.col(),
        map_concat(col(NAMED).getField(NameLevels.LEVELS), traits()).as(LEVELS.name()),
        col(NAMED).getField(NameLevels.EXCESS).as(EXCESS.name()),
        when(array_contains(said, Findings.MUST_LINK), true)
            .when(array_contains(said, Findings.CANNOT_LINK), false)
            .as(LABEL.name()));
  }

  /** The levels of what is not a name, those that could be compared. */
  private static Column traits() {
    List<Column> entries = new ArrayList<>();
    entries.add(lit(Comparison.LINK.name()));
    entries.add(link());
    entries.add(lit(Comparison.RIVALS.name()));
    entries.add(col(Rivals.LEVEL));
    entries.add(lit(Comparison.POSTS.name()));
    Column shared = col(CandidatePairs.SHARED_POSTS);
    Column bothPost = AccountTrait.POSTS.of("l").gt(0).and(AccountTrait.POSTS.of("r").gt(0));
    entries.add(
        when(shared.geq(SEVERAL), "several")
            .when(shared.gt(0), "one")
            .when(bothPost, Comparison.OTHER));
    TraitLevels.all()
        .forEach(
            (name, level) -> {
              entries.add(lit(name));
              entries.add(level);
            });
    entries.add(lit(Comparison.ABOUT.name()));
    entries.add(TraitLevels.about());
    return map_filter(map(entries.toArray(Column[]::new)), (name, level) -> level.isNotNull());
  }

  /** What accounts say of each other, the firmest first; null where only a person spoke. */
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
