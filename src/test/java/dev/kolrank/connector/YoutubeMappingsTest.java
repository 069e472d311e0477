package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** YouTube's API and lists of trending videos; every record is invented. */
class YoutubeMappingsTest {
  @TempDir Path folder;

  @Test
  void youtubeEnvelopesAndBareItems() {
    Dataset<Row> rows =
        new CrawlCase(folder, "youtube-api")
            .file(
                "channels.json",
                """
                {
                  "kind": "youtube#channelListResponse",
                  "items": [{"kind":"youtube#channel","id":"UCaaaaaaaaaaaaaaaaaaaaaa","snippet":{"title":"Demo Chef","description":"IG: @demochef","customUrl":"@demochef","publishedAt":"2015-03-01T10:00:00Z","country":"US","defaultLanguage":"en-GB"},"statistics":{"viewCount":"120345678","subscriberCount":"1230000","hiddenSubscriberCount":false,"videoCount":"412"},"topicDetails":{"topicCategories":["https://en.wikipedia.org/wiki/Food","https://en.wikipedia.org/wiki/Lifestyle_(sociology)"]}},
                  {"kind":"youtube#channel","id":"UCbbbbbbbbbbbbbbbbbbbbbb","snippet":{"title":"Hidden"},"statistics":{"subscriberCount":"0","hiddenSubscriberCount":true}}]
                }
                """)
            .file(
                "videos.jsonl",
                """
                {"kind":"youtube#video","id":"vid00000001","snippet":{"publishedAt":"2026-01-02T10:00:00Z","channelId":"UCaaaaaaaaaaaaaaaaaaaaaa","channelTitle":"Demo Chef","title":"Soup","description":"Easy","tags":["soup","food"],"categoryId":"26"},"statistics":{"viewCount":"5521"},"contentDetails":{"duration":"PT4M13S"},"paidProductPlacementDetails":{"hasPaidProductPlacement":true}}
                {"kind":"youtube#video","id":
                """)
            .file(
                "threads.json",
                """
                {"kind":"youtube#commentThreadListResponse","items":[{"kind":"youtube#commentThread","id":"Ugx1","snippet":{"videoId":"vid00000001","topLevelComment":{"id":"Ugx1","snippet":{"textOriginal":"yum","authorDisplayName":"Jo","authorChannelId":{"value":"UCp"},"likeCount":3,"publishedAt":"2026-01-03T10:00:00Z"}}},"replies":{"comments":[{"kind":"youtube#comment","id":"Ugx1.r1","snippet":{"videoId":"vid00000001","parentId":"Ugx1","textDisplay":"thanks","authorChannelId":{"value":"UCq"},"likeCount":0,"publishedAt":"2026-01-04T10:00:00Z"}}]}}]}
                """)
            .read();
    assertEquals(
        List.of(
            "demochef | Demo Chef | Food, Lifestyle (sociology) | en | US | 1230000 | 412 | 120345678 | [\"followers\"]",
            "- | Hidden | - | - | - | - | - | - | []",
            "- | Demo Chef | - | - | - | - | - | - | []"),
        show(
            rows,
            "account",
            "handle",
            "name",
            "category",
            "language",
            "region",
            "followers",
            "posts",
            "views_received",
            "to_json(rounded)"));
    assertEquals(
        List.of(
            "vid00000001 | Soup | [\"soup\",\"food\"] | Howto & Style | true | 253 | 5521 | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "title",
            "to_json(tags)",
            "category",
            "sponsored",
            "duration_s",
            "views",
            "likes",
            "comments"));
    assertEquals(
        List.of("Ugx1 | - | yum | 3 | 1", "Ugx1.r1 | Ugx1 | thanks | 0 | 2"),
        show(rows, "comment", "comment_id", "parent_id", "text", "likes", "ordinal"));
    assertEquals(
        List.of("record | -"),
        show(rows, "reject", "part", "raw"),
        "a broken line may be a comment: its text is not kept");
  }

