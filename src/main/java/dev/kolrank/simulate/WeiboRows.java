package dev.kolrank.simulate;

import java.util.LinkedHashMap;
import java.util.Map;

/** Weibo as MediaCrawler saves it: JSON lines. */
record WeiboRows() implements MediaCrawlerRows {
  private static final MediaCrawlerPeople OPEN = new MediaCrawlerPeople(false);

  @Override
  public Map<String, Object> content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("note_id", draft.id());
    row.put("content", text(draft));
    row.put("create_time", draft.at());
    row.put("create_date_time", Times.china(draft.at()));
    row.put("liked_count", String.valueOf(post.metrics().likes()));
    row.put("comments_count", String.valueOf(post.metrics().comments()));
    row.put("shared_count", String.valueOf(post.metrics().shares()));
    row.put("last_modify_ts", visit.millis(post));
    row.put("note_url", "https://m.weibo.cn/detail/" + draft.id());
    OPEN.putPlace(row, account.key());
    author(row, account.id(), account.name(), account.key());
    row.put("source_keyword", draft.words().tags().get(0));
    return row;
  }

  private static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder();
    text.append(draft.words().tagged("#", "#")).append(' ').append(draft.words().title());
    text.append(' ').append(draft.words().body());
    draft.partner().stream()
        .filter(partner -> partner.site() == Site.WEIBO)
        .forEach(partner -> text.append(" @").append(partner.name()));
    return text.append(draft.links().isEmpty() ? "" : "\n")
        .append(draft.links())
        .toString()
        .strip();
  }

  @Override
  public Map<String, Object> comment(Visit visit, SeenPost post, Comment comment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("comment_id", comment.id());
    row.put("create_time", comment.at());
    row.put("create_date_time", Times.china(comment.at()));
    row.put("note_id", post.draft().id());
    row.put("content", comment.text());
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("comment_like_count", String.valueOf(post.likes(comment, Site.WEIBO)));
    row.put("last_modify_ts", visit.millis(post) + 500);
    OPEN.putPlace(row, comment.key());
    row.put("parent_comment_id", comment.root() ? comment.id() : comment.parent());
    author(row, comment.authorId(), comment.author(), comment.key());
    return row;
  }

  private static void author(Map<String, Object> row, String id, String name, long key) {
    OPEN.put(row, id, name);
    row.put("gender", (key & 64) == 0 ? "f" : "m");
    row.put("profile_url", "https://m.weibo.cn/u/" + id);
    OPEN.putAvatar(row, Site.WEIBO, id);
  }

  @Override
  public Map<String, Object> creator(Visit visit) {
    Account account = visit.account();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("user_id", account.id());
    row.put("nickname", account.name());
    row.put("gender", (account.key() & 64) == 0 ? "女" : "男");
    row.put("avatar", MediaCrawlerPeople.avatar(Site.WEIBO, account.id()));
    row.put("desc", account.bio());
    row.put("ip_location", MediaCrawlerPeople.place(account.key()));
    row.put("follows", visit.following());
    if (visit.followers() < 10_000) {
      row.put("fans", visit.followers());
    } else {
      row.put("fans", Counts.wan(visit.followers()));
    }
    row.put("tag_list", "");
    row.put("last_modify_ts", visit.at() * 1_000);
    return row;
  }
}
