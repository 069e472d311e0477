package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.KIND;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.URL;

import java.util.List;

/** Zhihu as MediaCrawler saves it, in either generation. */
record ZhihuRows(MediaCrawlerPeople people) implements MediaCrawlerRows {
  private static final Site SITE = Site.ZHIHU;
  private static final List<String> TYPES = List.of("answer", "article", "zvideo");

  private static String type(PostDraft draft) {
    return TYPES.get(Math.floorMod(draft.key(), TYPES.size()));
  }

  private static String url(PostDraft draft) {
    return switch (type(draft)) {
      case "answer" ->
          "https://www.zhihu.com/question/" + question(draft) + "/answer/" + draft.id();
      case "article" -> "https://zhuanlan.zhihu.com/p/" + draft.id();
      default -> "https://www.zhihu.com/zvideo/" + draft.id();
    };
  }

  private static String question(PostDraft draft) {
    return type(draft).equals("answer") ? "4" + draft.id() : "";
  }

  @Override
  public Entry content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    boolean video = type(draft).equals("zvideo");
    String words = Captions.below(draft);
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    seen.text(POST_ID, type(draft) + "/" + draft.id());
    row.put("content_id", draft.id());
    row.put("content_type", seen.text(KIND, type(draft)));
    seen.text(TEXT, words);
    row.put("content_text", video ? "" : words);
    row.put("content_url", seen.text(URL, url(draft)));
    row.put("question_id", question(draft));
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("desc", video ? words : "");
    row.put("created_time", seen.seconds(PUBLISHED_AT, draft.at()));
    row.put("updated_time", draft.at() + 100);
    row.put("voteup_count", seen.count(LIKES, post.metrics().likes()));
    row.put("comment_count", seen.count(COMMENTS, post.metrics().comments()));
    row.put("source_keyword", draft.words().tags().get(0));
    person(row, account.id(), account.name(), seen, author);
    if (!people.masked()) {
      row.put("user_url_token", author.text(HANDLE, account.handle()));
    }
    long at = visit.millis(post);
    row.put("last_modify_ts", author.millis(OBSERVED_AT, seen.millis(OBSERVED_AT, at)));
    return row;
  }

  private void person(Entry row, String id, String name, Observed... seen) {
    people.note(id, name, seen);
    if (people.masked()) {
      row.put("creator_hash", Masking.hash(id));
      row.put("user_nickname", Masking.name(name));
    } else {
      row.put("user_id", id);
      row.put("user_link", "https://www.zhihu.com/people/" + id);
      row.put("user_nickname", name);
      row.put("user_avatar", MediaCrawlerPeople.avatar(SITE, id));
    }
  }

  @Override
  public Entry comment(Visit visit, SeenPost post, Comment comment) {
    PostDraft draft = post.draft();
    Entry row = new Entry();
    Observed seen = row.comment(SITE);
    row.put("comment_id", seen.text(COMMENT_ID, comment.id()));
    String parent = seen.text(PARENT_ID, comment.parent());
    row.put("parent_comment_id", comment.root() ? "0" : parent);
    row.put("content", seen.text(TEXT, comment.text()));
    row.put("publish_time", seen.seconds(PUBLISHED_AT, comment.at()));
    people.putPlace(row, comment.key());
    row.put("sub_comment_count", post.replies(comment).size());
    row.put("like_count", seen.count(LIKES, post.likes(comment, SITE)));
    row.put("dislike_count", 0);
    seen.text(POST_ID, type(draft) + "/" + draft.id());
    row.put("content_id", draft.id());
    row.put("content_type", type(draft));
    person(row, comment.authorId(), comment.author(), seen);
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.millis(post) + 500));
    return row;
  }

  @Override
  public Entry creator(Visit visit) {
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    person(row, account.id(), account.name(), seen);
    row.put("url_token", seen.text(HANDLE, account.handle()));
    row.put("gender", (account.key() & 64) == 0 ? "女" : "男");
    row.put("ip_location", seen.text(REGION, MediaCrawlerPeople.place(account.key())));
    row.put("follows", seen.count(FOLLOWING, visit.following()));
    row.put("fans", seen.count(FOLLOWERS, visit.followers()));
    long answers = visit.posted() / 2;
    long articles = visit.posted() / 3;
    seen.count(POSTS, visit.posted());
    row.put("anwser_count", answers);
    row.put("video_count", visit.posted() - answers - articles);
    row.put("question_count", 3);
    row.put("article_count", articles);
    row.put("column_count", 1);
    row.put("get_voteup_count", seen.count(LIKES_RECEIVED, visit.likesReceived()));
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.at() * 1_000));
    return row;
  }
}
