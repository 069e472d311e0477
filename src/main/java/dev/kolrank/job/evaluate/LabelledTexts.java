package dev.kolrank.job.evaluate;

import com.typesafe.config.ConfigFactory;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.kolrank.core.UserError;
import dev.kolrank.silver.sentiment.LabelledText;
import dev.kolrank.silver.sentiment.Polarity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads texts whose sentiment people have told, in the forms in which such sets are handed on: CSV
 * files with a column {@code label}, and pairs {@code x_text.txt} and {@code x_labels.txt} with a
 * line per text.
 *
 * <p>A label is a polarity or an emotion, or a number that a mapping beside the file names ({@code
 * mapping.txt} of number and name, or a JSON file of names and numbers that begins as the CSV file
 * does). Without a mapping 0 is negative and 1 positive. Emotions that go either way, such as
 * surprise, are left out.
 */
public final class LabelledTexts {
  private static final List<String> TEXT_COLUMNS = List.of("text", "review", "comment", "content");

  private static final Map<String, Polarity> EMOTIONS =
      Map.of(
          "negative", Polarity.NEGATIVE,
          "angry", Polarity.NEGATIVE,
          "anger", Polarity.NEGATIVE,
          "fear", Polarity.NEGATIVE,
          "sad", Polarity.NEGATIVE,
          "sadness", Polarity.NEGATIVE,
          "neutral", Polarity.NEUTRAL,
          "positive", Polarity.POSITIVE,
          "happy", Polarity.POSITIVE,
          "joy", Polarity.POSITIVE);

  private static final Set<String> EITHER_WAY = Set.of("surprise");

  private LabelledTexts() {}

  /**
   * The sets of a file or a folder, by file name.
   *
   * @throws UserError when nothing labelled is there or a label is unknown
   */
  public static Map<String, List<LabelledText>> read(Path place) {
    var sets = new TreeMap<String, List<LabelledText>>();
    try (Stream<Path> found = Files.walk(place, 1)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".csv")) {
          sets.put(name, csv(file));
        } else if (name.endsWith("_text.txt")) {
          sets.put(name, lines(file));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UserError("--data cannot be read: %s (%s)".formatted(place, e.getMessage()), e);
    }
    if (sets.values().stream().allMatch(List::isEmpty)) {
      throw new UserError(
          "--data holds no .csv file with a column label, and no pair _text.txt and _labels.txt: "
              + place);
    }
    return sets;
  }

  private static List<LabelledText> csv(Path file) throws IOException {
    Map<String, String> names = mapping(file);
    var texts = new ArrayList<LabelledText>();
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
      for (NamedCsvRecord record : records) {
        String text =
            TEXT_COLUMNS.stream()
                .flatMap(column -> record.findField(column).stream())
                .findFirst()
                .orElseThrow(
                    () ->
                        new UserError(
                            "%s has none of the columns %s".formatted(file, TEXT_COLUMNS)));
        String label =
            record
                .findField("label")
                .orElseThrow(() -> new UserError(file + " has no column label"));
        add(text, label, names, file, texts);
      }
    }
    return texts;
  }

  private static List<LabelledText> lines(Path file) throws IOException {
    Path labels =
        file.resolveSibling(file.getFileName().toString().replace("_text.txt", "_labels.txt"));
    if (!Files.exists(labels)) {
      throw new UserError("%s has no %s beside it".formatted(file, labels.getFileName()));
    }
    List<String> lines = Files.readAllLines(file);
    List<String> given = Files.readAllLines(labels).stream().filter(l -> !l.isBlank()).toList();
    if (given.size() > lines.size()) {
      throw new UserError("%s has fewer lines than %s".formatted(file, labels.getFileName()));
    }
    Map<String, String> names = mapping(file);
    var texts = new ArrayList<LabelledText>();
    for (int i = 0; i < given.size(); i++) {
      add(lines.get(i), given.get(i), names, file, texts);
    }
    return texts;
  }

  private static void add(
      String text, String label, Map<String, String> names, Path file, List<LabelledText> texts) {
    String name = names.getOrDefault(label.strip(), label.strip()).toLowerCase(Locale.ROOT);
    if (EITHER_WAY.contains(name) || text.isBlank()) {
      return;
    }
    Polarity polarity = EMOTIONS.get(name);
    if (polarity == null) {
      throw new UserError("%s has a label that no mapping names: %s".formatted(file, label));
    }
    texts.add(new LabelledText(text, polarity));
  }

  private static Map<String, String> mapping(Path file) throws IOException {
    var names = new TreeMap<String, String>();
    String stem = file.getFileName().toString().replaceFirst("(_.*|\\.[^.]+)$", "");
    try (Stream<Path> beside = Files.list(file.toAbsolutePath().getParent())) {
      for (Path other : beside.sorted().toList()) {
        String name = other.getFileName().toString();
        if (name.startsWith(stem) && name.endsWith(".json")) {
          ConfigFactory.parseFile(other.toFile())
              .entrySet()
              .forEach(e -> names.put(e.getValue().unwrapped().toString(), e.getKey()));
        }
      }
    }
    Path listed = file.resolveSibling("mapping.txt");
    if (names.isEmpty() && Files.exists(listed)) {
      for (String line : Files.readAllLines(listed)) {
        int tab = line.indexOf('\t');
        if (tab > 0) {
          names.put(line.substring(0, tab).strip(), line.substring(tab + 1).strip());
        }
      }
    }
    return names.isEmpty() ? Map.of("0", "negative", "1", "positive") : names;
  }
}
