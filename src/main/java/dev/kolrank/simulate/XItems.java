package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tweets and users in pages of the X API v2. */
final class XItems {
  private static final int LIMIT = 280;

  private XItems() {}

  static void tweet(JsonGenerator json, Visit visit, SeenPost post) throws IOException {
    PostDraft draft = post.draft();
    List<Account> named =
        draft.partner().stream().filter(partner -> partner.site() == Site.X).toList();
    start(json, draft.id(), text(draft, named), visit.account().id(), draft.at());
    json.writeStringField("lang", visit.person().language().code());
    json.writeStringField("conversation_id", draft.id());
    if (draft.repost()) {
      reference(json, "retweeted", Ids.post(Site.X, draft.key() + 1, draft.at() - 3_600));
    }
    Metrics metrics = post.metrics();
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("retweet_count", metrics.shares());
    json.writeNumberField("reply_count", draft.repost() ? 0 : metrics.comments());
    json.writeNumberField("like_count", draft.repost() ? 0 : metrics.likes());
    json.writeNumberField("quote_count", draft.repost() ? 0 : metrics.shares() / 5);
    json.writeNumberField("bookmark_count", draft.repost() ? 0 : metrics.saves());
    json.writeNumberField("impression_count", draft.repost() ? 0 : metrics.views());
    json.writeEndObject();
    entities(json, draft, named);
    json.writeEndObject();
  }

  private static String text(PostDraft draft, List<Account> named) {
    PostWords words = draft.words();
    StringBuilder text = new StringBuilder();
    if (draft.repost()) {
      text.append("RT @").append(named.get(0).handle()).append(": ");
    }
    text.append(words.title());
    if (words.sponsored()) {
      text.append(' ').append(words.body());
    }
    if (!draft.repost()) {
      named.forEach(partner -> text.append(" @").append(partner.handle()));
    }
    text.append(' ').append(words.hashtags());
    String line = text.toString().replace('\n', ' ');
    return line.length() <= LIMIT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LIMIT) - 1)) + "…";
  }

  private static void entities(JsonGenerator json, PostDraft draft, List<Account> named)
      throws IOException {
    json.writeObjectFieldStart("entities");
    json.writeArrayFieldStart("hashtags");
    for (String tag : draft.words().tags()) {
      json.writeStartObject();
      json.writeStringField("tag", tag);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("mentions");
    for (Account partner : named) {
      json.writeStartObject();
      json.writeStringField("username", partner.handle());
      json.writeStringField("id", partner.id());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("urls");
    for (String url : urls(draft.links())) {
      url(json, url);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static List<String> urls(String links) {
    List<String> urls = new ArrayList<>();
    links
        .lines()
        .map(line -> line.startsWith("ft. ") ? line.substring(4) : line)
        .filter(line -> line.startsWith("https://"))
        .forEach(urls::add);
    return urls;
  }

  private static void url(JsonGenerator json, String url) throws IOException {
    json.writeStartObject();
    json.writeStringField("expanded_url", url);
    json.writeEndObject();
  }

  static void user(JsonGenerator json, Visit visit) throws IOException {
    Account account = visit.account();
    json.writeStartObject();
    json.writeStringField("id", account.id());
    json.writeStringField("name", account.name());
    json.writeStringField("username", account.handle());
    json.writeStringField("created_at", Times.isoMillis(visit.since()));
    json.writeStringField("description", account.bio());
    json.writeBooleanField("verified", visit.verified());
    json.writeStringField("verified_type", visit.verified() ? "blue" : "none");
    json.writeBooleanField("protected", false);
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("followers_count", visit.followers());
    json.writeNumberField("following_count", visit.following());
    json.writeNumberField("tweet_count", visit.posted());
    json.writeNumberField("listed_count", visit.followers() / 900);
    json.writeNumberField("like_count", visit.fixed(9, 0, 20_000));
    json.writeEndObject();
    if (!account.homepage().isEmpty()) {
      json.writeStringField("url", "https://t.co/" + Ids.wide(account.key()).substring(0, 10));
      json.writeObjectFieldStart("entities");
      json.writeObjectFieldStart("url");
      json.writeArrayFieldStart("urls");
      url(json, account.homepage());
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  static void reply(JsonGenerator json, Visit visit, SeenPost post, Comment comment)
      throws IOException {
    String text = "@" + visit.account().handle() + " " + comment.text();
    start(json, comment.id(), text, comment.authorId(), comment.at());
    json.writeStringField("lang", visit.person().language().code());
    json.writeStringField("conversation_id", post.draft().id());
    json.writeStringField("in_reply_to_user_id", visit.account().id());
    reference(json, "replied_to", comment.root() ? post.draft().id() : comment.parent());
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("retweet_count", 0);
    json.writeNumberField("reply_count", post.replies(comment).size());
    json.writeNumberField("like_count", post.likes(comment, Site.X));
    json.writeNumberField("quote_count", 0);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void start(JsonGenerator json, String id, String text, String author, long at)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("text", text);
    json.writeStringField("author_id", author);
    json.writeStringField("created_at", Times.isoMillis(at));
    json.writeArrayFieldStart("edit_history_tweet_ids");
    json.writeString(id);
    json.writeEndArray();
  }

  private static void reference(JsonGenerator json, String type, String id) throws IOException {
    json.writeArrayFieldStart("referenced_tweets");
    json.writeStartObject();
    json.writeStringField("type", type);
    json.writeStringField("id", id);
    json.writeEndObject();
    json.writeEndArray();
  }
}
