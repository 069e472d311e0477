package dev.kolrank.job.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The list "awesome developer streams": a heading per person, and links to the person's accounts.
 */
final class StreamersTruth {
  static final String LIST = "streams.md";
  private static final Pattern HEADING = Pattern.compile("^(##+) (.+)$");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "https?://(?:www\\.|m\\.)?(twitch\\.tv|twitter\\.com|x\\.com|github\\.com|youtube\\.com|instagram\\.com)/([^)\\s]+)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHANNEL =
      Pattern.compile("(?:(?:c|user)/|@)?([^/?@]+).*", Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_ACCOUNT =
      Pattern.compile("(?:channel|playlist|watch|gaming|results|team|directory|hashtag)\\b.*|@?");

  private StreamersTruth() {}

  static List<TruthAccount> read(Path list) throws IOException {
    List<TruthAccount> accounts = new ArrayList<>();
    String person = null;
    for (String line : Files.readAllLines(list)) {
      Matcher heading = HEADING.matcher(line);
      if (heading.matches()) {
        // people stand under three signs, some by mistake under two with their name
        boolean named = heading.group(1).length() == 3 || heading.group(2).contains(" ");
        person = heading.group(1).length() <= 3 && named ? heading.group(2).strip() : person;
        if (heading.group(1).length() == 2 && !heading.group(2).contains(" ")) {
          person = null;
        }
        continue;
      }
      Matcher address = ADDRESS.matcher(line);
      while (person != null && address.find()) {
        add(accounts, address.group(1), address.group(2), person);
      }
    }
    return accounts;
  }

  private static void add(List<TruthAccount> accounts, String host, String path, String person) {
    Matcher channel = CHANNEL.matcher(path);
    if (NO_ACCOUNT.matcher(path).matches() || !channel.matches()) {
      return;
    }
    String platform =
        host.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").replace("twitter", "x");
    accounts.add(TruthAccount.named(platform, channel.group(1), person, person));
  }
}
