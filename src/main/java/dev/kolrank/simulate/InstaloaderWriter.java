package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.DURATION_S;
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
import static dev.kolrank.simulate.Entry.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * instaloader: a folder an account, in it compressed files for the profile and each post, and plain
 * ones for comments; every other drop the files' names hold the short code.
 */
record InstaloaderWriter(Drop drop) implements SourceWriter {
  private static final Site SITE = Site.INSTAGRAM;

  @Override
  public long write(Visit visit) throws IOException {
    Account account = visit.account();
    String folder = account.handle() + "/";
    write(folder + account.handle() + "_" + account.id() + ".json.xz", profile(visit));
    long written = 1;
    for (SeenPost post : visit.posts()) {
      PostDraft draft = post.draft();
      String code = Ids.instagramCode(draft.id());
      String name = folder + Times.file(draft.at()) + "_UTC";
      boolean coded = drop.number() % 2 == 1;
      name = coded ? name + "_" + code : name;
      write(name + ".json.xz", post(visit, post, code));
      // without the code in its name, a file of comments knows its post by the name alone
      String known = coded ? draft.id() : name;
      try (RecordFile file = drop.records(name + "_comments.json", JsonFile.Layout.ARRAY)) {
        for (int i = post.comments().size() - 1; i >= 0; i--) {
          if (post.comments().get(i).root()) {
            file.write(thread(post, post.comments().get(i), known));
          }
        }
      }
      written += 1L + post.comments().size();
    }
    return written;
  }

  private void write(String name, Entry document) throws IOException {
    try (RecordFile file = drop.records(name, JsonFile.Layout.LINES)) {
      file.write(document);
    }
  }

  private static Entry document(Entry document, Map<String, Object> node, String type) {
    return document
        .put("node", node)
        .put("instaloader", object("version", "4.14", "node_type", type));
  }

  private static Entry profile(Visit visit) {
    Account account = visit.account();
    Entry document = new Entry();
    Observed seen = document.account(SITE);
    boolean business = visit.fixed(11, 0, 3) > 0 && !account.fan();
    String field = business ? visit.person().niche().label() : null;
    String homepage = account.homepage().isEmpty() ? null : account.homepage();
    return document(
        document,
        object(
            "id", seen.text(ACCOUNT_ID, account.id()),
            "username", seen.text(HANDLE, account.handle()),
            "full_name", seen.text(NAME, account.name()),
            "biography", seen.text(BIO, account.bio()),
            "external_url", seen.text(LINK, homepage),
            "is_private", false,
            "is_verified", seen.flag(VERIFIED, visit.verified()),
            "is_business_account", business,
            "business_category_name", seen.text(CATEGORY, field),
            "edge_followed_by", object("count", seen.count(FOLLOWERS, visit.followers())),
            "edge_follow", object("count", seen.count(FOLLOWING, visit.following())),
            "edge_owner_to_timeline_media", object("count", seen.count(POSTS, visit.posted()))),
        "Profile");
  }

  private static Entry post(Visit visit, SeenPost post, String code) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    boolean video = draft.key() % 2 == 0;
    Entry document = new Entry();
    Observed seen = document.post(SITE);
    Observed owner = document.account(SITE);
    String text = InstagramWriter.caption(draft, Captions.named(draft, SITE));
    seen.list(TAGS, Captions.tags(draft));
    seen.text(URL, "https://www.instagram.com/p/" + code + "/");
    Map<String, Object> node =
        object(
            "__typename", video ? "GraphVideo" : "GraphImage",
            "id", seen.text(POST_ID, draft.id()),
            "shortcode", code,
            "taken_at_timestamp", seen.seconds(PUBLISHED_AT, draft.at()),
            "owner",
                object(
                    "id", seen.text(ACCOUNT_ID, owner.text(ACCOUNT_ID, account.id())),
                    "username", owner.text(HANDLE, account.handle())),
            "edge_media_to_caption",
                object("edges", List.of(object("node", object("text", seen.text(TEXT, text))))),
            "edge_media_preview_like", object("count", seen.count(LIKES, post.metrics().likes())),
            "edge_media_to_comment",
                object("count", seen.count(COMMENTS, post.metrics().comments())),
            "is_video", video,
            "edge_media_to_sponsor_user",
                object(
                    "edges",
                    seen.flag(SPONSORED, draft.flagged())
                        ? List.of(object("node", object("sponsor", object("id", "9"))))
                        : List.of()));
    if (video) {
      node.put("video_view_count", post.metrics().views() * 2 / 5);
      node.put("video_play_count", seen.count(VIEWS, post.metrics().views()));
      node.put("video_duration", seen.count(DURATION_S, draft.seconds() / 8));
    }
    return document(document, node, "Post");
  }

  private static Entry thread(SeenPost post, Comment root, String known) {
    Entry entry = new Entry();
    comment(entry.comment(SITE), post, root, known).forEach(entry::put);
    List<Object> answers = new ArrayList<>();
    for (Comment reply : post.replies(root)) {
      answers.add(comment(entry.comment(SITE), post, reply, known));
    }
    return entry.put("answers", answers);
  }

  private static Map<String, Object> comment(
      Observed seen, SeenPost post, Comment comment, String known) {
    seen.text(POST_ID, known);
    seen.text(PARENT_ID, comment.parent());
    String author = seen.text(AUTHOR_ID, comment.authorId());
    return object(
        "id", Long.valueOf(seen.text(COMMENT_ID, comment.id())),
        "created_at", seen.seconds(PUBLISHED_AT, comment.at()),
        "text", seen.text(TEXT, comment.text()),
        "owner", object("id", author, "username", "ig" + author),
        "likes_count", seen.count(LIKES, post.likes(comment, SITE)));
  }

  @Override
  public void close() {}
}
