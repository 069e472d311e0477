package dev.kolrank.notebook;

import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import org.apache.spark.sql.Dataset;

/** How a value is shown: tables and charts as such, anything else as plain text. */
final class Display {
  private Display() {}

  /** Null for null: a cell without a value has no output. */
  static DisplayData of(Object value) {
    if (value == null) {
      return null;
    }
    var data = new DisplayData();
    if (value instanceof Dataset<?> rows) {
      data.putHTML(Grid.of(rows.toDF()).html());
      data.putText("a table");
    } else if (value instanceof Grid grid) {
      data.putHTML(grid.html());
      data.putText("a table");
    } else if (value instanceof Chart chart) {
      data.putHTML(chart.html());
      data.putText("a chart");
    } else {
      data.putText(value.toString());
    }
    return data;
  }
}