  @Test
  void searchesAndListsOfVideos() {
    Dataset<Row> rows =
        new CrawlCase(folder, "youtube-api")
            .file(
                "a-search.json",
                """
                {"kind":"youtube#searchListResponse","items":[
                {"kind":"youtube#searchResult","id":{"kind":"youtube#video","videoId":"vid00000001"},"snippet":{"publishedAt":"2026-01-02T10:00:00Z","channelId":"UCaaaaaaaaaaaaaaaaaaaaaa","title":"Soup","description":"Easy #food","channelTitle":"Demo Chef","liveBroadcastContent":"none"}},
                {"kind":"youtube#searchResult","id":{"kind":"youtube#channel","channelId":"UCbbbbbbbbbbbbbbbbbbbbbb"},"snippet":{"publishedAt":"2015-03-01T10:00:00Z","channelId":"UCbbbbbbbbbbbbbbbbbbbbbb","title":"Other","description":"I cook","channelTitle":"Other"}}]}
                """)
            .file(
                "b-list.json",
                """
                {"kind":"youtube#playlistItemListResponse","items":[
                {"kind":"youtube#playlistItem","id":"x1","snippet":{"publishedAt":"2026-01-05T10:00:00Z","channelId":"UClister","title":"Pie","playlistId":"PLa","resourceId":{"videoId":"vid00000002"},"videoOwnerChannelId":"UCaaaaaaaaaaaaaaaaaaaaaa","videoOwnerChannelTitle":"Demo Chef"},"contentDetails":{"videoId":"vid00000002","videoPublishedAt":"2026-01-03T10:00:00Z"}},
                {"kind":"youtube#playlistItem","id":"x2","snippet":{"publishedAt":"2026-01-04T10:00:00Z","title":"Tart","playlistId":"UUaaaaaaaaaaaaaaaaaaaaaa","resourceId":{"videoId":"vid00000003"}}},
                {"kind":"youtube#playlistItem","id":"x3","snippet":{"publishedAt":"2026-01-04T10:00:00Z","title":"Private video","playlistId":"PLa","resourceId":{"videoId":"vid00000004"}}}]}
                """)
            .read();
    assertEquals(
        List.of(
            "vid00000001 | UCaaaaaaaaaaaaaaaaaaaaaa | Soup | 2026-01-02 10:00:00 | [\"food\"]",
            "vid00000002 | UCaaaaaaaaaaaaaaaaaaaaaa | Pie | 2026-01-03 10:00:00 | -",
            "vid00000003 | UCaaaaaaaaaaaaaaaaaaaaaa | Tart | 2026-01-04 10:00:00 | -"),
        show(rows, "post", "post_id", "account_id", "title", "published_at", "to_json(tags)"));
    assertEquals(
        List.of(
            "UCaaaaaaaaaaaaaaaaaaaaaa | Demo Chef | - | -",
            "UCbbbbbbbbbbbbbbbbbbbbbb | Other | I cook | 2015-03-01 10:00:00",
            "UCaaaaaaaaaaaaaaaaaaaaaa | Demo Chef | - | -",
            "UCaaaaaaaaaaaaaaaaaaaaaa | - | - | -"),
        show(rows, "account", "account_id", "name", "bio", "created_at"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "post | account_id is missing or damaged"),
        show(rows, "reject", "part", "reason").stream().sorted().toList(),
        "whose a private video is nobody says");
  }

