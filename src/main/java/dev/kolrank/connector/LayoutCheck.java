package dev.kolrank.connector;

import dev.kolrank.connector.read.Layout;
import dev.kolrank.core.Problems;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
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

  private void add(String key, String fault, String remedy) {
    problems.add("connector %s, %s".formatted(connector, key), fault, remedy);
  }
}
