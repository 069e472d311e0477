package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;

/**
 * Douyin as MediaCrawler saves it: indented JSON arrays, in either generation.
 *
 * <p>Creators carry the secUid as their {@code user_id}, contents the numeric one.
 */
record DouyinRows(MediaCrawlerPeople people) implements MediaCrawlerRows {
  private static final Site SITE = Site.DOUYIN;

  @Override
  public Entry content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String text = text(draft);
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    row.put("aweme_id", seen.text(POST_ID, draft.id()));
    row.put("aweme_type", "0");
    row.put("title", text);
    row.put("desc", seen.text(TEXT, text));
    row.put("create_time", seen.seconds(PUBLISHED_AT, draft.at()));
    String link = account.handle();
    author(row, account.id(), account.second(), link, account.bio(), account.name(), seen, author);
    row.put("liked_count", seen.digits(LIKES, post.metrics().likes()));
    row.put("collected_count", seen.digits(SAVES, post.metrics().saves()));
    row.put("comment_count", seen.digits(COMMENTS, post.metrics().comments()));
    Spelled<String> shares =
        draft.key() % 9 == 0 ? Spelled.unknown("None") : Counts.plain(post.metrics().shares());
    row.put("share_count", seen.count(SHARES, shares));
    people.putPlace(row, account.key(), author);
    row.put(
        "last_modify_ts", author.millis(OBSERVED_AT, seen.millis(OBSERVED_AT, visit.millis(post))));
    row.put("aweme_url", seen.text(URL, "https://www.douyin.com/video/" + draft.id()));
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
      Entry row, String id, String sec, String handle, String bio, String name, Observed... seen) {
    people.note(id, name, seen);
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
    for (Observed one : seen) {
      if (one.kind() == Observed.Kind.ACCOUNT) {
        one.text(HANDLE, handle);
        one.text(BIO, bio);
      }
    }
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, id));
  }

  @Override
  public Entry comment(Visit visit, SeenPost post, Comment comment) {
    String id = comment.authorId();
    Entry row = new Entry();
    Observed seen = row.comment(SITE);
    row.put("comment_id", seen.text(COMMENT_ID, comment.id()));
    row.put("create_time", seen.seconds(PUBLISHED_AT, comment.at()));
    people.putPlace(row, comment.key());
    row.put("aweme_id", seen.text(POST_ID, post.draft().id()));
    row.put("content", seen.text(TEXT, comment.text()));
    author(row, id, Ids.sec(Long.parseLong(id)), "dy" + id, "", comment.author(), seen);
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("like_count", seen.count(LIKES, post.likes(comment, SITE)));
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.millis(post) + 500));
    String parent = seen.text(PARENT_ID, comment.parent());
    row.put("parent_comment_id", comment.root() ? "0" : parent);
    row.put("pictures", "");
    return row;
  }

  @Override
  public Entry creator(Visit visit) {
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    // nothing else has that key, so the name must do
    seen.text(ACCOUNT_ID, Captions.byName(account.name()));
    row.put("user_id", account.second());
    row.put("nickname", seen.text(NAME, account.name()));
    row.put("gender", (account.key() & 64) == 0 ? "Female" : "Male");
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, account.id()));
    row.put("desc", seen.text(BIO, account.bio()));
    row.put("ip_location", "IP属地：" + seen.text(REGION, MediaCrawlerPeople.place(account.key())));
    row.put("follows", seen.count(FOLLOWING, visit.following()));
    row.put("fans", seen.count(FOLLOWERS, visit.followers()));
    row.put("interaction", seen.count(LIKES_RECEIVED, visit.likesReceived()));
    row.put("videos_count", seen.count(POSTS, visit.posted()));
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.at() * 1_000));
    return row;
  }
}
