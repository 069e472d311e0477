package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * MediaCrawler's files of Kuaishou, Tieba and Zhihu, both generations; every record is invented.
 */
class MediaCrawlerForumsTest {
  @TempDir Path folder;

  @Test
  void kuaishou() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-kuaishou")
            .file(
                "ks/csv/1_search_contents_2025-07-02.csv",
                """
                \uFEFFvideo_id,video_type,title,desc,create_time,user_id,nickname,avatar,liked_count,viewd_count,last_modify_ts,video_url
                3xabc,1,开箱 #数码,开箱 #数码,1700000000000,3xuser,阿强,,1234,99.9万,1700100000000,https://ks/3xabc
                3xabd,1,短
                """)
            .file(
                "search_contents_2026-07-02.jsonl",
                """
                {"video_id":"3xabe","video_type":"1","desc":"面","create_time":1700000000000,"creator_hash":"ab12","nickname":"阿*","liked_count":"None","viewd_count":"None","last_modify_ts":1700100000000}
                {"video_id":null,"desc":"面","user_id":"3xuser"}
                """)
            .file(
                "creator_creators_2026-01-30.json",
                """
                [
                    {"user_id": "3xuser", "nickname": "阿强", "gender": "Male", "desc": "开箱",
                     "ip_location": "", "follows": 12, "fans": "12.5万", "interaction": 77}
                ]
                """)
            .file(
                "detail_comments_2026-01-30.jsonl",
                """
                {"comment_id":"9","create_time":1700000000000,"video_id":"3xabc","content":"好","user_id":"3xfan","nickname":"路人","last_modify_ts":1700100000000}
                {"comment_id":null,"video_id":"3xabc","content":"?"}
                """)
            .read();
    assertEquals(
        List.of(
            "3xabc | 3xuser | 2023-11-14 22:13:20 | [\"数码\"] | 999000 | 1234 | [\"views\"] | []",
            "3xabe | #ab12 | 2023-11-14 22:13:20 | - | - | - | [] | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "to_json(tags)",
            "views",
            "likes",
            "to_json(rounded)",
            "to_json(unreadable)"));
    assertEquals(
        List.of(
            "3xuser | 阿强 | 开箱 | - | 125000 | 12 | 77",
            "3xuser | 阿强 | - | - | - | - | -",
            "#ab12 | - | - | - | - | - | -",
            "3xuser | - | - | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "name",
            "bio",
            "region",
            "followers",
            "following",
            "posts"));
    assertEquals(
        List.of("9 | 3xabc | 好 | 64"),
        show(rows, "comment", "comment_id", "post_id", "text", "length(author_hash)"));
    assertEquals(
        List.of(
            "comment | comment_id is missing or damaged",
            "post | post_id is missing or damaged",
            "record | the row has 3 fields where the header has 12"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
  }

  @Test
  void tieba() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-tieba")
            .file(
                "search_contents_2026-01-30.jsonl",
                """
                {"note_id":"8000000001","title":"猫粮怎么选","desc":"求推荐","note_url":"https://tieba/p/8000000001","publish_time":"2024-01-02 12:30","user_link":"https://tieba.baidu.com/home/main?id=tb.1.aa.bb%3Ft%3D1&fr=pb","user_nickname":"猫奴","user_avatar":"","tieba_name":"猫吧","total_replay_num":31,"ip_location":"浙江","last_modify_ts":1710100000123}
                {"note_id":"8000000002","title":"无主","publish_time":"1970-01-01 08:00:00","user_link":"","user_nickname":"甲","user_avatar":"https://gss0.bdstatic.com/sys/portrait/item/tb.1.cc.dd?t=2","tieba_name":"猫吧","total_replay_num":0}
                {"note_id":"8000000003","title":"旧","user_link":"https://tieba.baidu.com/home/main?un=%E7%8C%AB","user_nickname":"乙","tieba_name":"猫吧"}
                {"note_id":"8000000004","title":"名","user_link":"","user_avatar":"","user_nickname":"丙","tieba_name":"猫吧"}
                {"note_id":"8000000005","title":"新","creator_hash":"0a1b2c3d4e5f6071","user_nickname":"丁*","tieba_name":"猫吧"}
                {"note_id":"8000000006","title":"无","creator_hash":"","user_nickname":"戊*","tieba_name":"猫吧"}
                """)
            .file(
                "creator_creators_2026-01-30.csv",
                """
                user_id,user_name,nickname,gender,avatar,ip_location,follows,fans,registration_duration,last_modify_ts
                55,maonu,猫奴,Female,https://himg.bdimg.com/sys/portrait/item/tb.1.aa.bb.jpg,浙江,10,2000,3.5年,1710100000123
                56,,己,,,,1,2,,
                """)
            .file(
                "search_comments_2026-01-30.jsonl",
                """
                {"comment_id":"c1","parent_comment_id":"","content":"顶","user_link":"https://tieba.baidu.com/home/main?id=tb.1.ee","publish_time":"2024-01-02 13:00","note_id":"8000000001"}
                {"comment_id":"c2","parent_comment_id":"c1","content":"同","creator_hash":"","publish_time":"","note_id":"8000000001"}
                """)
            .read();
    assertEquals(
        List.of(
            "8000000001 | tb.1.aa.bb | 2024-01-02 04:30:00 | 猫吧 | 31 | []",
            "8000000002 | tb.1.cc.dd | - | 猫吧 | 0 | []",
            "8000000003 | @猫 | - | 猫吧 | - | []",
            "8000000004 | ~丙 | - | 猫吧 | - | []",
            "8000000005 | #0a1b2c3d4e5f6071 | - | 猫吧 | - | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "category",
            "comments",
            "to_json(unreadable)"));
    assertEquals(
        List.of(
            "tb.1.aa.bb | maonu | 猫奴 | 浙江 | 2000 | 10 | 2020-09-09",
            "56 | - | 己 | - | 2 | 1 | -",
            "tb.1.aa.bb | - | 猫奴 | 浙江 | - | - | -",
            "tb.1.cc.dd | - | 甲 | - | - | - | -",
            "@猫 | 猫 | 乙 | - | - | - | -",
            "~丙 | - | 丙 | - | - | - | -",
            "#0a1b2c3d4e5f6071 | - | - | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "region",
            "followers",
            "following",
            "to_date(created_at)"));
    assertEquals(
        List.of("c1 | - | 64 | 2024-01-02 05:00:00", "c2 | c1 | - | -"),
        show(rows, "comment", "comment_id", "parent_id", "length(author_hash)", "published_at"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "post | account_id is missing or damaged"),
        show(rows, "reject", "part", "reason").stream().sorted().toList(),
        "a masked name tells nobody apart");
  }

