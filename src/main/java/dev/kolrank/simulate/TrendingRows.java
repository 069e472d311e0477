package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.DISLIKES;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.VIEWS;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The lists of trending videos in their three layouts, the newest one first, in turn by drop. The
 * older two know a channel by its title; the newest one was encoded as UTF-8 twice.
 */
record TrendingRows(LocalDate day) {
  private static final Site SITE = Site.YOUTUBE;
  private static final int YEAR_OF_THE_FIRST = 2017;

  static SourceWriter open(Drop drop) {
    TrendingRows rows = new TrendingRows(drop.day());
    return switch (drop.number() % 3) {
      case 0 ->
          new RecordsWriter()
              .posts(
                  drop.table("US_youtube_trending_data.csv", TableStyle.MARKED.encodedTwice()),
                  rows::newest);
      case 1 ->
          new RecordsWriter().posts(drop.table("USvideos.csv", TableStyle.PLAIN), rows::first);
      default ->
          new RecordsWriter().posts(drop.table("USvideos.csv", TableStyle.PLAIN), rows::second);
    };
  }

  private Entry newest(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed channel = row.account(SITE);
    String id = visit.account().id();
    String category = VideoCategories.name(draft.words().topic().category());
    row.put("video_id", seen.text(POST_ID, draft.id()));
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("publishedAt", seen.time(PUBLISHED_AT, draft.at(), Times::iso));
    row.put("channelId", seen.text(ACCOUNT_ID, channel.text(ACCOUNT_ID, id)));
    row.put("channelTitle", channel.text(NAME, visit.account().name()));
    row.put("categoryId", draft.words().topic().category());
    row.put("categoryName", seen.text(CATEGORY, category));
    long at = midnight(day);
    channel.time(OBSERVED_AT, at, Times::iso);
    row.put("trending_date", seen.time(OBSERVED_AT, at, Times::iso));
    row.put("tags", String.join("|", seen.list(TAGS, draft.words().tags())));
    row.put("view_count", seen.count(VIEWS, post.metrics().views()));
    row.put("likes", seen.count(LIKES, post.metrics().likes()));
    row.put("dislikes", seen.means(DISLIKES, null, "0"));
    comments(row, "comment_count", seen, post);
    row.put("thumbnail_link", "https://i.ytimg.com/vi/" + draft.id() + "/default.jpg");
    row.put("comments_disabled", YouTubeItems.commentsOff(draft) ? "TRUE" : "FALSE");
    row.put("ratings_disabled", "FALSE");
    row.put("description", seen.text(TEXT, Captions.below(draft)));
    return row;
  }

  /** Where comments are off, the list writes 0. */
  private static void comments(Entry row, String field, Observed seen, SeenPost post) {
    boolean off = YouTubeItems.commentsOff(post.draft());
    long comments = post.metrics().comments();
    row.put(
        field, seen.count(COMMENTS, off ? Spelled.unknown(0L) : Spelled.exact(comments, comments)));
  }

  /** The years 2017 and 2018. */
  private Entry second(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed channel = row.account(SITE);
    row.put("video_id", seen.text(POST_ID, draft.id()));
    String date = seen.time(OBSERVED_AT, midnight(day), at -> written("uu.dd.MM", day));
    row.put("trending_date", channel.time(OBSERVED_AT, midnight(day), at -> date));
    titles(row, visit, draft, seen, channel);
    row.put("publish_time", seen.time(PUBLISHED_AT, draft.at(), Times::isoMillis));
    String quoted = "\"" + String.join("\"|\"", seen.list(TAGS, draft.words().tags())) + "\"";
    row.put("tags", quoted);
    counts(row, seen, post);
    comments(row, "comment_count", seen, post);
    row.put("thumbnail_link", "https://i.ytimg.com/vi/" + draft.id() + "/default.jpg");
    row.put("comments_disabled", YouTubeItems.commentsOff(draft) ? "True" : "False");
    row.put("ratings_disabled", "False");
    row.put("video_error_or_removed", "False");
    row.put("description", seen.text(TEXT, Captions.below(draft)));
    return row;
  }

  /** The autumn of 2017. */
  private Entry first(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed channel = row.account(SITE);
    row.put("video_id", seen.text(POST_ID, draft.id()));
    titles(row, visit, draft, seen, channel);
    row.put("tags", String.join("|", seen.list(TAGS, draft.words().tags())));
    counts(row, seen, post);
    row.put("comment_total", seen.count(COMMENTS, post.metrics().comments()));
    row.put("thumbnail_link", "https://i.ytimg.com/vi/" + draft.id() + "/default.jpg");
    long at = midnight(day.withYear(YEAR_OF_THE_FIRST));
    String date = seen.time(OBSERVED_AT, at, time -> written("dd.MM", day));
    row.put("date", channel.time(OBSERVED_AT, at, time -> date));
    return row;
  }

  private static void titles(
      Entry row, Visit visit, PostDraft draft, Observed seen, Observed channel) {
    String name = visit.account().name();
    String key = seen.text(ACCOUNT_ID, channel.text(ACCOUNT_ID, Captions.byName(name)));
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("channel_title", channel.text(NAME, key.substring(1)));
    String number = draft.words().topic().category();
    row.put("category_id", seen.means(CATEGORY, VideoCategories.name(number), number));
  }

  private static void counts(Entry row, Observed seen, SeenPost post) {
    row.put("views", seen.count(VIEWS, post.metrics().views()));
    row.put("likes", seen.count(LIKES, post.metrics().likes()));
    row.put("dislikes", seen.count(DISLIKES, post.metrics().dislikes()));
  }

  private static long midnight(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
  }

  private static String written(String pattern, LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern).format(day);
  }
}
