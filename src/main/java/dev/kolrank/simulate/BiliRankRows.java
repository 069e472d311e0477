package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COINS;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.DANMAKU;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.VIEWS;

/** Lists of ranked Bilibili videos in their three layouts, in turn by drop. */
final class BiliRankRows {
  private static final Site SITE = Site.BILIBILI;

  private BiliRankRows() {}

  static SourceWriter open(Drop drop) {
    return switch (drop.number() % 3) {
      case 0 ->
          new RecordsWriter()
              .posts(drop.table("ranking.csv", TableStyle.MARKED), BiliRankRows::chinese);
      case 1 ->
          new RecordsWriter()
              .posts(drop.table("bilibili.csv", TableStyle.PLAIN), BiliRankRows::byCategory);
      default ->
          new RecordsWriter()
              .posts(drop.table("bilibili.csv", TableStyle.PLAIN), BiliRankRows::nameless);
    };
  }

  private static Entry chinese(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Metrics metrics = post.metrics();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    seen.text(POST_ID, draft.id());
    row.put("当前排名", 1 + draft.ordinal());
    row.put("视频标题", seen.text(TITLE, draft.words().title()));
    row.put("播放量", seen.count(VIEWS, Counts.wan(metrics.views())));
    row.put("弹幕数量", seen.count(DANMAKU, Counts.wan(metrics.comments() * 3 / 2)));
    row.put("评分", metrics.views() * 2);
    row.put("作者", author(row, visit, seen));
    row.put("链接", "//www.bilibili.com/video/" + Ids.bilibiliCode(draft.id()));
    row.put("时长", seen.count(DURATION_S, draft.seconds()));
    row.put("评论量", seen.count(COMMENTS, metrics.comments()));
    row.put("收藏", seen.count(SAVES, metrics.saves()));
    row.put("硬币", seen.count(COINS, metrics.likes() * 2 / 5));
    row.put("分享", seen.count(SHARES, metrics.shares()));
    row.put("点赞", seen.count(LIKES, metrics.likes()));
    return row;
  }

  private static Entry byCategory(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Metrics metrics = post.metrics();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    row.put("author", author(row, visit, seen));
    row.put("coin", seen.count(COINS, metrics.likes() * 2 / 5));
    row.put("danmaku", seen.count(DANMAKU, metrics.comments() * 3 / 2));
    row.put("favorite", seen.count(SAVES, metrics.saves()));
    row.put("id", seen.text(POST_ID, draft.id()));
    row.put("like", seen.count(LIKES, metrics.likes()));
    row.put("rank_num", 1 + draft.ordinal());
    row.put("rank_tab", seen.text(CATEGORY, draft.words().topic().labelZh()));
    row.put("reply", seen.count(COMMENTS, metrics.comments()));
    row.put("score", metrics.views() * 2);
    row.put("share", seen.count(SHARES, metrics.shares()));
    row.put("tag_name", String.join(",", seen.list(TAGS, draft.words().tags())));
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("view", seen.count(VIEWS, metrics.views()));
    return row;
  }

  /** Without numbers of videos: what stands in for one is the hash of author and title. */
  private static Entry nameless(Visit visit, SeenPost post) {
    Metrics metrics = post.metrics();
    String title = post.draft().words().title();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    row.put("title", seen.text(TITLE, title));
    String author = author(row, visit, seen);
    seen.text(POST_ID, "~" + Masking.hash(author.strip() + "\n" + title.strip()));
    row.put("author", author);
    row.put("rank", 1 + post.draft().ordinal());
    row.put("score", metrics.views() * 2);
    row.put("view", seen.count(VIEWS, metrics.views()));
    row.put("coins", seen.count(COINS, metrics.likes() * 2 / 5));
    row.put("favorite", seen.count(SAVES, metrics.saves()));
    row.put("reply", seen.count(COMMENTS, metrics.comments()));
    row.put("danmu", seen.count(DANMAKU, metrics.comments() * 3 / 2));
    row.put("share", seen.count(SHARES, metrics.shares()));
    row.put("like", seen.count(LIKES, metrics.likes()));
    return row;
  }

  private static String author(Entry row, Visit visit, Observed seen) {
    Observed author = row.account(SITE);
    String name = visit.account().name();
    seen.text(ACCOUNT_ID, author.text(ACCOUNT_ID, Captions.byName(name)));
    return author.text(NAME, name);
  }
}
