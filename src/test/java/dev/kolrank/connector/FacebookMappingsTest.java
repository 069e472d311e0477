package dev.kolrank.connector;

import static dev.kolrank.connector.CrawlCase.show;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facebook pages as four crawlers and data sets leave them; every record is invented. */
class FacebookMappingsTest {
  @TempDir Path folder;

  @Test
  void facebookScraperPostsWithTheirComments() {
    Dataset<Row> rows =
        new CrawlCase(folder, "facebook-scraper")
            .file(
                "posts.json",
                """
                [{"post_id":"2257000000000001","text":"Amiibo! #toys and what was shared","post_text":"Amiibo! #toys","time":"2019-04-30 05:00:01","timestamp":1556600401,"likes":3509,"comments":459,"shares":441,"reactions":{"like":2657,"love":706,"haha":22},"user_id":"119240000000001","username":"DemoBrand","user_url":"https://facebook.com/DemoBrand/?ref=x","post_url":"https://facebook.com/story.php?story_fbid=2257000000000001&id=119240000000001","is_live":false,"video":null,"image":"https://i","fetched_time":"2026-01-30 10:00:00","with":[{"name":"Ghost"}],"reactors":[{"name":"Ghost"}],"comments_full":[{"comment_id":"91","commenter_id":"700","commenter_name":"Ghost","commenter_url":"https://facebook.com/ghost","comment_text":"mine, call +1 415 555 0134","comment_time":"2019-04-30 06:00:00","comment_reaction_count":null,"replies":[{"comment_id":"92","commenter_url":"https://facebook.com/ghost.two?fref=nf","commenter_name":"Ghost","comment_text":"yes","comment_time":"None"}]},{"comment_id":null,"commenter_name":"Ghost","comment_text":"lost"}]},
                 {"post_id":null,"post_url":"https://facebook.com/DemoBrand/posts/pfbid0abc?x=1","text":"live","time":"2019-04-30 05:00:01","is_live":true,"video":"https://v","video_watches":900,"likes":null,"reactions":{"like":5,"care":1},"user_id":"119240000000001","shared_post_id":"7","shared_username":"Ghost","comments_full":null},
                 {"post_id":null,"text":"Ghost","user_id":"119240000000001"},
                 {"comments":1}]
                """)
            .file(
                "posts.csv",
                """
                post_id,text,post_text,time,timestamp,likes,comments,shares,reactions,post_url,user_id,username,link,video,comments_full,reactors
                2257000000000002,hello,None,2019-04-30 05:00:01,None,None,2,0,"{'like': 2, 'love': 1}",https://facebook.com/2257000000000002,119240000000001,DemoBrand,https://l,None,"[{'comment_id': '93', 'commenter_name': 'Ghost'}]",Ghost
                """)
            .read();
    assertEquals(
        List.of(
            "2257000000000002 | 119240000000001 | link | hello | false | - | - | 2 | 0",
            "2257000000000001 | 119240000000001 | photo | Amiibo! #toys | false | - | 3509 | 459 |"
                + " 441",
            "pfbid0abc | 119240000000001 | live | live | true | 900 | 6 | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "text",
            "repost",
            "views",
            "likes",
            "comments",
            "shares"));
    assertEquals(
        List.of("2019-04-30 05:00:01", "2019-04-30 05:00:01", "2019-04-30 05:00:01"),
        show(rows, "post", "published_at"));
    assertEquals(
        List.of("- | DemoBrand", "demobrand | DemoBrand", "- | -", "- | -"),
        show(rows, "account", "handle", "name"));
    assertEquals(
        List.of(
            "91 | 2257000000000001 | - | 64 | 2026-01-30 10:00:00",
            "92 | 2257000000000001 | 91 | 64 | 2026-01-30 10:00:00"),
        show(
            rows,
            "comment",
            "comment_id",
            "post_id",
            "parent_id",
            "length(author_hash)",
            "observed_at"));
    assertEquals(
        List.of("comment | -", "post | -", "post | -", "account | -"),
        show(rows, "reject", "part", "raw"));
    assertEquals(
        0, rows.toJSON().filter("lower(value) like '%ghost%' or value like '%0134%'").count());
  }

