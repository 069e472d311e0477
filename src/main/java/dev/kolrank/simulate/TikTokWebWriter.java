package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.LINK;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
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
 * Pages and users of TikTok's web interface. The first drop is of the older generation: counts as
 * the page shows them, sums of likes in 32 bits; later ones have the exact counts as texts beside.
 */
final class TikTokWebWriter implements SourceWriter {
  private static final Site SITE = Site.TIKTOK;

  private final boolean newer;
  private final RecordFile pages;
  private final RecordFile users;
  private final RecordFile comments;

  TikTokWebWriter(Drop drop) {
    newer = drop.number() > 0;
    pages = drop.records("user_videos.jsonl", JsonFile.Layout.LINES);
    users = drop.records("users.jsonl", JsonFile.Layout.LINES);
    comments = drop.records("comments.jsonl", JsonFile.Layout.LINES);
  }

  @Override
  public long write(Visit visit) throws IOException {
    Entry page = new Entry();
    List<Object> items = new ArrayList<>();
    for (SeenPost post : visit.posts()) {
      items.add(item(visit, post, page.post(SITE), page.account(SITE)));
    }
    page.put("cursor", String.valueOf(visit.at() * 1_000));
    page.put("hasMore", false);
    page.put("itemList", items);
    pages.write(page);
    users.write(user(visit));
    long written = 1L + visit.posts().size();
    for (SeenPost post : visit.posts()) {
      for (Comment comment : post.comments()) {
        comments.write(comment(post, comment));
        written++;
      }
    }
    return written;
  }

  private static Entry comment(SeenPost post, Comment comment) {
    Entry line = new Entry();
    Observed seen = line.comment(SITE);
    String parent = seen.text(PARENT_ID, comment.parent());
    String author = seen.text(AUTHOR_ID, comment.authorId());
    line.put("cid", seen.text(COMMENT_ID, comment.id()));
    line.put("text", seen.text(TEXT, comment.text()));
    line.put("create_time", seen.seconds(PUBLISHED_AT, comment.at()));
    line.put("digg_count", seen.count(LIKES, post.likes(comment, SITE)));
    line.put("reply_comment_total", post.replies(comment).size());
    line.put("reply_id", comment.root() ? "0" : parent);
    line.put("aweme_id", seen.text(POST_ID, post.draft().id()));
    return line.put(
        "user",
        object(
            "uid",
            author,
            "unique_id",
            "tt" + author,
            "sec_uid",
            Ids.sec(comment.key()),
            "nickname",
            comment.author()));
  }

  private Map<String, Object> item(Visit visit, SeenPost post, Observed seen, Observed owner) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Metrics metrics = post.metrics();
    seen.text(ACCOUNT_ID, account.id());
    seen.text(URL, References.url(account) + "/video/" + draft.id());
    Map<String, Object> item =
        object(
            "id", seen.text(POST_ID, draft.id()),
            "desc", seen.text(TEXT, TikTokWriter.text(draft)),
            "createTime",
                newer
                    ? seen.time(PUBLISHED_AT, draft.at(), String::valueOf)
                    : seen.time(PUBLISHED_AT, draft.at(), Long::valueOf),
            "author", author(visit, owner),
            "challenges",
                seen.list(TAGS, draft.words().tags()).stream()
                    .map(tag -> object("id", "1", "title", tag, "desc", ""))
                    .toList(),
            "video", object("duration", seen.count(DURATION_S, draft.seconds() / 4)),
            "isAd", seen.flag(SPONSORED, draft.flagged()),
            "stats",
                object(
                    "diggCount", seen.count(LIKES, Counts.shortened(metrics.likes())),
                    "shareCount", seen.count(SHARES, Counts.shortened(metrics.shares())),
                    "commentCount", seen.count(COMMENTS, Counts.shortened(metrics.comments())),
                    "playCount", seen.count(VIEWS, Counts.shortened(metrics.views()))));
    stats(item, visit, "authorStats", owner);
    if (newer) {
      item.put(
          "statsV2",
          object(
              "diggCount", seen.exact(LIKES, metrics.likes()),
              "shareCount", seen.exact(SHARES, metrics.shares()),
              "commentCount", seen.exact(COMMENTS, metrics.comments()),
              "playCount", seen.exact(VIEWS, metrics.views()),
              "collectCount", seen.exact(SAVES, metrics.saves())));
    }
    return item;
  }

  private static Map<String, Object> author(Visit visit, Observed owner) {
    Account account = visit.account();
    return object(
        "id", owner.text(ACCOUNT_ID, account.id()),
        "uniqueId", owner.text(HANDLE, account.handle()),
        "nickname", owner.text(NAME, account.name()),
        "secUid", account.second(),
        "signature", owner.text(BIO, account.bio()),
        "verified", owner.flag(VERIFIED, visit.verified()),
        "privateAccount", false);
  }

  private Entry user(Visit visit) {
    Entry document = new Entry();
    Observed owner = document.account(SITE);
    Map<String, Object> user = author(visit, owner);
    String homepage = visit.account().homepage();
    if (!homepage.isEmpty()) {
      user.put("bioLink", object("link", owner.text(LINK, homepage), "risk", 0));
    }
    Map<String, Object> info = object("user", user);
    stats(info, visit, "stats", owner);
    return document.put("userInfo", info);
  }

  /** What an account has in all; sums beyond 32 bits run over where they are numbers. */
  private void stats(Map<String, Object> into, Visit visit, String field, Observed owner) {
    boolean giant = visit.account().key() % 5 == 0;
    long hearts = visit.likesReceived() + (giant ? 1L << 31 : 0);
    int shown = (int) hearts;
    Spelled<Long> old =
        giant ? Spelled.unknown((long) shown) : Counts.shortened(visit.likesReceived());
    into.put(
        field,
        object(
            "followerCount", owner.count(FOLLOWERS, Counts.shortened(visit.followers())),
            "followingCount", owner.count(FOLLOWING, visit.following()),
            "heart", owner.count(LIKES_RECEIVED, old),
            "heartCount", owner.count(LIKES_RECEIVED, old),
            "videoCount", owner.count(POSTS, visit.posted())));
    if (newer) {
      into.put(
          field + "V2",
          object(
              "followerCount", owner.exact(FOLLOWERS, visit.followers()),
              "followingCount", owner.exact(FOLLOWING, visit.following()),
              "heart", owner.exact(LIKES_RECEIVED, hearts),
              "heartCount", owner.exact(LIKES_RECEIVED, hearts),
              "videoCount", owner.exact(POSTS, visit.posted())));
    }
  }

  @Override
  public void close() throws IOException {
    pages.close();
    users.close();
    comments.close();
  }
}
