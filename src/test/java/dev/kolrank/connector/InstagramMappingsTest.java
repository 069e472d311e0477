package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.kolrank.value.PostCodes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instagram as instaloader and Apify leave it; every record is invented. */
class InstagramMappingsTest {
  @TempDir Path folder;

  @Test
  void instaloaderPostsOfOldAndNewVersions() throws IOException {
    Dataset<Row> rows =
        new CrawlCase(folder, "instaloader")
            .file(
                "demochef/2023-09-18_01-20-00_UTC.json.xz",
                xz(
                    """
                    {"node":{"__typename":"GraphImage","id":"3100000000000000001","shortcode":"CxAbCdEfGhI","taken_at_timestamp":1695000000,"owner":{"id":"111","username":"demochef"},"edge_media_to_caption":{"edges":[{"node":{"text":"new menu #food @brand"}}]},"edge_media_preview_like":{"count":2045,"edges":[{"node":{"username":"ghost"}}]},"edge_media_to_comment":{"count":31},"is_video":false,"edge_media_to_sponsor_user":{"edges":[]}},"instaloader":{"version":"4.14","node_type":"Post"}}\
                    """))
            .file(
                "demochef/2023-09-19_01-20-00_UTC.json",
                """
                {"node":{"__typename":"XDTGraphVideo","product_type":"clips","id":"3100000000000000002_111","code":"CxAbCdEfGhJ","date":1695000000,"owner":{"id":"111","username":"demochef","full_name":"Demo","biography":"chef","is_verified":true,"edge_followed_by":{"count":9000},"edge_follow":{"count":10},"edge_owner_to_timeline_media":{"count":70}},"caption":"ad #shoes","title":"Run","edge_media_preview_like":{"count":-1},"comments":4,"video_view_count":500,"video_play_count":900,"video_duration":12.6,"edge_media_to_tagged_user":{"edges":[{"node":{"user":{"username":"ghost"}}}]},"edge_media_to_sponsor_user":{"edges":[{"node":{"sponsor":{"id":"5","username":"shoes"}}}]}},"instaloader":{"version":"4.10","node_type":"Post"}}
                """)
            .file(
                "demochef/2016-01-01_00-00-00_UTC.json",
                """
                {"node":{"code":"BAbCdEfGhIj","date":1451606400,"caption":"old","owner":{"id":"111"},"likes":{"count":3},"comments":{"count":2},"is_video":false},"instaloader":{"version":"4.0","node_type":"Post"}}
                """)
            .file(
                "demochef/2023-09-20_01-20-00_UTC.json",
                """
                {"node":{"__typename":"GraphStoryImage","id":"3100000000000000003","taken_at_timestamp":1695000000,"like_and_view_counts_disabled":true,"edge_media_preview_like":{"count":3},"owner":{"id":"111","username":"demochef"}},"instaloader":{"node_type":"StoryItem"}}
                """)
            .file(
                "demochef/2023-09-21_01-20-00_UTC.json",
                """
                {"node":{"__typename":"GraphImage","edge_media_to_parent_comment":{"edges":[{"node":{"text":"by ghost"}}]}},"instaloader":{"node_type":"Post"}}
                """)
            .file(
                "demochef/2023-09-22_01-20-00_UTC.json",
                "{\"node\":{\"id\":\"3100000000000000004\",\"owner\":{\"username\":\"ghost")
            .read();
    assertEquals(
        List.of(
            decoded("BAbCdEfGhIj") + " | - | [] | - | 3 | 2 | -",
            "3100000000000000001 | image | [\"food\"] | false | 2045 | 31 | -",
            "3100000000000000002 | clips | [\"shoes\"] | true | - | 4 | 900",
            "3100000000000000003 | story | [] | - | - | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "kind",
            "coalesce(to_json(tags), '[]')",
            "sponsored",
            "likes",
            "comments",
            "views"));
    assertEquals(
        List.of(
            "2016-01-01 00:00:00 | -",
            "2023-09-18 01:20:00 | -",
            "2023-09-18 01:20:00 | 13",
            "2023-09-18 01:20:00 | -"),
        show(rows, "post", "published_at", "duration_s"));
    assertEquals(
        List.of(
            "111 | - | - | - | -",
            "111 | demochef | - | - | -",
            "111 | demochef | Demo | true | 9000",
            "111 | demochef | - | - | -"),
        show(rows, "account", "account_id", "handle", "name", "verified", "followers"));
    assertEquals(
        List.of("post | -", "account | -", "record | -"), show(rows, "reject", "part", "raw"));
    assertEquals(0, rows.toJSON().filter("value like '%ghost%'").count());
  }