  @Test
  void brightDataPagesAndPosts() {
    Dataset<Row> rows =
        new CrawlCase(folder, "brightdata-facebook")
            .file(
                "posts.csv",
                """
                url,post_id,user_url,content,date_posted,hashtags,num_comments,num_shares,num_likes_type,page_name,page_followers,page_is_verified,original_post,page_url,profile_id,attachments,profile_handle,is_sponsored,sponsor_name,shortcode,video_view_count,likes,post_type
                https://www.facebook.com/1,7174220819291001,https://www.facebook.com/DemoSport,Match,\"""2023-06-22T05:25:00.000Z\""","[""cup""]",1325,1110,"{""num"":5542,""type"":""Like""}",DemoSport,230000000,true,null,https://www.facebook.com/DemoSport,100044568393001,"[{""type"":""Photo""}]",DemoSport,false,,7174220819291001,,5542,Post
                https://www.facebook.com/2,7174220819291002,https://www.facebook.com/OtherSport,x #y,\"""2023-06-22T05:25:00.000Z\""",[],0,0,null,Dem███por███,597,false,"{""user_name"":""Ghost""}",https://www.facebook.com/DemoSport,100044568393001,"[{""type"":""Video"",""video_length"":""48483""}]",DemoSport,false,Demo Shoes,,15180,,Reel
                https://www.facebook.com/3,7174220819291003,https://www.facebook.com/people/Town/100064457781001/,z,,null,0,0,null,Town,43000,false,null,https://www.facebook.com/Town-317896671710001,100064457781001,[],people,false,,,,,Post
                https://www.facebook.com/4,7.17422E+15,,,,,,,,,,,,,,,,,,,,,
                """)
            .read();
    assertEquals(
        List.of(
            "7174220819291001 | 100044568393001 | photo | [\"cup\"] | false | false | - | - | 5542",
            "7174220819291002 | 100044568393001 | reel | [\"y\"] | true | true | 48 | 15180 | -",
            "7174220819291003 | 100064457781001 | status | - | false | false | - | - | -"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "to_json(tags)",
            "sponsored",
            "repost",
            "duration_s",
            "views",
            "likes"));
    assertEquals(
        List.of(
            "DemoSport | DemoSport | true | 230000000 | [\"followers\"]",
            "DemoSport | - | false | 597 | []",
            "- | Town | false | 43000 | [\"followers\"]"),
        show(rows, "account", "handle", "name", "verified", "followers", "to_json(rounded)"));
    assertEquals(2, rows.where("kind = 'reject'").count());
    assertEquals(0, rows.toJSON().filter("value like '%Ghost%'").count());
  }

  @Test
  void buzzfeedPagesAndTheirTopPosts() {
    Dataset<Row> rows =
        new CrawlCase(folder, "buzzfeed-facebook")
            .file(
                "pages-info.csv",
                """
                page_name,about,fan_count,talking_about_count,website,page_id,year,month,day
                Demo Page,We cook,583256,43343,http://demo.example,108038612554001,2009,4,3
                No Id,,12,1,,,,,
                """)
            .file(
                "top-posts.csv",
                """
                page_id,page_name,political_category,status_id,status_message,link_name,status_type,status_link,status_published,num_reactions,num_comments,num_shares,num_likes
                108038612554001,Demo Page,left,108038612554001_1148531415236001,Watch #this,Timeline Photos,photo,https://f,2016-08-30 13:15:00,"2,522,833",81549,2713886,2073390
                108038612554001,Demo Page,left,,gone,,status,,2016-08-30 13:15:00,1,1,1,1
                """)
            .file(
                "Demo_facebook_statuses.csv",
                """
                status_id,status_message,link_name,status_type,status_link,status_published,num_likes,num_comments,num_shares
                5281959001_10150628157001,old,A story,link,https://f,2015-07-10 09:54:36,9,8,7
                """)
            .read();
    assertEquals(
        List.of(
            "10150628157001 | 5281959001 | link | A story | 2015-07-10 14:54:36 | 9 | 8 | 7",
            "1148531415236001 | 108038612554001 | photo | - | 2016-08-30 18:15:00 | 2522833 | 81549"
                + " | 2713886"),
        show(
            rows,
            "post",
            "post_id",
            "account_id",
            "kind",
            "title",
            "published_at",
            "likes",
            "comments",
            "shares"));
    assertEquals(
        List.of(
            "5281959001 | - | - | -",
            "108038612554001 | Demo Page | 583256 | http://demo.example",
            "108038612554001 | Demo Page | - | -",
            "108038612554001 | Demo Page | - | -"),
        show(rows, "account", "account_id", "name", "followers", "link"));
    assertEquals(List.of("account | 3", "post | 3"), show(rows, "reject", "part", "source_line"));
  }

