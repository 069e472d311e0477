package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.CREATED_AT;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LANGUAGE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.SPONSORED;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.VIEWS;
import static dev.kolrank.simulate.Column.VIEWS_RECEIVED;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The items in responses of the YouTube Data API; counts are strings there. */
final class YouTubeItems {
  private YouTubeItems() {}

  static boolean commentsOff(PostDraft draft) {
    return Math.floorMod(draft.key(), 50) == 7;
  }

  static void channel(JsonGenerator json, Visit visit, Observed seen) throws IOException {
    Account account = visit.account();
    Language language = visit.person().language();
    boolean hidden = visit.fixed(7, 0, 33) == 0;
    json.writeStartObject();
    json.writeStringField("kind", "youtube#channel");
    json.writeStringField("etag", Ids.wide(account.key()));
    json.writeStringField("id", seen.text(ACCOUNT_ID, account.id()));
    json.writeObjectFieldStart("snippet");
    json.writeStringField("title", seen.text(NAME, account.name()));
    json.writeStringField("description", seen.text(BIO, description(account)));
    json.writeStringField("customUrl", "@" + seen.text(HANDLE, account.handle()));
    json.writeStringField("publishedAt", seen.time(CREATED_AT, visit.since(), Times::iso));
    json.writeStringField("country", seen.text(REGION, country(language)));
    json.writeStringField("defaultLanguage", seen.text(LANGUAGE, language.code()));
    json.writeEndObject();
    json.writeObjectFieldStart("statistics");
    json.writeStringField("viewCount", seen.digits(VIEWS_RECEIVED, visit.likesReceived() * 22));
    seen.with(FOLLOWERS, null);
    if (!hidden) {
      String rounded = seen.count(FOLLOWERS, Counts.threeDigits(visit.followers()));
      json.writeStringField("subscriberCount", rounded);
    }
    json.writeBooleanField("hiddenSubscriberCount", hidden);
    json.writeStringField("videoCount", seen.digits(POSTS, visit.posted()));
    json.writeEndObject();
    json.writeObjectFieldStart("topicDetails");
    String topic = visit.person().niche().topic();
    seen.text(CATEGORY, topic.replace('_', ' '));
    strings(json, "topicCategories", List.of("https://en.wikipedia.org/wiki/" + topic));
    json.writeEndObject();
    json.writeObjectFieldStart("brandingSettings");
    json.writeObjectFieldStart("channel");
    List<String> words = visit.person().niche().words().get(language);
    json.writeStringField("keywords", String.join(" ", words.subList(0, 3)));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String description(Account account) {
    return account.homepage().isEmpty() ? account.bio() : account.bio() + "\n" + account.homepage();
  }

  private static String country(Language language) {
    return switch (language) {
      case ZH -> "TW";
      case EN -> "US";
      case JA -> "JP";
      case KO -> "KR";
      case ES -> "ES";
    };
  }

  static void video(JsonGenerator json, Visit visit, SeenPost post, Observed seen, Observed owner)
      throws IOException {
    PostDraft draft = post.draft();
    json.writeStartObject();
    json.writeStringField("kind", "youtube#video");
    json.writeStringField("etag", Ids.wide(draft.key()));
    json.writeStringField("id", seen.text(POST_ID, draft.id()));
    json.writeObjectFieldStart("snippet");
    json.writeStringField("publishedAt", seen.time(PUBLISHED_AT, draft.at(), Times::iso));
    json.writeStringField(
        "channelId", seen.text(ACCOUNT_ID, owner.text(ACCOUNT_ID, visit.account().id())));
    json.writeStringField("title", seen.text(TITLE, draft.words().title()));
    json.writeStringField("description", seen.text(TEXT, description(draft)));
    json.writeStringField("channelTitle", owner.text(NAME, visit.account().name()));
    strings(json, "tags", seen.list(TAGS, draft.words().tags()));
    json.writeStringField("categoryId", draft.words().topic().category());
    json.writeStringField("liveBroadcastContent", "none");
    json.writeStringField(
        "defaultAudioLanguage", seen.text(LANGUAGE, visit.person().language().code()));
    json.writeEndObject();
    json.writeObjectFieldStart("contentDetails");
    json.writeStringField("duration", duration((int) seen.count(DURATION_S, draft.seconds())));
    json.writeEndObject();
    json.writeObjectFieldStart("statistics");
    json.writeStringField("viewCount", seen.digits(VIEWS, post.metrics().views()));
    seen.with(LIKES, null).with(COMMENTS, null);
    if (visit.fixed(8, 0, 50) != 0) {
      json.writeStringField("likeCount", seen.digits(LIKES, post.metrics().likes()));
    }
    json.writeStringField("favoriteCount", "0");
    if (!commentsOff(draft)) {
      json.writeStringField("commentCount", seen.digits(COMMENTS, post.metrics().comments()));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("paidProductPlacementDetails");
    json.writeBooleanField("hasPaidProductPlacement", seen.flag(SPONSORED, draft.flagged()));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static String description(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().body());
    for (Account partner : draft.partner()) {
      if (partner.site() == Site.YOUTUBE) {
        text.append("\nGuest: ").append(References.url(partner));
      }
    }
    if (!draft.links().isEmpty()) {
      text.append("\n\n").append(draft.links());
    }
    return text.append("\n").append(draft.words().hashtags()).toString().strip();
  }

  private static String duration(int seconds) {
    return String.format(Locale.ROOT, "PT%dM%dS", seconds / 60, seconds % 60);
  }

  static void thread(JsonGenerator json, Visit visit, SeenPost post, Comment comment, JsonFile file)
      throws IOException {
    List<Comment> replies = post.replies(comment);
    json.writeStartObject();
    json.writeStringField("kind", "youtube#commentThread");
    json.writeStringField("id", comment.id());
    json.writeObjectFieldStart("snippet");
    json.writeStringField("channelId", visit.account().id());
    json.writeStringField("videoId", post.draft().id());
    json.writeFieldName("topLevelComment");
    comment(json, post, comment, file);
    json.writeBooleanField("canReply", true);
    json.writeNumberField("totalReplyCount", replies.size());
    json.writeBooleanField("isPublic", true);
    json.writeEndObject();
    if (!replies.isEmpty()) {
      json.writeObjectFieldStart("replies");
      json.writeArrayFieldStart("comments");
      for (Comment reply : replies) {
        comment(json, post, reply, file);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void comment(JsonGenerator json, SeenPost post, Comment comment, JsonFile file)
      throws IOException {
    Observed seen = Observed.comment(Site.YOUTUBE);
    String at = seen.time(PUBLISHED_AT, comment.at(), Times::iso);
    seen.text(PARENT_ID, comment.parent());
    json.writeStartObject();
    json.writeStringField("kind", "youtube#comment");
    json.writeStringField("id", seen.text(COMMENT_ID, comment.id()));
    json.writeObjectFieldStart("snippet");
    json.writeStringField("videoId", seen.text(POST_ID, post.draft().id()));
    json.writeStringField("textDisplay", comment.text());
    json.writeStringField("textOriginal", seen.text(TEXT, comment.text()));
    if (!comment.root()) {
      json.writeStringField("parentId", comment.parent());
    }
    json.writeStringField("authorDisplayName", comment.author());
    json.writeObjectFieldStart("authorChannelId");
    json.writeStringField("value", seen.text(AUTHOR_ID, comment.authorId()));
    json.writeEndObject();
    json.writeNumberField("likeCount", seen.count(LIKES, post.likes(comment, Site.YOUTUBE)));
    json.writeStringField("publishedAt", at);
    json.writeStringField("updatedAt", at);
    json.writeEndObject();
    json.writeEndObject();
    file.note(seen);
  }

  private static void strings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
