package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LINK;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SPONSORED;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Data sets of the Apify Instagram scrapers: arrays of posts and of profiles. */
final class InstagramWriter implements SourceWriter {
  private static final Site SITE = Site.INSTAGRAM;

  private final JsonFile posts;
  private final JsonFile profiles;

  InstagramWriter(Drop drop) {
    String time = "_" + drop.day() + "_22-50-00-000.json";
    posts = drop.json("dataset_instagram-scraper" + time + ".gz", JsonFile.Layout.ARRAY);
    profiles = drop.json("dataset_instagram-profile-scraper" + time, JsonFile.Layout.ARRAY);
  }

  @Override
  public long write(Visit visit) throws IOException {
    Observed profile = Observed.account(SITE);
    profile(profiles.record(), visit, profile);
    profiles.note(profile);
    for (SeenPost post : visit.posts()) {
      Observed seen = Observed.post(SITE);
      Observed owner = Observed.account(SITE);
      List<Observed> comments = new ArrayList<>();
      post(posts.record(), visit, post, seen, owner, comments);
      posts.note(seen, owner);
      posts.note(comments);
    }
    return 1L + visit.posts().size();
  }

  private static void profile(JsonGenerator json, Visit visit, Observed seen) throws IOException {
    Account account = visit.account();
    boolean business = visit.fixed(11, 0, 3) > 0;
    json.writeStartObject();
    json.writeStringField("id", seen.text(ACCOUNT_ID, account.id()));
    json.writeStringField("username", seen.text(HANDLE, account.handle()));
    json.writeStringField("url", References.url(account));
    json.writeStringField("fullName", seen.text(NAME, account.name()));
    json.writeStringField("biography", seen.text(BIO, account.bio()));
    seen.text(LINK, account.homepage());
    if (account.homepage().isEmpty()) {
      json.writeNullField("externalUrl");
    } else {
      json.writeStringField("externalUrl", account.homepage());
    }
    json.writeNumberField("followersCount", seen.count(FOLLOWERS, visit.followers()));
    json.writeNumberField("followsCount", seen.count(FOLLOWING, visit.following()));
    json.writeNumberField("postsCount", seen.count(POSTS, visit.posted()));
    json.writeBooleanField("verified", seen.flag(VERIFIED, visit.verified()));
    json.writeBooleanField("private", false);
    json.writeBooleanField("isBusinessAccount", business);
    String field = business && !account.fan() ? visit.person().niche().label() : null;
    json.writeStringField("businessCategoryName", seen.text(CATEGORY, field));
    json.writeEndObject();
  }

  private static void post(
      JsonGenerator json,
      Visit visit,
      SeenPost post,
      Observed seen,
      Observed owner,
      List<Observed> comments)
      throws IOException {
    PostDraft draft = post.draft();
    Account account = visit.account();
    boolean video = draft.key() % 2 == 0;
    boolean hidden = visit.fixed(12, 0, 40) == 0;
    String code = Ids.shortCode(draft.id());
    List<Account> named =
        draft.partner().stream().filter(partner -> partner.site() == SITE).toList();
    json.writeStartObject();
    json.writeStringField("id", seen.text(POST_ID, draft.id()));
    json.writeStringField("type", video ? "Video" : draft.key() % 3 == 0 ? "Sidecar" : "Image");
    json.writeStringField("shortCode", code);
    json.writeStringField("url", seen.text(URL, "https://www.instagram.com/p/" + code + "/"));
    json.writeStringField("caption", seen.text(TEXT, caption(draft, named)));
    strings(json, "hashtags", seen.list(TAGS, draft.words().tags()));
    strings(json, "mentions", named.stream().map(Account::handle).toList());
    json.writeNumberField("commentsCount", seen.count(COMMENTS, post.metrics().comments()));
    String first = post.comments().isEmpty() ? "" : post.comments().get(0).text();
    json.writeStringField("firstComment", first);
    comments(json, post, comments);
    long likes = post.metrics().likes();
    Spelled<Long> shown = hidden ? Spelled.unknown(-1L) : Spelled.exact(likes, likes);
    json.writeNumberField("likesCount", seen.count(LIKES, shown));
    if (video) {
      json.writeStringField("productType", "clips");
      json.writeNumberField("videoViewCount", post.metrics().views() * 2 / 5);
      json.writeNumberField("videoPlayCount", seen.count(VIEWS, post.metrics().views()));
    }
    json.writeStringField("timestamp", seen.time(PUBLISHED_AT, draft.at(), Times::isoMillis));
    json.writeStringField("ownerFullName", owner.text(NAME, account.name()));
    json.writeStringField("ownerUsername", owner.text(HANDLE, account.handle()));
    json.writeStringField("ownerId", seen.text(ACCOUNT_ID, owner.text(ACCOUNT_ID, account.id())));
    json.writeBooleanField("isSponsored", seen.flag(SPONSORED, draft.flagged()));
    json.writeEndObject();
  }

  static String caption(PostDraft draft, List<Account> named) {
    StringBuilder text = new StringBuilder(draft.words().title());
    text.append('\n').append(draft.words().body());
    named.forEach(partner -> text.append(" @").append(partner.handle()));
    return text.append('\n').append(draft.words().hashtags()).toString();
  }

  /** A flat list: what answers what is not told. */
  private static void comments(JsonGenerator json, SeenPost post, List<Observed> observed)
      throws IOException {
    json.writeArrayFieldStart("latestComments");
    for (Comment comment : post.comments()) {
      Observed seen = Observed.comment(SITE).with(POST_ID, post.draft().id()).with(PARENT_ID, null);
      observed.add(seen);
      json.writeStartObject();
      json.writeStringField("id", seen.text(COMMENT_ID, comment.id()));
      json.writeStringField("text", seen.text(TEXT, comment.text()));
      json.writeStringField("ownerUsername", "ig" + comment.authorId());
      json.writeStringField("timestamp", seen.time(PUBLISHED_AT, comment.at(), Times::isoMillis));
      json.writeNumberField("repliesCount", post.replies(comment).size());
      json.writeNumberField("likesCount", seen.count(LIKES, post.likes(comment, SITE)));
      json.writeObjectFieldStart("owner");
      json.writeStringField("id", seen.text(AUTHOR_ID, comment.authorId()));
      json.writeStringField("username", "ig" + comment.authorId());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void strings(JsonGenerator json, String field, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  @Override
  public void close() throws IOException {
    posts.close();
    profiles.close();
  }
}