  @Test
  void crowdTangleTellsTheFollowersAtPosting() {
    Dataset<Row> rows =
        new CrawlCase(folder, "crowdtangle")
            .file(
                "export.csv",
                """
                Page Name,User Name,Facebook Id,Page Category,Page Admin Top Country,Page Description,Page Created,Likes at Posting,Followers at Posting,Post Created,Type,Total Interactions,Likes,Comments,Shares,Love,Wow,Haha,Sad,Angry,Care,Video Length,Post Views,URL,Message,Link,Sponsor Id,Sponsor Name
                Demo Page,DemoPage,108038612554001,MEDIA,US,We cook,2009-01-05 10:00:00,100,"1,200",2021-01-05 10:00:00 EST,Native Video,"1,234",1000,50,10,100,1,2,3,4,5,00:01:05,"9,000",https://www.facebook.com/108038612554001/posts/4034567890123456,Hi #all,https://l,77,Demo Shoes
                Demo Page,DemoPage,108038612554001,MEDIA,US,We cook,,90,,2020-01-05 10:00:00 EST,Photo,0,0,0,0,0,0,0,0,0,0,,0,https://www.facebook.com/DemoPage/photos/a.1/4034567890123457/?type=3,None,,,
                Demo Page,DemoPage,,MEDIA,US,,,,,2020-01-05 10:00:00 EST,Photo,N/A,N/A,0,0,,,,,,,,0,https://www.facebook.com/DemoPage,None,,,
                """)
            .read();
    assertEquals(
        List.of(
            "4034567890123456 | 2021-01-05 15:00:00 | native video | [\"all\"] | true | 65 | 9000 |"
                + " 1115 | 50 | 10",
            "4034567890123457 | 2020-01-05 15:00:00 | photo | - | - | - | - | 0 | 0 | 0"),
        show(
            rows,
            "post",
            "post_id",
            "published_at",
            "kind",
            "to_json(tags)",
            "sponsored",
            "duration_s",
            "views",
            "likes",
            "comments",
            "shares"));
    assertEquals(
        List.of(
            "108038612554001 | 2021-01-05 15:00:00 | - | 1200 | -",
            "108038612554001 | 2020-01-05 15:00:00 | - | 90 | -"),
        show(
            rows.where("account.followers is not null"),
            "account",
            "account_id",
            "observed_at",
            "name",
            "followers",
            "created_at"));
    assertEquals(
        List.of("108038612554001 | 2009-01-05 15:00:00", "108038612554001 | -", "@demopage | -"),
        show(rows.where("account.name is not null"), "account", "account_id", "created_at"));
    assertEquals(
        List.of("post | post_id is missing or damaged"), show(rows, "reject", "part", "reason"));
  }

  @Test
  void everyReactionIsALike() {
    Dataset<Row> rows =
        new CrawlCase(folder, "facebook-scraper")
            .file(
                "posts.jsonl",
                """
                {"post_id":"1","user_id":"2","likes":381,"reaction_count":447,"reactions":{"like":381,"love":55,"wow":11}}
                {"post_id":"2","user_id":"2","likes":96,"reactions":{"like":96,"love":15,"haha":7}}
                {"post_id":"3","user_id":"2","likes":3509,"reactions":{"like":2657,"love":706}}
                {"post_id":"4","user_id":"2","likes":"1.2K","reaction_count":1200}
                """)
            .read();
    assertEquals(
        List.of("447 | []", "118 | []", "3509 | []", "1200 | []"),
        show(rows, "post", "likes", "to_json(rounded)"));
  }

