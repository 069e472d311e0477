package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CREATED_AT;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.KIND;
import static dev.kolrank.simulate.Column.LANGUAGE;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;
import static dev.kolrank.simulate.Column.VIEWS_RECEIVED;
import static dev.kolrank.simulate.Entry.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages of Twitch's Helix API: users and their videos. */
final class TwitchWriter implements SourceWriter {
  private static final Site SITE = Site.TWITCH;

  private final RecordFile users;
  private final RecordFile videos;

  TwitchWriter(Drop drop) {
    users = drop.records("users.jsonl", JsonFile.Layout.LINES);
    videos = drop.records("videos.jsonl", JsonFile.Layout.LINES);
  }

  @Override
  public long write(Visit visit) throws IOException {
    Entry page = new Entry();
    users.write(page.put("data", List.of(user(visit, page.account(SITE)))));
    Entry more = new Entry();
    List<Object> items = new ArrayList<>();
    for (SeenPost post : visit.posts()) {
      items.add(video(visit, post, more.post(SITE), more.account(SITE)));
    }
    videos.write(more.put("data", items).put("pagination", object("cursor", "eyJiIjpudWxs")));
    return 1L + visit.posts().size();
  }

  private static Map<String, Object> user(Visit visit, Observed seen) {
    Account account = visit.account();
    boolean partner = seen.flag(VERIFIED, visit.verified());
    return object(
        "id", seen.text(ACCOUNT_ID, account.id()),
        "login", seen.text(HANDLE, account.handle()),
        "display_name", seen.text(NAME, account.name()),
        "type", "",
        "broadcaster_type", partner ? "partner" : account.fan() ? "" : "affiliate",
        "description", seen.text(BIO, account.bio()),
        "profile_image_url", "https://static-cdn.twitch.example/" + account.id() + ".png",
        // the API stopped counting
        "view_count", seen.count(VIEWS_RECEIVED, Spelled.unknown(0)),
        "created_at", seen.time(CREATED_AT, visit.since(), Times::iso));
  }

  private static Map<String, Object> video(
      Visit visit, SeenPost post, Observed seen, Observed owner) {
    Account account = visit.account();
    PostDraft draft = post.draft();
    String language = visit.person().language().code();
    String url = "https://www.twitch.tv/videos/" + draft.id();
    return object(
        "id", seen.text(POST_ID, draft.id()),
        "stream_id", null,
        "user_id", seen.text(ACCOUNT_ID, owner.text(ACCOUNT_ID, account.id())),
        "user_login", owner.text(HANDLE, account.handle()),
        "user_name", owner.text(NAME, account.name()),
        "title", seen.text(TITLE, draft.words().title()),
        "description", seen.text(TEXT, Captions.below(draft)),
        "created_at", Times.iso(draft.at()),
        "published_at", seen.time(PUBLISHED_AT, draft.at(), Times::iso),
        "url", seen.text(URL, url),
        "viewable", "public",
        "view_count", seen.count(VIEWS, post.metrics().views()),
        "language", seen.text(LANGUAGE, owner.text(LANGUAGE, language)),
        "type", seen.text(KIND, "archive"),
        "duration", duration(seen.count(DURATION_S, draft.seconds() * 12L)));
  }

  private static String duration(long seconds) {
    String hours = seconds >= 3_600 ? seconds / 3_600 + "h" : "";
    return hours + seconds / 60 % 60 + "m" + seconds % 60 + "s";
  }

  @Override
  public void close() throws IOException {
    users.close();
    videos.close();
  }
}
