package dev.kolrank.identity;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import com.typesafe.config.ConfigFactory;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.expressions.Window;

/** Bios as they are compared: without what says how to reach somebody, but not who it is. */
final class Bios {
  private static final int LEAST = 12;
  private static final int MOST = 300;
  private static final int LONGEST_READ = 1_000;
  private static final int SHINGLE = 4;

  /** Links, mail addresses and hosts: an agency's clients all give the same ones. */
  private static final String CONTACT =
      "https?://\\S+|\\S+@\\S+\\.\\S+|\\bwww\\.\\S+"
          + "|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}(?:/\\S*)?";

  private static final String PHRASES =
      ConfigFactory.parseResources(Bios.class, "bios.conf").getStringList("phrases").stream()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .map(Pattern::quote)
          .collect(Collectors.joining("|"));

  private Bios() {}

  /** The letters and digits of what a bio says of somebody; null where that is next to nothing. */
  static Column letters(Column bio) {
    Column said = regexp_replace(lower(bio).substr(1, LONGEST_READ), CONTACT, " ");
    Column kept = regexp_replace(regexp_replace(said, PHRASES, " "), "[^\\p{L}\\p{N}]+", "");
    return when(length(kept).geq(LEAST), kept.substr(1, MOST));
  }

  /**
   * The bios' runs of letters; null of those that several accounts of a platform have in the same
   * words, which are nobody's own. Hashes, since every pair carries those of both: text would be
   * ten times as long.
   */
  static Column shingles(Column account, Column letters) {
    // those without a bio are each for themselves: together they would be one task's
    Column words = coalesce(letters, account);
    var bearers = Window.partitionBy(Directions.platformOf(account), words);
    Column starts = sequence(lit(1), length(letters).minus(SHINGLE - 1));
    return when(
        letters.isNotNull().and(count(letters).over(bearers).equalTo(1)),
        array_sort(
            array_distinct(transform(starts, at -> hash(letters.substr(at, lit(SHINGLE)))))));
  }
}
