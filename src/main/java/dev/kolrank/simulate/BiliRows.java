package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COINS;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.DANMAKU;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;

/** Bilibili as MediaCrawler saves it: JSON lines, or CSV, where the contents are called videos. */
record BiliRows() implements MediaCrawlerRows {
  private static final Site SITE = Site.BILIBILI;
  private static final MediaCrawlerPeople OPEN = new MediaCrawlerPeople(false);

  @Override
  public Entry content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Metrics metrics = post.metrics();
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    row.put("video_id", seen.text(POST_ID, draft.id()));
    row.put("video_type", "video");
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("desc", seen.text(TEXT, text(draft)));
    row.put("create_time", seen.seconds(PUBLISHED_AT, draft.at()));
    OPEN.put(row, account.id(), account.name(), seen, author);
    OPEN.putAvatar(row, SITE, account.id());
    row.put("liked_count", seen.digits(LIKES, metrics.likes()));
    row.put("disliked_count", "0"); // Bilibili counts no dislikes
    row.put("video_play_count", seen.digits(VIEWS, metrics.views()));
    row.put("video_favorite_count", seen.digits(SAVES, metrics.saves()));
    row.put("video_share_count", seen.digits(SHARES, metrics.shares()));
    row.put("video_coin_count", seen.digits(COINS, metrics.likes() * 2 / 5));
    row.put("video_danmaku", seen.digits(DANMAKU, metrics.comments() * 3 / 2));
    row.put("video_comment", seen.digits(COMMENTS, metrics.comments()));
    row.put(
        "last_modify_ts", author.millis(OBSERVED_AT, seen.millis(OBSERVED_AT, visit.millis(post))));
    row.put("video_url", seen.text(URL, "https://www.bilibili.com/video/av" + draft.id()));
    row.put("video_cover_url", "");
    row.put("source_keyword", draft.words().tags().get(0));
    return row;
  }

  private static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().body());
    text.append('\n').append(draft.words().hashtags());
    draft.partner().stream()
        .filter(partner -> partner.site() == SITE)
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
  public Entry comment(Visit visit, SeenPost post, Comment comment) {
    Entry row = new Entry();
    Observed seen = row.comment(SITE);
    row.put("comment_id", seen.text(COMMENT_ID, comment.id()));
    String parent = seen.text(PARENT_ID, comment.parent());
    row.put("parent_comment_id", comment.root() ? "0" : parent);
    row.put("create_time", seen.seconds(PUBLISHED_AT, comment.at()));
    row.put("video_id", seen.text(POST_ID, post.draft().id()));
    row.put("content", seen.text(TEXT, comment.text()));
    OPEN.put(row, comment.authorId(), comment.author(), seen);
    row.put("sex", sex(comment.key()));
    row.put("sign", "");
    OPEN.putAvatar(row, SITE, comment.authorId());
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("like_count", seen.count(LIKES, post.likes(comment, SITE)));
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.millis(post) + 500));
    return row;
  }

  @Override
  public Entry creator(Visit visit) {
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    OPEN.put(row, account.id(), account.name(), seen);
    row.put("sex", sex(account.key()));
    row.put("sign", seen.text(BIO, account.bio()));
    OPEN.putAvatar(row, SITE, account.id());
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.at() * 1_000));
    row.put("total_fans", seen.count(FOLLOWERS, visit.followers()));
    row.put("total_liked", seen.count(LIKES_RECEIVED, visit.likesReceived()));
    row.put("user_rank", visit.fixed(6, 2, 7));
    row.put("is_official", seen.flag(VERIFIED, visit.verified()) ? 0 : -1);
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
