package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.VIEWS;
import static dev.kolrank.simulate.Column.VIEWS_RECEIVED;

import java.util.Locale;

/** The table of Apify's YouTube scraper, which repeats the channel beside each video. */
final class ApifyYouTubeRows {
  private static final Site SITE = Site.YOUTUBE;

  private ApifyYouTubeRows() {}

  static SourceWriter open(Drop drop) {
    return new RecordsWriter()
        .posts(drop.table("dataset_youtube-scraper.csv", TableStyle.PLAIN), ApifyYouTubeRows::row);
  }

  private static Entry row(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    boolean off = YouTubeItems.commentsOff(draft);
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed channel = row.account(SITE);
    row.put("id", seen.text(POST_ID, draft.id()));
    row.put("viewCount", seen.count(VIEWS, post.metrics().views()));
    row.put("channelName", channel.text(NAME, account.name()));
    String id = seen.text(ACCOUNT_ID, channel.text(ACCOUNT_ID, account.id()));
    row.put("inputChannelUrl", "https://www.youtube.com/channel/" + id + "/about");
    row.put("likes", seen.count(LIKES, post.metrics().likes()));
    Spelled<String> comments = off ? Spelled.unknown("0") : Counts.plain(post.metrics().comments());
    row.put("commentsCount", seen.count(COMMENTS, comments));
    row.put("duration", duration(seen.count(DURATION_S, draft.seconds())));
    row.put("date", seen.time(PUBLISHED_AT, Times.day(draft.at()), Times::date));
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("numberOfSubscribers", channel.count(FOLLOWERS, Counts.threeDigits(visit.followers())));
    row.put("commentsTurnedOff", off ? "true" : "false");
    row.put("comments", "");
    Spelled<String> views = Counts.indian(visit.likesReceived() * 22);
    row.put("channelTotalViews", channel.count(VIEWS_RECEIVED, views));
    return row;
  }

  private static String duration(long seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
