package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.AUTHOR_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.COMMENT_ID;
import static dev.kolrank.simulate.Column.CREATED_AT;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LANGUAGE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LINK;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.PARENT_ID;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.REPOST;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;
import static dev.kolrank.simulate.Entry.object;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** twscrape: a tweet a line with its author inside; answers stand among the others. */
final class TwscrapeWriter implements SourceWriter {
  private static final Site SITE = Site.X;

  private final RecordFile tweets;

  TwscrapeWriter(Drop drop) {
    tweets = drop.records("tweets.jsonl", JsonFile.Layout.LINES);
  }

  @Override
  public long write(Visit visit) throws IOException {
    long written = 0;
    for (SeenPost post : visit.posts()) {
      tweets.write(tweet(visit, post));
      for (Comment comment : post.comments()) {
        tweets.write(answer(visit, post, comment));
      }
      written += 1L + post.comments().size();
    }
    return written;
  }

  private static Entry tweet(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Metrics metrics = post.metrics();
    boolean repost = draft.repost();
    Entry line = new Entry();
    Observed seen = line.post(SITE);
    Observed author = line.account(SITE);
    seen.text(ACCOUNT_ID, account.id());
    line.put("id", Long.valueOf(draft.id()));
    line.put("id_str", seen.text(POST_ID, draft.id()));
    String url = References.url(account) + "/status/" + draft.id();
    line.put("url", seen.text(URL, url));
    line.put("date", seen.time(PUBLISHED_AT, draft.at(), Times::offset));
    line.put("user", author(visit, author));
    line.put("lang", seen.text(LANGUAGE, visit.person().language().code()));
    String text = XItems.text(draft, Captions.named(draft, SITE));
    line.put("rawContent", seen.text(TEXT, text));
    line.put("replyCount", seen.count(COMMENTS, repost ? 0 : metrics.comments()));
    long quotes = repost ? 0 : metrics.shares() / 5;
    seen.count(SHARES, metrics.shares() + quotes);
    line.put("retweetCount", metrics.shares());
    line.put("likeCount", seen.count(LIKES, repost ? 0 : metrics.likes()));
    line.put("quoteCount", quotes);
    line.put("bookmarkedCount", seen.count(SAVES, repost ? 0 : metrics.saves()));
    line.put("conversationId", Long.valueOf(draft.id()));
    line.put("hashtags", seen.list(TAGS, draft.words().tags()));
    line.put("mentionedUsers", List.of());
    line.put("links", List.of());
    long views = metrics.views();
    Spelled<Long> told = repost ? Spelled.unknown(null) : Spelled.exact(views, views);
    line.put("viewCount", seen.count(VIEWS, told));
    String original = Ids.post(SITE, draft.key() + 1, draft.at() - 3_600);
    seen.flag(REPOST, repost);
    line.put(
        "retweetedTweet",
        repost ? object("id", Long.valueOf(original), "id_str", original, "likeCount", 77) : null);
    line.put("quotedTweet", null);
    line.put("inReplyToTweetId", null);
    line.put("inReplyToUser", null);
    return line.put("_type", "snscrape.modules.twitter.Tweet");
  }

  private static Map<String, Object> author(Visit visit, Observed seen) {
    Account account = visit.account();
    String homepage = account.homepage();
    return object(
        "id", Long.valueOf(account.id()),
        "id_str", seen.text(ACCOUNT_ID, account.id()),
        "url", References.url(account),
        "username", seen.text(HANDLE, account.handle()),
        "displayname", seen.text(NAME, account.name()),
        "rawDescription", seen.text(BIO, account.bio()),
        "created", seen.time(CREATED_AT, visit.since(), Times::offset),
        "followersCount", seen.count(FOLLOWERS, visit.followers()),
        "friendsCount", seen.count(FOLLOWING, visit.following()),
        "statusesCount", seen.count(POSTS, visit.posted()),
        "favouritesCount", 12,
        "listedCount", visit.followers() / 900,
        "mediaCount", 90,
        "location", "",
        "verified", false,
        "blue", seen.flag(VERIFIED, visit.verified()),
        "descriptionLinks",
            homepage.isEmpty()
                ? List.of()
                : List.of(object("url", seen.text(LINK, homepage), "text", homepage)),
        "_type", "snscrape.modules.twitter.User");
  }

  private static Entry answer(Visit visit, SeenPost post, Comment comment) {
    Account account = visit.account();
    String handle = "u" + comment.authorId();
    String to = comment.root() ? post.draft().id() : comment.parent();
    Entry line = new Entry();
    Observed seen = line.comment(SITE);
    seen.text(PARENT_ID, comment.parent());
    line.put("id", Long.valueOf(comment.id()));
    line.put("id_str", seen.text(COMMENT_ID, comment.id()));
    line.put("url", "https://x.com/" + handle + "/status/" + comment.id());
    line.put("date", seen.time(PUBLISHED_AT, comment.at(), Times::offset));
    String author = seen.text(AUTHOR_ID, comment.authorId());
    line.put(
        "user",
        object(
            "id",
            Long.valueOf(author),
            "id_str",
            author,
            "username",
            handle,
            "displayname",
            comment.author(),
            "followersCount",
            7));
    line.put("lang", visit.person().language().code());
    String text = "@" + account.handle() + " " + comment.text();
    line.put("rawContent", seen.text(TEXT, text));
    line.put("replyCount", post.replies(comment).size());
    line.put("retweetCount", 0);
    line.put("likeCount", seen.count(LIKES, post.likes(comment, SITE)));
    line.put("quoteCount", 0);
    line.put("conversationId", Long.valueOf(seen.text(POST_ID, post.draft().id())));
    line.put("hashtags", List.of());
    line.put("viewCount", 31);
    line.put("inReplyToTweetId", Long.valueOf(to));
    line.put(
        "inReplyToUser", object("id", Long.valueOf(account.id()), "username", account.handle()));
    return line.put("_type", "snscrape.modules.twitter.Tweet");
  }

  @Override
  public void close() throws IOException {
    tweets.close();
  }
}
