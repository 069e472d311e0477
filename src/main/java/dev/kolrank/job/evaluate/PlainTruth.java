package dev.kolrank.job.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.kolrank.core.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Two plain files: {@code who-is-who.csv} with platform, id, person; and {@code accounts.csv} or
 * {@code accounts.jsonl} with platform, id and any of handle, name, bio, link, region, followers.
 */
final class PlainTruth {
  static final String WHO = "who-is-who.csv";
  private static final String TABLE = "accounts.csv";
  private static final String LINES = "accounts.jsonl";

  private PlainTruth() {}

  static List<TruthAccount> read(Path folder) throws IOException {
    Map<String, String> persons = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(WHO))) {
      for (NamedCsvRecord row : rows) {
        persons.put(row.getField("platform") + ":" + row.getField("id"), row.getField("person"));
      }
    }
    List<TruthAccount> accounts = new ArrayList<>();
    if (Files.exists(folder.resolve(TABLE))) {
      try (CsvReader<NamedCsvRecord> rows =
          CsvReader.builder().ofNamedCsvRecord(folder.resolve(TABLE))) {
        for (NamedCsvRecord row : rows) {
          accounts.add(account(f -> blankToNull(row.findField(f).orElse(null)), persons));
        }
      }
    } else if (Files.exists(folder.resolve(LINES))) {
      var json = new ObjectMapper();
      for (String line : Files.readAllLines(folder.resolve(LINES))) {
        if (!line.isBlank()) {
          JsonNode row = json.readTree(line);
          accounts.add(
              account(f -> row.hasNonNull(f) ? blankToNull(row.get(f).asText()) : null, persons));
        }
      }
    } else {
      throw new UserError("--truth has %s and neither %s nor %s".formatted(WHO, TABLE, LINES));
    }
    return accounts;
  }

  private static TruthAccount account(UnaryOperator<String> field, Map<String, String> persons) {
    String platform = field.apply("platform");
    String id = field.apply("id");
    String uid = platform + ":" + id;
    String person = persons.get(uid);
    if (platform == null || id == null || person == null) {
      throw new UserError("--truth: %s names no person for %s".formatted(WHO, uid));
    }
    String followers = field.apply("followers");
    return new TruthAccount(
        platform,
        id,
        field.apply("handle"),
        field.apply("name"),
        field.apply("bio"),
        field.apply("link"),
        field.apply("region"),
        followers == null ? null : Long.valueOf(followers),
        person);
  }

  private static String blankToNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
