package dev.kolrank.simulate;

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

  static void channel(JsonGenerator json, Visit visit) throws IOException {
    Account account = visit.account();
    Language language = visit.person().language();
    boolean hidden = visit.fixed(7, 0, 33) == 0;
    json.writeStartObject();
    json.writeStringField("kind", "youtube#channel");
    json.writeStringField("etag", Ids.wide(account.key()));
    json.writeStringField("id", account.id());
    json.writeObjectFieldStart("snippet");
    json.writeStringField("title", account.name());
    json.writeStringField("description", description(account));
    json.writeStringField("customUrl", "@" + account.handle());
    json.writeStringField("publishedAt", Times.iso(visit.since()));
    json.writeStringField("country", country(language));
    json.writeStringField("defaultLanguage", language.code());
    json.writeEndObject();
    json.writeObjectFieldStart("statistics");
    json.writeStringField("viewCount", String.valueOf(visit.likesReceived() * 22));
    if (!hidden) {
      long rounded = Counts.threeDigits(visit.followers());
      json.writeStringField("subscriberCount", String.valueOf(rounded));
    }
    json.writeBooleanField("hiddenSubscriberCount", hidden);
    json.writeStringField("videoCount", String.valueOf(visit.posted()));
    json.writeEndObject();
    json.writeObjectFieldStart("topicDetails");
    String topic = "https://en.wikipedia.org/wiki/" + visit.person().niche().topic();
    strings(json, "topicCategories", List.of(topic));
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

  static void video(JsonGenerator json, Visit visit, SeenPost post) throws IOException {
    PostDraft draft = post.draft();
    json.writeStartObject();
    json.writeStringField("kind", "youtube#video");
    json.writeStringField("etag", Ids.wide(draft.key()));
    json.writeStringField("id", draft.id());
    json.writeObjectFieldStart("snippet");
    json.writeStringField("publishedAt", Times.iso(draft.at()));
    json.writeStringField("channelId", visit.account().id());
    json.writeStringField("title", draft.words().title());
    json.writeStringField("description", description(draft));
    json.writeStringField("channelTitle", visit.account().name());
    strings(json, "tags", draft.words().tags());
    json.writeStringField("categoryId", draft.words().topic().category());
    json.writeStringField("liveBroadcastContent", "none");
    json.writeStringField("defaultAudioLanguage", visit.person().language().code());
    json.writeEndObject();
    json.writeObjectFieldStart("contentDetails");
    json.writeStringField("duration", duration(draft.seconds()));
    json.writeEndObject();
    json.writeObjectFieldStart("statistics");
    json.writeStringField("viewCount", String.valueOf(post.metrics().views()));
    if (visit.fixed(8, 0, 50) != 0) {
      json.writeStringField("likeCount", String.valueOf(post.metrics().likes()));
    }
    json.writeStringField("favoriteCount", "0");
    if (!commentsOff(draft)) {
      json.writeStringField("commentCount", String.valueOf(post.metrics().comments()));
    }
    json.writeEndObject();
    json.writeObjectFieldStart("paidProductPlacementDetails");
    json.writeBooleanField("hasPaidProductPlacement", draft.flagged());
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

  static void thread(JsonGenerator json, Visit visit, SeenPost post, Comment comment)
      throws IOException {
    List<Comment> replies = post.replies(comment);
    json.writeStartObject();
    json.writeStringField("kind", "youtube#commentThread");
    json.writeStringField("id", comment.id());
    json.writeObjectFieldStart("snippet");
    json.writeStringField("channelId", visit.account().id());
    json.writeStringField("videoId", post.draft().id());
    json.writeFieldName("topLevelComment");
    comment(json, post, comment);
    json.writeBooleanField("canReply", true);
    json.writeNumberField("totalReplyCount", replies.size());
    json.writeBooleanField("isPublic", true);
    json.writeEndObject();
    if (!replies.isEmpty()) {
      json.writeObjectFieldStart("replies");
      json.writeArrayFieldStart("comments");
      for (Comment reply : replies) {
        comment(json, post, reply);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void comment(JsonGenerator json, SeenPost post, Comment comment)
      throws IOException {
    String at = Times.iso(comment.at());
    json.writeStartObject();
    json.writeStringField("kind", "youtube#comment");
    json.writeStringField("id", comment.id());
    json.writeObjectFieldStart("snippet");
    json.writeStringField("videoId", post.draft().id());
    json.writeStringField("textDisplay", comment.text());
    json.writeStringField("textOriginal", comment.text());
    if (!comment.root()) {
      json.writeStringField("parentId", comment.parent());
    }
    json.writeStringField("authorDisplayName", comment.author());
    json.writeObjectFieldStart("authorChannelId");
    json.writeStringField("value", comment.authorId());
    json.writeEndObject();
    json.writeNumberField("likeCount", post.likes(comment, Site.YOUTUBE));
    json.writeStringField("publishedAt", at);
    json.writeStringField("updatedAt", at);
    json.writeEndObject();
    json.writeEndObject();
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
