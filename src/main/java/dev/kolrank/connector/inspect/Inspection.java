package dev.kolrank.connector.inspect;

import dev.kolrank.connector.Connector;
import dev.kolrank.connector.Connector.Kind;
import dev.kolrank.connector.read.FileFormats;
import dev.kolrank.connector.read.SampleReader;
import dev.kolrank.connector.read.SampleReader.Sample;
import dev.kolrank.core.Field;
import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a sample file is and which columns its fields may hold.
 *
 * @param file the file
 * @param source the source folder's name
 * @param split the path of the records inside a document; empty where a document is a record
 * @param proposals the kinds that its records give
 */
public record Inspection(
    Path file,
    String source,
    Sample sample,
    String split,
    SampleFields fields,
    List<Proposal> proposals) {
  private static final int MOST_RECORDS = 2_000;

  /** The name of a site within an address: "threads" of www.threads.net. */
  private static final Pattern SITE =
      Pattern.compile(
          "(?i)^(?:https?:)?//(?:[\\w-]+[.])*?([\\w-]+)[.](?:co[.])?[a-z]{2,6}(?:[/:?#]|$)");

  /** A document with more fields of its own is a record that holds a list. */
  private static final int FIELDS_OF_AN_ENVELOPE = 6;

  /**
   * Looks at a file.
   *
   * @param seen a time that no value of it is later than by more than a day
   * @throws UserError when it holds no records that can be read
   */
  public static Inspection of(Path file, String source, Instant seen) {
    if (!Files.exists(file)) {
      throw new UserError("there is no file " + file);
    }
    if (!Files.isRegularFile(file)) {
      throw new UserError(file + " is no file: name one file of the source");
    }
    if (!FileFormats.isReadable(file.getFileName().toString())) {
      throw new UserError(
          "%s has an ending that kolrank does not read: rename it to .json, .jsonl, .csv or .tsv"
              .formatted(file));
    }
    Sample whole = read(file, List.of());
    SampleFields fields = SampleFields.of(whole.records());
    String split = whole.isTable() ? "" : split(whole, fields);
    Sample sample = split.isEmpty() ? whole : read(file, List.of(split));
    SampleFields own = split.isEmpty() ? fields : SampleFields.of(sample.records());
    if (sample.records().isEmpty()) {
      throw new UserError(
          "%s holds no record that can be read%s"
              .formatted(
                  file, sample.problem() == null ? "" : ": " + Plain.line(sample.problem())));
    }
    var proposer = Proposer.of(own.fields().values(), sample.isTable(), seen);
    return new Inspection(
        file, source, sample, split, own, proposer.proposals(file.getFileName().toString()));
  }

  private static Sample read(Path file, List<String> split) {
    try {
      return SampleReader.read(file, split, MOST_RECORDS);
    } catch (IOException e) {
      throw new UserError("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * The list, or the one object, that holds the records of a document; empty where the document is
   * a record itself.
   */
  private static String split(Sample sample, SampleFields fields) {
    Set<String> outer =
        fields.fields().values().stream().map(f -> f.path().get(0)).collect(Collectors.toSet());
    boolean wrapped = fields.fields().values().stream().allMatch(f -> f.path().size() > 1);
    if (wrapped && outer.size() == 1 && fields.lists().isEmpty()) {
      return outer.iterator().next();
    }
    boolean envelope = fields.fields().size() <= FIELDS_OF_AN_ENVELOPE;
    int least = envelope ? sample.records().size() : 2 * sample.records().size();
    boolean few = envelope || sample.records().size() <= 3;
    return fields.lists().entrySet().stream()
        .filter(e -> few && e.getValue() >= least)
        .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(e -> -e.getKey().length()))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Whether the file is in another encoding than Unicode. */
  boolean isForeign() {
    return !sample.charset().startsWith("UTF-");
  }

  /** The site that most addresses of posts and profiles lie on, else the source's name. */
  String platform() {
    var counts = new HashMap<String, Integer>();
    for (Proposal proposal : proposals) {
      for (Field column : proposal.kind().columns()) {
        if (List.of("url", "account_id", "handle", "post_id").contains(column.name())) {
          proposal.best(column).stream()
              .flatMap(g -> g.field().values().stream())
              .flatMap(v -> SITE.matcher(v).results())
              .map(m -> m.group(1).toLowerCase(Locale.ROOT))
              .forEach(site -> counts.merge(site.equals("twitter") ? "x" : site, 1, Integer::sum));
        }
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElseGet(() -> source.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]", "-"));
  }

  /** The nearest rule of a connector. */
  Optional<NearestRule> nearest(Collection<Connector> connectors) {
    return NearestRule.of(connectors, fields.fields().keySet(), sample.isTable());
  }

  /** Examples of a field; what people write or are called is not shown where they only comment. */
  String shown(Kind kind, FieldSample field) {
    if (kind == Kind.COMMENT) {
      return "… (of private people)";
    }
    return field.examples().stream().map(Plain::line).reduce((a, b) -> a + " | " + b).orElse("");
  }

  /** The mapping file that the proposals come to. */
  public String mapping() {
    return new MappingText(this).text();
  }
}
