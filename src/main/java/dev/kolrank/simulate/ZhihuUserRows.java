package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.OBSERVED_AT;
import static dev.kolrank.simulate.Column.POSTS;

/** A table of Zhihu's users, separated by tabs; it knows them by name. */
final class ZhihuUserRows {
  private ZhihuUserRows() {}

  static SourceWriter open(Drop drop) {
    return new RecordsWriter()
        .profiles(drop.table("zhihu_users.tsv", TableStyle.TABBED), ZhihuUserRows::row);
  }

  private static Entry row(Visit visit) {
    Account account = visit.account();
    long answers = visit.posted() * 2 / 3;
    Entry row = new Entry();
    Observed seen = row.account(Site.ZHIHU);
    // the crawler's own number begins with the second at which it stored the row
    seen.seconds(OBSERVED_AT, visit.at());
    seen.count(POSTS, visit.posted());
    seen.text(ACCOUNT_ID, Captions.byName(account.name()));
    row.put("_id", Ids.hex(visit.at()) + Ids.wide(account.key()));
    row.put("answer", answers);
    row.put("name", seen.text(NAME, account.name()));
    row.put("column", 1);
    row.put("ask", 3);
    row.put("pageview", visit.followers() * 2);
    row.put("collection", 4);
    row.put("topic", 11);
    row.put("field", seen.text(CATEGORY, visit.person().niche().labelZh()));
    row.put("follower", seen.count(FOLLOWERS, visit.followers()));
    row.put("edit", 9);
    row.put("article", visit.posted() - answers);
    row.put("following", seen.count(FOLLOWING, visit.following()));
    row.put("agree", seen.count(LIKES_RECEIVED, visit.likesReceived()));
    row.put("thanks", visit.likesReceived() / 4);
    return row;
  }
}
