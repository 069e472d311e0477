package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;

/** User feeds as tiktok-scraper saves them: a bare array, or one below {@code collector}. */
final class TikTokWriter implements SourceWriter {
  private static final Site SITE = Site.TIKTOK;

  private final JsonFile feed;

  TikTokWriter(Path drop, boolean collector) {
    feed =
        new JsonFile(
            drop.resolve("user_feed.json.gz"),
            collector ? JsonFile.Layout.COLLECTOR : JsonFile.Layout.ARRAY);
  }

  @Override
  public long write(Visit visit) throws IOException {
    for (SeenPost post : visit.posts()) {
      item(feed.record(), visit, post);
    }
    return visit.posts().size();
  }

  private static void item(JsonGenerator json, Visit visit, SeenPost post) throws IOException {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String page = "https://www.tiktok.com/@" + account.handle();
    json.writeStartObject();
    json.writeStringField("id", draft.id());
    json.writeStringField("text", text(draft));
    json.writeNumberField("createTime", draft.at());
    author(json, visit);
    music(json, draft);
    json.writeObjectFieldStart("covers");
    json.writeStringField("default", "https://img.tiktok.example/" + draft.id() + ".jpg");
    json.writeEndObject();
    json.writeStringField("webVideoUrl", page + "/video/" + draft.id());
    json.writeStringField("videoUrl", "");
    json.writeObjectFieldStart("videoMeta");
    json.writeNumberField("height", 1_024);
    json.writeNumberField("width", 576);
    json.writeNumberField("duration", draft.seconds() / 4);
    json.writeEndObject();
    json.writeNumberField("diggCount", post.metrics().likes());
    json.writeNumberField("shareCount", post.metrics().shares());
    json.writeNumberField("playCount", post.metrics().views());
    json.writeNumberField("commentCount", post.metrics().comments());
    json.writeBooleanField("downloaded", false);
    json.writeArrayFieldStart("mentions");
    for (Account partner : draft.partner()) {
      if (partner.site() == SITE) {
        json.writeString("@" + partner.handle());
      }
    }
    json.writeEndArray();
    hashtags(json, draft);
    json.writeEndObject();
  }

  private static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().title());
    if (draft.sponsored()) {
      text.append(' ').append(draft.words().body());
    }
    draft.partner().stream()
        .filter(partner -> partner.site() == SITE)
        .forEach(partner -> text.append(" @").append(partner.handle()));
    return text.append(' ').append(draft.words().hashtags()).toString();
  }

  private static void author(JsonGenerator json, Visit visit) throws IOException {
    Account account = visit.account();
    json.writeObjectFieldStart("authorMeta");
    json.writeStringField("id", account.id());
    json.writeStringField("secUid", account.second());
    json.writeStringField("name", account.handle());
    json.writeStringField("nickName", account.name());
    json.writeBooleanField("verified", visit.verified());
    json.writeStringField("signature", account.bio());
    json.writeStringField("avatar", "https://img.tiktok.example/" + account.id() + ".jpg");
    json.writeNumberField("following", visit.following());
    json.writeNumberField("fans", visit.followers());
    json.writeNumberField("heart", visit.likesReceived());
    json.writeNumberField("video", visit.posted());
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