  @Test
  void zhihu() {
    Dataset<Row> rows =
        new CrawlCase(folder, "mediacrawler-zhihu")
            .file(
                "search_contents_2026-01-30.jsonl",
                """
                {"content_id":"350","content_type":"answer","content_text":"先看预算","content_url":"https://zhihu/350","question_id":"1","title":"如何选相机","desc":"先看","created_time":1690000000,"voteup_count":812,"comment_count":40,"user_id":"0a1b","user_link":"https://www.zhihu.com/people/demo-lens","user_nickname":"光影","user_url_token":"demo-lens","last_modify_ts":1700000000000}
                {"content_id":"350","content_type":"article","content_text":"","desc":"相机史","title":"史","created_time":0,"voteup_count":5,"comment_count":0,"creator_hash":"9f86d081884c7d65","user_nickname":"光***人","last_modify_ts":1700000000000}
                {"content_id":"","content_type":"zvideo","user_id":"0a1b"}
                """)
            .file(
                "creator_creators_2026-01-30.csv",
                """
                user_id,user_link,user_nickname,user_avatar,url_token,gender,ip_location,follows,fans,anwser_count,video_count,question_count,article_count,column_count,get_voteup_count,last_modify_ts
                0a1b,https://www.zhihu.com/people/demo-lens,光影,,demo-lens,男,IP属地浙江,10,2000,30,4,9,6,1,70000,1700000000000
                """)
            .file(
                "search_comments_2026-01-30.jsonl",
                """
                {"comment_id":"c1","parent_comment_id":"0","content":"谢","publish_time":1690000100,"like_count":3,"dislike_count":0,"content_id":"350","content_type":"answer","user_id":"77","user_nickname":"路人"}
                """)
            .read();
    assertEquals(
        List.of(
            "answer/350 | 0a1b | 2023-07-22 04:26:40 | answer | 如何选相机 | 先看预算 | 812 | 40",
            "article/350 | #9f86d081884c7d65 | - | article | 史 | 相机史 | 5 | 0"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "kind",
            "title",
            "text",
            "likes",
            "comments"));
    assertEquals(
        List.of(
            "0a1b | demo-lens | 光影 | 浙江 | 2000 | 10 | 40 | 70000",
            "0a1b | demo-lens | 光影 | - | - | - | - | -",
            "#9f86d081884c7d65 | - | - | - | - | - | - | -",
            "0a1b | - | - | - | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "region",
            "followers",
            "following",
            "posts",
            "likes_received"));
    assertEquals(
        List.of("c1 | answer/350 | - | 64 | 3"),
        show(
            rows, "comment", "comment_id", "post_id", "parent_id", "length(author_hash)", "likes"));
    assertEquals(
        List.of("post | post_id is missing or damaged"), show(rows, "reject", "part", "reason"));
  }
}
