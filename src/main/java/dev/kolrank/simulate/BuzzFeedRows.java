package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.KIND;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LINK;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;

/** Tables of Facebook pages, in Windows-1252, and of their posts, five hours behind UTC. */
final class BuzzFeedRows {
  private static final Site SITE = Site.FACEBOOK;
  private static final int BEHIND = 5 * 3_600;

  private BuzzFeedRows() {}

  static SourceWriter open(Drop drop) {
    return new RecordsWriter()
        .profiles(drop.table("pages-info.csv", Encoding.WINDOWS.charset()), BuzzFeedRows::page)
        .posts(drop.table("page_facebook_statuses.csv", TableStyle.PLAIN), BuzzFeedRows::post);
  }

  private static Entry page(Visit visit) {
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.account(SITE);
    row.put("page_name", seen.text(NAME, Encoding.WINDOWS.kept(account.name())));
    row.put("about", seen.text(BIO, Encoding.WINDOWS.kept(account.bio())));
    row.put("fan_count", seen.count(FOLLOWERS, visit.followers()));
    row.put("talking_about_count", visit.followers() / 20);
    row.put("website", seen.text(LINK, account.homepage()));
    row.put("page_id", seen.text(ACCOUNT_ID, account.id()));
    row.put("year", "");
    row.put("month", "");
    row.put("day", "");
    return row;
  }

  private static Entry post(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Reactions reactions = Reactions.of(post);
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed page = row.account(SITE);
    String id = seen.text(ACCOUNT_ID, page.text(ACCOUNT_ID, account.id()));
    row.put("status_id", id + "_" + seen.text(POST_ID, draft.id()));
    row.put("status_message", seen.text(TEXT, Captions.whole(draft, SITE)));
    row.put("link_name", seen.text(TITLE, draft.words().title()));
    row.put("status_type", seen.text(KIND, draft.key() % 2 == 0 ? "video" : "link"));
    row.put("status_link", References.url(account) + "/posts/" + draft.id());
    seen.seconds(PUBLISHED_AT, draft.at());
    row.put("status_published", Times.spaced(draft.at() - BEHIND));
    row.put("num_reactions", seen.count(LIKES, post.metrics().likes()));
    row.put("num_comments", seen.count(COMMENTS, post.metrics().comments()));
    row.put("num_shares", seen.count(SHARES, post.metrics().shares()));
    row.put("num_likes", reactions.like());
    row.put("num_loves", reactions.love());
    row.put("num_wows", reactions.wow());
    row.put("num_hahas", reactions.haha());
    row.put("num_sads", 0);
    row.put("num_angrys", 0);
    return row;
  }
}
