package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** X as its scrapers and data sets leave it; every record is invented. */
class XMappingsTest {
  private static final String[] METRICS = {"views", "likes", "comments", "shares", "saves"};

  @TempDir Path folder;

  @Test
  void twscrapeAndSnscrapeTweets() {
    Dataset<Row> rows =
        new CrawlCase(folder, "twscrape")
            .file(
                "tweets.jsonl",
                """
                {"id":1740000000000000001,"id_str":"1740000000000000001","url":"https://x.com/demochef/status/1740000000000000001","date":"2024-01-15 12:00:00+00:00","user":{"id":55,"id_str":"55","username":"demochef","displayname":"Demo","rawDescription":"chef","created":"2012-05-01 00:00:00+00:00","followersCount":90211,"friendsCount":310,"statusesCount":7000,"favouritesCount":12,"location":"Rome","verified":false,"blue":true,"descriptionLinks":[{"url":"https://demo.example","text":"demo.example"}]},"lang":"en","rawContent":"New #Video","replyCount":4,"retweetCount":10,"likeCount":210,"quoteCount":1,"bookmarkedCount":3,"viewCount":15002,"hashtags":["Video"],"conversationId":1740000000000000001,"media":{"photos":[],"videos":[{"duration":45500,"views":9}],"animated":[]},"_type":"snscrape.modules.twitter.Tweet"}
                {"id":1740000000000000002,"date":"2024-01-15T12:00:00+00:00","user":{"id":55,"username":"demochef","displayname":"Demo","created":"1970-01-01 00:00:00+00:00"},"content":"old #name","replyCount":0,"retweetCount":5,"likeCount":0,"quoteCount":0,"viewCount":null,"lang":"und","hashtags":null,"media":{"videos":[{"duration":12.4}]}}
                {"id":1740000000000000003,"date":"2024-01-15 12:00:00+00:00","user":{"id":55,"username":"demochef"},"rawContent":"RT @a: b","retweetCount":99,"likeCount":0,"viewCount":777,"retweetedTweet":{"id":5,"user":{"id":9,"username":"a"}}}
                {"id":1740000000000000004,"date":"soon","user":{"id":55,"username":"demochef"},"rawContent":"thread","inReplyToTweetId":1740000000000000001,"inReplyToUser":{"id":55,"username":"demochef"},"conversationId":1740000000000000001,"likeCount":"many"}
                {"date":"2024-01-15 12:00:00+00:00","user":{"id":55,"username":"demochef"},"rawContent":"no id"}
                {"id":1740000000000000005,"rawContent":"nobody's"}
                {"id":1740000000000000006,"rawContent":"cut
                """)
            .file(
                "users.jsonl",
                """
                {"id":56,"id_str":"56","username":"other","displayname":"Other","rawDescription":"","created":"2013-05-01T00:00:00+00:00","followersCount":3,"friendsCount":4,"statusesCount":5,"verified":true,"blue":null,"_type":"snscrape.modules.twitter.User"}
                """)
            .read();
    assertEquals(
        List.of(
            "1740000000000000001 | 55 | 2024-01-15 12:00:00 | tweet | false | [\"Video\"] | en | 46",
            "1740000000000000002 | 55 | 2024-01-15 12:00:00 | tweet | false | [\"name\"] | - | 12",
            "1740000000000000003 | 55 | 2024-01-15 12:00:00 | retweeted | true | - | - | -",
            "1740000000000000004 | 55 | - | replied_to | false | - | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "kind",
            "repost",
            "to_json(tags)",
            "language",
            "duration_s"));
    assertEquals(
        List.of(
            "15002 | 210 | 4 | 11 | 3",
            "- | 0 | 0 | 5 | -",
            "- | 0 | - | 99 | -",
            "- | - | - | - | -"),
        show(rows, "post", METRICS));
    assertEquals(
        List.of("[]", "[]", "[]", "[\"published_at\",\"likes\"]"),
        show(rows, "post", "to_json(unreadable)"));
    assertEquals(
        List.of(
            "55 | demochef | Demo | chef | https://demo.example | true | Rome | 90211 | 2012-05-01 00:00:00",
            "55 | demochef | Demo | - | - | - | - | - | -",
            "56 | other | Other | - | - | true | - | 3 | 2013-05-01 00:00:00"),
        show(
            rows.where("account.name is not null"),
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "link",
            "verified",
            "region",
            "followers",
            "created_at"));
    assertEquals(
        List.of("post | - | 5", "record | - | 6", "record | - | 7"),
        show(rows, "reject", "part", "raw", "source_line"));
  }

