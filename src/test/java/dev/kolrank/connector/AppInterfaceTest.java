package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TikTok and Douyin as Douyin_TikTok_Download_API wraps them; every record is invented. */
class AppInterfaceTest {
  private static final String DOUYIN =
      """
      {"aweme_id":"7300000000000000001","desc":"汤 #美食","create_time":1768212000,"author":{"uid":"91","sec_uid":"MS4wA","nickname":"示例丁","unique_id":"","short_id":"777","signature":"每天一汤","follower_count":0,"custom_verify":"美食博主"},"statistics":{"digg_count":120,"comment_count":7,"share_count":3,"collect_count":9,"play_count":0},"text_extra":[{"hashtag_name":"美食"},{"hashtag_name":""}],"video":{"duration":15400}}""";

  private static final String TIKTOK =
      """
      {"aweme_id":"7100000000000000002","desc":"soup","create_time":1768212000,"author":{"uid":"680","unique_id":"demochef","nickname":"Demo","follower_count":1234},"statistics":{"digg_count":55,"play_count":900},"image_post_info":{"images":[]},"share_url":"https://www.tiktok.com/@demochef/video/7100000000000000002"}""";

  @TempDir Path folder;

  @Test
  void videosByTheirRouterOrTheirAddress() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-web-api")
            .file(
                "a.jsonl",
                """
                {"code":200,"router":"/api/douyin/web/fetch_one_video","params":{},"data":{"aweme_detail":%1$s,"status_code":0}}
                {"code":200,"router":"/api/douyin/web/fetch_user_post_videos","data":{"aweme_list":[%1$s],"has_more":0}}
                {"code":200,"router":"/api/tiktok/app/fetch_one_video","data":%2$s}
                {"aweme_list":[%2$s],"status_code":0}
                {"aweme_detail":{"aweme_id":"7300000000000000003","desc":"面","author":{"uid":"92"},"statistics":{"digg_count":1},"share_url":"https://www.iesdouyin.com/share/video/7300000000000000003"}}
                """
                    .formatted(DOUYIN, TIKTOK))
            .read();
    String douyin =
        "douyin | 7300000000000000001 | 91 | video | [\"美食\"] | 15 | - | 120 | 7 | 3 | 9";
    String tiktok = "tiktok | 7100000000000000002 | 680 | images | - | - | 900 | 55 | - | - | -";
    assertEquals(
        List.of(
            douyin,
            douyin,
            tiktok,
            tiktok,
            "douyin | 7300000000000000003 | 92 | video | - | - | - | 1 | - | - | -"),
        show(
            rows,
            "post",
            "platform",
            "post_id",
            "account_id",
            "kind",
            "to_json(tags)",
            "duration_s",
            "views",
            "likes",
            "comments",
            "shares",
            "saves"));
    assertEquals(
        List.of(
            "douyin:91 | 777 | 示例丁 | 每天一汤 | true | -",
            "douyin:91 | 777 | 示例丁 | 每天一汤 | true | -",
            "tiktok:680 | demochef | Demo | - | false | 1234",
            "tiktok:680 | demochef | Demo | - | false | 1234",
            "douyin:92 | - | - | - | false | -"),
        show(rows, "account", "account_uid", "handle", "name", "bio", "verified", "followers"));
    assertEquals(List.of(), show(rows, "reject", "reason"));
  }

  @Test
  void theWebInterfaceInsideTheWrapper() {
    Dataset<Row> rows =
        new CrawlCase(folder, "tiktok-web-api")
            .file(
                "a.jsonl",
                """
                {"code":200,"router":"/api/tiktok/web/fetch_one_video","data":{"itemInfo":{"itemStruct":{"id":"6900000000000000001","desc":"try","createTime":"1768212000","author":{"id":"680","uniqueId":"demochef"},"stats":{"playCount":5}}},"statusCode":0}}
                {"code":200,"router":"/api/tiktok/web/fetch_user_profile","data":{"userInfo":{"user":{"id":"680","uniqueId":"demochef"},"stats":{"followerCount":9}}}}
                {"code":200,"router":"/api/douyin/web/handler_user_profile","data":{"user":{"uid":"91","nickname":"示例丁","follower_count":5000000,"aweme_count":88,"ip_location":"IP属地：上海"}}}
                {"code":200,"router":"/api/douyin/web/fetch_video_comments","data":{"comments":[{"cid":"72","text":"好喝","aweme_id":"7300000000000000001","create_time":1768212000,"digg_count":3,"reply_id":"0","user":{"uid":"9","nickname":"Jo"}}]}}
                {"code":200,"router":"/api/tiktok/web/fetch_post_comment","data":{"comments":[{"cid":"73","text":"yum","aweme_id":"6900000000000000001","user":{"uid":"9","nickname":"Jo"}}]}}
                {"code":400,"message":"no such video","router":"/api/tiktok/web/fetch_one_video","data":null}
                """)
            .read();
    assertEquals(
        List.of("tiktok:6900000000000000001 | 680 | 5"),
        show(rows, "post", "post_uid", "account_id", "views"));
    assertEquals(
        List.of("tiktok:680 | - | -", "tiktok:680 | 9 | -", "douyin:91 | 5000000 | 上海"),
        show(rows, "account", "account_uid", "followers", "region"));
    assertEquals(
        List.of(
            "douyin:72 | douyin:7300000000000000001 | 3",
            "tiktok:73 | tiktok:6900000000000000001 | -"),
        show(rows, "comment", "comment_uid", "post_uid", "likes"));
    assertEquals(0, rows.where("to_json(struct(*)) rlike 'Jo'").count());
  }
}
