package dev.kolrank.job.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The VTuber tracking list: a record names a creator's channels on YouTube and on Twitch. */
final class VTuberTruth {
  static final String LIST = "vtubers.jsonl";

  private VTuberTruth() {}

  static List<TruthAccount> read(Path list) throws IOException {
    var json = new ObjectMapper();
    List<TruthAccount> accounts = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      JsonNode creator = json.readTree(line).path("VTuber");
      JsonNode youtube = creator.path("YouTube");
      JsonNode twitch = creator.path("Twitch");
      if (youtube.hasNonNull("id")) {
        accounts.add(account(creator, "youtube", youtube.get("id").asText(), null));
      }
      if (twitch.hasNonNull("id")) {
        String handle = twitch.get("id").asText();
        accounts.add(account(creator, "twitch", "@" + handle, handle));
      }
    }
    return accounts;
  }

  private static TruthAccount account(JsonNode creator, String platform, String id, String handle) {
    return new TruthAccount(
        platform,
        id,
        handle,
        creator.path("name").asText(null),
        null,
        null,
        null,
        null,
        creator.path("id").asText());
  }
}
