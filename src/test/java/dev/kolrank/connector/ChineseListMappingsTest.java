package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of Bilibili, Xiaohongshu, Zhihu and Jianshu; every record is invented. */
class ChineseListMappingsTest {
  @TempDir Path folder;

  @Test
  void bilibiliRank() {
    Dataset<Row> rows =
        new CrawlCase(folder, "bilibili-rank")
            .file(
                "a.csv",
                """
                author,coin,danmaku,favorite,id,like,rank_num,rank_tab,reply,score,share,tag_name,title,view
                硬件君,2333,450,990,900000001,8012,1,数码,310,5000,120,"显卡,评测",RTX评测,153200
                硬件君,1,2,3,,4,2,全站,5,6,7,,无号,8
                """)
            .file(
                "b.csv",
                """
                \uFEFF当前排名,视频标题,播放量,弹幕数量,评分,作者,链接,时长,评论量,收藏,硬币,分享,点赞
                1,"甲，乙",511万,3.2万,4260346,脆王,//www.bilibili.com/video/BV17x411w7KC,237,13173,48687,141482,23597,466990
                2,坏链,1,1,1,脆王,,1,1,1,1,1,1
                """)
            .file(
                "c.csv",
                """
                title,author,rank,score,view,coins,favorite,reply,danmu,share,like
                招牌菜,绵羊,1,3006938,2503262,182774,35061,3078,9534,6084,291180
                ,绵羊,2,1,1,1,1,1,1,1,1
                断,绵
                """)
            .read();
    assertEquals(
        List.of(
            "900000001 | ~硬件君 | 数码 | [\"显卡\",\"评测\"] | - | 153200 | 8012 | 310 | 120 | 990 | 2333 | 450 | []",
            "170001 | ~脆王 | - | - | 237 | 5110000 | 466990 | 13173 | 23597 | 48687 | 141482 | 32000 | [\"danmaku\",\"views\"]",
            "~ | ~绵羊 | - | - | - | 2503262 | 291180 | 3078 | 6084 | 35061 | 182774 | 9534 | []"),
        show(
            rows,
            "post",
            "regexp_replace(post_id, '^~[0-9a-f]{16}$', '~')",
            "account_id",
            "category",
            "to_json(tags)",
            "duration_s",
            "views",
            "likes",
            "comments",
            "shares",
            "saves",
            "coins",
            "danmaku",
            "to_json(sort_array(rounded))"));
    assertEquals(
        List.of("~硬件君 | 硬件君", "~硬件君 | 硬件君", "~脆王 | 脆王", "~脆王 | 脆王", "~绵羊 | 绵羊", "~绵羊 | 绵羊"),
        show(rows, "account", "account_id", "name"));
    assertEquals(
        List.of(
            "post | post_id is missing or damaged",
            "post | post_id is missing or damaged",
            "post | post_id is missing or damaged",
            "record | the row has 2 fields where the header has 11"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
  }

  @Test
  void vtbsMoe() {
    Dataset<Row> rows =
        new CrawlCase(folder, "vtbs-moe")
            .file(
                "info.json",
                """
                [{"mid": 1576, "uuid": "5f", "uname": "示例", "video": 55, "roomid": 48, "sign": "画师",
                  "notice": "", "rise": -13, "archiveView": 2691646, "follower": 94667, "guardNum": 22,
                  "lastLive": {"online": 121883, "time": 1560088457424}, "guardType": [0, 1, 21]},
                 {"mid": null, "uname": "无"}]
                """)
            .read();
    assertEquals(
        List.of("1576 | 示例 | 画师 | VTuber | 94667 | 55 | 2691646 | 48"),
        show(
            rows,
            "account",
            "account_id",
            "name",
            "bio",
            "category",
            "followers",
            "posts",
            "views_received",
            "get_json_object(extra, '$.roomid')"));
    assertEquals(
        List.of("account | account_id is missing or damaged"),
        show(rows, "reject", "part", "reason"));
  }

  @Test
  void xiaohongshuNotes() {
    Dataset<Row> rows =
        new CrawlCase(folder, "xiaohongshu-notes")
            .file(
                "notes.csv",
                """
                id,title,user_id,likes,comments,stars,notes,fans,collect,content
                5b30db46aaaaaaaaaaaaaaaa,"面膜
                #护肤",5b0daaaaaaaaaaaaaaaaaaaa,738,244,3.5万,8,1.2万,99,"面膜
                真好"
                ,无号,5b0daaaaaaaaaaaaaaaaaaaa,1,1,1,8,1.2万,99,无
                5b30db46bbbbbbbbbbbbbbbb,短
                """)
            .read();
    assertEquals(
        List.of(
            "5b30db46aaaaaaaaaaaaaaaa | 5b0daaaaaaaaaaaaaaaaaaaa | 2018-06-25 12:08:38 | [\"护肤\"] | 738 | 244 | 35000 | [\"saves\"]"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "to_json(tags)",
            "likes",
            "comments",
            "saves",
            "to_json(rounded)"));
    assertEquals(
        List.of("12000 | 8 | 99 | [\"followers\"]", "12000 | 8 | 99 | [\"followers\"]"),
        show(rows, "account", "followers", "posts", "likes_received", "to_json(rounded)"));
    assertEquals(
        List.of("post_id is missing or damaged", "the row has 2 fields where the header has 10"),
        show(rows, "reject", "reason"));
  }

  @Test
  void zhihuUsers() {
    Dataset<Row> rows =
        new CrawlCase(folder, "zhihu-users")
            .file(
                "users.tsv",
                """
                _id\tmajor\tanswer\tname\tgender\tfield\tfollower\tarticle\tfollowing\tagree\tthanks
                5786d55aaaaaaaaaaaaaaaaa\t法学\t69\t光影\tmale\t摄影\t72285\t2\t1487\t86947\t1
                5786d55abbbbbbbbbbbbbbbb\t\t69\t\t\t\t1\t0\t1\t1\t1
                """)
            .read();
    assertEquals(
        List.of("~光影 | 2016-07-13 23:57:14 | 摄影 | 72285 | 1487 | 71 | 86947 | - | 1"),
        show(
            rows,
            "account",
            "account_id",
            "observed_at",
            "category",
            "followers",
            "following",
            "posts",
            "likes_received",
            "get_json_object(extra, '$.gender')",
            "get_json_object(extra, '$.thanks')"));
    assertEquals(List.of("account_id is missing or damaged"), show(rows, "reject", "reason"));
  }

  @Test
  void jianshu() {
    Dataset<Row> rows =
        new CrawlCase(folder, "jianshu")
            .file(
                "articles.json",
                """
                [{"title": ["[读]书"], "author": ["山人"], "url": "http://www.jianshu.com//p/0a1b2c3d4e5f", "readNum": "\\n 阅读 9873", "commentNum": " · 评论 12", "likeNum": [" · 喜欢 1.2万"]},
                {"title": ["关"], "author": ["山人"], "url": "http://www.jianshu.com/p/0a1b2c3d4e60", "readNum": "阅读 1", "commentNum": "", "likeNum": []},
                {"title": ["错"], "author": ["山人"], "url": "http://www.jianshu.com/u/xyz", "readNum": "很多"}]
                """)
            .file(
                "bodies.csv",
                """
                title,avatar,author,publish_time,content,article_id,origin_url
                [改]稿,//a,山人,2018.09.05 14:20*,<div><p>正文</p></div>,0a1b2c3d4e61,https://www.jianshu.com/p/0a1b2c3d4e61
                """)
            .file(
                "users.jsonl",
                """
                {"id":"2399ca214fbd","name":["山人"],"followings":"38","followers":"1203","words":"90311","likes":"4411","articles":"52"}
                {"id":"","name":[],"followers":"1"}
                {"what":1}
                """)
            .read();
    assertEquals(
        List.of(
            "0a1b2c3d4e5f | ~山人 | [读]书 | - | - | 9873 | 12 | 12000 | [\"likes\"] | []",
            "0a1b2c3d4e60 | ~山人 | 关 | - | - | 1 | - | - | [] | []",
            "0a1b2c3d4e61 | ~山人 | [改]稿 | 正文 | 2018-09-05 06:20:00 | - | - | - | [] | []"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "title",
            "text",
            "published_at",
            "views",
            "comments",
            "likes",
            "to_json(rounded)",
            "to_json(unreadable)"));
    assertEquals(
        List.of("2399ca214fbd | 2399ca214fbd | 山人 | 1203 | 38 | 52 | 4411"),
        show(
            rows.where("account.followers > 0"),
            "account",
            "account_id",
            "handle",
            "name",
            "followers",
            "following",
            "posts",
            "likes_received"));
    assertEquals(
        List.of(
            "account | account_id is missing or damaged",
            "post | post_id is missing or damaged",
            "record | none of the fields that the rules read is there: found what"),
        show(rows, "reject", "part", "reason").stream().sorted().toList());
  }
}
