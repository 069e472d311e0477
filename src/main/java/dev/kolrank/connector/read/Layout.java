package dev.kolrank.connector.read;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/**
 * How records lie in a connector's files.
 *
 * @param split for JSON: dotted paths of arrays or objects inside a document that are the records
 *     in the document's place, as in {@code items} or {@code includes.users}
 * @param also for JSON: dotted paths inside a record of further records, which are taken out of it
 * @param joins for JSON: what a record learns of the other records of its document
 * @param hidden globs of top-level fields that may name private people: never read, never kept
 * @param trailing for tables: globs of the last columns, in lower case, that a row may leave out
 * @param charsets names of the encodings to try after UTF-8
 * @param repair whether text may be UTF-8 that was encoded twice
 * @param shapes one file pattern and set of needed columns per mapping rule, in the rules' order
 * @param shape the fields of a record that some rule reads; the others are kept aside
 * @param tabular for tables: how they are written, as far as it is not to be found
 */
public record Layout(
    List<String> split,
    List<String> also,
    List<Join> joins,
    List<String> hidden,
    List<String> trailing,
    List<String> charsets,
    boolean repair,
    List<Shape> shapes,
    StructType shape,
    Tabular tabular)
    implements Serializable {

  /** Rules are bits of a number. */
  public static final int MOST_RULES = 62;

  /**
   * Which files and records a rule takes.
   *
   * @param file glob over the file's name without its compression ending
   * @param columns columns, in lower case, that the file's header must have; empty for any
   * @param without columns that the header must not have
   * @param part the split path that its records come from; empty for any
   */
  public record Shape(String file, List<String> columns, List<String> without, String part)
      implements Serializable {}

  /** Whether every JSON value is one record, so that it can be read straight from its text. */
  boolean isPlain() {
    return split.isEmpty() && also.isEmpty() && joins.isEmpty();
  }

  /** The names of the top-level fields that some rule reads. */
  List<String> known() {
    return List.of(shape.fieldNames());
  }

  /**
   * A field that a record gets: the record of the same document whose {@code id} it names.
   *
   * @param field the name that the field gets
   * @param of the record's own field that holds the id
   * @param in dotted paths inside the document of the records that are searched
   */
  public record Join(String field, String of, List<String> in) implements Serializable {
    public Join {
      in = List.copyOf(in);
    }
  }

  /**
   * How tables are written.
   *
   * @param separator the one character between cells; empty where it is found
   * @param quote the one character around cells; empty where it is found
   * @param headers columns that the crawler is known to write, for files without a header and for
   *     rows that do not fit the header above them
   * @param kinds what the cells of a column hold, by its name in lower case
   */
  public record Tabular(
      String separator, String quote, List<List<String>> headers, Map<String, CellKind> kinds)
      implements Serializable {
    /** Everything is to be found. */
    public static final Tabular FOUND = new Tabular("", "", List.of(), Map.of());

    public Tabular {
      headers = headers.stream().map(List::copyOf).toList();
      kinds = Map.copyOf(kinds);
    }
  }

  public Layout {
    split = List.copyOf(split);
    also = List.copyOf(also);
    joins = List.copyOf(joins);
    hidden = List.copyOf(hidden);
    trailing = List.copyOf(trailing);
    charsets = List.copyOf(charsets);
    shapes = List.copyOf(shapes);
    if (shapes.size() > MOST_RULES) {
      throw new IllegalArgumentException("a connector has at most %d rules".formatted(MOST_RULES));
    }
  }
}
