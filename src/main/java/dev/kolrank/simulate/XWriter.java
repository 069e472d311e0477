package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Pages of the X API v2 as JSON lines: timelines with their author, and conversations.
 *
 * <p>Conversations come without the author expansion, so those who reply stay ids.
 */
final class XWriter implements SourceWriter {
  private final JsonFile timelines;
  private final JsonFile replies;

  XWriter(Path drop) {
    timelines = new JsonFile(drop.resolve("tweets.jsonl.gz"), JsonFile.Layout.LINES);
    replies = new JsonFile(drop.resolve("conversations.jsonl.gz"), JsonFile.Layout.LINES);
  }

  @Override
  public long write(Visit visit) throws IOException {
    List<SeenPost> posts = visit.posts();
    JsonGenerator json = timelines.record();
    json.writeStartObject();
    json.writeArrayFieldStart("data");
    for (SeenPost post : posts) {
      XItems.tweet(json, visit, post);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("includes");
    json.writeArrayFieldStart("users");
    XItems.user(json, visit);
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
      XItems.reply(json, visit, post, comment);
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