  @Test
  void instaloaderProfilesAndComments() {
    Dataset<Row> rows =
        new CrawlCase(folder, "instaloader")
            .file(
                "demochef/demochef_111.json",
                """
                {"node":{"id":"111","username":"demochef","full_name":"Demo","biography":"chef","external_url":"https://d","is_verified":false,"business_category_name":"Chef","edge_followed_by":{"count":9000},"edge_follow":{"count":10},"edge_owner_to_timeline_media":{"count":70}},"instaloader":{"node_type":"Profile"}}
                """)
            .file("demochef/2023-09-18_01-20-00_UTC_comments.json", comments("1"))
            .file("demochef/3100000000000000001_comments.json", comments("2"))
            .file("demochef/CxAbCdEfGhI_comments.json", comments("3"))
            .read();
    assertEquals(
        List.of("111 | demochef | Demo | chef | https://d | false | Chef | 9000 | 10 | 70"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "link",
            "verified",
            "category",
            "followers",
            "following",
            "posts"));
    String code = decoded("CxAbCdEfGhI");
    assertEquals(
        List.of(
            "811 | demochef/2023-09-18_01-20-00_UTC | - | 5 | 64",
            "911 | demochef/2023-09-18_01-20-00_UTC | 811 | 0 | 64",
            "812 | 3100000000000000001 | - | 5 | 64",
            "912 | 3100000000000000001 | 812 | 0 | 64",
            "813 | " + code + " | - | 5 | 64",
            "913 | " + code + " | 813 | 0 | 64"),
        show(
            rows, "comment", "comment_id", "post_id", "parent_id", "likes", "length(author_hash)"));
    assertEquals(3, rows.where("reject.raw is null and reject.part = 'comment'").count());
    assertEquals(0, rows.toJSON().filter("value like '%ghost%'").count());
  }

  @Test
  void apifyCommentsAreOfPrivatePeople() {
    Dataset<Row> rows =
        new CrawlCase(folder, "apify-instagram")
            .file(
                "items.json",
                """
                [{"id":"3100000000000000001","shortCode":"CxAbCdEfGhI","ownerId":"111","ownerUsername":"demochef","caption":"menu","taggedUsers":[{"username":"ghost"}],"coauthorProducers":[{"username":"ghost"}],"latestComments":[{"id":"81","text":"wow","ownerUsername":"ghost","timestamp":"2026-01-01T10:00:00.000Z","likesCount":2,"replies":[{"id":"82","text":"yes","ownerUsername":"ghost","owner":{"id":"7","username":"ghost"}}]}]},
                 {"id":"83","postUrl":"https://www.instagram.com/p/CxAbCdEfGhI/","text":"","ownerUsername":"ghost","ownerProfilePicUrl":"https://ghost"},
                 {"id":"84","text":"lost","ownerUsername":"ghost"},
                 {"id":"3.16607E+18","url":"https://www.instagram.com/reel/CxAbCdEfGhI/","ownerId":"111","ownerUsername":"demochef","likesCount":-1},
                 {"id":"111","username":"demochef","relatedProfiles":[{"username":"ghost"}],"latestIgtvVideos":[{"id":"3100000000000000005","ownerId":"111","ownerUsername":"demochef","productType":"igtv"}]}]
                """)
            .read();
    String code = decoded("CxAbCdEfGhI");
    assertEquals(
        List.of("3100000000000000001 | -", code + " | -", "3100000000000000005 | igtv"),
        show(rows, "post", "post_id", "kind"));
    assertEquals(
        List.of(
            "81 | 3100000000000000001 | - | 2 | 64",
            "82 | 3100000000000000001 | 81 | - | 64",
            "83 | " + code + " | - | - | 64"),
        show(
            rows, "comment", "comment_id", "post_id", "parent_id", "likes", "length(author_hash)"));
    assertEquals(
        List.of("111 | demochef"),
        show(
            rows.where("kind = 'account'").dropDuplicates("account"),
            "account",
            "account_id",
            "handle"));
    assertEquals(
        List.of("comment | post_id is missing or damaged | -"),
        show(rows, "reject", "part", "reason", "raw"));
    assertEquals(0, rows.toJSON().filter("value like '%ghost%'").count());
  }

