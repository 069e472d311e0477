package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.KIND;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.URL;

/** Xiaohongshu as MediaCrawler saves it: JSON lines, in either generation. */
record XhsRows(MediaCrawlerPeople people) implements MediaCrawlerRows {
  private static final Site SITE = Site.XIAOHONGSHU;

  @Override
  public Entry content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String token = "AB" + Ids.wide(draft.key() + 1);
    boolean video = draft.key() % 3 == 0;
    boolean capped = draft.key() % 4 == 1;
    long likes = post.metrics().likes();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    row.put("note_id", seen.text(POST_ID, draft.id()));
    row.put("type", seen.text(KIND, video ? "video" : "normal"));
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("desc", seen.text(TEXT, text(draft)));
    row.put("video_url", video ? "http://video.xiaohongshu.example/" + draft.id() : "");
    row.put("time", seen.millis(PUBLISHED_AT, draft.at() * 1_000));
    row.put("last_update_time", 0);
    people.put(row, account.id(), account.name(), seen, author);
    people.putAvatar(row, SITE, account.id());
    row.put("liked_count", seen.count(LIKES, capped ? Counts.capped(likes) : Counts.wan(likes)));
    row.put("collected_count", seen.count(SAVES, Counts.wan(post.metrics().saves())));
    row.put("comment_count", seen.count(COMMENTS, Counts.wan(post.metrics().comments())));
    Spelled<String> shares =
        draft.key() % 11 == 0 ? Spelled.unknown(null) : Counts.wan(post.metrics().shares());
    row.put("share_count", seen.count(SHARES, shares));
    people.putPlace(row, account.key(), author);
    row.put("image_list", "http://img.xiaohongshu.example/" + draft.id() + "/1");
    row.put("tag_list", String.join(",", seen.list(TAGS, draft.words().tags())));
    row.put(
        "last_modify_ts", author.millis(OBSERVED_AT, seen.millis(OBSERVED_AT, visit.millis(post))));
    row.put(
        "note_url",
        seen.text(
            URL,
            "https://www.xiaohongshu.com/explore/"
                + draft.id()
                + "?xsec_token="
                + token
                + "&xsec_source=pc_search"));
    row.put("source_keyword", draft.words().tags().get(0));
    row.put("xsec_token", token);
    return row;
  }

  static String text(PostDraft draft) {
    StringBuilder text = new StringBuilder(draft.words().body());
    draft.partner().stream()
        .filter(partner -> partner.site() == SITE)
        .forEach(partner -> text.append(" @").append(partner.name()));
    return text.append(' ').append(draft.words().tagged("#", "[话题]#")).toString().strip();
  }

  @Override
  public Entry comment(Visit visit, SeenPost post, Comment comment) {
    Entry row = new Entry();
    Observed seen = row.comment(SITE);
    row.put("comment_id", seen.text(COMMENT_ID, comment.id()));
    row.put("create_time", seen.millis(PUBLISHED_AT, comment.at() * 1_000));
    people.putPlace(row, comment.key());
    row.put("note_id", seen.text(POST_ID, post.draft().id()));
    row.put("content", seen.text(TEXT, comment.text()));
    people.put(row, comment.authorId(), comment.author(), seen);
    people.putAvatar(row, SITE, comment.authorId());
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("pictures", "");
    if (people.masked()) {
      row.put("parent_comment_id", seen.text(PARENT_ID, comment.parent()));
    } else if (comment.root()) {
      row.put("parent_comment_id", seen.means(PARENT_ID, null, 0));
    } else {
      row.put("parent_comment_id", seen.text(PARENT_ID, comment.parent()));
    }
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.millis(post) + 500));
    row.put("like_count", seen.digits(LIKES, post.likes(comment, SITE)));
    return row;
  }

  @Override
  public Entry creator(Visit visit) {
    Account account = visit.account();
    String niche = visit.person().niche().labelZh();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    row.put("user_id", seen.text(ACCOUNT_ID, account.id()));
    row.put("nickname", seen.text(NAME, account.name()));
    row.put("gender", (account.key() & 64) == 0 ? "Female" : "Male");
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, account.id()));
    row.put("desc", seen.text(BIO, account.bio()));
    row.put("ip_location", seen.text(REGION, MediaCrawlerPeople.place(account.key())));
    row.put("follows", seen.count(FOLLOWING, Counts.wan(visit.following())));
    row.put("fans", seen.count(FOLLOWERS, Counts.wan(visit.followers())));
    row.put("interaction", seen.count(LIKES_RECEIVED, Counts.wan(visit.likesReceived())));
    boolean declared = !account.fan() && visit.fixed(5, 0, 3) > 0;
    String field = seen.text(CATEGORY, declared ? niche + "博主" : "");
    row.put("tag_list", declared ? "{\"profession\":\"" + field + "\"}" : "{}");
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.at() * 1_000));
    return row;
  }
}
