package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** User feeds as tiktok-scraper saves them: a bare array, or one below {@code collector}. */
final class TikTokWriter implements SourceWriter {
  private static final Site SITE = Site.TIKTOK;

  private final JsonFile feed;

  TikTokWriter(Drop drop) {
    boolean collector = drop.number() % 2 == 0;
    feed =
        drop.json(
            "user_feed.json.gz", collector ? JsonFile.Layout.COLLECTOR : JsonFile.Layout.ARRAY);
  }

  @Override
  public long write(Visit visit) throws IOException {
    for (SeenPost post : visit.posts()) {
      Observed video = Observed.post(SITE);
      Observed owner = Observed.account(SITE);
      item(feed.record(), visit, post, video, owner);
      feed.note(video, owner);
    }
    return visit.posts().size();
  }

  private static void item(
      JsonGenerator json, Visit visit, SeenPost post, Observed video, Observed owner)
      throws IOException {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String page = "https://www.tiktok.com/@" + account.handle();
    json.writeStartObject();
    json.writeStringField("id", video.text(POST_ID, draft.id()));
    json.writeStringField("text", video.text(TEXT, text(draft)));
    json.writeNumberField("createTime", video.seconds(PUBLISHED_AT, draft.at()));
    video.with(ACCOUNT_ID, account.id());
    author(json, visit, owner);
    music(json, draft);
    json.writeObjectFieldStart("covers");
    json.writeStringField("default", "https://img.tiktok.example/" + draft.id() + ".jpg");
    json.writeEndObject();
    json.writeStringField("webVideoUrl", video.text(URL, page + "/video/" + draft.id()));
    json.writeStringField("videoUrl", "");
    json.writeObjectFieldStart("videoMeta");
    json.writeNumberField("height", 1_024);
    json.writeNumberField("width", 576);
    json.writeNumberField("duration", video.count(DURATION_S, draft.seconds() / 4));
    json.writeEndObject();
    json.writeNumberField("diggCount", video.count(LIKES, Counts.whole(post.metrics().likes())));
    json.writeNumberField("shareCount", video.count(SHARES, Counts.whole(post.metrics().shares())));
    json.writeNumberField("playCount", video.count(VIEWS, Counts.whole(post.metrics().views())));
    json.writeNumberField(
        "commentCount", video.count(COMMENTS, Counts.whole(post.metrics().comments())));
    json.writeBooleanField("downloaded", false);
    json.writeArrayFieldStart("mentions");
    for (Account partner : draft.partner()) {
      if (partner.site() == SITE) {
        json.writeString("@" + partner.handle());
      }
    }
    json.writeEndArray();
    video.list(TAGS, draft.words().tags());
    hashtags(json, draft);
    json.writeEndObject();
  }

  static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().title());
    if (draft.sponsored()) {
      text.append(' ').append(draft.words().body());
    }
    draft.partner().stream()
        .filter(partner -> partner.site() == SITE)
        .forEach(partner -> text.append(" @").append(partner.handle()));
    return text.append(' ').append(draft.words().hashtags()).toString();
  }

  private static void author(JsonGenerator json, Visit visit, Observed owner) throws IOException {
    Account account = visit.account();
    json.writeObjectFieldStart("authorMeta");
    json.writeStringField("id", owner.text(ACCOUNT_ID, account.id()));
    json.writeStringField("secUid", account.second());
    json.writeStringField("name", owner.text(HANDLE, account.handle()));
    json.writeStringField("nickName", owner.text(NAME, account.name()));
    json.writeBooleanField("verified", owner.flag(VERIFIED, visit.verified()));
    json.writeStringField("signature", owner.text(BIO, account.bio()));
    json.writeStringField("avatar", "https://img.tiktok.example/" + account.id() + ".jpg");
    json.writeNumberField("following", owner.count(FOLLOWING, visit.following()));
    json.writeNumberField("fans", owner.count(FOLLOWERS, Counts.whole(visit.followers())));
    json.writeNumberField(
        "heart", owner.count(LIKES_RECEIVED, Counts.whole(visit.likesReceived())));
    json.writeNumberField("video", owner.count(POSTS, visit.posted()));
    json.writeNumberField("digg", visit.fixed(10, 0, 5_000));
    json.writeEndObject();
  }

  private static void music(JsonGenerator json, PostDraft draft) throws IOException {
    json.writeObjectFieldStart("musicMeta");
    json.writeStringField("musicId", "67" + Math.floorMod(draft.key(), 1_000_000_000L));
    json.writeStringField("musicName", "original sound");
    json.writeStringField("musicAuthor", "");
    json.writeBooleanField("musicOriginal", true);
    json.writeEndObject();
  }

  private static void hashtags(JsonGenerator json, PostDraft draft) throws IOException {
    json.writeArrayFieldStart("hashtags");
    for (String tag : draft.words().tags()) {
      json.writeStartObject();
      json.writeStringField("id", String.valueOf(Integer.toUnsignedLong(tag.hashCode())));
      json.writeStringField("name", tag);
      json.writeStringField("title", "");
      json.writeStringField("cover", "");
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    feed.close();
  }
}