  @Test
  void brightDataRowsWithJsonInTheirCells() {
    Dataset<Row> rows =
        new CrawlCase(folder, "brightdata-x")
            .file(
                "posts.csv",
                """
                id,user_posted,name,description,date_posted,url,tagged_users,replies,reposts,likes,views,hashtags,followers,biography,posts_count,following,is_verified,quotes,bookmarks,parent_post_details,videos,quoted_post
                1868428607451799001,Dem███che███,Dem███ame███,"Two
                lines #Soup",\"""2024-12-15T22:51:08.000Z\""",https://x.com/DemoChef/status/1868428607451799001,"[{""profile_id"":""7"",""profile_name"":""Friend"",""url"":""https://x.com/friend""}]",2,1,33,8369,"[""Soup""]",5771758,Nunca,222223,122,false,1,4,"{""post_id"":null,""profile_id"":null,""profile_name"":null}","[{""duration"":148167,""video_url"":""https://v""}]","{""post_id"":null}"
                1868428607451799002,DemoChef,Demo,more,\"""2024-12-15T22:51:08.000Z\""",https://x.com/DemoChef/status/1868428607451799002,null,,,,0,null,,null,,,true,,,"{""post_id"":""1868428607451799001"",""profile_id"":""19"",""profile_name"":""DemoChef""}",null,"{""post_id"":""5"",""profile_name"":""Other""}"
                1868428607451799003,Stranger,Stranger,@DemoChef no,\"""2024-12-15T22:51:08.000Z\""",https://x.com/Stranger/status/1868428607451799003,null,0,0,1,9,null,3,shy,1,1,false,0,0,"{""post_id"":""1868428607451799001"",""profile_id"":""19"",""profile_name"":""DemoChef""}",null,null
                1.86843E+18,DemoChef,Demo,damaged,now,https://x.com/i/broadcasts/1,null,,,,,null,,,,,,,,null,null,null
                """)
            .file(
                "posts.json",
                """
                [{"id":"1868428607451799004","description":"as JSON","url":"https://x.com/DemoChef/status/1868428607451799004","hashtags":["a","b"],"likes":7,"tagged_users":[{"profile_name":"Friend"}],"parent_post_details":{"post_id":null}}]
                """)
            .read();
    assertEquals(
        List.of(
            "1868428607451799001 | @demochef | 2024-12-15 22:51:08 | tweet | [\"Soup\"] | 148",
            "1868428607451799002 | @demochef | 2024-12-15 22:51:08 | replied_to | - | -",
            "1868428607451799004 | @demochef | - | tweet | [\"a\",\"b\"] | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "kind",
            "to_json(tags)",
            "duration_s"));
    assertEquals(
        List.of("8369 | 33 | 2 | 2 | 4", "- | - | - | - | -", "- | 7 | - | - | -"),
        show(rows, "post", METRICS));
    assertEquals(
        List.of(
            "@demochef | DemoChef | - | Nunca | - | 5771758 | 122 | 222223",
            "@demochef | DemoChef | Demo | - | true | - | - | -",
            "@demochef | DemoChef | - | - | - | - | - | -"),
        show(
            rows,
            "account",
            "account_id",
            "handle",
            "name",
            "bio",
            "verified",
            "followers",
            "following",
            "posts"));
    assertEquals(
        List.of("1868428607451799003 | 1868428607451799001 | - | 1"),
        show(rows, "comment", "comment_id", "post_id", "parent_id", "likes"));
    assertEquals(
        List.of(
            "post | post_id is missing or damaged; account_id is missing or damaged | -",
            "account | account_id is missing or damaged | -"),
        show(rows, "reject", "part", "reason", "raw"));
    assertEquals(
        0, rows.toJSON().filter("value like '%Friend%' or lower(value) like '%stranger%'").count());
  }

  @Test
  void fivethirtyeightTablesInLatin1() {
    String text =
        """
        created_at,text,url,replies,retweets,favorites,user
        10/16/17 22:59,"Caf\u00e9 & #Soup, twice",https://twitter.com/DemoSenator/status/920061541986250001,17064,89916,641842,DemoSenator
        1/2/16 3:04,RT @a: b,https://twitter.com/DemoSenator/status/920061541986250002,0,3,,
        13/45/17 22:59,when,https://twitter.com/DemoSenator/statuses/920061541986250003,x,1,1,DemoSenator
        10/16/17 22:59,no address,,1,1,1,
        10/16/17 22:59,short row
        """;
    Dataset<Row> rows =
        new CrawlCase(folder, "fivethirtyeight-x")
            .file("DemoSenator.csv", text.getBytes(Charset.forName("windows-1252")))
            .read();
    assertEquals(
        List.of(
            "920061541986250001 | @demosenator | 2017-10-16 22:59:00 | false | Café & #Soup, twice | 641842 | 17064 | 89916 | []",
            "920061541986250002 | @demosenator | 2016-01-02 03:04:00 | true | RT @a: b | - | 0 | 3 | []",
            "920061541986250003 | @demosenator | - | false | when | 1 | - | 1 | [\"published_at\",\"comments\"]"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "published_at",
            "repost",
            "text",
            "likes",
            "comments",
            "shares",
            "to_json(unreadable)"));
    assertEquals(
        List.of("@demosenator | DemoSenator"),
        show(
            rows.where("kind = 'account'").dropDuplicates("account"),
            "account",
            "account_id",
            "handle"));
    assertEquals(List.of("post | 5", "record | 6"), show(rows, "reject", "part", "source_line"));
  }
}
