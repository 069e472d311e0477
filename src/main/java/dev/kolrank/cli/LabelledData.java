package dev.kolrank.cli;

import dev.kolrank.core.UserError;
import dev.kolrank.job.evaluate.LabelledTexts;
import dev.kolrank.silver.sentiment.LabelledText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say where labelled texts are and in which language. */
final class LabelledData {
  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description = "labelled texts: a .csv file, a pair _text.txt and _labels.txt, or a folder")
  private List<Path> data;

  @Option(
      names = "--language",
      required = true,
      paramLabel = "CODE",
      description = "their language, ISO 639-1, as in en or zh")
  private String language;

  String language() {
    if (!language.matches("[a-z]{2}")) {
      throw new UserError("--language is a code of two letters, as in en, got " + language);
    }
    return language;
  }

  /** The sets, by file name. */
  Map<String, List<LabelledText>> sets() {
    var sets = new TreeMap<String, List<LabelledText>>();
    for (Path place : data) {
      if (!Files.exists(place)) {
        throw new UserError("--data names nothing: " + place);
      }
      LabelledTexts.read(place)
          .forEach(
              (name, texts) -> {
                if (sets.putIfAbsent(name, texts) != null) {
                  throw new UserError(
                      "--data holds two sets called %s: rename one of them".formatted(name));
                }
              });
    }
    if (sets.values().stream().flatMap(List::stream).map(LabelledText::polarity).distinct().count()
        < 2) {
      throw new UserError("--data has texts of one polarity only; give some of another");
    }
    return sets;
  }
}