  @Test
  void youtubeTrendingInItsThreeLayouts() {
    Dataset<Row> rows =
        new CrawlCase(folder, "youtube-trending")
            .file(
                "v1.csv",
                "video_id,title,channel_title,category_id,tags,views,likes,dislikes,comment_total,"
                    + "thumbnail_link,date\n"
                    + "aaaaaaaaaaa,Soup,Demo Chef,26,soup|food,100,10,1,5,http://t,13.09\n"
                    + "bbbbbbbbbbb,Stew,Demo Chef,26,[none],100,10,1,5,http://t,24.09xcae\n"
                    + "eeeeeeeeeee,Pie,Demo Chef,26,[none],9,9,9,9,http://t,100\n")
            .file(
                "v2.csv",
                "video_id,trending_date,title,channel_title,category_id,publish_time,tags,views,"
                    + "likes,dislikes,comment_count,comments_disabled,ratings_disabled,description\n"
                    + "ccccccccccc,17.14.11,Cake,Demo Chef,26,2017-11-13T17:13:01.000Z,"
                    + "\"\"\"cake\"\"|\"\"sweet food\"\"\",200,20,2,0,True,False,Sweet\n"
                    + "#NAME?,17.14.11,Cake,Demo Chef,26,2017-11-13T17:13:01.000Z,x,1,1,1,1,,,\n")
            .file(
                "v3.csv.gz",
                Bytes.gzip(
                    "video_id,title,publishedAt,channelId,channelTitle,categoryId,trending_date,"
                        + "tags,view_count,likes,dislikes,comment_count,ratings_disabled,"
                        + "comments_disabled,description\n"
                        + "ddddddddddd,"
                        + Bytes.twiceEncoded("정국 노래")
                        + ",2022-09-01T04:00:13Z,UCaaaaaaaaaaaaaaaaaaaaaa,Demo,10,"
                        + "2022-09-10T00:00:00Z,,300,30,0,3,FALSE,FALSE,\n"))
            .read();
    assertEquals(
        List.of(
            "aaaaaaaaaaa | ~Demo Chef | 2017-09-13 00:00:00 | [\"soup\",\"food\"] | Howto & Style | 5",
            "bbbbbbbbbbb | ~Demo Chef | 2017-09-24 00:00:00 | - | Howto & Style | 5",
            "ccccccccccc | ~Demo Chef | 2017-11-14 00:00:00 | [\"cake\",\"sweet food\"] | Howto & Style | -",
            "ddddddddddd | UCaaaaaaaaaaaaaaaaaaaaaa | 2022-09-10 00:00:00 | - | Music | 3"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "observed_at",
            "to_json(tags)",
            "category",
            "comments"));
    assertEquals(
        List.of("정국 노래 | true | 30 | -"),
        show(rows.where("post.repaired"), "post", "title", "repaired", "likes", "dislikes"));
    assertEquals(
        List.of(
            "record | the record meets the condition of no rule | 4",
            "post | post_id is missing or damaged | 3"),
        show(rows, "reject", "part", "split(reason, ':')[0]", "source_line"));
  }

  @Test
  void theListOfCategoriesIsReportedEvenWithConflictMarkers() {
    String category =
        "{\"kind\":\"youtube#videoCategory\",\"id\":\"1\",\"snippet\":{\"title\":\"Film\"}}";
    String envelope = "{\n\"kind\":\"youtube#videoCategoryListResponse\",\n\"items\":[\n%s]}\n";
    String whole = envelope.formatted(category);
    String merged =
        envelope.formatted(
            "<<<<<<< HEAD\n" + category + "\n=======\n" + category + "\n>>>>>>> b\n");
    String noRule = "the record meets the condition of no rule";
    Map<String, List<String>> rejects =
        Map.of(
            "youtube-trending",
            List.of(
                "the rules take rows of a table below a header, and this is JSON",
                "not JSON from here on"),
            // the whole list's one category; then the markers, and the categories between them
            "youtube-api",
            List.of(noRule, "not JSON", noRule, "not JSON", noRule, "not JSON"));
    rejects.forEach(
        (source, reasons) -> {
          Dataset<Row> rows =
              new CrawlCase(folder, source)
                  .file("US_category_id.json", whole)
                  .file("US_merged_id.json", merged)
                  .read();
          assertEquals(reasons, show(rows, "reject", "split(reason, ':')[0]"));
          assertEquals(0, rows.where("kind in ('account', 'post', 'comment')").count());
        });
  }
}
