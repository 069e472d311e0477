package dev.kolrank.simulate;

import static dev.kolrank.simulate.Column.ACCOUNT_ID;
import static dev.kolrank.simulate.Column.BIO;
import static dev.kolrank.simulate.Column.FOLLOWERS;
import static dev.kolrank.simulate.Column.NAME;
import static dev.kolrank.simulate.Column.POSTS;
import static dev.kolrank.simulate.Column.VIEWS_RECEIVED;
import static dev.kolrank.simulate.Entry.object;

import java.util.List;

/** The accounts of Bilibili that vtbs.moe lists, as one array. */
final class VtbsItems {
  private VtbsItems() {}

  static SourceWriter open(Drop drop) {
    return new RecordsWriter()
        .profiles(drop.records("info.json", JsonFile.Layout.ARRAY), VtbsItems::item);
  }

  private static Entry item(Visit visit) {
    Account account = visit.account();
    Entry item = new Entry();
    Observed seen = item.account(Site.BILIBILI);
    item.put("mid", Long.valueOf(seen.text(ACCOUNT_ID, account.id())));
    item.put("uuid", Ids.wide(account.key()));
    item.put("uname", seen.text(NAME, account.name()));
    item.put("video", seen.count(POSTS, visit.posted()));
    item.put("roomid", visit.fixed(21, 1_000, 900_000));
    item.put("sign", seen.text(BIO, account.bio()));
    item.put("notice", "");
    item.put("face", "//i0.hdslb.example/" + account.id() + ".jpg");
    item.put("rise", 3);
    item.put("topPhoto", "");
    item.put("archiveView", seen.count(VIEWS_RECEIVED, visit.likesReceived() * 20));
    item.put("follower", seen.count(FOLLOWERS, visit.followers()));
    item.put("liveStatus", 0);
    item.put("recordNum", 400);
    item.put("guardNum", 2);
    item.put("liveNum", 31);
    item.put("lastLive", object("online", 120, "time", visit.at() * 1_000 - 86_400_000L));
    item.put("averageLive", 7_200_000L);
    item.put("weekLive", 14_400_000L);
    item.put("guardChange", 0);
    item.put("guardType", List.of(0, 1, 1));
    item.put("areaRank", 50);
    return item;
  }
}
