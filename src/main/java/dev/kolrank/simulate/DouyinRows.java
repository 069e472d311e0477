package dev.kolrank.simulate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Douyin as MediaCrawler saves it: indented JSON arrays, in either generation.
 *
 * <p>Creators carry the secUid as their {@code user_id}, contents the numeric one.
 */
record DouyinRows(MediaCrawlerPeople people) implements MediaCrawlerRows {
  private static final Site SITE = Site.DOUYIN;

  @Override
  public Map<String, Object> content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String text = text(draft);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("aweme_id", draft.id());
    row.put("aweme_type", "0");
    row.put("title", text);
    row.put("desc", text);
    row.put("create_time", draft.at());
    author(row, account.id(), account.second(), account.handle(), account.bio(), account.name());
    row.put("liked_count", String.valueOf(post.metrics().likes()));
    row.put("collected_count", String.valueOf(post.metrics().saves()));
    row.put("comment_count", String.valueOf(post.metrics().comments()));
    row.put("share_count", draft.key() % 9 == 0 ? "None" : String.valueOf(post.metrics().shares()));
    people.putPlace(row, account.key());
    row.put("last_modify_ts", visit.millis(post));
    row.put("aweme_url", "https://www.douyin.com/video/" + draft.id());
    row.put("cover_url", "");
    row.put("video_download_url", "");
    row.put("music_download_url", "");
    row.put("note_download_url", "");
    row.put("source_keyword", draft.words().tags().get(0));
    return row;
  }

  private static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().title());
    text.append(' ').append(draft.words().body()).append(' ').append(draft.words().hashtags());
    draft.partner().stream()
        .filter(partner -> partner.site() == SITE)
        .forEach(partner -> text.append(" @").append(partner.name()));
    return text.toString();
  }

  private void author(
      Map<String, Object> row, String id, String sec, String handle, String bio, String name) {
    if (people.masked()) {
      people.put(row, id, name);
      return;
    }
    row.put("user_id", id);
    row.put("sec_uid", sec);
    row.put("short_user_id", "0");
    row.put("user_unique_id", handle);
    row.put("user_signature", bio);
    row.put("nickname", name);
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, id));
  }

  @Override
  public Map<String, Object> comment(Visit visit, SeenPost post, Comment comment) {
    String id = comment.authorId();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("comment_id", comment.id());
    row.put("create_time", comment.at());
    people.putPlace(row, comment.key());
    row.put("aweme_id", post.draft().id());
    row.put("content", comment.text());
    author(row, id, Ids.sec(Long.parseLong(id)), "dy" + id, "", comment.author());
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("like_count", post.likes(comment, SITE));
    row.put("last_modify_ts", visit.millis(post) + 500);
    row.put("parent_comment_id", comment.root() ? "0" : comment.parent());
    row.put("pictures", "");
    return row;
  }

  @Override
  public Map<String, Object> creator(Visit visit) {
    Account account = visit.account();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("user_id", account.second());
    row.put("nickname", account.name());
    row.put("gender", (account.key() & 64) == 0 ? "Female" : "Male");
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, account.id()));
    row.put("desc", account.bio());
    row.put("ip_location", "IP属地：" + MediaCrawlerPeople.place(account.key()));
    row.put("follows", visit.following());
    row.put("fans", visit.followers());
    row.put("interaction", visit.likesReceived());
    row.put("videos_count", visit.posted());
    row.put("last_modify_ts", visit.at() * 1_000);
    return row;
  }
}
