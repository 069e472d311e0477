package dev.kolrank.notebook;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.AxesChartStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A drawn chart, as SVG. */
public record Chart(String svg) {
  private static final Color BLUE = new Color(0x1f, 0x6f, 0xb2);
  private static final Color PALE = new Color(0xdd, 0xdd, 0xdd);
  private static final int WIDTH = 900;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

  /** One bar per row: the first column names it, the second is its height. */
  public static Chart bars(String title, Dataset<Row> rows) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(500)
            .title(title)
            .yAxisTitle(rows.columns()[1])
            .build();
    List<Row> bars = rows.collectAsList();
    var names = new ArrayList<String>();
    for (int i = 0; i < bars.size(); i++) {
      names.add((i + 1) + ". " + drawable(bars.get(i).getString(0)));
    }
    plain(chart.getStyler());
    chart.getStyler().setAvailableSpaceFill(0.7);
    chart.getStyler().setXAxisLabelRotation(90);
    chart.getStyler().setAxisTickPadding(12); // with less, the longest names are cut
    chart.getStyler().setPlotGridVerticalLinesVisible(false);
    chart.addSeries("values", names, column(bars, 1)).setFillColor(BLUE);
    return drawn(chart);
  }

  /** One point per row on two axes of ranks, with the line on which both ranks are the same. */
  public static Chart ranks(String title, Dataset<Row> rows) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(560)
            .title(title)
            .xAxisTitle(rows.columns()[0])
            .yAxisTitle(rows.columns()[1])
            .build();
    List<Row> points = rows.collectAsList();
    plain(chart.getStyler());
    chart.getStyler().setXAxisLogarithmic(true);
    chart.getStyler().setYAxisLogarithmic(true);
    chart.getStyler().setDecimalPattern("#,##0");
    chart.getStyler().setMarkerSize(6);
    double last = Math.max(10, points.size());
    chart
        .addSeries("same rank", new double[] {1, last}, new double[] {1, last})
        .setXYSeriesRenderStyle(XYSeriesRenderStyle.Line)
        .setMarker(SeriesMarkers.NONE)
        .setLineColor(Color.GRAY)
        .setLineStyle(new BasicStroke(1));
    if (!points.isEmpty()) {
      chart
          .addSeries("KOLs", column(points, 0), column(points, 1))
          .setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter)
          .setMarker(SeriesMarkers.CIRCLE)
          .setMarkerColor(new Color(BLUE.getRed(), BLUE.getGreen(), BLUE.getBlue(), 130));
    }
    return drawn(chart);
  }

  /** As an image: nbconvert empties plain SVG, and an image cannot run what a name might smuggle. */
  String html() {
    String data = Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.UTF_8));
    return "<img alt=\"a chart\" src=\"data:image/svg+xml;base64," + data + "\">";
  }

  private static List<Double> column(List<Row> rows, int i) {
    return rows.stream().map(row -> ((Number) row.get(i)).doubleValue()).toList();
  }

  /** What the machine's fonts can draw of a name, shortened. */
  private static String drawable(String name) {
    if (name == null) {
      return "";
    }
    var kept = new StringBuilder();
    Plain.line(name)
        .codePoints()
        .filter(point -> point < 0x10000 && FONT.canDisplay(point)) // emoji are drawn as boxes
        .limit(18)
        .forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static void plain(AxesChartStyler styler) {
    styler.setBaseFont(FONT);
    styler.setChartTitleFont(FONT.deriveFont(Font.BOLD, 14f));
    styler.setAxisTitleFont(FONT.deriveFont(Font.BOLD));
    styler.setAxisTickLabelsFont(FONT);
    styler.setChartBackgroundColor(Color.WHITE);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesColor(PALE);
    styler.setLegendVisible(false);
  }

  private static Chart drawn(org.knowm.xchart.internal.chartpart.Chart<?, ?> chart) {
    var bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String svg = bytes.toString(StandardCharsets.UTF_8);
    return new Chart(svg);
  }
}
