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
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kolrank.table.matching.ComparedPair;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
  private static final String BROUGHT = "brought";
  private static final String BLOCK = "block";
  private static final String BLOCK_TOO = "block_too";

  private CandidatePairs() {}

  /** The rule of pairs that are compared to see what chance does, not to find anybody. */
  static final String CONTROL = "control";

  /** Rules in the order of their names, the control among them. */
  private static final List<String> BITS =
      Stream.concat(Stream.of(CONTROL), Arrays.stream(Blocking.values()).map(Blocking::rule))
          .sorted()
          .toList();

  /** Accounts whose pairs with others of their platform are compared, at most. */
  private static final int MOST_CONTROLS = 50_000;

  /** Who posts one thing on a platform: its author and a fan; more take part in a campaign. */
  private static final int MOST_POSTERS = 2;

  /** One row per pair with the rules that brought it; some of one platform as controls. */
  static Dataset<Row> of(Dataset<Row> keys, Dataset<Row> declared, long accounts) {
    Column said =
        saidBy(Blocking.EXTERNAL_LINK, "same_link")
            .bitwiseOR(saidBy(Blocking.CITED_PROFILE, "bio", "description", "mutual"))
            .bitwiseOR(saidBy(Blocking.OVERRIDE, Findings.MUST_LINK, Findings.CANNOT_LINK));
    return met(blocks(keys.where(fits())), controlsOneIn(accounts))
        .union(
            declared.select(
                LEFT_UID.col(),
                RIGHT_UID.col(),
                said.as(BROUGHT),
                lit(null).cast("long").as(RIVALS),
                lit(0).as(SHARED_POSTS)))
        .groupBy(LEFT_UID.col(), RIGHT_UID.col())
        .agg(
            bit_or(col(BROUGHT)).as(BROUGHT),
            coalesce(min(col(RIVALS)), lit((long) Blocking.largestOf(Blocking.NAME_KEY.family())))
                .as(RIVALS),
            sum(col(SHARED_POSTS)).as(SHARED_POSTS))
        .withColumn(RULES.name(), named(col(BROUGHT)))
        .drop(BROUGHT);
  }

  /** The rule's bit where one of these is among the evidence. */
  private static Column saidBy(Blocking rule, String... evidence) {
    return when(arrays_overlap(EVIDENCE.col(), lit(evidence)), bit(rule.rule())).otherwise(0);
  }

  /** Sets of rules as bits: millions of small arrays would be sorted to be brought together. */
  private static int bit(String rule) {
    return 1 << BITS.indexOf(rule);
  }

  private static Column bitOf(Column rule) {
    Column bit = lit(0);
    for (Blocking one : Blocking.values()) {
      bit = when(rule.equalTo(one.rule()), bit(one.rule())).otherwise(bit);
    }
    return bit;
  }

  private static Column named(Column bits) {
    Column[] names =
        BITS.stream()
            .map(rule -> when(bits.bitwiseAND(lit(bit(rule))).notEqual(0), rule))
            .toArray(Column[]::new);
    return array_compact(array(names));
  }

  /** Whether a key's accounts are few enough. */
  static Column fits() {
    Column fits = lit(false);
    for (Blocking rule : Blocking.values()) {
      fits = fits.or(RULE.col().equalTo(rule.rule()).and(HOLDERS.col().leq(rule.largest())));
    }
    return fits;
  }

  /** Whether a rule brought a compared pair together, so that it may be one person's. */
  static Column isCandidate() {
    return not(ComparedPair.RULES.col().equalTo(array(lit(CONTROL))));
  }

  /** Of how many accounts one shows what chance does on its own platform. */
  static long controlsOneIn(long accounts) {
    return Math.max(1, (accounts + MOST_CONTROLS - 1) / MOST_CONTROLS);
  }

  /**
   * The accounts of each block. A rare name gives a dozen keys with the same accounts: those are
   * one block, known by two sums of its accounts, since each brings the same pairs. Shared posts
   * stay apart, for they are counted.
   */
  private static Dataset<Row> blocks(Dataset<Row> keys) {
    var ofKey = Window.partitionBy(FAMILY.col(), KEY.col());
    Column isPost = FAMILY.col().equalTo(Blocking.SHARED_POST.family());
    // an account may hold a key both by handle and by name: it stands once in a block
    return keys.repartition(FAMILY.col(), KEY.col())
        .groupBy(FAMILY.col(), KEY.col(), ACCOUNT_UID.col(), PLATFORM.col())
        .agg(bit_or(bitOf(RULE.col())).as(BROUGHT))
        .withColumn(BLOCK, bit_xor(xxhash64(ACCOUNT_UID.col())).over(ofKey))
        .withColumn(BLOCK_TOO, bit_xor(xxhash64(lit(BLOCK), ACCOUNT_UID.col())).over(ofKey))
        .withColumn(BLOCK, when(isPost, xxhash64(KEY.col())).otherwise(col(BLOCK)))
        .repartition(FAMILY.col(), col(BLOCK), col(BLOCK_TOO))
        .groupBy(FAMILY.col(), col(BLOCK), col(BLOCK_TOO), ACCOUNT_UID.col(), PLATFORM.col())
        .agg(bit_or(col(BROUGHT)).as(BROUGHT))
        .withColumn(
            PEERS,
            count(lit(1))
                .over(
                    Window.partitionBy(FAMILY.col(), col(BLOCK), col(BLOCK_TOO), PLATFORM.col())));
  }

  /** Every two accounts of a block, once per block. */
  private static Dataset<Row> met(Dataset<Row> blocks, long oneIn) {
    Column isName = FAMILY.of("l").equalTo(Blocking.NAME_KEY.family());
    Column isPost = FAMILY.of("l").equalTo(Blocking.SHARED_POST.family());
    Column own = PLATFORM.of("l").equalTo(PLATFORM.of("r"));
    Column others =
        when(own, col("l." + PEERS).minus(2))
            .otherwise(greatest(col("l." + PEERS), col("r." + PEERS)).minus(1));
    Column campaign = greatest(col("l." + PEERS), col("r." + PEERS)).gt(MOST_POSTERS);
    Column together =
        FAMILY
            .of("l")
            .equalTo(FAMILY.of("r"))
            .and(col("l." + BLOCK).equalTo(col("r." + BLOCK)))
            .and(col("l." + BLOCK_TOO).equalTo(col("r." + BLOCK_TOO)))
            .and(
                not(own).or(isName.and(pmod(xxhash64(ACCOUNT_UID.of("l")), lit(oneIn)).equalTo(0))))
            .and(ACCOUNT_UID.of("l").lt(ACCOUNT_UID.of("r")));
    Column brought =
        when(own, bit(CONTROL)).otherwise(col("l." + BROUGHT).bitwiseOR(col("r." + BROUGHT)));
    return blocks
        .as("l")
        .join(blocks.as("r"), together)
        .select(
            ACCOUNT_UID.of("l").as(LEFT_UID.name()),
            ACCOUNT_UID.of("r").as(RIGHT_UID.name()),
            brought.as(BROUGHT),
            when(isName, others).as(RIVALS),
            when(isPost.and(not(campaign)), 1).otherwise(0).as(SHARED_POSTS));
  }
}
