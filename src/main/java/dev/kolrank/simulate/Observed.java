package dev.kolrank.simulate;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * What a perfect reader finds in a record: one observation of an account, post or comment.
 *
 * <p>A writer passes each value through here on its way into the file, so that what the file says
 * and what it means are declared in one place: every method notes the value and returns its text.
 */
final class Observed {

  /** What is observed. */
  enum Kind {
    ACCOUNT,
    POST,
    COMMENT
  }

  private final Kind kind;
  private final Site site;
  private final Map<Column, Object> values = new EnumMap<>(Column.class);
  private final Set<Column> rounded = EnumSet.noneOf(Column.class);
  private final Set<Column> censored = EnumSet.noneOf(Column.class);

  private Observed(Kind kind, Site site) {
    this.kind = kind;
    this.site = site;
  }

  static Observed account(Site site) {
    return new Observed(Kind.ACCOUNT, site);
  }

  static Observed post(Site site) {
    return new Observed(Kind.POST, site);
  }

  static Observed comment(Site site) {
    return new Observed(Kind.COMMENT, site);
  }

  /** A text; blank ones say nothing. */
  String text(Column column, String text) {
    String said = text == null ? "" : text.strip();
    values.put(column, said.isEmpty() ? null : said);
    return text;
  }

  /** A text that stands in the file in another spelling. */
  <T> T means(Column column, Object meaning, T written) {
    values.put(column, meaning);
    return written;
  }

  long count(Column column, long count) {
    values.put(column, count);
    return count;
  }

  String digits(Column column, long count) {
    return String.valueOf(count(column, count));
  }

  <T> T count(Column column, Spelled<T> count) {
    return of(column, count).text();
  }

  <T> Spelled<T> of(Column column, Spelled<T> count) {
    values.put(column, count.value());
    mark(rounded, column, count.rounded());
    mark(censored, column, count.censored());
    return count;
  }

  private static void mark(Set<Column> marked, Column column, boolean mark) {
    if (mark) {
      marked.add(column);
    } else {
      marked.remove(column);
    }
  }

  /** A column that several fields of the file make up. */
  @SafeVarargs
  final void sum(Column column, Spelled<String>... parts) {
    long sum = 0;
    boolean anyRounded = false;
    for (Spelled<String> part : parts) {
      sum += part.value();
      anyRounded |= part.rounded();
    }
    of(column, new Spelled<>("", sum, anyRounded, false));
  }

  /** Every digit of a count that another field of the record rounds. */
  String exact(Column column, long count) {
    rounded.remove(column);
    return digits(column, count);
  }

  boolean flag(Column column, boolean flag) {
    values.put(column, flag);
    return flag;
  }

  /**
   * A time.
   *
   * @param at epoch seconds, no finer than the spelling tells
   */
  <T> T time(Column column, long at, LongFunction<T> spelling) {
    values.put(column, Instant.ofEpochSecond(at));
    return spelling.apply(at);
  }

  /** A time in seconds of the epoch. */
  long seconds(Column column, long at) {
    return time(column, at, Long::valueOf);
  }

  /** A time in milliseconds of the epoch. */
  long millis(Column column, long millis) {
    values.put(column, Instant.ofEpochMilli(millis));
    return millis;
  }

  List<String> list(Column column, List<String> items) {
    List<String> once = List.copyOf(new LinkedHashSet<>(items));
    values.put(column, once.isEmpty() ? null : once);
    return items;
  }

  /** Notes what the record says without a field for it. */
  Observed with(Column column, Object value) {
    values.put(column, value);
    return this;
  }

  Kind kind() {
    return kind;
  }

  Site site() {
    return site;
  }

  Map<Column, Object> values() {
    return values;
  }

  Set<Column> rounded() {
    return rounded;
  }

  Set<Column> censored() {
    return censored;
  }
}
