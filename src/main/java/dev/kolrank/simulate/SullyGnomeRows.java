package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LANGUAGE;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.TYPICAL_VIEWS;
import static dev.kolrank.simulate.Column.VERIFIED;

import java.util.Locale;

/** SullyGnome's table of Twitch channels over a period. */
final class SullyGnomeRows {
  private SullyGnomeRows() {}

  static SourceWriter open(Drop drop) {
    return new RecordsWriter()
        .profiles(drop.table("channels.csv", TableStyle.PLAIN), SullyGnomeRows::row);
  }

  private static Entry row(Visit visit) {
    Account account = visit.account();
    long average = 1 + visit.followers() / 300;
    Entry row = new Entry();
    Observed seen = row.account(Site.TWITCH);
    seen.text(ACCOUNT_ID, Captions.byHandle(account.handle()));
    seen.text(HANDLE, account.handle().toLowerCase(Locale.ROOT));
    row.put("Channel", channel(account, seen));
    row.put("Watch time(Minutes)", average * 5_000);
    row.put("Stream time(minutes)", 5_000);
    row.put("Peak viewers", average * 3);
    // over a stream at least as many come by as watch at a time
    row.put(
        "Average viewers", seen.count(TYPICAL_VIEWS, new Spelled<>(average, average, false, true)));
    row.put("Followers", seen.count(FOLLOWERS, visit.followers()));
    row.put("Followers gained", visit.followers() / 40);
    row.put("Views gained", average * 70);
    row.put("Partnered", seen.flag(VERIFIED, visit.verified()) ? "True" : "False");
    row.put("Mature", "False");
    seen.text(LANGUAGE, visit.person().language().code());
    row.put("Language", language(visit.person().language()));
    return row;
  }

  /** Names in other scripts are followed by the login. */
  private static String channel(Account account, Observed seen) {
    boolean latin = account.name().chars().allMatch(c -> c < 0x80);
    return latin
        ? seen.text(NAME, account.handle())
        : seen.text(NAME, account.name()) + " (" + account.handle() + ")";
  }

  private static String language(Language language) {
    return switch (language) {
      case ZH -> "Chinese";
      case EN -> "English";
      case JA -> "Japanese";
      case KO -> "Korean";
      case ES -> "Spanish";
    };
  }
}
