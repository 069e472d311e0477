package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.CREATED_AT;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REGION;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.SPONSORED;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VIEWS;

/** CrowdTangle's export of page posts, in New York's time, with the followers of that time. */
final class CrowdTangleRows {
  private static final Site SITE = Site.FACEBOOK;

  private CrowdTangleRows() {}

  static SourceWriter open(Drop drop) {
    String name = drop.day() + "-CrowdTangle-Historical-Report.csv";
    return new RecordsWriter().posts(drop.table(name, TableStyle.MARKED), CrowdTangleRows::row);
  }

  private static Entry row(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Reactions reactions = Reactions.of(post);
    Metrics metrics = post.metrics();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed page = row.account(SITE);
    Observed then = row.account(SITE);
    row.put("Page Name", page.text(NAME, account.name()));
    row.put("User Name", page.text(HANDLE, account.handle()));
    seen.text(POST_ID, draft.id());
    then.text(ACCOUNT_ID, account.id());
    row.put("Facebook Id", seen.text(ACCOUNT_ID, page.text(ACCOUNT_ID, account.id())));
    row.put("Page Category", page.text(CATEGORY, visit.person().niche().label()));
    row.put("Page Admin Top Country", page.text(REGION, "US"));
    row.put("Page Description", page.text(BIO, account.bio()));
    row.put("Page Created", page.time(CREATED_AT, visit.since(), Times::newYork));
    row.put("Likes at Posting", visit.followers() * 9 / 10);
    row.put("Followers at Posting", then.count(FOLLOWERS, visit.followers()));
    then.seconds(OBSERVED_AT, draft.at());
    String at = seen.time(PUBLISHED_AT, draft.at(), Times::newYork);
    row.put("Post Created", at);
    row.put("Post Created Date", at.substring(0, 10));
    row.put("Post Created Time", at.substring(11, 19));
    row.put("Type", draft.key() % 2 == 0 ? "Native Video" : "Link");
    long all = metrics.likes() + metrics.comments() + metrics.shares();
    row.put("Total Interactions", Counts.grouped(all).text());
    seen.count(LIKES, metrics.likes());
    row.put("Likes", reactions.like());
    row.put("Comments", seen.count(COMMENTS, metrics.comments()));
    row.put("Shares", seen.count(SHARES, metrics.shares()));
    row.put("Love", reactions.love());
    row.put("Wow", reactions.wow());
    row.put("Haha", reactions.haha());
    row.put("Sad", 0);
    row.put("Angry", 0);
    row.put("Care", 0);
    long views = draft.key() % 2 == 0 ? metrics.views() : 0;
    Spelled<Long> told = views == 0 ? Spelled.unknown(0L) : Spelled.exact(views, views);
    row.put("Post Views", seen.count(VIEWS, told));
    row.put("URL", seen.text(URL, References.url(account) + "/posts/" + draft.id()));
    row.put("Message", seen.text(TEXT, Captions.whole(draft, SITE)));
    row.put("Link", "");
    row.put("Sponsor Id", "");
    row.put("Sponsor Name", draft.disclosed() ? "Demo Brand" : "");
    if (draft.disclosed()) {
      seen.flag(SPONSORED, true);
    }
    row.put("Sponsor Category", "");
    row.put("Overperforming Score", "1.20");
    return row;
  }
}
