package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;

/** Weibo as MediaCrawler saves it: JSON lines. */
record WeiboRows() implements MediaCrawlerRows {
  private static final Site SITE = Site.WEIBO;
  private static final MediaCrawlerPeople OPEN = new MediaCrawlerPeople(false);

  @Override
  public Entry content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    row.put("note_id", seen.text(POST_ID, draft.id()));
    row.put("content", seen.text(TEXT, text(draft)));
    row.put("create_time", seen.seconds(PUBLISHED_AT, draft.at()));
    row.put("create_date_time", Times.china(draft.at()));
    row.put("liked_count", seen.digits(LIKES, post.metrics().likes()));
    row.put("comments_count", seen.digits(COMMENTS, post.metrics().comments()));
    row.put("shared_count", seen.digits(SHARES, post.metrics().shares()));
    row.put(
        "last_modify_ts", author.millis(OBSERVED_AT, seen.millis(OBSERVED_AT, visit.millis(post))));
    row.put("note_url", seen.text(URL, "https://m.weibo.cn/detail/" + draft.id()));
    OPEN.putPlace(row, account.key(), author);
    author(row, account.id(), account.name(), account.key(), seen, author);
    row.put("source_keyword", draft.words().tags().get(0));
    return row;
  }

  private static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder();
    text.append(draft.words().tagged("#", "#")).append(' ').append(draft.words().title());
    text.append(' ').append(draft.words().body());
    draft.partner().stream()
        .filter(partner -> partner.site() == SITE)
        .forEach(partner -> text.append(" @").append(partner.name()));
    return text.append(draft.links().isEmpty() ? "" : "\n")
        .append(draft.links())
        .toString()
        .strip();
  }

  @Override
  public Entry comment(Visit visit, SeenPost post, Comment comment) {
    Entry row = new Entry();
    Observed seen = row.comment(SITE);
    row.put("comment_id", seen.text(COMMENT_ID, comment.id()));
    row.put("create_time", seen.seconds(PUBLISHED_AT, comment.at()));
    row.put("create_date_time", Times.china(comment.at()));
    row.put("note_id", seen.text(POST_ID, post.draft().id()));
    row.put("content", seen.text(TEXT, comment.text()));
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("comment_like_count", seen.digits(LIKES, post.likes(comment, SITE)));
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.millis(post) + 500));
    OPEN.putPlace(row, comment.key());
    String parent = seen.text(PARENT_ID, comment.parent());
    row.put("parent_comment_id", comment.root() ? comment.id() : parent);
    author(row, comment.authorId(), comment.author(), comment.key(), seen);
    return row;
  }

  private static void author(Entry row, String id, String name, long key, Observed... seen) {
    OPEN.put(row, id, name, seen);
    row.put("gender", (key & 64) == 0 ? "f" : "m");
    row.put("profile_url", "https://m.weibo.cn/u/" + id);
    OPEN.putAvatar(row, SITE, id);
  }

  @Override
  public Entry creator(Visit visit) {
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    row.put("user_id", seen.text(ACCOUNT_ID, account.id()));
    row.put("nickname", seen.text(NAME, account.name()));
    row.put("gender", (account.key() & 64) == 0 ? "女" : "男");
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, account.id()));
    row.put("desc", seen.text(BIO, account.bio()));
    row.put("ip_location", seen.text(REGION, MediaCrawlerPeople.place(account.key())));
    row.put("follows", seen.count(FOLLOWING, visit.following()));
    if (visit.followers() < 10_000) {
      row.put("fans", seen.count(FOLLOWERS, visit.followers()));
    } else {
      row.put("fans", seen.count(FOLLOWERS, Counts.wan(visit.followers())));
    }
    row.put("tag_list", "");
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.at() * 1_000));
    return row;
  }
}
