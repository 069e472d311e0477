package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TEXT;

import java.io.IOException;

/** Pages of weibo.cn as one table in GBK: profiles and posts mixed, joined by the name. */
final class WeiboCnWriter implements SourceWriter {
  private static final Site SITE = Site.WEIBO;

  private final RecordFile table;

  WeiboCnWriter(Drop drop) {
    table = drop.table("weibo.csv", Encoding.GBK.charset());
  }

  @Override
  public long write(Visit visit) throws IOException {
    table.write(profile(visit));
    for (SeenPost post : visit.posts()) {
      table.write(post(visit, post));
    }
    return 1L + visit.posts().size();
  }

  private Entry profile(Visit visit) {
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    name(row, visit, seen);
    row.put("influence", "");
    row.put("weibo_count", seen.count(POSTS, Counts.labelled("微博", visit.posted())));
    row.put("following_count", seen.count(FOLLOWING, Counts.labelled("关注", visit.following())));
    row.put("follower_count", seen.count(FOLLOWERS, Counts.labelled("粉丝", visit.followers())));
    return post(row, "", "", "", "", "");
  }

  private Entry post(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    name(row, visit, row.account(SITE), seen);
    row.put("influence", "");
    row.put("weibo_count", "");
    row.put("following_count", "");
    row.put("follower_count", "");
    // the number of a post, which its code stands for, holds the second
    seen.with(POST_ID, draft.id()).seconds(PUBLISHED_AT, draft.at());
    return post(
        row,
        "M_" + Ids.weiboCode(draft.id()),
        seen.text(TEXT, Encoding.GBK.kept(draft.words().tagged("#", "#") + draft.words().title())),
        seen.count(LIKES, Counts.labelled("赞", post.metrics().likes())),
        seen.count(SHARES, Counts.labelled("转发", post.metrics().shares())),
        seen.count(COMMENTS, Counts.labelled("评论", post.metrics().comments())));
  }

  private static Entry post(
      Entry row, String id, String text, String likes, String reposts, String comments) {
    return row.put("id", id)
        .put("text", text)
        .put("pictures", "")
        .put("videos", "")
        .put("likes_count", likes)
        .put("reposts_count", reposts)
        .put("comments_count", comments);
  }

  private void name(Entry row, Visit visit, Observed account, Observed... posts) {
    String name = Encoding.GBK.kept(visit.account().name());
    for (Observed post : posts) {
      post.text(ACCOUNT_ID, Captions.byName(name));
    }
    account.text(ACCOUNT_ID, Captions.byName(name));
    row.put("name", account.text(NAME, name));
  }

  @Override
  public void close() throws IOException {
    table.close();
  }
}
