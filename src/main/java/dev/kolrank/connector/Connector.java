package dev.kolrank.connector;

import dev.kolrank.connector.read.Layout;
import dev.kolrank.core.Field;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.types.StructType;

/**
 * How one crawler's files become observations; declared in a mapping file.
 *
 * @param name the name of its source folder
 * @param platform the platform of its accounts where a rule names no other
 * @param describes one sentence for the documentation
 * @param counts which counts are exact, and which of several fields states one; may be empty
 * @param layout how records lie in its files
 * @param zone the zone of times that name none
 * @param shape the fields of a record that the rules read
 * @param rules what becomes of a record; several may take the same one
 * @param rejects reason to SQL condition on the records that no rule may take
 */
public record Connector(
    String name,
    String platform,
    String describes,
    String counts,
    Layout layout,
    ZoneId zone,
    StructType shape,
    List<Rule> rules,
    Map<String, String> rejects) {

  public Connector {
    rules = List.copyOf(rules);
    rejects = Collections.unmodifiableMap(new TreeMap<>(rejects));
  }

  /** What a rule makes. */
  public enum Kind {
    ACCOUNT,
    POST,
    COMMENT;

    /** The columns that a rule may set, in order. */
    public List<Field> columns() {
      return Canonical.fields(this);
    }

    /** Its name in mapping files and reject rows. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Maps a record onto the canonical columns of one kind.
   *
   * @param kind what it makes
   * @param platform the platform of what it makes
   * @param where SQL condition on the record; empty for every record
   * @param set canonical column to SQL expression over the record's fields
   * @param absent canonical column to the reason why the source cannot give it
   */
  public record Rule(
      Kind kind,
      String platform,
      String where,
      Map<String, String> set,
      Map<String, String> absent) {
    public Rule {
      set = Map.copyOf(set);
      absent = Map.copyOf(absent);
    }

    /** The fields of a record that the expression of a column reads; none where it is not set. */
    public List<String> reads(Field column) {
      return RecordShape.namesIn(set.getOrDefault(column.name(), "NULL"));
    }

    /** Why it does not set {@code field}; null when it is not asked to say. */
    public String reason(Field field) {
      return absent.getOrDefault(field.name(), absent.get(ConnectorFile.ALL_OTHERS));
    }
  }

  /** Every platform that its rules speak of, sorted. */
  public List<String> platforms() {
    return rules.stream().map(Rule::platform).distinct().sorted().toList();
  }

  /**
   * A rule in words that stay while it takes the same records, whatever it makes of them.
   *
   * @param number its place, from 0
   */
  public String ruleName(int number) {
    String words = words(number);
    long same = IntStream.range(0, number).filter(i -> words(i).equals(words)).count();
    return same == 0 ? words : "%s (%d)".formatted(words, same + 1);
  }

  private String words(int number) {
    Rule rule = rules.get(number);
    Layout.Shape shape = layout.shapes().get(number);
    var words = new StringBuilder(rule.kind().label());
    words.append(rule.platform().equals(platform) ? "" : " of " + rule.platform());
    words.append(shape.file().equals("*") ? "" : " in " + shape.file());
    words.append(shape.part().isEmpty() ? "" : " from " + shape.part());
    words.append(shape.columns().isEmpty() ? "" : " with " + String.join(", ", shape.columns()));
    words.append(shape.without().isEmpty() ? "" : " without " + String.join(", ", shape.without()));
    words.append(rule.where().isEmpty() ? "" : " where " + rule.where());
    return words.toString().strip().replaceAll("\\s+", " ");
  }

  /** Says what the mapping is: equal for the same one, in every start of the program. */
  public String digest() {
    String mapped =
        rules.stream()
            .map(r -> r.kind() + r.platform() + r.where() + new TreeMap<>(r.set()))
            .collect(Collectors.joining("\n"));
    String all =
        String.join(
            "\n",
            name,
            platform,
            layout.toString(),
            zone.getId(),
            shape.sql(),
            rejects.toString(),
            mapped);
    return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether any rule makes comments, which need the operator's key. */
  public boolean hasComments() {
    return rules.stream().anyMatch(r -> r.kind() == Kind.COMMENT);
  }
}
