package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VIEWS;
import static dev.kolrank.simulate.Entry.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * facebook-scraper: an array of posts with the comments below them or, every other drop, the table
 * of its command line, in which Python writes what is missing as {@code None}.
 */
final class FacebookScraperWriter implements SourceWriter {
  private static final Site SITE = Site.FACEBOOK;

  private final boolean table;
  private final RecordFile posts;

  FacebookScraperWriter(Drop drop) {
    table = drop.number() % 2 == 1;
    posts =
        table
            ? drop.table("posts.csv", TableStyle.PLAIN)
            : drop.records("posts.json", JsonFile.Layout.ARRAY);
  }

  @Override
  public long write(Visit visit) throws IOException {
    long written = 0;
    for (SeenPost post : visit.posts()) {
      posts.write(post(visit, post));
      written += 1L + (table ? 0 : post.comments().size());
    }
    return written;
  }

  private Entry post(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Entry item = new Entry();
    Observed seen = item.post(SITE);
    Observed page = item.account(SITE);
    Object none = table ? "None" : null;
    String text = seen.text(TEXT, Captions.whole(draft, SITE));
    item.put("post_id", seen.text(POST_ID, draft.id()));
    item.put("text", text);
    item.put("post_text", text);
    item.put("shared_text", "");
    item.put("time", Times.spaced(draft.at()));
    item.put("timestamp", seen.seconds(PUBLISHED_AT, draft.at()));
    item.put("image", none);
    boolean video = draft.key() % 2 == 0;
    item.put("video", video ? "https://video.facebook.example/" + draft.id() : none);
    long views = post.metrics().views();
    Spelled<Object> watched =
        video ? new Spelled<>(views, views, false, false) : Spelled.unknown(none);
    item.put("video_watches", seen.count(VIEWS, watched));
    item.put("likes", seen.count(LIKES, post.metrics().likes()));
    item.put("comments", seen.count(COMMENTS, post.metrics().comments()));
    item.put("shares", seen.count(SHARES, post.metrics().shares()));
    item.put("post_url", seen.text(URL, References.url(account) + "/posts/" + draft.id()));
    item.put("link", none);
    item.put("user_id", seen.text(ACCOUNT_ID, page.text(ACCOUNT_ID, account.id())));
    item.put("username", page.text(NAME, account.name()));
    item.put("is_live", table ? "False" : false);
    item.put("reactions", none);
    long at = post.at();
    item.put("comments_full", table ? none : comments(item, post, at));
    page.seconds(OBSERVED_AT, at);
    item.put("fetched_time", seen.time(OBSERVED_AT, at, Times::spaced));
    return item;
  }

  private static List<Object> comments(Entry item, SeenPost post, long at) {
    List<Object> comments = new ArrayList<>();
    for (Comment comment : post.comments()) {
      if (comment.root()) {
        Map<String, Object> written = comment(item, post, comment, at);
        List<Object> replies = new ArrayList<>();
        post.replies(comment).forEach(reply -> replies.add(comment(item, post, reply, at)));
        written.put("replies", replies);
        comments.add(written);
      }
    }
    return comments;
  }

  private static Map<String, Object> comment(Entry item, SeenPost post, Comment comment, long at) {
    Observed seen = item.comment(SITE);
    seen.text(POST_ID, post.draft().id());
    seen.text(PARENT_ID, comment.parent());
    seen.seconds(OBSERVED_AT, at);
    long likes = post.likes(comment, SITE);
    Spelled<Long> told = likes == 0 ? Spelled.unknown(null) : Spelled.exact(likes, likes);
    return object(
        "comment_id", seen.text(COMMENT_ID, comment.id()),
        "commenter_id", seen.text(AUTHOR_ID, comment.authorId()),
        "commenter_url", "https://facebook.com/profile.php?id=" + comment.authorId(),
        "commenter_name", comment.author(),
        "comment_text", seen.text(TEXT, comment.text()),
        "comment_time", seen.time(PUBLISHED_AT, comment.at(), Times::spaced),
        "comment_reaction_count", seen.count(LIKES, told));
  }

  @Override
  public void close() throws IOException {
    posts.close();
  }
}
