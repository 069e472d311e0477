package dev.kolrank.identity;

import static java.lang.Character.OTHER_SYMBOL;
import static java.lang.Character.getType;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;

import com.typesafe.config.ConfigFactory;
import dev.kolrank.identity.match.Spelling;
import dev.kolrank.table.silver.Account;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;

/**
 * Names and handles that nobody chose: those that platforms give, those of closed accounts, and
 * those that mean no name. They tell nothing of who bears them, however few do.
 */
public final class DefaultNames implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands in a name for a run of letters and digits that a platform makes up. */
  private static final String RUN = "#";

  private static final String MADE_UP = "(?=(?:[a-z]*[0-9]){3})[0-9a-z]{4,}";
  private static final int EMOJI_OF_A_NAME = 3;
  private static final List<String> SHIPPED =
      ConfigFactory.parseResources(DefaultNames.class, "nameless.conf").getStringList("default");

  private final List<String> given;
  private final HashSet<String> whole = new HashSet<>();
  private final ArrayList<Pattern> patterns = new ArrayList<>();

  private DefaultNames(List<String> given) {
    this.given = List.copyOf(given);
    SHIPPED.forEach(this::add);
    given.forEach(this::add);
  }

  /** Those of {@code nameless.conf}. */
  public static DefaultNames shipped() {
    return new DefaultNames(List.of());
  }

  /** Those of {@code nameless.conf}, and others, in which {@code #} stands for such a run. */
  public static DefaultNames with(List<String> others) {
    return new DefaultNames(others);
  }

  private void add(String name) {
    int run = name.indexOf(RUN);
    if (run < 0) {
      String spelled = Spelling.name(name);
      whole.add(spelled == null ? name : spelled);
      return;
    }
    String before = Spelling.name(name.substring(0, run));
    String behind = Spelling.name(name.substring(run + 1));
    patterns.add(
        Pattern.compile(
            (before == null ? "" : Pattern.quote(before))
                + MADE_UP
                + (behind == null ? "" : Pattern.quote(behind))));
  }

  /** Whether a name, or a handle, is one of them; also where next to nothing stands in it. */
  boolean contains(String raw) {
    String name = Spelling.name(raw);
    if (name == null || !isWritten(name)) {
      return true;
    }
    return whole.contains(name) || patterns.stream().anyMatch(p -> p.matcher(name).matches());
  }

  /** Whether it has a letter or a digit, or enough unlike emoji to be somebody's name. */
  private static boolean isWritten(String name) {
    long emoji = name.codePoints().filter(c -> getType(c) == OTHER_SYMBOL).distinct().count();
    return emoji >= EMOJI_OF_A_NAME || name.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The name, or null where it is one of them. */
  Column chosen(Column name) {
    UDF1<String, Boolean> isDefault = raw -> raw != null && contains(raw);
    return when(udf(isDefault, BooleanType).withName("is_default_name").apply(name), null)
        .otherwise(name);
  }

  /** The accounts, without display names that are among them. */
  Dataset<Row> withoutNames(Dataset<Row> accounts) {
    return accounts.withColumn(Account.NAME.name(), chosen(Account.NAME.col()));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DefaultNames names && names.given.equals(given);
  }

  @Override
  public int hashCode() {
    return given.hashCode();
  }

  @Override
  public String toString() {
    return "DefaultNames" + given;
  }
}
