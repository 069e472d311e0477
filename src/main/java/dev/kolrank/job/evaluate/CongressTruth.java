package dev.kolrank.job.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The accounts of members of Congress as the project "congress-legislators" lists them. Its files
 * hold one key a line in a fixed layout, of which a few keys are read.
 */
final class CongressTruth {
  static final String ACCOUNTS = "legislators-social-media.yaml";
  private static final String PEOPLE = "legislators-current.yaml";
  private static final Pattern ENTRY = Pattern.compile("^ *(?:- )?([a-z_]+): *(.+)$");
  private static final Map<String, String> PLATFORMS =
      Map.of(
          "twitter", "x", "facebook", "facebook", "youtube", "youtube", "instagram", "instagram");

  private CongressTruth() {}

  static List<TruthAccount> read(Path folder) throws IOException {
    Map<String, String> names = names(folder.resolve(PEOPLE));
    List<TruthAccount> accounts = new ArrayList<>();
    String person = "";
    for (String line : Files.readAllLines(folder.resolve(ACCOUNTS))) {
      Matcher entry = ENTRY.matcher(line);
      if (!entry.matches()) {
        continue;
      }
      String value = unquoted(entry.group(2));
      String platform = PLATFORMS.get(entry.group(1));
      if (entry.group(1).equals("bioguide")) {
        person = value;
      } else if (platform != null) {
        accounts.add(TruthAccount.named(platform, value, names.get(person), person));
      }
    }
    return accounts;
  }

  private static Map<String, String> names(Path people) throws IOException {
    Map<String, String> names = new HashMap<>();
    String person = "";
    for (String line : Files.readAllLines(people)) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches() && entry.group(1).equals("bioguide")) {
        person = unquoted(entry.group(2));
      } else if (entry.matches() && entry.group(1).equals("official_full")) {
        names.put(person, unquoted(entry.group(2)));
      }
    }
    return names;
  }

  private static String unquoted(String value) {
    return value.strip().replaceFirst("^['\"](.*)['\"]$", "$1");
  }
}
