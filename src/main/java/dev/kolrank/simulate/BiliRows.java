package dev.kolrank.simulate;

import java.util.LinkedHashMap;
import java.util.Map;

/** Bilibili as MediaCrawler saves it: JSON lines, or CSV, where the contents are called videos. */
record BiliRows() implements MediaCrawlerRows {
  private static final MediaCrawlerPeople OPEN = new MediaCrawlerPeople(false);

  @Override
  public Map<String, Object> content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Metrics metrics = post.metrics();
    Account account = visit.account();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("video_id", draft.id());
    row.put("video_type", "video");
    row.put("title", draft.words().title());
    row.put("desc", text(draft));
    row.put("create_time", draft.at());
    OPEN.put(row, account.id(), account.name());
    OPEN.putAvatar(row, Site.BILIBILI, account.id());
    row.put("liked_count", String.valueOf(metrics.likes()));
    row.put("disliked_count", "0");
    row.put("video_play_count", String.valueOf(metrics.views()));
    row.put("video_favorite_count", String.valueOf(metrics.saves()));
    row.put("video_share_count", String.valueOf(metrics.shares()));
    row.put("video_coin_count", String.valueOf(metrics.likes() * 2 / 5));
    row.put("video_danmaku", String.valueOf(metrics.comments() * 3 / 2));
    row.put("video_comment", String.valueOf(metrics.comments()));
    row.put("last_modify_ts", visit.millis(post));
    row.put("video_url", "https://www.bilibili.com/video/av" + draft.id());
    row.put("video_cover_url", "");
    row.put("source_keyword", draft.words().tags().get(0));
    return row;
  }

  private static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().body());
    text.append('\n').append(draft.words().hashtags());
    draft.partner().stream()
        .filter(partner -> partner.site() == Site.BILIBILI)
        .forEach(
            partner ->
                text.append("\n联动：@")
                    .append(partner.name())
                    .append(' ')
                    .append(References.url(partner)));
    return text.append(draft.links().isEmpty() ? "" : "\n")
        .append(draft.links())
        .toString()
        .strip();
  }

  @Override
  public Map<String, Object> comment(Visit visit, SeenPost post, Comment comment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("comment_id", comment.id());
    row.put("parent_comment_id", comment.root() ? "0" : comment.parent());
    row.put("create_time", comment.at());
    row.put("video_id", post.draft().id());
    row.put("content", comment.text());
    OPEN.put(row, comment.authorId(), comment.author());
    row.put("sex", sex(comment.key()));
    row.put("sign", "");
    OPEN.putAvatar(row, Site.BILIBILI, comment.authorId());
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("like_count", post.likes(comment, Site.BILIBILI));
    row.put("last_modify_ts", visit.millis(post) + 500);
    return row;
  }

  @Override
  public Map<String, Object> creator(Visit visit) {
    Account account = visit.account();
    Map<String, Object> row = new LinkedHashMap<>();
    OPEN.put(row, account.id(), account.name());
    row.put("sex", sex(account.key()));
    row.put("sign", account.bio());
    OPEN.putAvatar(row, Site.BILIBILI, account.id());
    row.put("last_modify_ts", visit.at() * 1_000);
    row.put("total_fans", visit.followers());
    row.put("total_liked", visit.likesReceived());
    row.put("user_rank", visit.fixed(6, 2, 7));
    row.put("is_official", visit.verified() ? 0 : -1);
    return row;
  }

  private static String sex(long key) {
    return switch (Math.floorMod(key >>> 9, 3)) {
      case 0 -> "男";
      case 1 -> "女";
      default -> "保密";
    };
  }
}
