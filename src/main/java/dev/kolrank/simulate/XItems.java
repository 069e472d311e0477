package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.CREATED_AT;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LANGUAGE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LINK;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REPOST;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tweets and users in pages of the X API v2. */
final class XItems {
  private static final int LIMIT = 280;

  private XItems() {}

  static void tweet(JsonGenerator json, Visit visit, SeenPost post, Observed seen)
      throws IOException {
    PostDraft draft = post.draft();
    List<Account> named =
        draft.partner().stream().filter(partner -> partner.site() == Site.X).toList();
    seen.text(POST_ID, draft.id());
    seen.text(ACCOUNT_ID, visit.account().id());
    start(json, draft.id(), text(draft, named), visit.account().id(), draft.at(), seen);
    json.writeStringField("lang", visit.person().language().code());
    seen.text(LANGUAGE, visit.person().language().code());
    json.writeStringField("conversation_id", draft.id());
    if (seen.flag(REPOST, draft.repost())) {
      reference(json, "retweeted", Ids.post(Site.X, draft.key() + 1, draft.at() - 3_600));
    }
    Metrics metrics = post.metrics();
    json.writeObjectFieldStart("public_metrics");
    long quotes = draft.repost() ? 0 : metrics.shares() / 5;
    seen.count(SHARES, metrics.shares() + quotes);
    json.writeNumberField("retweet_count", metrics.shares());
    json.writeNumberField(
        "reply_count", seen.count(COMMENTS, draft.repost() ? 0 : metrics.comments()));
    json.writeNumberField("like_count", seen.count(LIKES, draft.repost() ? 0 : metrics.likes()));
    json.writeNumberField("quote_count", quotes);
    json.writeNumberField(
        "bookmark_count", seen.count(SAVES, draft.repost() ? 0 : metrics.saves()));
    json.writeNumberField("impression_count", impressions(draft, metrics, seen));
    json.writeEndObject();
    seen.list(TAGS, draft.words().tags());
    entities(json, draft, named);
    json.writeEndObject();
  }

  /** X answers 0 where it did not count. */
  private static long impressions(PostDraft draft, Metrics metrics, Observed seen) {
    long views = draft.repost() ? 0 : metrics.views();
    return seen.count(VIEWS, views == 0 ? Spelled.unknown(0L) : Spelled.exact(views, views));
  }

  static String text(PostDraft draft, List<Account> named) {
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

  static void user(JsonGenerator json, Visit visit, Observed seen) throws IOException {
    Account account = visit.account();
    json.writeStartObject();
    json.writeStringField("id", seen.text(ACCOUNT_ID, account.id()));
    json.writeStringField("name", seen.text(NAME, account.name()));
    json.writeStringField("username", seen.text(HANDLE, account.handle()));
    json.writeStringField("created_at", seen.time(CREATED_AT, visit.since(), Times::isoMillis));
    json.writeStringField("description", seen.text(BIO, account.bio()));
    json.writeBooleanField("verified", seen.flag(VERIFIED, visit.verified()));
    json.writeStringField("verified_type", visit.verified() ? "blue" : "none");
    json.writeBooleanField("protected", false);
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("followers_count", seen.count(FOLLOWERS, visit.followers()));
    json.writeNumberField("following_count", seen.count(FOLLOWING, visit.following()));
    json.writeNumberField("tweet_count", seen.count(POSTS, visit.posted()));
    json.writeNumberField("listed_count", visit.followers() / 900);
    json.writeNumberField("like_count", visit.fixed(9, 0, 20_000));
    json.writeEndObject();
    seen.text(LINK, account.homepage());
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

  static void reply(JsonGenerator json, Visit visit, SeenPost post, Comment comment, Observed seen)
      throws IOException {
    String text = "@" + visit.account().handle() + " " + comment.text();
    seen.text(COMMENT_ID, comment.id());
    seen.text(AUTHOR_ID, comment.authorId());
    start(json, comment.id(), text, comment.authorId(), comment.at(), seen);
    json.writeStringField("lang", visit.person().language().code());
    json.writeStringField("conversation_id", seen.text(POST_ID, post.draft().id()));
    json.writeStringField("in_reply_to_user_id", visit.account().id());
    seen.text(PARENT_ID, comment.parent());
    reference(json, "replied_to", comment.root() ? post.draft().id() : comment.parent());
    json.writeObjectFieldStart("public_metrics");
    json.writeNumberField("retweet_count", 0);
    json.writeNumberField("reply_count", post.replies(comment).size());
    json.writeNumberField("like_count", seen.count(LIKES, post.likes(comment, Site.X)));
    json.writeNumberField("quote_count", 0);
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void start(
      JsonGenerator json, String id, String text, String author, long at, Observed seen)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("text", seen.text(TEXT, text));
    json.writeStringField("author_id", author);
    json.writeStringField("created_at", seen.time(PUBLISHED_AT, at, Times::isoMillis));
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
