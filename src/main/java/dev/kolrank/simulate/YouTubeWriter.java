package dev.kolrank.simulate;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * Responses of the YouTube Data API: the first page of channels as a file of its own, everything
 * else as lines of responses.
 */
final class YouTubeWriter implements SourceWriter {
  private static final int PAGE = 50;

  private final JsonFile firstChannels;
  private final JsonFile moreChannels;
  private final JsonFile videos;
  private final JsonFile threads;
  private int channels;

  YouTubeWriter(Drop drop) {
    firstChannels = drop.json("channels-0001.json", JsonFile.Layout.INDENTED);
    moreChannels = drop.json("channels.jsonl.gz", JsonFile.Layout.LINES);
    videos = drop.json("videos.jsonl.gz", JsonFile.Layout.LINES);
    threads = drop.json("commentThreads.jsonl.gz", JsonFile.Layout.LINES);
  }

  @Override
  public long write(Visit visit) throws IOException {
    channel(visit);
    long written = 1;
    List<SeenPost> posts = visit.posts();
    for (int from = 0; from < posts.size(); from += PAGE) {
      List<SeenPost> page = posts.subList(from, Math.min(posts.size(), from + PAGE));
      JsonGenerator json = videos.record();
      start(json, "youtube#videoListResponse", page.get(0).draft().key());
      for (SeenPost post : page) {
        Observed video = Observed.post(Site.YOUTUBE);
        Observed owner = Observed.account(Site.YOUTUBE);
        YouTubeItems.video(json, visit, post, video, owner);
        videos.note(video, owner);
      }
      end(json, page.size());
      written += page.size();
    }
    for (SeenPost post : posts) {
      if (!post.comments().isEmpty() && !YouTubeItems.commentsOff(post.draft())) {
        written += threads(visit, post);
      }
    }
    return written;
  }

  private void channel(Visit visit) throws IOException {
    JsonFile file = channels < PAGE ? firstChannels : moreChannels;
    JsonGenerator json = file.record();
    if (channels % PAGE == 0) {
      start(json, "youtube#channelListResponse", visit.account().key());
    }
    Observed seen = Observed.account(Site.YOUTUBE);
    YouTubeItems.channel(json, visit, seen);
    file.note(seen);
    channels++;
    if (channels % PAGE == 0) {
      end(json, PAGE);
    }
  }

  private long threads(Visit visit, SeenPost post) throws IOException {
    JsonGenerator json = threads.record();
    start(json, "youtube#commentThreadListResponse", post.draft().key() + 1);
    int roots = 0;
    for (Comment comment : post.comments()) {
      if (comment.root()) {
        YouTubeItems.thread(json, visit, post, comment, threads);
        roots++;
      }
    }
    end(json, roots);
    return post.comments().size();
  }

  private static void start(JsonGenerator json, String kind, long etag) throws IOException {
    json.writeStartObject();
    json.writeStringField("kind", kind);
    json.writeStringField("etag", Ids.wide(etag));
    json.writeArrayFieldStart("items");
  }

  private static void end(JsonGenerator json, int items) throws IOException {
    json.writeEndArray();
    json.writeObjectFieldStart("pageInfo");
    json.writeNumberField("totalResults", items);
    json.writeNumberField("resultsPerPage", items);
    json.writeEndObject();
    json.writeEndObject();
  }

  @Override
  public void close() throws IOException {
    int open = channels % PAGE;
    if (open > 0) {
      end((channels < PAGE ? firstChannels : moreChannels).record(), open);
    }
    firstChannels.close();
    moreChannels.close();
    videos.close();
    threads.close();
  }
}
