package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Data sets of the Apify Instagram scrapers: arrays of posts and of profiles. */
final class InstagramWriter implements SourceWriter {
  private static final Site SITE = Site.INSTAGRAM;

  private final JsonFile posts;
  private final JsonFile profiles;

  InstagramWriter(Path drop, LocalDate day) {
    String time = "_" + day + "_22-50-00-000.json";
    posts =
        new JsonFile(
            drop.resolve("dataset_instagram-scraper" + time + ".gz"), JsonFile.Layout.ARRAY);
    profiles =
        new JsonFile(
            drop.resolve("dataset_instagram-profile-scraper" + time), JsonFile.Layout.ARRAY);
  }

  @Override
  public long write(Visit visit) throws IOException {
    profile(profiles.record(), visit);
    for (SeenPost post : visit.posts()) {
      post(posts.record(), visit, post);
    }
    return 1L + visit.posts().size();
  }

  private static void profile(JsonGenerator json, Visit visit) throws IOException {
    Account account = visit.account();
    boolean business = visit.fixed(11, 0, 3) > 0;
    json.writeStartObject();
    json.writeStringField("id", account.id());
    json.writeStringField("username", account.handle());
    json.writeStringField("url", References.url(account));
    json.writeStringField("fullName", account.name());
    json.writeStringField("biography", account.bio());
    if (account.homepage().isEmpty()) {
      json.writeNullField("externalUrl");
    } else {
      json.writeStringField("externalUrl", account.homepage());
    }
    json.writeNumberField("followersCount", visit.followers());
    json.writeNumberField("followsCount", visit.following());
    json.writeNumberField("postsCount", visit.posted());
    json.writeBooleanField("verified", visit.verified());
    json.writeBooleanField("private", false);
    json.writeBooleanField("isBusinessAccount", business);
    if (business && !account.fan()) {
      json.writeStringField("businessCategoryName", visit.person().niche().label());
    } else {
      json.writeNullField("businessCategoryName");
    }
    json.writeEndObject();
  }

  private static void post(JsonGenerator json, Visit visit, SeenPost post) throws IOException {
    PostDraft draft = post.draft();
    Account account = visit.account();
    boolean video = draft.key() % 2 == 0;
    boolean hidden = visit.fixed(12, 0, 40) == 0;
    String code = Ids.shortCode(draft.id());
    List<Account> named =
        draft.partner().stream().filter(partner -> partner.site() == SITE).toList();
    json.writeStartObject();
    json.writeStringField("id", draft.id());
    json.writeStringField("type", video ? "Video" : draft.key() % 3 == 0 ? "Sidecar" : "Image");
    json.writeStringField("shortCode", code);
    json.writeStringField("url", "https://www.instagram.com/p/" + code + "/");
    json.writeStringField("caption", caption(draft, named));
    strings(json, "hashtags", draft.words().tags());
    strings(json, "mentions", named.stream().map(Account::handle).toList());
    json.writeNumberField("commentsCount", post.metrics().comments());
    String first = post.comments().isEmpty() ? "" : post.comments().get(0).text();
    json.writeStringField("firstComment", first);
    comments(json, post);
    json.writeNumberField("likesCount", hidden ? -1 : post.metrics().likes());
    if (video) {
      json.writeStringField("productType", "clips");
      json.writeNumberField("videoViewCount", post.metrics().views() * 2 / 5);
      json.writeNumberField("videoPlayCount", post.metrics().views());
    }
    json.writeStringField("timestamp", Times.isoMillis(draft.at()));
    json.writeStringField("ownerFullName", account.name());
    json.writeStringField("ownerUsername", account.handle());
    json.writeStringField("ownerId", account.id());
    json.writeBooleanField("isSponsored", draft.flagged());
    json.writeEndObject();
  }

  private static String caption(PostDraft draft, List<Account> named) {
    StringBuilder text = new StringBuilder(draft.words().title());
    text.append('\n').append(draft.words().body());
    named.forEach(partner -> text.append(" @").append(partner.handle()));
    return text.append('\n').append(draft.words().hashtags()).toString();
  }

  private static void comments(JsonGenerator json, SeenPost post) throws IOException {
    json.writeArrayFieldStart("latestComments");
    for (Comment comment : post.comments()) {
      json.writeStartObject();
      json.writeStringField("id", comment.id());
      json.writeStringField("text", comment.text());
      json.writeStringField("ownerUsername", "ig" + comment.authorId());
      json.writeStringField("timestamp", Times.isoMillis(comment.at()));
      json.writeNumberField("repliesCount", post.replies(comment).size());
      json.writeNumberField("likesCount", post.likes(comment, SITE));
      json.writeObjectFieldStart("owner");
      json.writeStringField("id", comment.authorId());
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
