package dev.kolrank.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One folder of the shared cases: its crawl and the right result that its README states. What is
 * right is read from there: nothing of it stands in this repository.
 */
record SharedCase(Path folder) {
  private static final Pattern RIGHT = Pattern.compile("\\*\\*Right[^*]*\\*\\*(.*?)\\n\\*\\*", 32);

  String name() {
    return folder.getFileName().toString();
  }

  /** The README's section on the right result. */
  String right() {
    var found = RIGHT.matcher(read(folder.resolve("README.md")));
    if (!found.find()) {
      throw new IllegalStateException(folder + " states no right result");
    }
    return found.group(1);
  }

  /** What the pattern finds first in the right result. */
  MatchResult stated(String pattern) {
    var found = Pattern.compile(pattern, Pattern.DOTALL).matcher(right());
    if (!found.find()) {
      throw new IllegalStateException("%s does not state %s".formatted(folder, pattern));
    }
    return found.toMatchResult();
  }

  /** Everything that the pattern finds in the right result. */
  List<String> allStated(String pattern) {
    return Pattern.compile(pattern).matcher(right()).results().map(MatchResult::group).toList();
  }

  /** The rows of the right result's table, each by its columns. */
  List<Map<String, String>> table() {
    List<List<String>> lines =
        right().lines().filter(l -> l.startsWith("|")).map(SharedCase::cells).toList();
    var rows = new ArrayList<Map<String, String>>();
    for (List<String> cells : lines.subList(Math.min(2, lines.size()), lines.size())) {
      var row = new LinkedHashMap<String, String>();
      for (int i = 0; i < cells.size(); i++) {
        row.put(lines.get(0).get(i), cells.get(i));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.replaceAll("^\\||\\|\\s*$", "").split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  /**
   * Copies the case's files into a crawl folder.
   *
   * @param apart whether a folder of the case's name tells its files from those of other cases
   */
  void deliver(IntakeCase crawl, boolean apart) {
    Path from = folder.resolve("crawl");
    try (var files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        Path path = from.relativize(file);
        Path day = path.subpath(0, 2);
        Path inside = apart ? day.resolve(name()) : day;
        crawl.deliver(
            inside.resolve(path.subpath(2, path.getNameCount())).toString(),
            Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
