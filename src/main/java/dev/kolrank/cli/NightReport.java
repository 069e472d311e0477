package dev.kolrank.cli;

import static org.apache.spark.sql.functions.array_join;
import static org.apache.spark.sql.functions.col;

import dev.kolrank.engine.DeltaLake;
import dev.kolrank.job.EmptyRanking;
import dev.kolrank.job.Summary;
import dev.kolrank.table.Columns;
import dev.kolrank.table.gold.KolRanking;
import dev.kolrank.table.ops.Publication;
import java.io.PrintWriter;
import java.sql.Date;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a night's end tells: what was read, the top ten, where to look next. */
final class NightReport {
  private static final int TOP = 10;

  private final DeltaLake lake;
  private final String place;

  NightReport(SparkSession spark, String place) {
    this.lake = DeltaLake.at(spark, place);
    this.place = place;
  }

  void print(Summary summary, PrintWriter out) {
    if (summary.files() == 0) {
      out.println(summary.failed().isEmpty() ? "no new files" : "no file was taken in");
    } else {
      out.println(
          String.format(
              Locale.ROOT,
              "read %,d records in %,d files; rejected %,d (table bronze.reject says where and"
                  + " why)",
              summary.records(),
              summary.files(),
              summary.rejects()));
    }
    summary.reasons().forEach(sentence -> out.println("  " + TerminalText.line(sentence)));
    summary.failed().forEach(sentence -> out.println(TerminalText.line(sentence)));
    summary.drift().forEach(sentence -> out.println(TerminalText.line(sentence)));
    if (!summary.published()) {
      boolean changed = !summary.outcome().written().isEmpty();
      String told =
          changed
              ? "not published: the next whole night of %s publishes what was brought up to date"
              : "nothing changed: the night of %s stands as it was";
      out.println(told.formatted(summary.asOf()));
    }
    List<Row> top = top(summary);
    out.println();
    if (top.isEmpty()) {
      out.println(
          isRanked(summary)
              ? EmptyRanking.reason(lake, summary.asOf())
              : "no ranking of %s yet: run the night without --only".formatted(summary.asOf()));
    } else {
      print(top, out);
    }
    out.println();
    out.println(Sentiments.judges(lake));
    out.println("tables: " + place);
    if (!top.isEmpty()) {
      out.println(next(summary, top));
    }
    out.flush();
  }

  /** Whether a whole run ranked as of the date, be the ranking empty. */
  private boolean isRanked(Summary summary) {
    return summary.published()
        || !lake.read(Publication.TABLE)
            .where(Columns.AS_OF.col().equalTo(Date.valueOf(summary.asOf())))
            .isEmpty();
  }

  /** Asks for the niche of the first who has one. */
  private String next(Summary summary, List<Row> top) {
    String list =
        top.stream()
            .map(row -> row.getString(4))
            .filter(niche -> niche != null && niche.matches("[a-z-]*[a-z]"))
            .findFirst()
            .map(niche -> "list = 'niche' and list_key = '%s'".formatted(niche))
            .orElse("list = 'overall'");
    return ("next:   jobs/query%s \"select rank, name, score, platforms from gold.kol_ranking"
            + " where as_of = '%s' and %s order by rank limit 10\"")
        .formatted(place.equals("lake") ? "" : " --lake " + quoted(place), summary.asOf(), list);
  }

  /** As a shell reads it as one word. */
  private static String quoted(String word) {
    return word.matches("[\\w./:@+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  private List<Row> top(Summary summary) {
    if (lake.version(KolRanking.TABLE).isEmpty()) {
      return List.of();
    }
    return lake.read(KolRanking.TABLE)
        .where(Columns.AS_OF.col().equalTo(Date.valueOf(summary.asOf())))
        .where(KolRanking.LIST.col().equalTo("overall").and(KolRanking.RANK.col().leq(TOP)))
        .orderBy(KolRanking.RANK.col())
        .select(
            KolRanking.RANK.col(),
            KolRanking.NAME.col(),
            KolRanking.SCORE.col(),
            KolRanking.TIER.col(),
            KolRanking.NICHE.col(),
            array_join(col("platforms"), " "))
        .collectAsList();
  }

  private static void print(List<Row> rows, PrintWriter out) {
    out.println("rank  score  tier   niche           name                      platforms");
    for (Row row : rows) {
      out.println(
          String.format(
              Locale.ROOT,
              "%4d  %5.1f  %-6s %-15s %-25s %s",
              row.getLong(0),
              row.getDouble(2),
              row.getString(3),
              TerminalText.of(row.getString(4)),
              TerminalText.of(row.getString(1)),
              row.getString(5)));
    }
  }
}
