package dev.kolrank.simulate;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** What only the simulator knows: who is who, who cheats, what is advertising, who means what. */
final class Truth implements Closeable {
  private final Timeline timeline;
  private final CsvWriter people;
  private final CsvWriter accounts;
  private final CsvWriter attacks;
  private final CsvWriter posts;
  private final CsvWriter comments;

  Truth(Path folder, Timeline timeline) throws IOException {
    this.timeline = timeline;
    people =
        open(
            folder.resolve("people.csv"),
            "person_id",
            "name",
            "language",
            "niche",
            "influence",
            "stage",
            "disliked",
            "namesake_of");
    accounts = open(folder.resolve("accounts.csv"), "platform", "account_id", "person_id", "kind");
    attacks = open(folder.resolve("attacks.csv"), "platform", "account_id", "attack", "started_on");
    posts =
        open(
            folder.resolve("posts.csv"),
            "platform",
            "post_id",
            "account_id",
            "sponsored",
            "disclosed");
    comments = open(folder.resolve("comments.csv"), "platform", "comment_id", "sentiment", "loyal");
  }

  private static CsvWriter open(Path path, String... header) throws IOException {
    OutputStreamWriter writer =
        new OutputStreamWriter(OutputFiles.open(path), StandardCharsets.UTF_8);
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
    csv.writeRecord(header);
    return csv;
  }

  void person(Person person) {
    people.writeRecord(
        person.id(),
        person.name().shown(),
        person.language().code(),
        person.niche().id(),
        String.valueOf(person.influence()),
        lower(person.stage()),
        String.valueOf(person.habits().disliked()),
        person.namesakeOf());
    for (Account account : person.accounts()) {
      String platform = account.site().id();
      accounts.writeRecord(
          platform, account.id(), account.personId(), account.fan() ? "fan" : "own");
      if (account.attack().kind() != Attack.Kind.NONE) {
        String started =
            Instant.ofEpochSecond(account.attack().start())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
        attacks.writeRecord(platform, account.id(), lower(account.attack().kind()), started);
      }
    }
  }

  /** Notes what this drop is the first to show. */
  void visit(Visit visit, int drop) {
    Account account = visit.account();
    String platform = account.site().id();
    for (SeenPost post : visit.posts()) {
      PostDraft draft = post.draft();
      if (timeline.first(account, draft.ordinal(), draft.at(), draft.at(), drop)) {
        posts.writeRecord(
            platform,
            draft.id(),
            account.id(),
            String.valueOf(draft.sponsored()),
            String.valueOf(draft.disclosed()));
      }
      for (Comment comment : post.comments()) {
        if (timeline.first(account, draft.ordinal(), draft.at(), comment.at(), drop)) {
          comments.writeRecord(
              platform, comment.id(), lower(comment.mood()), String.valueOf(comment.loyal()));
        }
      }
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    people.close();
    accounts.close();
    attacks.close();
    posts.close();
    comments.close();
  }
}
