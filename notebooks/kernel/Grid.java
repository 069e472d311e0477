package dev.kolrank.notebook;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Iterable;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as an HTML table; every cell is escaped, and typesetting of formulas is off in it. */
public record Grid(List<String> columns, List<Row> rows, boolean more) {
  private static final int MOST = 100;

  /** The first rows of a data set; a longer one says that it goes on. */
  public static Grid of(Dataset<Row> rows) {
    List<Row> taken = rows.takeAsList(MOST + 1);
    return new Grid(
        List.of(rows.columns()),
        taken.subList(0, Math.min(MOST, taken.size())),
        taken.size() > MOST);
  }

  String html() {
    if (rows.isEmpty()) {
      return "<p>No rows.</p>";
    }
    String head =
        columns.stream()
            .map(name -> "<th style=\"text-align:left\">" + Plain.html(name) + "</th>")
            .collect(Collectors.joining());
    String body =
        rows.stream()
            .map(row -> "<tr>" + cells(row) + "</tr>\n")
            .collect(Collectors.joining());
    String end = more ? "<p>The first " + MOST + " rows; there are more.</p>" : "";
    return ("<table class=\"kolrank tex2jax_ignore\"><thead><tr>%s</tr></thead>\n"
            + "<tbody>%s</tbody></table>%s")
        .formatted(head, body, end);
  }

  private static String cells(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> cell(row.get(i)))
        .collect(Collectors.joining());
  }

  private static String cell(Object value) {
    String align = value instanceof Number ? "right" : "left";
    return "<td dir=\"auto\" style=\"text-align:%s\">%s</td>"
        .formatted(align, Plain.html(text(value)));
  }

  private static String text(Object value) {
    if (value == null) {
      return "–";
    }
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      double number = ((Number) value).doubleValue();
      String pattern = Math.abs(number) >= 1000 ? "%,.0f" : Math.abs(number) < 1 ? "%.2f" : "%.1f";
      return String.format(Locale.ROOT, pattern, number);
    }
    if (value instanceof Number number) {
      return String.format(Locale.ROOT, "%,d", number.longValue());
    }
    if (value instanceof Iterable<?> items) {
      return CollectionConverters.asJava(items.toSeq()).stream()
          .map(Grid::text)
          .collect(Collectors.joining(", "));
    }
    return value.toString();
  }
}
