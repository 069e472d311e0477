package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TEXT;

import java.io.IOException;

/** FiveThirtyEight's tables of tweets: a file a person, Windows-1252, times to the minute. */
record FiveThirtyEightWriter(Drop drop) implements SourceWriter {
  private static final Site SITE = Site.X;

  @Override
  public long write(Visit visit) throws IOException {
    String name = visit.account().handle() + ".csv";
    try (RecordFile file = drop.table(name, Encoding.WINDOWS.charset())) {
      for (SeenPost post : visit.posts()) {
        file.write(row(visit, post));
      }
    }
    return visit.posts().size();
  }

  private static Entry row(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    seen.text(ACCOUNT_ID, author.text(ACCOUNT_ID, Captions.byHandle(account.handle())));
    row.put("created_at", seen.time(PUBLISHED_AT, draft.at() / 60 * 60, Times::american));
    String text = Encoding.WINDOWS.kept(XItems.text(draft, Captions.named(draft, SITE)));
    row.put("text", seen.text(TEXT, text).replace("&", "&amp;"));
    row.put("url", url(account, seen.text(POST_ID, draft.id())));
    row.put("replies", seen.count(COMMENTS, post.metrics().comments()));
    row.put("retweets", seen.count(SHARES, post.metrics().shares()));
    row.put("favorites", seen.count(LIKES, post.metrics().likes()));
    row.put("user", author.text(HANDLE, account.handle()));
    return row;
  }

  private static String url(Account account, String id) {
    return "https://twitter.com/" + account.handle() + "/status/" + id;
  }

  @Override
  public void close() {}
}
