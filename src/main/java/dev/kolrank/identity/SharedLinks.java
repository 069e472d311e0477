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
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import com.typesafe.config.ConfigFactory;
import dev.kolrank.table.identity.AccountAlias;
import dev.kolrank.table.matching.AccountLabel;
import dev.kolrank.value.Links;
import dev.kolrank.value.ProfileRef;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;

/**
 * Pairs of accounts whose profiles carry the same page of links or the same own domain. A domain is
 * one's own when it, or the other account, is named like one of the two: sponsors' sites are
 * carried by many.
 */
final class SharedLinks {
  private static final String PAGE = "linkpage:";
  static final String ADDRESS = "address";
  private static final String TWINS = "twins";
  private static final Set<String> SHARED_HOSTS =
      Set.copyOf(
          ConfigFactory.parseResources(SharedLinks.class, "hosts.conf").getStringList("shared"));

  private static final UserDefinedFunction ADDRESSES =
      udf((UDF1<String, List<String>>) SharedLinks::addresses, createArrayType(StringType))
          .withName("shared_addresses");

  private SharedLinks() {}

  /** The findings, one per pair and shared address. */
  static Dataset<Row> of(Dataset<Row> accounts, Dataset<Row> labels, Dataset<Row> aliases) {
    Dataset<Row> carried = selective(carried(accounts, aliases)).join(labels, ACCOUNT_UID.name());
    Dataset<Row> pairs =
        carried
            .as("l")
            .join(
                carried.as("r"),
                col("l." + ADDRESS)
                    .equalTo(col("r." + ADDRESS))
                    .and(ACCOUNT_UID.of("l").lt(ACCOUNT_UID.of("r"))));
    Column names = concat_ws("\n", col("l.names"), col("r.names"));
    Column isPage = col("l." + ADDRESS).startsWith(PAGE);
    Column alike = Folding.resemblance(col("l.names"), col("r.names")).gt(Folding.NONE);
    Column own = Folding.resemblance(host(col("l." + ADDRESS)), names).gt(Folding.NONE);
    Column rivalled = col("l." + TWINS).gt(1).or(col("r." + TWINS).gt(1));
    Column fan = isFan("l").notEqual(isFan("r"));
    Column linked = not(fan).and(when(rivalled, alike).otherwise(isPage.or(own).or(alike)));
    Column evidence =
        array_compact(
            array(
                lit("same_link"),
                when(isPage, "link_page"),
                when(fan, "fan"),
                when(rivalled, "contested")));
    return Findings.of(pairs, ACCOUNT_UID.of("l"), ACCOUNT_UID.of("r"), evidence, lit(1.0), linked);
  }

  private static Column isFan(String side) {
    return AccountLabel.ABOUT.of(side).eqNullSafe(LabelAccounts.FAN);
  }

  /** Account and address, of every address that an account carries. */
  static Dataset<Row> carried(Dataset<Row> accounts, Dataset<Row> aliases) {
    Column text = concat_ws("\n", BIO.col(), LINK.col());
    Dataset<Row> carried =
        accounts
            .where(text.contains("."))
            .select(ACCOUNT_UID.col(), explode(ADDRESSES.apply(text)).as(ADDRESS));
    return AccountAlias.follow(carried, ACCOUNT_UID.name(), aliases).distinct();
  }

  /** Addresses of several accounts, but few, and how many of them are of the same platform. */
  private static Dataset<Row> selective(Dataset<Row> carried) {
    Dataset<Row> few =
        carried
            .groupBy(col(ADDRESS))
            .agg(count(lit(1)).as("sharers"))
            .where(col("sharers").between(2, Blocking.EXTERNAL_LINK.largest()))
            .drop("sharers");
    var twins = Window.partitionBy(col(ADDRESS), platformOf(ACCOUNT_UID.col()));
    return carried.join(few, ADDRESS).withColumn(TWINS, count(lit(1)).over(twins));
  }

  /** The host's name without its top level domain, as people are named. */
  private static Column host(Column address) {
    return regexp_extract(
        address, "^(?:[^/?:]*\\.)??([^./?:]+)\\.(?:(?:com|co|org|net)\\.)?[a-z]+(?:[/?]|$)", 1);
  }

  /** Pages of links and addresses on hosts that are nobody else's, without scheme and "www.". */
  static List<String> addresses(String text) {
    Set<String> found = new TreeSet<>();
    for (ProfileRef profile : Links.profiles(text)) {
      if (profile.platform().equals("linkpage")) {
        found.add(PAGE + profile.handle());
      }
    }
    for (String url : Links.urls(text)) {
      String address = url.replaceFirst("^https?://(?:www\\.)?", "");
      if (Links.profile(url) == null && !isShared(address.replaceFirst("[/?].*", ""))) {
        found.add(address);
      }
    }
    return List.copyOf(found);
  }

  private static boolean isShared(String host) {
    String rest = host;
    while (!SHARED_HOSTS.contains(rest)) {
      int dot = rest.indexOf('.');
      if (dot < 0) {
        return false;
      }
      rest = rest.substring(dot + 1);
    }
    return true;
  }
}
