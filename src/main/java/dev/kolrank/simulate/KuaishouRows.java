package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VIEWS;

/** Kuaishou as MediaCrawler saves it, in either generation; views are spelled {@code viewd}. */
record KuaishouRows(MediaCrawlerPeople people) implements MediaCrawlerRows {
  private static final Site SITE = Site.KUAISHOU;

  @Override
  public Entry content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    String text = Captions.whole(draft, SITE).replace('\n', ' ');
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    row.put("video_id", seen.text(POST_ID, draft.id()));
    row.put("video_type", "1");
    row.put("title", text);
    row.put("desc", seen.text(TEXT, text));
    row.put("create_time", seen.millis(PUBLISHED_AT, draft.at() * 1_000));
    people.put(row, account.id(), account.name(), seen, author);
    people.putAvatar(row, SITE, account.id());
    seen.list(TAGS, Captions.tags(draft));
    row.put("liked_count", seen.digits(LIKES, post.metrics().likes()));
    Spelled<String> views =
        draft.key() % 13 == 0 ? Spelled.unknown("None") : Counts.wan(post.metrics().views());
    row.put("viewd_count", seen.count(VIEWS, views));
    long at = visit.millis(post);
    row.put("last_modify_ts", author.millis(OBSERVED_AT, seen.millis(OBSERVED_AT, at)));
    String url = "https://www.kuaishou.com/short-video/" + draft.id();
    row.put("video_url", seen.text(URL, url));
    row.put("video_cover_url", "");
    row.put("video_play_url", "");
    row.put("source_keyword", draft.words().tags().get(0));
    return row;
  }

  @Override
  public Entry comment(Visit visit, SeenPost post, Comment comment) {
    Entry row = new Entry();
    Observed seen = row.comment(SITE);
    row.put("comment_id", seen.text(COMMENT_ID, comment.id()));
    row.put("create_time", seen.millis(PUBLISHED_AT, comment.at() * 1_000));
    row.put("video_id", seen.text(POST_ID, post.draft().id()));
    row.put("content", seen.text(TEXT, comment.text()));
    people.put(row, comment.authorId(), comment.author(), seen);
    people.putAvatar(row, SITE, comment.authorId());
    row.put("sub_comment_count", String.valueOf(post.replies(comment).size()));
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.millis(post) + 500));
    return row;
  }

  @Override
  public Entry creator(Visit visit) {
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    people.put(row, account.id(), account.name(), seen);
    row.put("gender", (account.key() & 64) == 0 ? "Female" : "Male");
    row.put("avatar", MediaCrawlerPeople.avatar(SITE, account.id()));
    row.put("desc", seen.text(BIO, account.bio()));
    row.put("ip_location", "");
    row.put("follows", seen.count(FOLLOWING, Counts.wan(visit.following())));
    row.put("fans", seen.count(FOLLOWERS, Counts.wan(visit.followers())));
    row.put("interaction", seen.count(POSTS, visit.posted()));
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.at() * 1_000));
    return row;
  }
}
