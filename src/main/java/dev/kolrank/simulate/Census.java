package dev.kolrank.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * The profiles of a large invented world without its posts, and who is behind each: what {@code
 * evaluate identity --truth} reads. A larger census of the same seed begins with the same people.
 *
 * @param seed the same seed gives the same bytes
 * @param accounts profiles
 */
public record Census(long seed, long accounts) {
  private static final Timeline SPAN = new Timeline(LocalDate.of(2026, 6, 28), 60, 1, 1);

  /** Writes {@code accounts.csv} and {@code who-is-who.csv}. */
  public void writeTo(Path folder) throws IOException {
    int most = (int) Math.min(Integer.MAX_VALUE, accounts + 1);
    var people = new People(new World(seed, most, SPAN, Vocabulary.load()));
    try (CsvWriter profiles = open(folder.resolve("accounts.csv"));
        CsvWriter who = open(folder.resolve("who-is-who.csv"))) {
      profiles.writeRecord(
          "platform", "id", "handle", "name", "bio", "link", "language", "followers");
      who.writeRecord("platform", "id", "person");
      long written = 0;
      for (int index = 0; written < accounts; index++) {
        Person person = people.at(index);
        for (Account account : person.accounts()) {
          if (written++ < accounts) {
            String platform = account.site().id();
            profiles.writeRecord(
                platform,
                account.id(),
                showsHandle(account.site()) ? account.handle() : "",
                account.name(),
                account.bio(),
                account.homepage(),
                person.language().code(),
                String.valueOf(Math.round(account.followers())));
            who.writeRecord(platform, account.id(), account.personId());
          }
        }
      }
    }
  }

  /** Where Chinese is spoken, profiles are known by name and number. */
  private static boolean showsHandle(Site site) {
    return !site.chinese() || site == Site.DOUYIN;
  }

  private static CsvWriter open(Path path) throws IOException {
    var writer = new OutputStreamWriter(OutputFiles.open(path), StandardCharsets.UTF_8);
    return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
  }
}
