package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.TYPICAL_ENGAGEMENTS;
import static dev.kolrank.simulate.Column.TYPICAL_VIEWS;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A table of TikTok creators with averages to two decimals and lists as JSON in cells. */
final class CreatorAtlasRows {
  private CreatorAtlasRows() {}

  static SourceWriter open(Drop drop) {
    return new RecordsWriter()
        .profiles(drop.table("creators.csv", TableStyle.PLAIN), visit -> row(visit, drop.day()));
  }

  private static Entry row(Visit visit, LocalDate day) {
    Account account = visit.account();
    String handle = account.handle().toLowerCase(Locale.ROOT);
    Entry row = new Entry();
    Observed seen = row.account(Site.TIKTOK);
    seen.text(ACCOUNT_ID, "@" + handle);
    row.put("creator_id", handle);
    row.put("username", seen.text(HANDLE, handle));
    row.put("display_name", seen.text(NAME, account.name()));
    row.put("bio", seen.text(BIO, account.bio()));
    row.put("category", seen.text(CATEGORY, visit.person().niche().label()));
    row.put("recent_captions", "[\"a day off\"]");
    row.put(
        "hashtags",
        visit.posts().get(0).draft().words().tags().stream()
            .map(tag -> "\"" + tag + "\"")
            .collect(Collectors.joining(", ", "[", "]")));
    row.put("followers", seen.count(FOLLOWERS, visit.followers()));
    // likes are only a part of what a post gets
    Spelled<String> likes = average(visit, Metrics::likes);
    row.put(
        "avg_likes",
        seen.count(
            TYPICAL_ENGAGEMENTS,
            new Spelled<>(likes.text(), likes.value(), likes.rounded(), true)));
    row.put("avg_views", seen.count(TYPICAL_VIEWS, average(visit, Metrics::views)));
    row.put("profile_url", References.url(account));
    long at = day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    row.put("collected_at", seen.time(OBSERVED_AT, at, Times::date));
    row.put("source", "scrape");
    return row;
  }

  private static Spelled<String> average(Visit visit, ToLongFunction<Metrics> metric) {
    long sum = visit.posts().stream().mapToLong(post -> metric.applyAsLong(post.metrics())).sum();
    long hundredths = Math.max(100, 100 * sum / visit.posts().size());
    String text =
        String.format(Locale.ROOT, "%d.%02d", hundredths / 100, hundredths % 100)
            .replaceFirst("0$", "");
    return new Spelled<>(text, (hundredths + 50) / 100, hundredths % 100 > 0, false);
  }
}
