package dev.kolrank.identity;

import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.Columns.PLATFORM;
import static dev.kolrank.table.identity.AccountPair.EVIDENCE;
import static dev.kolrank.table.identity.AccountPair.LEFT_UID;
import static dev.kolrank.table.identity.AccountPair.RIGHT_UID;
import static dev.kolrank.table.matching.BlockKey.FAMILY;
import static dev.kolrank.table.matching.BlockKey.HOLDERS;
import static dev.kolrank.table.matching.BlockKey.KEY;
import static dev.kolrank.table.matching.BlockKey.RULE;
import static dev.kolrank.table.matching.ComparedPair.RULES;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The pairs that the blocks bring to comparison; two of one platform only when they say so. */
final class CandidatePairs {
  /** Accounts of a platform, one aside, that have the rarest key that both have. */
  static final String RIVALS = "rivals";

  /** Texts and links that both posted. */
  static final String SHARED_POSTS = "shared_posts";

  private static final String PEERS = "peers";

  private CandidatePairs() {}

  /** The rule of pairs that are compared to see what chance does, not to find anybody. */
  static final String CONTROL = "control";

  /** Accounts whose pairs with others of their platform are compared, at most. */
  private static final int MOST_CONTROLS = 50_000;

  /** One row per pair with the rules that brought it; some of one platform as controls. */
  static Dataset<Row> of(Dataset<Row> keys, Dataset<Row> declared, long accounts) {
    Dataset<Row> blocked = blocked(keys.where(fits()), controlsOneIn(accounts));
    Column rule =
        when(array_contains(EVIDENCE.col(), "same_link"), Blocking.EXTERNAL_LINK.rule())
            .otherwise(Blocking.CITED_PROFILE.rule());
    Dataset<Row> said =
        declared.select(
            LEFT_UID.col(),
            RIGHT_UID.col(),
            array(rule).as(RULES.name()),
            lit(null).cast("long").as(RIVALS),
            lit(0L).as(SHARED_POSTS));
    return blocked
        .union(said)
        .groupBy(LEFT_UID.col(), RIGHT_UID.col())
        .agg(
            array_sort(array_distinct(flatten(collect_set(RULES.col())))).as(RULES.name()),
            coalesce(min(col(RIVALS)), lit((long) Blocking.largestOf(Blocking.NAME_KEY.family())))
                .as(RIVALS),
            max(col(SHARED_POSTS)).as(SHARED_POSTS));
  }

  /** Whether a key's accounts are few enough. */
  static Column fits() {
    Column fits = lit(false);
    for (Blocking rule : Blocking.values()) {
      fits = fits.or(RULE.col().equalTo(rule.rule()).and(HOLDERS.col().leq(rule.largest())));
    }
    return fits;
  }

  /** Of how many accounts one shows what chance does on its own platform. */
  static long controlsOneIn(long accounts) {
    return Math.max(1, (accounts + MOST_CONTROLS - 1) / MOST_CONTROLS);
  }

  private static Dataset<Row> blocked(Dataset<Row> keys, long oneIn) {
    // an account may hold a key both by handle and by name: it stands once in a block
    Dataset<Row> members =
        keys.groupBy(FAMILY.col(), KEY.col(), ACCOUNT_UID.col(), PLATFORM.col())
            .agg(collect_set(RULE.col()).as(RULES.name()))
            .withColumn(
                PEERS,
                count(lit(1)).over(Window.partitionBy(FAMILY.col(), KEY.col(), PLATFORM.col())));
    Column isName = FAMILY.of("l").equalTo(Blocking.NAME_KEY.family());
    Column isPost = FAMILY.of("l").equalTo(Blocking.SHARED_POST.family());
    Column own = PLATFORM.of("l").equalTo(PLATFORM.of("r"));
    Column others =
        when(own, col("l." + PEERS).minus(2))
            .otherwise(greatest(col("l." + PEERS), col("r." + PEERS)).minus(1));
    Column met =
        FAMILY
            .of("l")
            .equalTo(FAMILY.of("r"))
            .and(KEY.of("l").equalTo(KEY.of("r")))
            .and(
                not(own).or(isName.and(pmod(xxhash64(ACCOUNT_UID.of("l")), lit(oneIn)).equalTo(0))))
            .and(ACCOUNT_UID.of("l").lt(ACCOUNT_UID.of("r")));
    Column brought = when(own, array(lit(CONTROL))).otherwise(concat(RULES.of("l"), RULES.of("r")));
    return members
        .as("l")
        .join(members.as("r"), met)
        .groupBy(ACCOUNT_UID.of("l").as(LEFT_UID.name()), ACCOUNT_UID.of("r").as(RIGHT_UID.name()))
        .agg(
            array_distinct(flatten(collect_set(brought))).as(RULES.name()),
            min(when(isName, others)).as(RIVALS),
            count_distinct(when(isPost, KEY.of("l"))).as(SHARED_POSTS));
  }
}
