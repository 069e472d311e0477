package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;
import static dev.kolrank.simulate.Column.URL;

/**
 * Tieba as MediaCrawler saves it, in either generation.
 *
 * <p>People are known by the portrait in the addresses of their pages and pictures; the newer
 * generation hashes the address of the page.
 */
record TiebaRows(MediaCrawlerPeople people) implements MediaCrawlerRows {
  private static final Site SITE = Site.TIEBA;
  private static final int REPLIES_A_PAGE = 30;

  @Override
  public Entry content(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    row.put("note_id", seen.text(POST_ID, draft.id()));
    row.put("title", seen.text(TITLE, draft.words().title()));
    row.put("desc", seen.text(TEXT, Captions.below(draft)));
    row.put("note_url", seen.text(URL, "https://tieba.baidu.com/p/" + draft.id()));
    row.put("publish_time", seen.time(PUBLISHED_AT, draft.at() / 60 * 60, Times::chinaMinute));
    person(row, account.id(), account.name(), seen, author);
    forum(row, visit);
    row.put("total_replay_num", seen.count(COMMENTS, post.metrics().comments()));
    row.put("total_replay_page", 1 + post.metrics().comments() / REPLIES_A_PAGE);
    people.putPlace(row, account.key(), author);
    row.put("source_keyword", draft.words().tags().get(0));
    long at = visit.millis(post);
    row.put("last_modify_ts", author.millis(OBSERVED_AT, seen.millis(OBSERVED_AT, at)));
    return row;
  }

  private void person(Entry row, String id, String name, Observed... seen) {
    String link = "https://tieba.baidu.com/home/main?id=" + id;
    if (people.masked()) {
      people.note(link, name, seen);
      row.put("creator_hash", Masking.hash(link));
      row.put("user_nickname", Masking.name(name));
    } else {
      people.note(id, name, seen);
      row.put("user_link", link);
      row.put("user_nickname", name);
      row.put("user_avatar", picture(id));
    }
  }

  private static String picture(String id) {
    return "https://gss0.bdstatic.com/6LZ1dD3d1sgCo2Kml5_Y_D3/sys/portrait/item/" + id;
  }

  private static void forum(Entry row, Visit visit) {
    String name = visit.person().niche().labelZh() + "吧";
    row.put("tieba_name", name);
    row.put("tieba_link", "https://tieba.baidu.com/f?kw=" + visit.person().niche().id());
  }

  @Override
  public Entry comment(Visit visit, SeenPost post, Comment comment) {
    Entry row = new Entry();
    Observed seen = row.comment(SITE);
    row.put("comment_id", seen.text(COMMENT_ID, comment.id()));
    row.put("parent_comment_id", seen.text(PARENT_ID, comment.parent()));
    row.put("content", seen.text(TEXT, comment.text()));
    person(row, comment.authorId(), comment.author(), seen);
    row.put("publish_time", seen.time(PUBLISHED_AT, comment.at() / 60 * 60, Times::chinaMinute));
    people.putPlace(row, comment.key());
    row.put("sub_comment_count", post.replies(comment).size());
    row.put("note_id", seen.text(POST_ID, post.draft().id()));
    row.put("note_url", "https://tieba.baidu.com/p/" + post.draft().id());
    row.put("tieba_id", "1" + visit.person().niche().category());
    forum(row, visit);
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.millis(post) + 500));
    return row;
  }

  @Override
  public Entry creator(Visit visit) {
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    row.put("user_id", String.valueOf(account.number() & 0x7FFFFFFF));
    row.put("user_name", seen.text(HANDLE, account.handle()));
    row.put("nickname", seen.text(NAME, account.name()));
    row.put("gender", (account.key() & 64) == 0 ? "Female" : "Male");
    seen.text(ACCOUNT_ID, account.id());
    row.put("avatar", picture(account.id()));
    row.put("ip_location", seen.text(REGION, MediaCrawlerPeople.place(account.key())));
    row.put("follows", seen.count(FOLLOWING, visit.following()));
    row.put("fans", seen.count(FOLLOWERS, visit.followers()));
    row.put("registration_duration", "");
    row.put("last_modify_ts", seen.millis(OBSERVED_AT, visit.at() * 1_000));
    return row;
  }
}
