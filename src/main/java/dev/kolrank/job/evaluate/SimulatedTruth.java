package dev.kolrank.job.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Who is who in a simulated world: {@code truth/accounts.csv} beside the {@code crawl} folder. What
 * the accounts look like is left to the crawl.
 */
final class SimulatedTruth {
  static final Path ACCOUNTS = Path.of("truth", "accounts.csv");
  static final Path CRAWL = Path.of("crawl");

  private SimulatedTruth() {}

  static List<TruthAccount> read(Path folder) throws IOException {
    List<TruthAccount> accounts = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(ACCOUNTS))) {
      for (NamedCsvRecord row : rows) {
        accounts.add(
            TruthAccount.unseen(
                row.getField("platform"), row.getField("account_id"), row.getField("person_id")));
      }
    }
    return accounts;
  }
}
