package dev.kolrank.simulate;

import java.util.LinkedHashMap;
import java.util.Map;

/** Xiaohongshu as MediaCrawler saves it: JSON lines, in either generation. */
record XhsRows(MediaCrawlerPeople people) implements MediaCrawlerRows {
  private static final Site SITE = Site.XIAOHONGSHU;

  @Override
  public Map<String, Object> content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String token = "AB" + Ids.wide(draft.key() + 1);
    boolean video = draft.key() % 3 == 0;
    boolean capped = draft.key() % 4 == 1;
    long likes = post.metrics().likes();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("note_id", draft.id());
    row.put("type", video ? "video" : "normal");
    row.put("title", draft.words().title());
    row.put("desc", text(draft));
    row.put("video_url", video ? "http://video.xiaohongshu.example/" + draft.id() : "");
    row.put("time", draft.at() * 1_000);
    row.put("last_update_time", 0);
    people.put(row, account.id(), account.name());
    people.putAvatar(row, SITE, account.id());
    row.put("liked_count", capped ? Counts.capped(likes) : Counts.wan(likes));
    row.put("collected_count", Counts.wan(post.metrics().saves()));
    row.put("comment_count", Counts.wan(post.metrics().comments()));
    row.put("share_count", draft.key() % 11 == 0 ? null : Counts.wan(post.metrics().shares()));
    people.putPlace(row, account.key());
    row.put("image_list", "http://img.xiaohongshu.example/" + draft.id() + "/1");
    row.put("tag_list", String.join(",", draft.words().tags()));
    row.put("last_modify_ts", visit.millis(post));
    row.put(
        "note_url",
        "https://www.xiaohongshu.com/explore/"
            + draft.id()
            + "?xsec_token="
            + token
            + "&xsec_source=pc_search");
    row.put("source_keyword", draft.words().tags().get(0));
    row.put("xsec_token", token);
    return row;
  }

  private static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().body());
    draft.partner().stream()
        .filter(partner -> partner.site() == SITE)
        .forEach(partner -> text.append(" @").append(partner.name()));
    return text.append(' ').append(draft.words().tagged("#", "[话题]#")).toString().strip();
  }

  @Override
  public Map<String, Object> comment(Visit visit, SeenPost post, Comment comment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("comment_id", comment.id());
    row.put("create_time", comment.at() * 1_000);
    people.putPlace(row, comment.key());
    row.put("note_id", post.draft().id());
    row.put("content", comment.text());
    people.put(row, comment.authorId(), comment.author());
    people.putAvatar(row, SITE, comment.authorId());
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("pictures", "");
    if (people.masked()) {
      row.put("parent_comment_id", comment.parent());
    } else if (comment.root()) {
      row.put("parent_comment_id", 0);
    } else {
      row.put("parent_comment_id", comment.parent());
    }
    row.put("last_modify_ts", visit.millis(post) + 500);
    row.put("like_count", String.valueOf(post.likes(comment, SITE)));
    return row;
  }

  @Override
  public Map<String, Object> creator(Visit visit) {
    Account account = visit.account();
    String niche = visit.person().niche().labelZh();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("user_id", account.id());
    row.put("nickname", account.name());
    row.put("gender", (account.key() & 64) == 0 ? "Female" : "Male");
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, account.id()));
    row.put("desc", account.bio());
    row.put("ip_location", MediaCrawlerPeople.place(account.key()));
    row.put("follows", Counts.wan(visit.following()));
    row.put("fans", Counts.wan(visit.followers()));
    row.put("interaction", Counts.wan(visit.likesReceived()));
    boolean declared = !account.fan() && visit.fixed(5, 0, 3) > 0;
    row.put("tag_list", declared ? "{\"profession\":\"" + niche + "博主\"}" : "{}");
    row.put("last_modify_ts", visit.at() * 1_000);
    return row;
  }
}
