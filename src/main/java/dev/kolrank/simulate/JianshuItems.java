package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VIEWS;

/**
 * Jianshu as its small crawlers keep it: users, and articles of a list or, every other drop, whole
 * ones. What is cut out of pages keeps its label.
 */
final class JianshuItems {
  private static final Site SITE = Site.JIANSHU;

  private JianshuItems() {}

  static SourceWriter open(Drop drop) {
    boolean whole = drop.number() % 2 == 1;
    return new RecordsWriter()
        .profiles(drop.records("users.jsonl", JsonFile.Layout.LINES), JianshuItems::user)
        .posts(
            whole
                ? drop.table("article.csv", TableStyle.MARKED)
                : drop.records("articles.json", JsonFile.Layout.ARRAY),
            whole ? JianshuItems::article : JianshuItems::listed);
  }

  private static Entry user(Visit visit) {
    Account account = visit.account();
    Entry item = new Entry();
    Observed seen = item.account(SITE);
    item.put("id", seen.text(ACCOUNT_ID, account.id()));
    item.put("name", seen.text(NAME, account.name()));
    item.put("followings", seen.digits(FOLLOWING, visit.following()));
    item.put("followers", seen.digits(FOLLOWERS, visit.followers()));
    item.put("words", String.valueOf(visit.posted() * 1_400));
    item.put("likes", seen.digits(LIKES_RECEIVED, visit.likesReceived()));
    item.put("articles", seen.digits(POSTS, visit.posted()));
    return item;
  }

  private static Entry listed(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Metrics metrics = post.metrics();
    Entry item = new Entry();
    Observed seen = item.post(SITE);
    item.put("title", seen.text(TITLE, draft.words().title()));
    item.put("author", author(item, visit, seen));
    item.put("url", "/p/" + seen.text(POST_ID, draft.id()));
    item.put("readNum", "阅读 " + seen.digits(VIEWS, metrics.views()));
    item.put("commentNum", " · 评论 " + seen.digits(COMMENTS, metrics.comments()));
    item.put("likeNum", " · 喜欢 " + seen.digits(LIKES, metrics.likes()));
    return item;
  }

  private static Entry article(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("avatar", "//upload.jianshu.example/" + visit.account().id() + ".jpg");
    row.put("author", author(row, visit, seen));
    String written = Times.chinaMinute(draft.at()).replace('-', '.');
    seen.seconds(PUBLISHED_AT, draft.at() / 60 * 60);
    row.put("publish_time", draft.key() % 2 == 0 ? written + "*" : written);
    String text = Captions.below(draft).replace('\n', ' ');
    seen.text(TEXT, text);
    row.put("content", "<div><p>" + text.replace("&", "&amp;") + "</p></div>");
    row.put("article_id", seen.text(POST_ID, draft.id()));
    row.put("origin_url", seen.text(URL, "https://www.jianshu.com/p/" + draft.id()));
    return row;
  }

  private static String author(Entry item, Visit visit, Observed seen) {
    Observed author = item.account(SITE);
    String name = visit.account().name();
    seen.text(ACCOUNT_ID, author.text(ACCOUNT_ID, Captions.byName(name)));
    return author.text(NAME, name);
  }
}
