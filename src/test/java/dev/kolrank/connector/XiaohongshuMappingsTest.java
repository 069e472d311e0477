package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** MediaCrawler's files of Xiaohongshu, both generations; every record is invented. */
class XiaohongshuMappingsTest {
  @TempDir Path folder;

  @Test
  void notesOfTheFirstGeneration() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-xhs")
            .file(
                "json/1_search_contents_2026-01-30.jsonl",
                """
                {"note_id":"65f0a1","type":"video","title":"早八妆","desc":"出门 #通勤妆[话题]#","time":1710000000000,"user_id":"5f01ab","nickname":"小樱","liked_count":"1.2万","collected_count":"3405","comment_count":"88","share_count":"10万+","ip_location":"上海","tag_list":"通勤妆,早八","last_modify_ts":1710100000123,"note_url":"https://xhs/65f0a1"}
                {"note_id":"65f0a2", broken
                """)
            .read();
    assertEquals(
        List.of("65f0a1 | 5f01ab | 2024-03-10 19:46:40.123 | 2024-03-09 16:00:00 | video | 早八妆"),
        show(
            rows, "post", "post_id", "account_id", "observed_at", "published_at", "kind", "title"));
    assertEquals(
        List.of(
            "[\"通勤妆\",\"早八\"] | 12000 | 88 | 100000 | 3405 | - | [\"likes\",\"shares\"] | [\"shares\"]"),
        show(
            rows,
            "post",
            "to_json(tags)",
            "likes",
            "comments",
            "shares",
            "saves",
            "views",
            "to_json(rounded)",
            "to_json(censored)"));
    assertEquals(
        List.of("xiaohongshu:5f01ab | 小樱 | 上海 | - | 1"),
        show(rows, "account", "account_uid", "name", "region", "followers", "source_line"));
    assertEquals(List.of("record | 2"), show(rows, "reject", "part", "source_line"));
  }

  @Test
  void notesOfTheSecondGenerationHaveNoName() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-xhs")
            .file(
                "search_contents_2026-07-02.csv",
                """
                \uFEFFnote_id,type,title,desc,time,creator_hash,nickname,liked_count,tag_list,last_modify_ts
                65f0b1,normal,探店,"好吃
                #美食",1710000000000,0a1b2c3d4e5f6071,小***樱,37,,1710100000123
                65f0b2,normal,短
                """)
            .read();
    assertEquals(
        List.of("#0a1b2c3d4e5f6071 | [\"美食\"] | 37 | 2"),
        show(rows, "post", "account_id", "to_json(tags)", "likes", "source_line"));
    assertEquals(List.of("#0a1b2c3d4e5f6071 | -"), show(rows, "account", "account_id", "name"));
    assertEquals(
        List.of("the row has 3 fields where the header has 10"), show(rows, "reject", "reason"));
  }

  @Test
  void creatorsAndComments() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-xhs")
            .file(
                "creator_creators_2026-01-30.json",
                """
                [
                    {
                        "user_id": "5f01ab", "nickname": "小樱", "desc": "化妆", "ip_location": "上海",
                        "follows": "12", "fans": "3.4万", "interaction": "120万",
                        "tag_list": "{\\"info\\":\\"x\\",\\"profession\\":\\"美妆博主\\"}",
                        "last_modify_ts": 1710100000123
                    }
                ]
                """)
            .file(
                "search_comments_2026-01-30.jsonl",
                """
                {"comment_id":"c1","create_time":1710000000000,"note_id":"65f0a1","content":"问 @小明 a@b.cn","user_id":"u9","nickname":"路人","parent_comment_id":0,"like_count":"3","last_modify_ts":1710100000123}
                {"comment_id":"c2","create_time":1710000000000,"note_id":"65f0a1","content":"好","creator_hash":"00aa","nickname":"路*","parent_comment_id":"c1","like_count":0,"last_modify_ts":1710100000123}
                """)
            .read();
    assertEquals(
        List.of("小樱 | 化妆 | 美妆博主 | 34000 | 12 | 1200000 | [\"followers\",\"likes_received\"]"),
        show(
            rows,
            "account",
            "name",
            "bio",
            "category",
            "followers",
            "following",
            "likes_received",
            "to_json(rounded)"));
    assertEquals(
        List.of("c1 | - | 64 | 问 @[someone] [mail] | 3", "c2 | c1 | 64 | 好 | 0"),
        show(rows, "comment", "comment_id", "parent_id", "length(author_hash)", "text", "likes"));
  }
}
