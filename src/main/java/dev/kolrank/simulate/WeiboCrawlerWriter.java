package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.CREATED_AT;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Entry.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * weibo-crawler: a folder for each user, in it {@code <user id>.json} or, every other drop, {@code
 * <user id>.csv}, which has no columns for its user.
 */
record WeiboCrawlerWriter(Drop drop) implements SourceWriter {
  private static final Site SITE = Site.WEIBO;
  private static final long MOST = 1_000_000;

  @Override
  public long write(Visit visit) throws IOException {
    Account account = visit.account();
    String file = account.name().replace('/', '_') + "/" + account.id();
    boolean table = drop.number() % 2 == 1;
    try (RecordFile out =
        table
            ? drop.table(file + ".csv", TableStyle.MARKED)
            : drop.records(file + ".json", JsonFile.Layout.INDENTED)) {
      if (table) {
        for (SeenPost post : visit.posts()) {
          out.write(row(visit, post));
        }
      } else {
        out.write(document(visit));
      }
    }
    return (table ? 0L : 1L) + visit.posts().size();
  }

  private static Entry document(Visit visit) {
    Entry document = new Entry();
    document.put("user", user(visit, document.account(SITE)));
    List<Object> posts = new ArrayList<>();
    for (SeenPost post : visit.posts()) {
      posts.add(post(visit, post, document.post(SITE), document.account(SITE)));
    }
    document.put("weibo", posts);
    return document;
  }

  private static Object user(Visit visit, Observed seen) {
    Account account = visit.account();
    return object(
        "id", seen.text(ACCOUNT_ID, account.id()),
        "screen_name", seen.text(NAME, account.name()),
        "gender", (account.key() & 64) == 0 ? "f" : "m",
        "birthday", "",
        "location", seen.text(REGION, MediaCrawlerPeople.place(account.key())),
        "registration_time", seen.time(CREATED_AT, Times.chinaDay(visit.since()), Times::chinaDate),
        "statuses_count", seen.count(POSTS, visit.posted()),
        "followers_count", seen.count(FOLLOWERS, unfolded(visit.followers())),
        "follow_count", seen.count(FOLLOWING, visit.following()),
        "description", seen.text(BIO, account.bio()),
        "profile_url", "https://m.weibo.cn/u/" + account.id(),
        "verified", seen.flag(VERIFIED, visit.verified()),
        "verified_type", visit.verified() ? 0 : -1,
        "verified_reason", "");
  }

  private static Object post(Visit visit, SeenPost post, Observed seen, Observed author) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    author.with(ACCOUNT_ID, account.id());
    return object(
        "user_id", Long.valueOf(seen.text(ACCOUNT_ID, account.id())),
        "screen_name", author.text(NAME, account.name()),
        "id", Long.valueOf(seen.text(POST_ID, draft.id())),
        "bid", Ids.weiboCode(draft.id()),
        "text", seen.text(TEXT, text(draft)),
        "article_url", "",
        "pics", "",
        "video_url", "",
        "location", "",
        "created_at", seen.time(PUBLISHED_AT, draft.at(), Times::chinaLocal),
        "source", "iPhone客户端",
        "attitudes_count", seen.count(LIKES, reaction(post.metrics().likes())),
        "comments_count", seen.count(COMMENTS, reaction(post.metrics().comments())),
        "reposts_count", seen.count(SHARES, reaction(post.metrics().shares())),
        "topics", String.join(",", seen.list(TAGS, draft.words().tags())),
        "at_users", "",
        "edited", false);
  }

  private static Entry row(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.post(SITE).with(ACCOUNT_ID, account.id());
    row.account(SITE).with(ACCOUNT_ID, account.id()).with(NAME, account.name().replace('/', '_'));
    row.put("id", seen.text(POST_ID, draft.id()));
    row.put("bid", Ids.weiboCode(draft.id()));
    row.put("正文", seen.text(TEXT, text(draft)));
    row.put("头条文章url", "");
    row.put("原始图片url", "");
    row.put("视频url", "");
    row.put("Live Photo视频url", "");
    row.put("位置", "");
    row.put("日期", Times.chinaDate(draft.at()));
    row.put("工具", "iPhone客户端");
    row.put("点赞数", seen.count(LIKES, reaction(post.metrics().likes())));
    row.put("评论数", seen.count(COMMENTS, reaction(post.metrics().comments())));
    row.put("转发数", seen.count(SHARES, reaction(post.metrics().shares())));
    row.put("话题", String.join(",", seen.list(TAGS, draft.words().tags())));
    row.put("@用户", "");
    row.put("完整日期", seen.time(PUBLISHED_AT, draft.at(), Times::chinaLocal));
    row.put("是否编辑过", "False");
    row.put("编辑次数", "0");
    return row;
  }

  private static String text(PostDraft draft) {
    String tags = draft.words().tagged("#", "#");
    return (tags + " " + draft.words().title() + " " + Captions.below(draft)).strip();
  }

  /** The page shows no more than {@code 100万+}. */
  private static Spelled<Long> reaction(long count) {
    return count < MOST ? unfolded(count) : new Spelled<>(MOST, MOST, true, true);
  }

  /** What the crawler makes of {@code 1.2万}: 12000. */
  private static Spelled<Long> unfolded(long count) {
    Spelled<String> shown = Counts.wan(count);
    return new Spelled<>(shown.value(), shown.value(), shown.rounded(), false);
  }

  @Override
  public void close() {}
}