  private static String comments(String n) {
    return """
    [{"id":81%1$s,"created_at":1695000100,"text":"nice","owner":{"id":"7","username":"ghost"},"likes_count":5,"answers":[{"id":91%1$s,"created_at":1695000200,"text":"it is","owner":{"username":"ghost2"},"likes_count":0}]},
     {"text":"by ghost without an id","owner":{"username":"ghost"}}]
    """
        .formatted(n);
  }

  private static String decoded(String code) {
    return String.valueOf(PostCodes.instagram(code));
  }

  private static byte[] xz(String text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var xz = new XZCompressorOutputStream(bytes)) {
      xz.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void likesThatTheOwnerHidesAreUnknownWhereverTheMarkLies() {
    String post =
        "{\"node\":{\"id\":\"35000000000000000%d\",\"owner\":{\"id\":\"555\",\"is_private\":%s},\"date\":1769000000,"
            + "\"edge_media_preview_like\":{\"count\":3},\"video_view_count\":70,\"video_play_count\":%d%s},"
            + "\"instaloader\":{\"node_type\":\"Post\"}}";
    Dataset<Row> rows =
        new CrawlCase(folder, "instaloader")
            .file(
                "a.json", post.formatted(11, false, 90, ",\"like_and_view_counts_disabled\":true"))
            .file(
                "b.json",
                post.formatted(
                    12, false, 60, ",\"iphone_struct\":{\"like_and_view_counts_disabled\":true}"))
            .file(
                "c.json",
                post.formatted(
                    13, false, 0, ",\"iphone_struct\":{\"like_and_view_counts_disabled\":false}"))
            .read();
    assertEquals(List.of("- | 90", "- | 70", "3 | 70"), show(rows, "post", "likes", "views"));
    assertEquals(List.of("false", "false", "false"), show(rows, "account", "private"));
  }

  @Test
  void privateProfilesStayUnknown() {
    Dataset<Row> rows =
        new CrawlCase(folder, "instaloader")
            .file(
                "ghost.json",
                """
                {"node":{"id":"9","username":"ghost","full_name":"Ghost","is_private":true},"instaloader":{"node_type":"Profile"}}
                """)
            .file(
                "post.json",
                """
                {"node":{"id":"8","owner":{"id":"9","username":"ghost","is_private":true}},"instaloader":{"node_type":"Post"}}
                """)
            .read()
            .unionByName(
                new CrawlCase(folder, "apify-instagram")
                    .file("ghost.json", "[{\"id\":\"9\",\"username\":\"ghost\",\"private\":true}]")
                    .read());
    assertEquals(0, rows.where("kind in ('account', 'post')").count());
    assertEquals(
        List.of("a private profile | -", "a private profile | -", "a private profile | -"),
        show(rows, "reject", "reason", "raw"));
    assertEquals(
        0, rows.toJSON().filter("value like '%\"ghost\"%' or value like '%Ghost%'").count());
  }
}
