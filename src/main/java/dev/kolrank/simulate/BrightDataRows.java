package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.CATEGORY;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LINK;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.POST_ID;
import static dev.kolrank.simulate.Column.PUBLISHED_AT;
import static dev.kolrank.simulate.Column.SAVES;
import static dev.kolrank.simulate.Column.SHARES;
import static dev.kolrank.simulate.Column.SPONSORED;
import static dev.kolrank.simulate.Column.TAGS;
import static dev.kolrank.simulate.Column.TEXT;
import static dev.kolrank.simulate.Column.URL;
import static dev.kolrank.simulate.Column.VERIFIED;
import static dev.kolrank.simulate.Column.VIEWS;

import java.util.stream.Collectors;

/**
 * Bright Data's tables of posts with the profile on each row: nested values as JSON in cells,
 * {@code null} where there is none; samples mask names, here the last of several drops.
 */
record BrightDataRows(boolean masked) {
  private static final String NOTHING = "null";

  static SourceWriter x(Drop drop) {
    return new RecordsWriter()
        .posts(
            drop.table("twitter-posts.csv", TableStyle.PLAIN),
            new BrightDataRows(drop.last())::tweet);
  }

  static SourceWriter facebook(Drop drop) {
    return new RecordsWriter()
        .posts(
            drop.table("facebook-posts-by-profile.csv", TableStyle.PLAIN),
            new BrightDataRows(drop.last())::pagePost);
  }

  private String name(String name, Observed account) {
    account.text(NAME, masked ? null : name);
    return masked ? name.substring(0, name.offsetByCodePoints(0, 1)) + "███ame███" : name;
  }

  private Entry tweet(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Metrics metrics = post.metrics();
    Entry row = new Entry();
    Observed seen = row.post(Site.X);
    Observed author = row.account(Site.X);
    seen.text(ACCOUNT_ID, author.text(ACCOUNT_ID, Captions.byHandle(account.handle())));
    row.put("id", seen.text(POST_ID, draft.id()));
    row.put("user_posted", masked ? "dem███" : account.handle());
    row.put("name", name(account.name(), author));
    String text = XItems.text(draft, Captions.named(draft, Site.X));
    row.put("description", seen.text(TEXT, text));
    String at = seen.time(PUBLISHED_AT, draft.at(), Times::isoMillis);
    row.put("date_posted", "\"" + at + "\"");
    row.put("photos", NOTHING);
    author.text(HANDLE, account.handle());
    row.put("url", seen.text(URL, References.url(account) + "/status/" + draft.id()));
    row.put("tagged_users", NOTHING);
    row.put("replies", seen.count(COMMENTS, metrics.comments()));
    row.put("reposts", metrics.shares());
    row.put("likes", seen.count(LIKES, metrics.likes()));
    long views = metrics.views();
    Spelled<Long> told = views == 0 ? Spelled.unknown(0L) : Spelled.exact(views, views);
    row.put("views", seen.count(VIEWS, told));
    row.put("external_url", NOTHING);
    seen.list(TAGS, draft.words().tags());
    row.put("hashtags", array(draft));
    row.put("followers", author.count(FOLLOWERS, visit.followers()));
    row.put("biography", author.text(BIO, account.bio()));
    row.put("posts_count", author.count(POSTS, visit.posted()));
    row.put("profile_image_link", "https://img.x.example/" + account.id() + ".jpg");
    row.put("following", author.count(FOLLOWING, visit.following()));
    row.put("is_verified", "false");
    long quotes = metrics.shares() / 5;
    seen.count(SHARES, metrics.shares() + quotes);
    row.put("quotes", quotes);
    row.put("bookmarks", seen.count(SAVES, metrics.saves()));
    row.put("parent_post_details", "{\"post_id\":null,\"profile_id\":null,\"profile_name\":null}");
    row.put("external_image_urls", NOTHING);
    row.put("videos", NOTHING);
    row.put("quoted_post", "{\"data_posted\":null,\"post_id\":null,\"profile_name\":null}");
    return row;
  }

  private static String array(PostDraft draft) {
    return draft.words().tags().stream()
        .map(tag -> "\"" + tag + "\"")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private Entry pagePost(Visit visit, SeenPost post) {
    PostDraft draft = post.draft();
    Account account = visit.account();
    Entry row = new Entry();
    Observed seen = row.post(Site.FACEBOOK);
    Observed page = row.account(Site.FACEBOOK);
    String address = References.url(account);
    row.put("url", seen.text(URL, address + "/posts/" + draft.id()));
    row.put("post_id", seen.text(POST_ID, draft.id()));
    row.put("user_url", address);
    row.put("user_username_raw", account.handle());
    row.put("content", seen.text(TEXT, Captions.whole(draft, Site.FACEBOOK)));
    row.put("date_posted", seen.time(PUBLISHED_AT, draft.at(), Times::isoMillis));
    seen.list(TAGS, draft.words().tags());
    row.put("hashtags", array(draft));
    row.put("num_comments", seen.count(COMMENTS, post.metrics().comments()));
    row.put("num_shares", seen.count(SHARES, post.metrics().shares()));
    long likes = seen.count(LIKES, post.metrics().likes());
    row.put("num_likes_type", "{\"num\":" + likes + ",\"type\":\"Like\"}");
    row.put("page_name", name(account.name(), page));
    row.put("page_intro", page.text(BIO, account.bio()));
    row.put("page_category", page.text(CATEGORY, visit.person().niche().label()));
    row.put("page_external_website", page.text(LINK, account.homepage()));
    long followers = page.count(FOLLOWERS, Counts.abridged(visit.followers()));
    row.put("page_likes", followers);
    row.put("page_followers", followers);
    row.put("page_is_verified", page.flag(VERIFIED, visit.verified()));
    row.put("page_url", address);
    row.put("profile_id", seen.text(ACCOUNT_ID, page.text(ACCOUNT_ID, account.id())));
    row.put("profile_handle", page.text(HANDLE, account.handle()));
    row.put("is_sponsored", seen.flag(SPONSORED, draft.disclosed()));
    row.put("sponsor_name", "");
    row.put("video_view_count", seen.count(VIEWS, post.metrics().views()));
    row.put("likes", likes);
    row.put("post_type", "Post");
    return row;
  }
}
