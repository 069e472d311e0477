package dev.kolrank.connector;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValueType;
import dev.kolrank.connector.read.CellKind;
import dev.kolrank.connector.read.Layout;
import dev.kolrank.core.Problems;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.GlobPattern;

/** Finds what in a mapping file's layout could only fail once files are read. */
record LayoutCheck(String connector, Problems problems) {

  void globs(String key, List<String> globs) {
    for (String glob : globs) {
      try {
        new GlobPattern(glob);
      } catch (RuntimeException e) { // of a class that Hadoop keeps to itself
        add(key, "'" + glob + "' is no pattern", "as in *comments* or {videos,contents}*");
      }
    }
  }

  void charsets(List<String> names) {
    for (String name : names) {
      try {
        Charset.forName(name);
      } catch (IllegalArgumentException e) {
        add("charsets", "'" + name + "' is no encoding", "as in GB18030 or windows-1252");
      }
    }
  }

  /** The prefix of every id, so it must not hold the colon that ends it. */
  void platform(String key, String platform) {
    if (!platform.matches("[a-z0-9][a-z0-9_-]{0,31}")) {
      add(key, "'" + platform + "'", "a platform is named in lower case, as in weibo");
    }
  }

  void rules(List<Layout.Shape> shapes, List<String> split, List<String> also) {
    if (shapes.isEmpty() || shapes.size() > Layout.MOST_RULES) {
      add("rules", "there are " + shapes.size(), "there are 1 to " + Layout.MOST_RULES);
    }
    var parts = new ArrayList<>(split);
    parts.addAll(also);
    for (int i = 0; i < shapes.size(); i++) {
      String key = "rules[%d].".formatted(i);
      Layout.Shape shape = shapes.get(i);
      globs(key + "file", List.of(shape.file()));
      if (!shape.part().isEmpty() && !parts.contains(shape.part())) {
        add(key + "part", "'" + shape.part() + "'", "it is one of split and also: " + parts);
      }
    }
  }

  ZoneId zone(String zone) {
    try {
      return ZoneId.of(zone);
    } catch (DateTimeException e) {
      add("zone", "'" + zone + "'", "it is a zone such as Asia/Shanghai");
      return ZoneId.of("UTC");
    }
  }

  /** Reads how tables are written. */
  Layout.Tabular tabular(Config config, Map<String, CellKind> kinds) {
    String separator = character(config, "separator", "as in \";\" or \"\\t\"");
    String quote = character(config, "quote", "as in \"'\"");
    if (!separator.isEmpty() && separator.equals(quote)) {
      add("quote", "it is the separator too", "cells need another one");
    }
    List<List<String>> headers = config.hasPath("header") ? headers(config) : List.of();
    for (List<String> header : headers) {
      if (header.isEmpty()) {
        add("header", "it names no column", "leave it out where files have a header");
      }
    }
    return new Layout.Tabular(separator, quote, headers, kinds);
  }

  /** One list of names, or a list of such lists. */
  private static List<List<String>> headers(Config config) {
    ConfigList list = config.getList("header");
    boolean one = list.stream().noneMatch(v -> v.valueType() == ConfigValueType.LIST);
    return one
        ? List.of(config.getStringList("header"))
        : list.stream().map(names -> names.atKey("header").getStringList("header")).toList();
  }

  private String character(Config config, String key, String example) {
    String text = config.hasPath(key) ? config.getString(key) : "";
    boolean fits = text.length() == 1 && text.charAt(0) < 128 && !isPartOfCells(text.charAt(0));
    if (config.hasPath(key) && !fits) {
      add(key, "'" + text + "' is no single sign", example);
    }
    return text;
  }

  private static boolean isPartOfCells(char c) {
    return Character.isLetterOrDigit(c) || c == '\n' || c == '\r' || c == 0;
  }

  private void add(String key, String fault, String remedy) {
    problems.add("connector %s, %s".formatted(connector, key), fault, remedy);
  }
}
