package dev.kolrank.engine;

import dev.kolrank.core.Field;
import dev.kolrank.core.Table;
import dev.kolrank.table.bronze.IngestedFile;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Which stored rows of a table a night's rows replace, as SQL. */
final class Slice {

  private Slice() {}

  /** The column that a table is sliced by. */
  static String column(Table table) {
    return table.slice().map(Field::name).orElseThrow();
  }

  /**
   * The slice of the night, empty for tables without slices. Whatever the ledger does not hold was
   * left by a broken run, and goes.
   */
  static String of(Table table, Night night) {
    return switch (table.mode()) {
      case REPLACE_BATCH -> "%s > %d".formatted(column(table), night.settledBatch());
      case REPLACE_NIGHT -> "%s = DATE'%s'".formatted(column(table), night.asOf());
      default -> "";
    };
  }

  /**
   * The slice and the rows of files in other batches.
   *
   * @param files batch and file; a delivered archive stands for the files in it
   */
  static String with(String slice, List<Row> files) {
    if (files.isEmpty()) {
      return slice;
    }
    var byBatch = new TreeMap<Long, TreeSet<String>>();
    for (Row file : files) {
      byBatch.computeIfAbsent(file.getLong(0), b -> new TreeSet<>()).add(file.getString(1));
    }
    return byBatch.entrySet().stream()
        .map(e -> " OR (batch = %d AND %s)".formatted(e.getKey(), lieIn(e.getValue())))
        .collect(Collectors.joining("", slice, ""));
  }

  private static String lieIn(Collection<String> paths) {
    var archives = paths.stream().filter(p -> p.toLowerCase(Locale.ROOT).endsWith(".zip")).toList();
    String files = "source_file IN (%s)".formatted(literals(paths));
    return archives.isEmpty()
        ? files
        : "(%s OR %s IN (%s))".formatted(files, IngestedFile.DELIVERED, literals(archives));
  }

  private static String literals(Collection<String> texts) {
    return texts.stream().map(Slice::literal).collect(Collectors.joining(", "));
  }

  /** A path may hold anything: all but plain characters are escaped by their code. */
  private static String literal(String text) {
    return text.chars()
        .mapToObj(c -> isPlain(c) ? String.valueOf((char) c) : "\\u%04x".formatted(c))
        .collect(Collectors.joining("", "'", "'"));
  }

  private static boolean isPlain(int c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "/._- ".indexOf(c) >= 0);
  }
}
