package dev.kolrank.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** How query results are shown. */
enum ResultFormat {
  table {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      List<Row> shown = asText(rows).limit(SHOWN + 1).collectAsList();
      String[] names = rows.columns();
      int[] widths = new int[names.length];
      var cells = new ArrayList<List<String>>();
      cells.add(List.of(names));
      for (Row row : shown.subList(0, Math.min(SHOWN, shown.size()))) {
        var line = new ArrayList<String>();
        for (int i = 0; i < names.length; i++) {
          line.add(TerminalText.of(row.getString(i)));
        }
        cells.add(line);
      }
      for (List<String> line : cells) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], line.get(i).length());
        }
      }
      for (List<String> line : cells) {
        var padded = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
          String cell = line.get(i);
          padded.append(cell).append(" ".repeat(widths[i] - cell.length() + 2));
        }
        out.println(padded.toString().stripTrailing());
      }
      if (shown.size() > SHOWN) {
        out.println("… more rows: add a limit, or use --format csv for all of them");
      }
      out.flush();
    }
  },
  csv {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      // closing would close the terminal's stream too
      CsvWriter csv = CsvWriter.builder().bufferSize(0).build(out);
      csv.writeRecord(rows.columns());
      Iterator<Row> all = asText(rows).toLocalIterator();
      while (all.hasNext()) {
        Row row = all.next();
        var line = new ArrayList<String>();
        for (int i = 0; i < row.size(); i++) {
          line.add(row.getString(i));
        }
        csv.writeRecord(line);
      }
      flush(csv);
      out.flush();
    }
  },
  json {
    @Override
    void print(Dataset<Row> rows, PrintWriter out) {
      rows.toJSON().toLocalIterator().forEachRemaining(out::println);
      out.flush();
    }
  };

  private static final int SHOWN = 200;

  /** Writes every row. */
  abstract void print(Dataset<Row> rows, PrintWriter out);

  private static void flush(CsvWriter csv) {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every column as text: lists of texts joined by blanks, other nested values as JSON. */
  private static Dataset<Row> asText(Dataset<Row> rows) {
    var columns = new ArrayList<Column>();
    for (StructField field : rows.schema().fields()) {
      Column column = rows.col("`" + field.name().replace("`", "``") + "`");
      Column text =
          switch (field.dataType().typeName()) {
            case "array" ->
                DataTypes.StringType.equals(((ArrayType) field.dataType()).elementType())
                    ? functions.array_join(column, " ")
                    : functions.to_json(column);
            case "struct", "map", "variant" -> functions.to_json(column);
            default -> column.cast(DataTypes.StringType);
          };
      columns.add(text.as(field.name()));
    }
    return rows.select(columns.toArray(Column[]::new));
  }
}
