package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Pages of the X API v2 as JSON lines: timelines with their author, and conversations.
 *
 * <p>Conversations come without the author expansion, so those who reply stay ids.
 */
final class XWriter implements SourceWriter {
  private final JsonFile timelines;
  private final JsonFile replies;

  XWriter(Drop drop) {
    timelines = drop.json("tweets.jsonl.gz", JsonFile.Layout.LINES);
    replies = drop.json("conversations.jsonl.gz", JsonFile.Layout.LINES);
  }

  @Override
  public long write(Visit visit) throws IOException {
    List<SeenPost> posts = visit.posts();
    JsonGenerator json = timelines.record();
    json.writeStartObject();
    json.writeArrayFieldStart("data");
    for (SeenPost post : posts) {
      Observed tweet = Observed.post(Site.X);
      XItems.tweet(json, visit, post, tweet);
      timelines.note(tweet);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("includes");
    json.writeArrayFieldStart("users");
    Observed user = Observed.account(Site.X);
    XItems.user(json, visit, user);
    timelines.note(user);
    json.writeEndArray();
    json.writeEndObject();
    meta(json, posts.size(), posts.get(posts.size() - 1).draft().id(), posts.get(0).draft().id());
    json.writeEndObject();
    long written = 1L + posts.size();
    for (SeenPost post : posts) {
      written += conversation(visit, post);
    }
    return written;
  }

  private long conversation(Visit visit, SeenPost post) throws IOException {
    List<Comment> comments = post.comments();
    if (comments.isEmpty()) {
      return 0;
    }
    JsonGenerator json = replies.record();
    json.writeStartObject();
    json.writeArrayFieldStart("data");
    for (Comment comment : comments) {
      Observed reply = Observed.comment(Site.X);
      XItems.reply(json, visit, post, comment, reply);
      replies.note(reply);
    }
    json.writeEndArray();
    meta(json, comments.size(), comments.get(comments.size() - 1).id(), comments.get(0).id());
    json.writeEndObject();
    return comments.size();
  }

  private static void meta(JsonGenerator json, int count, String newest, String oldest)
      throws IOException {
    json.writeObjectFieldStart("meta");
    json.writeNumberField("result_count", count);
    json.writeStringField("newest_id", newest);
    json.writeStringField("oldest_id", oldest);
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    timelines.close();
    replies.close();
  }
}