  @Test
  void pagesWithoutAHandleGoByTheIdInTheirAddress() {
    Dataset<Row> rows =
        new CrawlCase(folder, "facebook-scraper")
            .file(
                "posts.jsonl",
                """
                {"post_id":"1","username":"One","user_url":"https://www.facebook.com/p/Page-One-100090000000031/"}
                {"post_id":"2","username":"Two","user_url":"https://www.facebook.com/people/Page-Two/100090000000032/?ref=x"}
                {"post_id":"3","username":"Three","user_url":"https://m.facebook.com/profile.php?id=100090000000033&refid=1"}
                {"post_id":"4","username":"Four","user_url":"https://www.facebook.com/Page.Four/"}
                {"post_id":"5","username":"Five","user_url":"https://www.facebook.com/p/"}
                """)
            .read();
    assertEquals(
        List.of(
            "1 | facebook:100090000000031",
            "2 | facebook:100090000000032",
            "3 | facebook:100090000000033",
            "4 | facebook:@page.four"),
        show(rows, "post", "post_id", "account_uid"));
    assertEquals(
        List.of("One | -", "Two | -", "Three | -", "Four | page.four"),
        show(rows, "account", "name", "handle"));
    assertEquals(
        List.of(
            "post | account_id is missing or damaged",
            "account | account_id is missing or damaged"),
        show(rows, "reject", "part", "reason"));
  }

  @Test
  void membersOfGroupsStayUnknown() {
    Dataset<Row> scraped =
        new CrawlCase(folder, "facebook-scraper")
            .file(
                "posts.jsonl",
                """
                {"post_id":"1","user_id":"100010000000555","username":"Ghost","user_url":"https://facebook.com/ghost.5","post_url":"https://facebook.com/groups/777/permalink/1/","likes":3,"comments_full":[{"comment_id":"9","commenter_id":"7","commenter_name":"Ghost","comment_text":"Ghost says"}]}
                """)
            .read();
    Dataset<Row> exported =
        new CrawlCase(folder, "crowdtangle")
            .file(
                "groups.csv",
                """
                Group Name,User Name,Facebook Id,Created,Type,Likes,URL,Message
                Demo Group,ghost,777,2020-08-01 13:10:07 EDT,Status,5,https://www.facebook.com/groups/777/permalink/1,by Ghost
                """)
            .read();
    Dataset<Row> bought =
        new CrawlCase(folder, "brightdata-facebook")
            .file(
                "groups.csv",
                """
                url,post_id,user_url,user_username_raw,content,likes,group_name
                https://www.facebook.com/groups/777/posts/1/,1,https://www.facebook.com/ghost.5,Ghost,by Ghost,3,Demo Group
                """)
            .read();
    Dataset<Row> graph =
        new CrawlCase(folder, "buzzfeed-facebook")
            .file(
                "777_facebook_statuses.csv",
                """
                status_id,status_message,status_author,status_published,num_reactions
                777_1,by Ghost,Ghost,2016-01-02 03:04:05,3
                """)
            .read();
    for (Dataset<Row> rows : List.of(scraped, exported, bought, graph)) {
      assertEquals(0, rows.where("kind in ('account', 'post', 'comment')").count());
      assertEquals(
          "record | a post in a group, by a member | -",
          show(rows, "reject", "part", "reason", "raw").get(0));
      assertEquals(0, rows.toJSON().filter("lower(value) like '%ghost%'").count());
    }
  }

  @Test
  void crowdTangleCalledTheTimeCreatedAtFirst() {
    Dataset<Row> rows =
        new CrawlCase(folder, "crowdtangle")
            .file(
                "export.csv",
                """
                Page Name,User Name,Facebook Id,Likes at Posting,Followers at Posting,Created,Type,Likes,Comments,Shares,Love,URL,Message
                Demo Page,DemoPage,108038612554001,1000,2000,2020-08-01 13:10:07 EDT,Link,"1,000",34,100,50,https://www.facebook.com/108038612554001/posts/4034567890123456,msg
                Demo Two,Demo-Two-100090000000032,,,,2020-08-01 13:10:07 EDT,Link,1,2,3,0,https://www.facebook.com/1/posts/4034567890123457,msg
                """)
            .read();
    assertEquals(
        List.of(
            "108038612554001 | 2020-08-01 17:10:07 | 1050 | 34 | 100",
            "100090000000032 | 2020-08-01 17:10:07 | 1 | 2 | 3"),
        show(rows, "post", "account_id", "published_at", "likes", "comments", "shares"));
    assertEquals(
        List.of("108038612554001 | 2020-08-01 17:10:07 | 2000"),
        show(
            rows.where("account.followers is not null"),
            "account",
            "account_id",
            "observed_at",
            "followers"));
    assertEquals(
        List.of("DemoPage", "-"),
        show(rows.where("account.name is not null"), "account", "handle"));
  }
}
