package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.COMMENTS;
import static dev.kolrank.simulate.Column.DURATION_S;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.FOLLOWING;
import static dev.kolrank.simulate.Column.HANDLE;
import static dev.kolrank.simulate.Column.LIKES;
import static dev.kolrank.simulate.Column.LIKES_RECEIVED;
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
import static dev.kolrank.simulate.Entry.object;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Items of Apify's TikTok scraper, as JSON or, every other drop, flattened to a table. */
final class ApifyTikTokItems {
  private static final Site SITE = Site.TIKTOK;
  private static final int MOST_TAGS = 6;

  private ApifyTikTokItems() {}

  static SourceWriter open(Drop drop) {
    String name = "dataset_tiktok-scraper_" + drop.day();
    return drop.number() % 2 == 0
        ? new RecordsWriter()
            .posts(drop.records(name + ".json", JsonFile.Layout.ARRAY), ApifyTikTokItems::item)
        : new RecordsWriter()
            .posts(drop.table(name + ".csv", TableStyle.MARKED), ApifyTikTokItems::row);
  }

  private static Entry item(Visit visit, SeenPost post) {
    Entry item = new Entry();
    Observed seen = item.post(SITE);
    Observed owner = item.account(SITE);
    PostDraft draft = post.draft();
    start(item, draft, seen);
    item.put("authorMeta", author(visit, seen, owner));
    counts(item, visit, post, seen);
    item.put("videoMeta", object("height", 1_024, "width", 576, "duration", length(draft, seen)));
    item.put(
        "mentions",
        Captions.named(draft, SITE).stream().map(named -> "@" + named.handle()).toList());
    List<Object> tags = new ArrayList<>();
    seen.list(TAGS, draft.words().tags()).forEach(tag -> tags.add(object("id", "", "name", tag)));
    item.put("hashtags", tags);
    return item;
  }

  private static Entry row(Visit visit, SeenPost post) {
    Entry row = new Entry();
    Observed seen = row.post(SITE);
    Observed owner = row.account(SITE);
    PostDraft draft = post.draft();
    start(row, draft, seen);
    author(visit, seen, owner).forEach((field, value) -> row.put("authorMeta/" + field, value));
    counts(row, visit, post, seen);
    row.put("videoMeta/duration", length(draft, seen));
    List<String> tags = draft.words().tags();
    for (int i = 0; i < MOST_TAGS; i++) {
      row.put("hashtags/" + i + "/name", i < tags.size() ? tags.get(i) : "");
    }
    return row;
  }

  private static void start(Entry item, PostDraft draft, Observed seen) {
    item.put("id", seen.text(POST_ID, draft.id()));
    item.put("text", seen.text(TEXT, TikTokWriter.text(draft)));
    item.put("createTime", seen.seconds(PUBLISHED_AT, draft.at()));
    item.put("createTimeISO", Times.isoMillis(draft.at()));
    item.put("isAd", seen.flag(SPONSORED, draft.flagged()));
  }

  private static Map<String, Object> author(Visit visit, Observed seen, Observed owner) {
    Account account = visit.account();
    Map<String, Object> author = new LinkedHashMap<>();
    author.put("id", seen.text(ACCOUNT_ID, owner.text(ACCOUNT_ID, account.id())));
    author.put("name", owner.text(HANDLE, account.handle()));
    author.put("nickName", owner.text(NAME, account.name()));
    author.put("verified", owner.flag(VERIFIED, visit.verified()));
    author.put("signature", owner.text(BIO, account.bio()));
    author.put("bioLink", account.homepage().isEmpty() ? null : account.homepage());
    owner.text(LINK, account.homepage());
    author.put("avatar", "https://img.tiktok.example/" + account.id() + ".jpg");
    author.put("following", owner.count(FOLLOWING, visit.following()));
    author.put("fans", owner.count(FOLLOWERS, Counts.shortened(visit.followers())));
    author.put("heart", owner.count(LIKES_RECEIVED, Counts.shortened(visit.likesReceived())));
    author.put("video", owner.count(POSTS, visit.posted()));
    return author;
  }

  private static void counts(Entry item, Visit visit, SeenPost post, Observed seen) {
    Metrics metrics = post.metrics();
    String url = References.url(visit.account()) + "/video/" + post.draft().id();
    item.put("webVideoUrl", seen.text(URL, url));
    item.put("diggCount", seen.count(LIKES, Counts.shortened(metrics.likes())));
    item.put("shareCount", seen.count(SHARES, Counts.shortened(metrics.shares())));
    item.put("playCount", seen.count(VIEWS, Counts.shortened(metrics.views())));
    item.put("collectCount", seen.count(SAVES, Counts.shortened(metrics.saves())));
    item.put("commentCount", seen.count(COMMENTS, Counts.shortened(metrics.comments())));
  }

  private static long length(PostDraft draft, Observed seen) {
    return seen.count(DURATION_S, draft.seconds() / 4);
  }
}
