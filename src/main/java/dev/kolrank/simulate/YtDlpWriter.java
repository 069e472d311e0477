package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;
import static dev.kolrank.simulate.Entry.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** yt-dlp: an {@code .info.json} beside each video, of YouTube with the comments below it. */
record YtDlpWriter(Drop drop) implements SourceWriter {
  private static final int LONGEST_TITLE = 40;
  private static final int FULL_WIDTH = 0xFEE0;

  @Override
  public long write(Visit visit) throws IOException {
    long written = 0;
    for (SeenPost post : visit.posts()) {
      String title = fileName(post.draft().words().title());
      int length = Math.min(LONGEST_TITLE, title.codePointCount(0, title.length()));
      title = title.substring(0, title.offsetByCodePoints(0, length));
      String name = visit.account().id() + "/" + title + " [" + post.draft().id() + "].info.json";
      try (RecordFile file = drop.records(name, JsonFile.Layout.LINES)) {
        boolean clip = visit.account().site() == Site.TIKTOK;
        file.write(clip ? clip(visit, post) : video(visit, post));
        written += clip ? 1 : 1L + post.comments().size();
      }
    }
    return written;
  }

  /** What no file's name may have on some system is written wider. */
  private static String fileName(String title) {
    StringBuilder name = new StringBuilder();
    title
        .strip()
        .codePoints()
        .map(c -> "\"*:<>?|/\\".indexOf(c) >= 0 ? c + FULL_WIDTH : c)
        .forEach(name::appendCodePoint);
    return name.toString();
  }

  private static Entry video(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Entry info = new Entry();
    Observed seen = info.post(Site.YOUTUBE);
    Observed channel = info.account(Site.YOUTUBE);
    info.put("id", seen.text(POST_ID, draft.id()));
    info.put("title", seen.text(TITLE, draft.words().title()));
    info.put("description", seen.text(TEXT, Captions.below(draft)));
    info.put("uploader", account.name());
    info.put("uploader_id", "@" + channel.text(HANDLE, account.handle()));
    info.put("uploader_url", References.url(account));
    info.put("channel", channel.text(NAME, account.name()));
    info.put("channel_id", seen.text(ACCOUNT_ID, channel.text(ACCOUNT_ID, account.id())));
    info.put("channel_url", "https://www.youtube.com/channel/" + account.id());
    Spelled<String> subscribers = Counts.threeDigits(visit.followers());
    String followers = channel.count(FOLLOWERS, subscribers);
    info.put("channel_follower_count", Long.valueOf(followers));
    if (visit.verified()) {
      info.put("channel_is_verified", channel.flag(VERIFIED, true));
    }
    times(info, draft, seen);
    info.put("duration", seen.count(DURATION_S, draft.seconds()));
    info.put("view_count", seen.count(VIEWS, post.metrics().views()));
    info.put("like_count", seen.count(LIKES, post.metrics().likes()));
    boolean off = YouTubeItems.commentsOff(draft);
    long comments = post.metrics().comments();
    Spelled<Long> told = off ? Spelled.unknown(null) : Spelled.exact(comments, comments);
    info.put("comment_count", seen.count(COMMENTS, told));
    String category = VideoCategories.name(draft.words().topic().category());
    info.put("categories", List.of(seen.text(CATEGORY, category)));
    info.put("tags", seen.list(TAGS, draft.words().tags()));
    info.put("live_status", "not_live");
    String url = "https://www.youtube.com/watch?v=" + draft.id();
    info.put("webpage_url", seen.text(URL, url));
    info.put("extractor", "youtube");
    info.put("extractor_key", "Youtube");
    info.put("comments", off ? List.of() : comments(info, visit, post));
    epoch(info, post, seen, channel);
    return info;
  }

  private static void times(Entry info, PostDraft draft, Observed seen) {
    info.put("upload_date", Times.digits(draft.at()));
    // older versions knew the day alone
    boolean dayOnly = draft.key() % 7 == 0;
    long at = dayOnly ? Times.day(draft.at()) : draft.at();
    info.put("timestamp", dayOnly ? null : seen.seconds(PUBLISHED_AT, at));
    seen.seconds(PUBLISHED_AT, at);
  }

  private static void epoch(Entry info, SeenPost post, Observed seen, Observed owner) {
    info.put("epoch", seen.seconds(OBSERVED_AT, post.at()));
    owner.seconds(OBSERVED_AT, post.at());
    info.put("_type", "video");
  }

  private static List<Map<String, Object>> comments(Entry info, Visit visit, SeenPost post) {
    List<Map<String, Object>> comments = new ArrayList<>();
    for (Comment comment : post.comments()) {
      Observed seen = info.comment(Site.YOUTUBE).with(POST_ID, post.draft().id());
      String parent = seen.text(PARENT_ID, comment.parent());
      comments.add(
          object(
              "id", seen.text(COMMENT_ID, comment.id()),
              "parent", comment.root() ? "root" : parent,
              "text", seen.text(TEXT, comment.text()),
              "author", "@" + comment.author(),
              "author_id", seen.text(AUTHOR_ID, comment.authorId()),
              "like_count", seen.count(LIKES, post.likes(comment, Site.YOUTUBE)),
              "timestamp", seen.seconds(PUBLISHED_AT, comment.at()),
              "author_is_uploader", comment.authorId().equals(visit.account().id())));
    }
    return comments;
  }

  private static Entry clip(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String text = TikTokWriter.text(draft);
    Entry info = new Entry();
    Observed seen = info.post(Site.TIKTOK);
    Observed owner = info.account(Site.TIKTOK);
    info.put("id", seen.text(POST_ID, draft.id()));
    info.put("title", text.length() > 72 ? text.substring(0, 69) + "..." : text);
    info.put("description", seen.text(TEXT, text));
    seen.list(TAGS, Captions.tags(draft));
    info.put("uploader", owner.text(HANDLE, account.handle()));
    info.put("uploader_id", seen.text(ACCOUNT_ID, owner.text(ACCOUNT_ID, account.id())));
    info.put("uploader_url", "https://www.tiktok.com/@" + account.second());
    info.put("channel", owner.text(NAME, account.name()));
    info.put("channel_id", account.second());
    info.put("channel_url", "https://www.tiktok.com/@" + account.second());
    times(info, draft, seen);
    info.put("duration", seen.count(DURATION_S, draft.seconds() / 4));
    info.put("view_count", seen.count(VIEWS, post.metrics().views()));
    info.put("like_count", seen.count(LIKES, post.metrics().likes()));
    info.put("repost_count", seen.count(SHARES, post.metrics().shares()));
    info.put("comment_count", seen.count(COMMENTS, post.metrics().comments()));
    String url = References.url(account) + "/video/" + draft.id();
    info.put("webpage_url", seen.text(URL, url));
    info.put("extractor", "TikTok");
    info.put("extractor_key", "TikTok");
    epoch(info, post, seen, owner);
    return info;
  }

  @Override
  public void close() {}
}
