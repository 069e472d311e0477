package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.TITLE;

/** A table of Xiaohongshu notes, each with what its author has in all; no times. */
final class NotesRows {
  private static final Site SITE = Site.XIAOHONGSHU;

  private NotesRows() {}

  static SourceWriter open(Drop drop) {
    return new RecordsWriter()
        .posts(drop.table("xiaohongshu.csv", TableStyle.PLAIN), NotesRows::row);
  }

  private static Entry row(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    String content = XhsRows.text(draft);
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed author = row.account(SITE);
    // the number of a note begins with its second
    seen.seconds(PUBLISHED_AT, draft.at());
    row.put("id", seen.text(POST_ID, draft.id()));
    row.put("title", seen.text(TITLE, draft.words().title() + "\n" + content));
    row.put("user_id", seen.text(ACCOUNT_ID, author.text(ACCOUNT_ID, visit.account().id())));
    row.put("likes", seen.count(LIKES, post.metrics().likes()));
    row.put("comments", seen.count(COMMENTS, post.metrics().comments()));
    row.put("stars", seen.count(SAVES, post.metrics().saves()));
    row.put("notes", author.count(POSTS, visit.posted()));
    row.put("fans", author.count(FOLLOWERS, Counts.wan(visit.followers())));
    row.put("collect", author.count(LIKES_RECEIVED, Counts.wan(visit.likesReceived())));
    row.put("content", seen.text(TEXT, draft.words().title() + content.replace("#", "")));
    return row;
  }
}
