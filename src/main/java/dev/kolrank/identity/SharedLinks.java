package dev.kolrank.identity;

import static dev.kolrank.identity.Directions.platformOf;
import static dev.kolrank.table.Columns.ACCOUNT_UID;
import static dev.kolrank.table.silver.Account.BIO;
import static dev.kolrank.table.silver.Account.LINK;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.kolrank.identity.match.CommonNames;
import dev.kolrank.identity.match.Spelling;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.matching.AccountLabel;
import dev.kolrank.value.Links;
import dev.kolrank.value.ProfileRef;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;

/**
 * Pairs of accounts whose profiles carry the same page of links or the same domain. What two carry
 * is one person's where their names are alike, or where it is named like one of the two and no
 * crowd carries it: sponsors' sites, and agencies' addresses, are carried by people whose names are
 * unlike each other's.
 */
public final class SharedLinks implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PAGE = "linkpage:";
  static final String ADDRESS = "address";
  private static final String TWINS = "twins";
  private static final String TELLING = "telling";
  private static final String SHARERS = "sharers";
  private static final String STRANGERS = "strangers";
  private static final String OF = "of_address";
  private static final String ALIKE = "alike";

  /** So many accounts that are called like no other on their address make a crowd. */
  private static final int CROWD = 2;

  private static final Config KNOWN = ConfigFactory.parseResources(SharedLinks.class, "hosts.conf");
  private static final String FIRMS = String.join("|", KNOWN.getStringList("firms"));

  private static final UserDefinedFunction IS_NAMED_LIKE =
      udf((UDF2<String, String, Boolean>) SharedLinks::isNamedLike, BooleanType)
          .withName("is_named_like");
  private static final int SHORTEST_NAME = 3;

  private final List<String> given;
  private final HashSet<String> shared = new HashSet<>(KNOWN.getStringList("shared"));

  private SharedLinks(List<String> others) {
    this.given = List.copyOf(others);
    others.forEach(other -> shared.add(bare(other.toLowerCase(Locale.ROOT))));
  }

  /** With the shared hosts of {@code hosts.conf}. */
  public static SharedLinks shipped() {
    return new SharedLinks(List.of());
  }

  /** With further hosts and addresses that are no single person's. */
  public static SharedLinks with(List<String> others) {
    return new SharedLinks(others);
  }

  /** The findings, one per pair and shared address. */
  Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> labels, Dataset<Row> aliases) {
    Dataset<Row> carried =
        selective(carried(accounts, aliases))
            .join(labels, ACCOUNT_UID.name())
            .withColumn(TELLING, telling(AccountLabel.NAMES.col()));
    Dataset<Row> met = met(carried);
    Dataset<Row> pairs = met.join(strangers(met), col("l." + ADDRESS).equalTo(col(OF)));
    Column names = concat_ws("\n", col("l." + TELLING), col("r." + TELLING));
    Column isPage = col("l." + ADDRESS).startsWith(PAGE);
    Column called =
        when(isPage, regexp_extract(col("l." + ADDRESS), "/(.*)$", 1))
            .otherwise(host(col("l." + ADDRESS)));
    Column own = IS_NAMED_LIKE.apply(called, names).and(not(called.rlike(FIRMS)));
    Column crowd = col("l." + SHARERS).gt(2).and(col(STRANGERS).geq(CROWD));
    Column rivalled = col("l." + TWINS).gt(1).or(col("r." + TWINS).gt(1));
    Column fan = isFan("l").notEqual(isFan("r"));
    Column linked = not(fan).and(col(ALIKE).or(not(rivalled).and(not(crowd)).and(own)));
    Column evidence =
        array_compact(
            array(
                lit("same_link"),
                when(isPage, "link_page"),
                when(fan, "fan"),
                when(rivalled, "contested")));
    return Findings.of(pairs, ACCOUNT_UID.of("l"), ACCOUNT_UID.of("r"), evidence, lit(1.0), linked);
  }

  /** How many of an address's accounts are called like none of the others. */
  private static Dataset<Row> strangers(Dataset<Row> met) {
    Column both = explode(array(ACCOUNT_UID.of("l"), ACCOUNT_UID.of("r")));
    return met.select(col("l." + ADDRESS).as(OF), both.as(ACCOUNT_UID.name()), col(ALIKE))
        .groupBy(col(OF), ACCOUNT_UID.col())
        .agg(max(col(ALIKE)).as(ALIKE))
        .groupBy(col(OF))
        .agg(sum(when(col(ALIKE), 0).otherwise(1)).as(STRANGERS));
  }

  /** Every two accounts of an address, and whether their names are alike. */
  private static Dataset<Row> met(Dataset<Row> carried) {
    Column together =
        col("l." + ADDRESS)
            .equalTo(col("r." + ADDRESS))
            .and(ACCOUNT_UID.of("l").lt(ACCOUNT_UID.of("r")));
    return carried
        .as("l")
        .join(carried.as("r"), together)
        .withColumn(
            ALIKE, Folding.resemblance(col("l." + TELLING), col("r." + TELLING)).gt(Folding.NONE));
  }

  /** The names, without those that very many bear: two of one such name are no more alike. */
  private static Column telling(Column names) {
    CommonNames common = CommonNames.shipped();
    UDF1<String, String> without =
        lines ->
            lines
                .lines()
                .filter(line -> !common.contains(String.valueOf(Spelling.name(line))))
                .collect(Collectors.joining("\n"));
    return udf(without, StringType).withName("telling_names").apply(names);
  }

  /** Whether an address is called like one of the names, or begins with one. */
  private static boolean isNamedLike(String called, String names) {
    String spelled = Spelling.name(called);
    return spelled != null
        && (Folding.resemblance(called, names) > Folding.NONE
            || names
                .lines()
                .map(Spelling::name)
                .anyMatch(
                    name ->
                        name != null
                            && name.length() >= SHORTEST_NAME
                            && spelled.startsWith(name)));
  }

  private static Column isFan(String side) {
    return AccountLabel.ABOUT.of(side).eqNullSafe(LabelAccounts.FAN);
  }

  /** Account and address, of every address that an account carries. */
  Dataset<Row> carried(Dataset<Row> accounts, Dataset<Row> aliases) {
    Column text = concat_ws("\n", BIO.col(), LINK.col());
    Dataset<Row> carried =
        accounts
            .where(text.contains("."))
            .select(ACCOUNT_UID.col(), explode(read(text)).as(ADDRESS));
    return AccountAlias.follow(carried, ACCOUNT_UID.name(), aliases).distinct();
  }

  /** Addresses of several accounts, but few, and how many of them are of the same platform. */
  private static Dataset<Row> selective(Dataset<Row> carried) {
    Dataset<Row> few =
        carried
            .groupBy(col(ADDRESS))
            .agg(count(lit(1)).as(SHARERS))
            .where(col(SHARERS).between(2, Blocking.EXTERNAL_LINK.largest()));
    var twins = Window.partitionBy(col(ADDRESS), platformOf(ACCOUNT_UID.col()));
    return carried.join(few, ADDRESS).withColumn(TWINS, count(lit(1)).over(twins));
  }

  /** The host's name without its top level domain, as people are named. */
  private static Column host(Column address) {
    return regexp_extract(
        address, "^(?:[^/?:]*\\.)??([^./?:]+)\\.(?:(?:com|co|org|net)\\.)?[a-z]+(?:[/?]|$)", 1);
  }

  private Column read(Column text) {
    UDF1<String, List<String>> addresses = this::addresses;
    return udf(addresses, createArrayType(StringType)).withName("shared_addresses").apply(text);
  }

  /** Pages of links and addresses on hosts that are nobody else's, without scheme and "www.". */
  List<String> addresses(String text) {
    Set<String> found = new TreeSet<>();
    for (ProfileRef profile : Links.profiles(text)) {
      if (profile.platform().equals("linkpage") && !shared.contains(profile.handle())) {
        found.add(PAGE + profile.handle());
      }
    }
    for (String url : Links.urls(text)) {
      String address = bare(url);
      boolean isOurs = shared.contains(address) || isShared(host(address));
      if (Links.profile(url) == null && !isOurs) {
        found.add(address);
      }
    }
    return List.copyOf(found);
  }

  private static String bare(String url) {
    return url.replaceFirst("^https?://", "").replaceFirst("^www\\.", "").replaceFirst("/$", "");
  }

  private static String host(String address) {
    return address.replaceFirst("[/?].*", "");
  }

  private boolean isShared(String host) {
    String rest = host;
    while (!shared.contains(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedLinks links && links.given.equals(given);
  }

  @Override
  public int hashCode() {
    return given.hashCode();
  }

  @Override
  public String toString() {
    return "SharedLinks" + given;
  }
}
